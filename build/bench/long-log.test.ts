import { expect, test } from 'vitest';
import { replay } from '../../content/engine/drill/step.ts';
import { foldBare } from './bare-reducer.ts';
import { readBundledDrill } from '../profile/bundled-drill.ts';
import { playLong } from './long-log.ts';

test('A long log has its length, is legal, and the same for the same seed', () => {
  const { prepared } = readBundledDrill('D01');
  const events = playLong(prepared, 1, 2000);
  expect(events).toHaveLength(2000);
  expect(replay(prepared, events).refused).toBeNull();
  expect(playLong(prepared, 1, 2000)).toEqual(events);
  expect(new Set(events.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(12);
});

test('The bare reducer keeps what every event says', () => {
  const { prepared } = readBundledDrill('D01');
  const events = playLong(prepared, 1, 500);
  const { seq, at_s, pins, notes } = foldBare(events);
  expect({ seq, at_s }).toEqual({ seq: 499, at_s: events.at(-1)?.at_s });
  const pinned = events.flatMap(({ kind, data }) => (kind === 'pinned' ? data : []));
  expect([...pins.values()]).toEqual(pinned);
  const written = events.flatMap((event) =>
    event.kind === 'notes_changed' ? event.data.text : [],
  );
  expect(notes).toBe(written.at(-1));
});
