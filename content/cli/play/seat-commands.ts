import { bold } from '../terminal.ts';
import { pickThings } from './named-things.ts';
import { perform, refuse, type PlayCommand } from './play-command.ts';
import type { PlaySession } from './play-session.ts';
import { showBrief, showStatus } from './show-state.ts';

export const seatCommands: readonly PlayCommand[] = [
  {
    name: 'seat',
    form: 'seat [ROLE]',
    about: 'whose turn it is, or give the turn to another role on this machine',
    run(session, { words }) {
      if (words.length === 0) return showSeats(session);
      const [found, ...others] = pickThings(listSeats(session), words.join(' '));
      if (!found || others.length > 0) return refuse('Say which role, by its number; see: seat');
      const data = { role: found.id };
      return perform(session, { kind: 'seat_taken', data }, () => showBrief(session));
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

function showSeats(session: PlaySession): string {
  const seats = listSeats(session);
  if (seats.length < 2) return refuse('One role is played here.');
  return seats
    .map(({ id, number, title }) =>
      id === session.state.seat ? bold(`${number} ${title}, has the turn`) : `${number} ${title}`,
    )
    .join('\n');
}

function listSeats({ prepared }: PlaySession) {
  return prepared.drill.roles
    .filter(({ id }) => prepared.roles.has(id))
    .map(({ id, name }, index) => ({ id, number: index + 1, title: name }));
}
