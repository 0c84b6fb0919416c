import { expect, it } from 'vitest';
import type { AttemptHeader } from '../../engine/drill/attempt-log.ts';
import { prepareDrill } from '../../engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../engine/testing/a-drill.ts';
import { runLine } from './play-commands.ts';
import { PlaySession } from './play-session.ts';

const small = aDrill();
const note = small.feed.flatMap(({ expects: _, ...item }) => (item.id === 'notice' ? [item] : []));
const drill = {
  ...small,
  roles: [
    { id: 'lead', name: 'Lead' },
    { id: 'desk', name: 'Second chair' },
  ],
  feed: [
    ...note.map((item) => ({ ...item, id: 'aside', at: 120, roles: ['desk'], subject: 'Aside' })),
    ...note.map((item) => ({ ...item, id: 'all', at: 540, subject: 'To both' })),
  ],
  evidence: [],
  decisions: [],
  updates: [],
};

function begin(): PlaySession {
  const roles = drill.roles.map(({ id }) => id);
  const session = new PlaySession({
    header: { attempt: 'a1', seed: 0, roles } as unknown as AttemptHeader,
    prepared: prepareDrill(drill, someEvidence),
    columns: 100,
    events: [],
    save: () => undefined,
  });
  session.takeUp();
  return session;
}

it('says at whose seat something came, where the other has the turn, and not what', () => {
  const session = begin();
  const told = runLine(session, 'next');
  expect(told).toContain('something has come for another seat: Second chair');
  expect(told).toContain('T+00:02:00');
  expect(told).not.toContain('Aside');
  expect(runLine(session, 'next')).toContain('To both');
  expect(runLine(session, 'seat desk')).not.toContain('another seat');
});

it('tells nothing at the end as news that had come to another seat before', () => {
  const session = begin();
  runLine(session, 'next');
  expect(runLine(session, 'next')).not.toContain('another seat');
  expect(runLine(session, 'end now')).toBe('');
  expect(session.state.feed.has('aside')).toBe(true);
});
