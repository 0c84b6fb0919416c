import type { Levers } from '../../engine/drill/attempt-log.ts';
import { deadlineFactors, usualLevers } from '../../engine/drill/attempt-terms.ts';
import { CommandFault } from '../command-fault.ts';

const flags = {
  noise: 'noise',
  interruptions: 'interruptions',
  hints: 'hints',
  help: 'structure_check',
} as const;

export const leverForms = `${Object.keys(flags)
  .map((name) => `${name}=on|off`)
  .join(', ')}, time=${deadlineFactors.join('|')}`;

/** Reads `noise=off,time=0.75`: the levers of a play, the others as usual. Throws a CommandFault. */
export function readLevers(text: string): Levers {
  let levers: Levers = usualLevers;
  for (const given of text.split(',').map((part) => part.trim())) {
    if (given === '') continue;
    const [name = '', value = ''] = given.split('=');
    const factor = deadlineFactors.find((one) => String(one) === value);
    const flag = Object.hasOwn(flags, name) ? flags[name as keyof typeof flags] : null;
    if (name === 'time' && factor !== undefined) levers = { ...levers, deadlines: factor };
    else if (flag && (value === 'on' || value === 'off')) {
      levers = { ...levers, [flag]: value === 'on' };
    } else throw new CommandFault(`--levers does not know "${given}". Any of: ${leverForms}.`);
  }
  return levers;
}
