import { unescapeMarkdown } from './markdown-escapes.ts';
import type { Metric } from './story.ts';

/** How a ledger's permission is written in a table. */
export const mayTellWords: Readonly<Record<Metric['may_tell'], string>> = {
  yes: 'yes',
  as_count: 'as a count',
  ask: 'ask first',
  no: 'no',
};

/**
 * A row of the ledger as a Markdown table: name, before, after, unit, period, source, may be told, note. Null for its head,
 * its rule and what is no row. What is not clearly allowed has to be asked for.
 */
export function readMetricRow(line: string, index: number): Metric | null {
  const row = line.trim();
  if (!row.startsWith('|') || /^[|\s:-]+$/.test(row)) return null;
  const cells = row
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => unescapeMarkdown(cell.trim()));
  const [
    name = '',
    baseline = '',
    result = '',
    unit = '',
    period = '',
    source = '',
    may = '',
    note = '',
  ] = cells;
  if (name === '' || /^metric$/i.test(name)) return null;
  return {
    id: `m${index + 1}`,
    name,
    baseline,
    result,
    unit,
    period,
    source,
    may_tell: readMayTell(may),
    note,
  };
}

function readMayTell(cell: string): Metric['may_tell'] {
  const lower = cell.toLowerCase();
  if (/^(?:yes|y|true|✓)/.test(lower)) return 'yes';
  if (/count/.test(lower)) return 'as_count';
  return /^(?:no|n|false|never)\b/.test(lower) ? 'no' : 'ask';
}
