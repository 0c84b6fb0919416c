import {
  detectOwnFormat,
  type OwnFormat,
} from '../../../content/engine/evidence/find-delimiter.ts';
import { measureDepth } from '../../../content/engine/evidence/measure-depth.ts';
import type { LoadProgress, TableInfo } from '../../../content/engine/evidence/sql-terms.ts';
import type { EvidenceFormat } from '../../../content/engine/format/drill-schema.ts';
import type { BenchTables } from './bench-tables.ts';
import { readEvidenceTable } from './evidence-table.ts';
import { readPieces, UnpackError, type FilePiece } from './file-pieces.ts';
import type { FileReader } from './file-reader.ts';
import { openFileReader } from './file-readers.ts';
import { RowTooLargeError } from './table-filler.ts';

export type OwnFileEnd =
  | { readonly kind: 'table'; readonly table: TableInfo }
  | {
      readonly kind: 'whole';
      readonly format: 'mail' | 'text';
      readonly text: string;
      /** Why it is shown as text, where it looks like more. */
      readonly note?: string;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly message: string };

export interface FileLoad {
  /** What its table was called in a worker before this one. */
  readonly name?: string | undefined;
  readonly onProgress: (progress: LoadProgress) => void;
  readonly isCancelled: () => boolean;
  /** Lets messages in: to cancel, and queries of other tables. */
  readonly breathe: () => Promise<void>;
}

/** How much of a file is looked at to tell what it is (bytes). */
const headBytes = 256 * 1024;
/** Files that are no table by lines are read as a whole, up to this many unpacked bytes. */
const wholeBytes = 64 * 1024 * 1024;
/** Rows are made of JSON that is nested no deeper: far below where a runtime gives up, above any log. */
const deepest = 1000;

/** Reads a person’s own file into a table, or says why not. Never throws for what the file holds. */
export async function readOwnFile(
  tables: BenchTables,
  file: File,
  load: FileLoad,
): Promise<OwnFileEnd> {
  const wanted = file.name.replace(/(?:\.\w{1,8}){1,2}$/, '') || file.name;
  const name = tables.claimName(wanted, load.name);
  try {
    const end = await new OwnFile(tables, file, name, load).read();
    if (end.kind !== 'table') tables.releaseName(name);
    return end;
  } catch (error) {
    tables.releaseName(name);
    return { kind: 'refused', message: explain(file.name, error) };
  }
}

class OwnFile {
  readonly #tables: BenchTables;
  readonly #file: File;
  readonly #name: string;
  readonly #load: FileLoad;

  constructor(tables: BenchTables, file: File, name: string, load: FileLoad) {
    this.#tables = tables;
    this.#file = file;
    this.#name = name;
    this.#load = load;
  }

  /** Syslog names no year: that of the file's last change is the best there is. */
  get #year(): number {
    return new Date(this.#file.lastModified).getUTCFullYear();
  }

