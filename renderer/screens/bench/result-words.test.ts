import { describe, expect, it } from 'vitest';
import { describeResult, describeStopped, nameColumns, writeElapsed } from './result-words.ts';

describe('the words of a result', () => {
  it.each([
    [0.4, '0 ms'],
    [999, '999 ms'],
    [1340, '1.3 s'],
    [125_000, '2 min 5 s'],
  ])('writes %d ms as %s', (elapsed, written) => {
    expect(writeElapsed(elapsed)).toBe(written);
  });

  it('gives columns of the same name different ones', () => {
    expect(nameColumns(['count', 'count', '', 'count'])).toEqual([
      'count',
      'count (2)',
      'column',
      'count (3)',
    ]);
  });

  it('says of a stopped query what is shown', () => {
    const rows = { columns: ['a'], rows: [[1], [2]], records: null, groups: null };
    const result = { sql: '', rows, capped: false, elapsed_ms: 5 };
    expect(describeStopped(null, false)).toBe('Stopped.');
    expect(describeStopped(result, false)).toBe('Stopped; 2 rows had come.');
    expect(describeStopped(result, true)).toBe('Stopped. The rows below are of the query before.');
    expect(describeStopped({ ...result, rows: { ...rows, rows: [] } }, true)).toBe('Stopped.');
  });

  it('says clearly that there are more rows than are shown', () => {
    const rows = { columns: ['a'], rows: [[1], [2]], records: null, groups: null };
    const result = { sql: '', rows, capped: true, elapsed_ms: 5 };
    expect(describeResult(result)).toBe(
      'First 2 rows shown, 5 ms. More match: narrow the query, or count them.',
    );
    expect(describeResult({ ...result, capped: false })).toBe('2 rows, 5 ms');
    expect(describeResult({ ...result, elapsed_ms: null })).toBe('2 rows so far');
  });
});
