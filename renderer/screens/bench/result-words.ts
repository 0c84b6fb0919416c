import { writeCount } from '../../state/room-words.ts';
import type { QueryResult } from '../../state/sql-query.svelte.ts';
import type { SqlCell } from '../../state/sql-bench.ts';

/** `12 ms`, `1.3 s`, `2 min 5 s`. */
export function writeElapsed(elapsed_ms: number): string {
  if (elapsed_ms < 1000) return `${String(Math.round(elapsed_ms))} ms`;
  const seconds = elapsed_ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${String(Math.floor(seconds / 60))} min ${String(Math.round(seconds % 60))} s`;
}

/** What a result holds, in one line: how many rows, in what time, and whether there are more. */
export function describeResult({ rows, capped, elapsed_ms }: QueryResult): string {
  const count = writeCount(rows.rows.length, 'row');
  if (elapsed_ms === null) return `${count} so far`;
  const time = writeElapsed(elapsed_ms);
  if (!capped) return `${count}, ${time}`;
  return `First ${count} shown, ${time}. More match: narrow the query, or count them.`;
}

/**
 * What a stopped query has left.
 *
 * @param result what is shown: rows of that query, or (`older`) of the one before
 */
export function describeStopped(result: QueryResult | null, older: boolean): string {
  const rows = result?.rows.rows.length ?? 0;
  if (rows === 0) return 'Stopped.';
  return older
    ? 'Stopped. The rows below are of the query before.'
    : `Stopped; ${writeCount(rows, 'row')} had come.`;
}

/** Columns of a result by names that differ, as a table needs them: a second `count` is `count (2)`. */
export function nameColumns(columns: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const name = column === '' ? 'column' : column;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${String(count)})`;
  });
}

export function writeCell(cell: SqlCell): string {
  return cell === null ? '' : String(cell);
}

/** Wide enough for the name and for what the first rows hold, within reason. */
export function chooseWidth(name: string, texts: readonly string[]): string {
  const longest = texts.reduce((most, text) => Math.max(most, text.length), name.length + 2);
  const rem = Math.min(18, Math.max(5, Math.round(longest * 0.56) + 1));
  return `minmax(${String(rem)}rem, ${String(Math.max(1, Math.round(rem / 4)))}fr)`;
}