  async read(): Promise<OwnFileEnd> {
    const pieces = readPieces(this.#file);
    const first = await pieces.next();
    const begin = first.done === true ? null : first.value;
    const head = new TextDecoder().decode(begin?.bytes.subarray(0, headBytes));
    if (head.trim() === '') return this.#refuse('is empty', 'Choose another file.');
    const own = detectOwnFormat(this.#file.name, head);
    const reader = openFileReader(this.#tables.sqlite, this.#name, own, head, this.#year);
    if (!reader) return this.#readWhole(own.format, begin, pieces);
    let isWhole = false;
    try {
      const end = await this.#fill(own, reader, begin, pieces);
      isWhole = end.kind === 'table';
      return end;
    } finally {
      if (!isWhole) reader.drop();
    }
  }

  async #fill(
    own: OwnFormat,
    reader: FileReader,
    first: FilePiece | null,
    rest: AsyncGenerator<FilePiece>,
  ): Promise<OwnFileEnd> {
    const { size } = this.#file;
    if (first) reader.push(first.bytes, false);
    for await (const { bytes, read } of rest) {
      this.#load.onProgress({ read, size, rows: reader.rows });
      await this.#load.breathe();
      if (this.#load.isCancelled()) return { kind: 'cancelled' };
      reader.push(bytes, false);
    }
    reader.push(new Uint8Array(0), true);
    const { columns, timeColumn, rows, broken, uneven, misfits } = reader;
    if (rows === 0) {
      return this.#refuse(
        `has no line that could be read as ${own.format}`,
        'Open it in a text editor to see what it holds.',
      );
    }
    reader.close();
    this.#load.onProgress({ read: size, size, rows });
    const filled = {
      ...this.#about(own.format),
      ...(own.format === 'csv' && { delimiter: own.delimiter }),
      columns,
      timeColumn,
      rows,
      broken,
      ...(uneven && { uneven }),
      ...(misfits && { misfits }),
    };
    return { kind: 'table', table: this.#tables.list(filled) };
  }

  async #readWhole(
    format: EvidenceFormat,
    first: FilePiece | null,
    rest: AsyncGenerator<FilePiece>,
  ): Promise<OwnFileEnd> {
    const decoder = new TextDecoder();
    let text = decoder.decode(first?.bytes, { stream: true });
    for await (const { bytes, read } of rest) {
      this.#load.onProgress({ read, size: this.#file.size, rows: 0 });
      await this.#load.breathe();
      if (this.#load.isCancelled()) return { kind: 'cancelled' };
      if (text.length + bytes.length > wholeBytes) {
        return this.#refuse(
          `is larger than the ${wholeBytes / 1024 / 1024} MB that can be read of a file without lines of records`,
          'Split it, or turn it into one record a line.',
        );
      }
      text += decoder.decode(bytes, { stream: true });
    }
    text += decoder.decode();
    if (format === 'mail' || format === 'text') return { kind: 'whole', format, text };
    if (/^\s*[[{]/.test(text) && measureDepth(text) > deepest) {
      const note =
        'It is shown as text: it is nested more than 1,000 levels deep, and no rows can be made of that. The file is unchanged.';
      return { kind: 'whole', format: 'text', text, note };
    }
    const table =
      // A document that holds a list, of no format that is known.
      (format === 'jsonl' ? readEvidenceTable({ format: 'json' }, text) : null) ??
      readEvidenceTable({ format, year: this.#year }, text);
    if (!table) return { kind: 'whole', format: 'text', text };
    return { kind: 'table', table: this.#tables.fill(table, this.#about(format)).table };
  }

  #about(format: EvidenceFormat) {
    const { name: file } = this.#file;
    return { name: this.#name, title: file, source: { kind: 'own' as const, file }, format };
  }

  #refuse(what: string, next: string): OwnFileEnd {
    return { kind: 'refused', message: writeRefusal(this.#file.name, what, next) };
  }
}

function writeRefusal(name: string, what: string, next: string): string {
  return `“${name}” ${what}. The file is unchanged, and so is what Drillbook keeps. ${next}`;
}

function explain(name: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  if (/memory|NOMEM|allocat/i.test(said)) {
    return writeRefusal(
      name,
      'holds more than fits into the memory of the bench (2 GB)',
      'Open a part of it, such as one day or one region.',
    );
  }
  if (error instanceof RowTooLargeError || /too many columns/.test(said)) {
    return writeRefusal(
      name,
      'holds a record that is larger than a row can be (64 MB, or 2,000 columns)',
      'Take that record out, or split it.',
    );
  }
  if (error instanceof UnpackError) {
    return writeRefusal(
      name,
      'unpacks to more than 200 times its size, which no log does',
      'Unpack it yourself and look at what it holds.',
    );
  }
  if (error instanceof TypeError) {
    return writeRefusal(name, 'is damaged: it could not be unpacked', 'Fetch it again.');
  }
  return writeRefusal(name, 'could not be read any more', 'Choose it again.');
}
