import { bold } from '../terminal.ts';
import { perform, refuse, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import { showBrief, showStatus } from './show-state.ts';

export const seatCommands: readonly PlayCommand[] = [
  {
    name: 'seat',
    form: 'seat [ROLE]',
    about: 'whose turn it is, or give the turn to another role on this machine',
    run(session, { words: [role] }) {
      if (role === undefined) return showSeats(session);
      return perform(session, { kind: 'seat_taken', data: { role } }, () => showBrief(session));
    },
  },
  {
    name: 'take',
    form: 'take',
    about: 'take the shift over, from its hand-over note alone',
    run: (session) =>
      perform(session, { kind: 'shift_taken', data: {} }, () =>
        [showBrief(session), '', showStatus(session)].join('\n'),
      ),
  },
];

/** After the note only who takes over goes on; time and the end stay within reach. */
export function waitsForShift(session: PlaySession, name: string): boolean {
  return session.shiftOver && !['take', 'end', 'status', 'help'].includes(name);
}

function showSeats({ prepared, state }: PlaySession): string {
  const roles = prepared.drill.roles.filter(({ id }) => prepared.roles.has(id));
  if (roles.length < 2) return refuse('One role is played here.');
  return roles
    .map(({ id, name }) =>
      id === state.seat ? bold(`${id}: ${name}, has the turn`) : `${id}: ${name}`,
    )
    .join('\n');
}
