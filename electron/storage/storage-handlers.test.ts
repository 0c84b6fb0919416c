import { expect, it } from 'vitest';
import type { SafeCopies } from './safe-copies.ts';
import { makeStorageHandlers } from './storage-handlers.ts';

const busy = Object.assign(new Error('Busy.'), { code: 'EBUSY' });

function aHandler(erase: SafeCopies['erase'], forget = () => Promise.resolve()) {
  const reported: unknown[] = [];
  const handlers = makeStorageHandlers({
    copies: { erase } as SafeCopies,
    measureFree: () => Promise.resolve(null),
    keepAside: () => Promise.resolve(''),
    forgetWorkingCopy: forget,
    report: (_what, error) => reported.push(error),
  });
  return { erase: () => handlers.erase(undefined), reported };
}

it('says that nothing was erased where that could not begin, and what to do', async () => {
  const { erase, reported } = aHandler(() => Promise.reject(busy));
  const answer = await erase();
  if (answer.kind !== 'refused') throw new Error(answer.kind);
  expect(answer.message).toMatch(/^Nothing was erased: .*\(EBUSY\)\. All of it is still there\./);
  expect(answer.message).toContain('open it again, and erase once more');
  expect(reported).toEqual([busy]);
});

it('names what is left on the disk, and says when nothing can be written', async () => {
  const { erase, reported } = aHandler(
    () => Promise.resolve({ left: [{ path: '/data/kept-aside', error: busy }], unwritable: busy }),
    () => Promise.reject(busy),
  );
  expect(await erase()).toEqual({
    kind: 'ok',
    value: { left: ['/data/kept-aside', 'the database of the window'], writable: false },
  });
  expect(reported).toHaveLength(3);
});

it('begins nothing new below 200 MB, says how much is left, and never guesses', async () => {
  const megabyte = 1024 * 1024;
  const ask = (free: number | null) =>
    makeStorageHandlers({
      copies: {} as SafeCopies,
      measureFree: () => Promise.resolve(free),
      keepAside: () => Promise.resolve(''),
      forgetWorkingCopy: () => Promise.resolve(),
      report: () => undefined,
    }).checkRoom(undefined);
  expect(await ask(200 * megabyte)).toEqual({ kind: 'ok', value: null });
  expect(await ask(null)).toEqual({ kind: 'ok', value: null });
  const refused = await ask(200 * megabyte - 1);
  if (refused.kind !== 'refused') throw new Error(refused.kind);
  expect(refused.code).toBe('read_only');
  expect(refused.message).toMatch(/^Only 199 MB are left .* nothing new is begun\. .*is safe/);
  expect(refused.message).toContain('until 200 MB are left');
});
