import type { EvidenceTable } from '../read-evidence.ts';
import { readEvidence } from '../read-evidence.ts';
import { quoteCell } from './table.ts';
import type { Telling, ToldFile } from './told-file.ts';

interface Entry {
  readonly time: string;
  readonly text: string;
}

/**
 * Puts what was told among the records of a real export that was made fictional (see
 * fictionalise.ts): the export keeps its order, and each new record stands before the first later
 * one. Throws an Error where the base is not of the format, or a table lacks a column.
 */
export function mergeBase(
  { file, format }: Pick<ToldFile, 'file' | 'format'>,
  base: string,
  told: Telling,
): Telling {
  const own = readTable(file, format, told.text);
  const under = readTable(`the base of ${file}`, format, base);
  const entries = listEntries(format, under, under.columns);
  for (const entry of listEntries(format, own, under.columns)) {
    const at = entries.findIndex(({ time }) => time > entry.time);
    entries.splice(at < 0 ? entries.length : at, 0, entry);
  }
  const texts = entries.map(({ text }) => text);
  return {
    text:
      format === 'cloudtrail'
        ? `{"Records":[\n${texts.join(',\n')}\n]}\n`
        : `${[...writeHead(format, base, under), ...texts].join('\n')}\n`,
    records: entries.length,
    clues: told.clues,
  };
}

function readTable(name: string, format: ToldFile['format'], text: string): EvidenceTable {
  const content = readEvidence({ format }, text);
  if (content.kind !== 'table' || content.brokenLines.length > 0) {
    const line = content.kind === 'table' ? `, line ${content.brokenLines[0] ?? 0}` : '';
    throw new Error(`${name} is not of the format ${format}${line}.`);
  }
  return content;
}

function listEntries(
  format: ToldFile['format'],
  { columns, timeColumn = 'time', rows }: EvidenceTable,
  wanted: readonly string[],
): Entry[] {
  const timeAt = columns.indexOf(timeColumn);
  const places = wanted.map((name) => {
    const at = columns.indexOf(name);
    if (at < 0) throw new Error(`The base has a column "${name}" that \`columns\` does not name.`);
    return at;
  });
  return rows.map(({ cells, raw }) => ({
    time: cells[timeAt] ?? '',
    text:
      format === 'csv'
        ? places.map((at) => quoteCell(cells[at] ?? '')).join(',')
        : typeof raw === 'string'
          ? raw
          : JSON.stringify(raw),
  }));
}

/** The line above the records, where the format has one. */
function writeHead(
  format: ToldFile['format'],
  base: string,
  { columns }: EvidenceTable,
): readonly string[] {
  if (format === 'csv') return [columns.map(quoteCell).join(',')];
  const [first = ''] = base.split('\n', 1);
  return format === 'vpc-flow' && first.includes('srcaddr') ? [first] : [];
}
