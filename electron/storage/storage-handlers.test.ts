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
