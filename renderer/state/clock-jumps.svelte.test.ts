import { expect, it, onTestFinished } from 'vitest';
import { BrowserStore } from '../storage/browser-store.ts';
import { forgetSign } from '../storage/store-sign.ts';
import { WorkingCopy } from '../storage/working-copy.ts';
import { Attempts } from './attempts.svelte.ts';
import { listDue, writeDayId, type Review } from './review.ts';
import { SaveStatus } from './save-status.svelte.ts';
import { drill, entry, kit, parsed } from '../screens/testing/a-listed-drill.ts';
import { takeNewest } from './testing/take-newest.ts';

/** The clock of the computer: right, ten years off, right again a day later. */
const right = '2026-11-01T10:00:00Z';
const later = '2026-11-02T10:00:00Z';
const jumps = ['2036-11-01T10:00:00Z', '2016-11-01T10:00:00Z'];

it.each(jumps)('loses nothing over a clock that says %s for a while', async (jumped) => {
  let at = right;
  const now = () => new Date(at);
  const working = new WorkingCopy(`clock-${jumped.slice(0, 4)}`);
  onTestFinished(() => {
    forgetSign();
    working.close();
  });
  const store = new BrowserStore(working, now);
  let count = 0;
  /** The app as it starts on what is stored. */
  const start = async () => {
    const saves = new SaveStatus(store, now);
    const attempts = new Attempts(store, saves, () => Promise.resolve(parsed), {
      newId: () => `id-${(count += 1)}`,
      newSeed: () => 77,
      now,
      refuseNew: () => Promise.resolve(null),
    });
    await takeNewest(attempts, store);
    return { attempts, saves };
  };
  for (at of [right, jumped, later]) {
    const { attempts, saves } = await start();
    const opened = await attempts.begin(entry, { drill, kit });
    if (opened.kind === 'failed') throw new Error(opened.message);
    opened.attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
    opened.attempt.leave();
    await saves.settle();
  }
  const { attempts, saves } = await start();
  expect(attempts.summaries.map(({ id }) => id).sort()).toEqual(['id-1', 'id-2', 'id-3']);
  for (const id of ['id-1', 'id-2', 'id-3']) {
    const opened = await attempts.open(id);
    if (opened.kind === 'failed') throw new Error(opened.message);
    // Scenario time is its own: no jump of the wall clock moves it.
    expect(opened.attempt.state.at_s).toBeLessThan(120);
    expect(opened.attempt.events.map(({ kind }) => kind).slice(0, 2)).toEqual([
      'started',
      'evidence_opened',
    ]);
    opened.attempt.finish();
  }
  await saves.settle();
  expect(attempts.resumable).toBeNull();
  expect((await start()).attempts.resumable).toBeNull();
});

it.each(jumps)('lets nothing be due for ever over a clock that says %s for a while', (jumped) => {
  const written = new Date(jumped);
  const review = (action: object): Review => ({
    ...{ attempt: 'a', code: 'T01', title: 'T', went_well: '', to_improve: '', updated_at: jumped },
    actions: [
      {
        id: 'x',
        what: 'Rotate',
        owner: '',
        due: '2026-11-05',
        proof: '',
        done_on: null,
        ...action,
      },
    ],
  });
  const dueAt = (one: Review, at: string) => listDue([one], new Date(at)).length;
  const open = review({});
  expect(dueAt(open, jumped)).toBe(jumped > right ? 1 : 0);
  expect(dueAt(open, later)).toBe(0);
  expect(dueAt(open, '2026-11-05T10:00:00Z')).toBe(1);
  // What was ticked off under the wrong clock is done under the right one.
  const done = review({ done_on: writeDayId(written) });
  for (const at of [right, later, '2026-11-05T10:00:00Z', ...jumps])
    expect(dueAt(done, at)).toBe(0);
});
