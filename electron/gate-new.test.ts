import { expect, it } from 'vitest';
import { gateNew } from './gate-new.ts';
import type { Handlers, Reply } from './ipc.ts';
import { refuse, reply } from './reply.ts';

const names = [
  'installed.list',
  'installed.install',
  'installed.installEdited',
  'installed.remove',
  'packets.open',
  'packets.read',
  'packets.save',
  'microphone.allow',
  'microphone.done',
  'storage.append',
  'storage.snapshot',
  'files.save',
];

/** Handlers that only note that they were called, behind the gate. */
function someHandlers(room: Reply<null>) {
  const called: string[] = [];
  const groups: Record<string, Record<string, () => Promise<Reply<null>>>> = {};
  for (const name of names) {
    const [group = '', method = ''] = name.split('.');
    (groups[group] ??= {})[method] = () => {
      called.push(name);
      return Promise.resolve(reply(null));
    };
  }
  groups['storage']!['checkRoom'] = () => Promise.resolve(room);
  const gated = gateNew(groups as unknown as Handlers);
  const call = (name: string) => {
    const [group = '', method = ''] = name.split('.');
    return (gated as unknown as typeof groups)[group]![method]!();
  };
  return { called, call };
}

it('begins no pack, packet or recording on a disk that is nearly full, and lets all else through', async () => {
  const full = refuse('read_only', 'Only 12 MB are left.');
  const { called, call } = someHandlers(full);
  const refused: string[] = [];
  for (const name of names) if ((await call(name)).kind === 'refused') refused.push(name);
  expect(refused).toEqual([
    'installed.install',
    'installed.installEdited',
    'packets.open',
    'packets.read',
    'microphone.allow',
  ]);
  expect(called).toEqual(names.filter((name) => !refused.includes(name)));
  expect(await call('microphone.allow')).toEqual(full);
});

it('refuses nothing while there is room', async () => {
  const { called, call } = someHandlers(reply(null));
  for (const name of names) await call(name);
  expect(called).toEqual(names);
});
