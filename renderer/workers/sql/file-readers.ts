import { MisfitCounter } from '../../../content/engine/evidence/broken-lines.ts';
import {
  parseDelimited,
  writeDelimited,
  type Delimiter,
} from '../../../content/engine/evidence/csv.ts';
import { CsvRecords } from '../../../content/engine/evidence/csv-records.ts';
import { nameColumns, writeSqlCell } from '../../../content/engine/evidence/describe-table.ts';
import { EpochColumns } from '../../../content/engine/evidence/epoch-times.ts';
import { inferKinds } from '../../../content/engine/evidence/infer-kinds.ts';
import { findJsonFormat, readJsonCells } from '../../../content/engine/evidence/json-formats.ts';
import {
  isRecord,
  parseJson,
  readMember,
  writeCell,
} from '../../../content/engine/evidence/json-members.ts';
import { openLineReader } from '../../../content/engine/evidence/line-formats.ts';
import {
  readSeparatorLine,
  type OwnFormat,
} from '../../../content/engine/evidence/find-delimiter.ts';
import { CloudTrailFiller, cloudTrailColumns } from './cloudtrail-filler.ts';
import type { FileReader } from './file-reader.ts';
import { LineFiller, readEachLine } from './line-filler.ts';
import type { Sqlite } from './open-sqlite.ts';

/** Columns that are made of what the first lines hold; the rest stands in `raw`. */
const mostColumns = 400;

/**
 * null: a file of this format is read as a whole.
 *
 * @param head its beginning as text
 * @param year for times that name none
 */
export function openFileReader(
  sqlite: Sqlite,
  name: string,
  own: OwnFormat,
  head: string,
  year: number,
): FileReader | null {
  if (own.format === 'csv') return openCsv(sqlite, name, head, own.delimiter);
  const { format } = own;
  if (format === 'cloudtrail') return openCloudTrail(sqlite, name);
  const lines = openLineReader(format, { year });
  if (lines) {
    // A header line, which comes first, decides on the columns.
    lines.read(head.slice(0, Math.max(0, head.indexOf('\n'))));
    const titles = lines.columns.map(({ title }) => title);
    const kinds = lines.columns.map(({ kind }) => kind);
    const columns = nameColumns(titles, kinds, false);
    return new LineFiller(
      sqlite,
      name,
      columns,
      lines.timeColumn,
      readEachLine((line) => {
        const cells = lines.read(line);
        if (cells === 'header') return 'skip';
        if (cells === 'broken' || cells.length !== kinds.length) return 'broken';
        return [...cells.map((cell, at) => writeSqlCell(cell, kinds[at] ?? 'text', false)), line];
      }),
    );
  }
  // A document with a list in it has no lines to go by.
  if (/^\s*(?:\[|\{\s*"[^"]*"\s*:\s*\[)/.test(head) || !isOneRecordALine(head)) return null;
  const json = findJsonFormat(format);
  if (json) {
    const titles = json.columns.map(({ title }) => title);
    const kinds = json.columns.map(({ kind }) => kind);
    const columns = nameColumns(titles, kinds, true);
    return new LineFiller(
      sqlite,
      name,
      columns,
      json.timeColumn,
      readEachLine((line) => {
        const record = parseJson(line);
        if (!isRecord(record)) return 'broken';
        const cells = readJsonCells(json, record);
        return [...cells.map((cell, at) => writeSqlCell(cell, kinds[at] ?? 'text', false)), line];
      }),
    );
  }
  return format === 'jsonl' ? openJsonLines(sqlite, name, head) : null;
}

/** Its first line is a record and another line follows: one line alone may be a whole document. */
function isOneRecordALine(head: string): boolean {
  const end = head.indexOf('\n');
  return end >= 0 && head.slice(end).trim() !== '' && isRecord(parseJson(head.slice(0, end)));
}

function openCloudTrail(sqlite: Sqlite, name: string): FileReader {
  const filler = new CloudTrailFiller(sqlite, name);
  return {
    columns: cloudTrailColumns.map(({ name: column, title, kind }) => ({
      name: column,
      title,
      kind,
    })),
    timeColumn: 'eventTime',
    get rows() {
      return filler.table.rows;
    },
    get broken() {
      return filler.broken.broken;
    },
    push: (bytes, last) => {
      filler.push(bytes, last);
    },
    close: () => {
      filler.close();
    },
    drop: () => {
      filler.drop();
    },
  };
}

/** Columns are the names that the first lines hold. */
function openJsonLines(sqlite: Sqlite, name: string, head: string): FileReader {
  const records = head
    .slice(0, head.lastIndexOf('\n') + 1 || head.length)
    .split('\n')
    .map(parseJson)
    .filter(isRecord);
  const titles = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(
    0,
    mostColumns,
  );
  const write = (record: unknown): string[] =>
    titles.map((title) => writeCell(readMember(record, title)));
  const sample = records.map(write);
  const own = inferKinds(titles.length, sample);
  const epochs = new EpochColumns(titles, own, sample);
  const kinds = [...own, ...epochs.titles.map(() => 'time' as const)];
  const columns = nameColumns([...titles, ...epochs.titles], kinds, true);
  const misfits = new MisfitCounter(titles, own);
  return new LineFiller(
    sqlite,
    name,
    columns,
    columns[kinds.indexOf('time')]?.title ?? null,
    readEachLine((line, number) => {
      const record = parseJson(line);
      if (!isRecord(record)) return 'broken';
      const read = write(record);
      misfits.look(read, number);
      const cells = [...read, ...epochs.read(read, number)];
      return [...cells.map((cell, at) => writeSqlCell(cell, kinds[at] ?? 'text', false)), line];
    }),
    { misfits: () => [...misfits.misfits, ...epochs.misfits] },
  );
}

function openCsv(sqlite: Sqlite, name: string, head: string, delimiter: Delimiter): FileReader {
  const whole = head.lastIndexOf('\n') > 0 ? head.slice(0, head.lastIndexOf('\n')) : head;
  const table = whole.slice(readSeparatorLine(head)?.length ?? 0).replace(/^\uFEFF/, '');
  const [header = [], ...sample] = parseDelimited(table, delimiter);
  const titles = header.slice(0, mostColumns);
  const own = inferKinds(titles.length, sample);
  const epochs = new EpochColumns(titles, own, sample);
  const kinds = [...own, ...epochs.titles.map(() => 'time' as const)];
  const named = nameColumns([...titles, ...epochs.titles], kinds, false);
  const misfits = new MisfitCounter(titles, own);
  const write = (cells: readonly string[], line: number): readonly (string | null)[] => {
    const written = titles.map((_, at) => writeSqlCell(cells[at] ?? '', kinds[at] ?? 'text', true));
    for (const instant of epochs.read(cells, line)) written.push(instant || null);
    return cells.length > titles.length ? [...written, writeDelimited(cells, delimiter)] : written;
  };
  return new LineFiller(
    sqlite,
    name,
    named.slice(0, -1),
    named[kinds.indexOf('time')]?.title ?? null,
    (put, makeText) =>
      new CsvRecords(delimiter, (cells, line) => {
        if (cells === 'broken') {
          put(cells, line);
          return;
        }
        for (let at = misfits.turnToText(cells); at >= 0; at = misfits.turnToText(cells)) {
          kinds[at] = 'text';
          makeText(at);
        }
        misfits.look(cells, line);
        put(write(cells, line), line, cells.length !== header.length);
      }),
    { misfits: () => [...misfits.misfits, ...epochs.misfits], over: named.at(-1) },
  );
}
