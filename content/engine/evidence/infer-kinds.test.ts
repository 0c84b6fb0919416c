import { expect, it } from 'vitest';
import { MisfitCounter } from './broken-lines.ts';
import { inferKinds } from './infer-kinds.ts';

const infer = (cells: readonly string[]) =>
  inferKinds(
    1,
    cells.map((cell) => [cell]),
  )[0];
const times = Array.from({ length: 19 }, (_, at) => `2026-03-10T08:00:${String(10 + at)}Z`);

it.each([
  ['one bad value among twenty', [...times, 'garbage'], 'time'],
  ['two among twenty', [...times.slice(1), 'garbage', 'unknown'], 'text'],
  ['one of two', ['2026-03-10T08:00:00Z', 'garbage'], 'text'],
  ['a word among numbers', [...times.map((_, at) => String(at)), 'n/a'], 'integer'],
  // Stored as a number it would lose its zeros.
  ['a leading zero among numbers', [...times.map((_, at) => String(at + 1)), '007'], 'text'],
  ['a fraction among whole numbers', [...times.map((_, at) => String(at)), '1.5'], 'real'],
  ['nothing', ['', ''], 'text'],
] as const)('takes a column for what nearly all of its cells are: %s', (_what, cells, kind) => {
  expect(infer(cells)).toBe(kind);
});

it('counts cells that do not fit, with the lines they stand on', () => {
  const counter = new MisfitCounter(['time', 'name'], ['time', 'text']);
  counter.look(['2026-03-10T08:00:00+02:00', 'a'], 2);
  counter.look(['garbage', 'b'], 3);
  counter.look(['', 'c'], 4);
  counter.look(['2026-13-10T08:00:00Z', 'd'], 5);
  expect(counter.misfits).toEqual([{ column: 'time', kind: 'time', count: 2, lines: [3, 5] }]);
});
