import { expect, it } from 'vitest';
import type { AttemptEvent } from '../engine/drill/attempt-log.ts';
import type { Point } from '../engine/score/point.ts';
import { writeScore } from './write-score.ts';

const text = 'The key is off. No data was read. Next at 10:00.';
const sent = {
  kind: 'update_sent',
  data: { update: 'first', text, citations: [] },
  v: 1,
  attempt: 'a1',
  branch: 'main',
  seq: 0,
  at_s: 60,
  actor: 'responder',
} satisfies AttemptEvent;

function write(earned: number, quote: string): string {
  const start = text.indexOf(quote);
  const point: Point = {
    rule: 'update:first/x',
    title: 'X',
    part: 'communication',
    weight: Math.max(0, earned),
    earned,
    seq: 0,
    at_s: 60,
    why: 'Because.',
    clues: [],
    spans: [[start, start + quote.length]],
  };
  const part = { part: point.part, earned, possible: 1, points: [point], cap: null };
  return writeScore({ parts: [part], early: false }, [sent], 100);
}

it('shows which words of an update cost something', () => {
  expect(write(-2.5, 'No data was read')).toContain('"No data was read"');
  expect(write(1, 'The key is off')).not.toContain('"The key is off"');
});
