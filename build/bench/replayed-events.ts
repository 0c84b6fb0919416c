import { replay } from '../../content/engine/drill/step.ts';
import { foldBare } from './bare-reducer.ts';
import { readBundledDrill } from '../profile/bundled-drill.ts';
import type { Figure } from './figure.ts';
import { playLong } from './long-log.ts';
import { interleave, readMedian } from './readings.ts';

const length = 10_000;
const turns = 61;
/** So that the compiler is done with both before anything counts; on a busy machine 20 were too few. */
const warmUps = 100;

/** How fast a log becomes a state again, beside a reducer that knows no drill. */
export const replayedEvents: Figure = {
  name: 'replay',
  window: false,
  measure: async () => {
    const { prepared } = readBundledDrill('D01');
    const events = playLong(prepared, 1, length);
    const replayAll = (): void => {
      if (replay(prepared, events).refused) throw new Error('The log is not legal.');
    };
    const foldAll = (): void => {
      if (foldBare(events).seq !== length - 1) throw new Error('The reducer lost an event.');
    };
    for (let turn = 0; turn < warmUps; turn += 1) {
      replayAll();
      foldAll();
    }
    const { a, b } = await interleave(
      turns,
      () => time(replayAll),
      () => time(foldAll),
    );
    const name = 'a bare reducer over the same events';
    const perSecond = (all: readonly number[]): number[] => all.map((ms) => (length / ms) * 1000);
    return [
      {
        title: '10,000 events replayed',
        reading: readMedian(a, 'ms'),
        baseline: { name, reading: readMedian(b, 'ms') },
        limit: { of: 'value', kind: 'at_most', bound: 16 },
      },
      {
        title: 'events replayed per second',
        reading: readMedian(perSecond(a), 'events/s'),
        baseline: { name, reading: readMedian(perSecond(b), 'events/s') },
        limit: { of: 'ratio', kind: 'at_least', bound: 0.5 },
      },
    ];
  },
};

function time(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
