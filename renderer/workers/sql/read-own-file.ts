import {
  detectOwnFormat,
  type OwnFormat,
} from '../../../content/engine/evidence/find-delimiter.ts';
import {
  detectImage,
  isOverloaded,
  measureImage,
} from '../../../content/engine/evidence/image-head.ts';
import { detectBinary, isText } from '../../../content/engine/evidence/binary-head.ts';
import { isRecord, parseJson } from '../../../content/engine/evidence/json-members.ts';
import { writeFileName } from '../../../content/engine/format/file-name.ts';
import { measureDepth } from '../../../content/engine/evidence/measure-depth.ts';
import type { LoadProgress } from '../../../content/engine/evidence/sql-terms.ts';
import type { EvidenceFormat } from '../../../content/engine/format/drill-schema.ts';
import type { OwnFileEnd } from '../sql-messages.ts';
import type { BenchTables } from './bench-tables.ts';
import { deepest, readEvidenceTable } from './evidence-table.ts';
import {
  joinBytes,
  joinPieces,
  readPieces,
  readText,
  UnpackError,
  type FilePiece,
} from './file-pieces.ts';
import type { FileReader } from './file-reader.ts';
import { openFileReader } from './file-readers.ts';
import { RowTooLargeError } from './table-filler.ts';
import { isUtf16, TextBytes } from './text-bytes.ts';

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
/** A longer text (UTF-16 units) is not laid out as more than its lines, which would hold up the window. */
const longestShown = 4 * 1024 * 1024;
/** A picture of more pixels is not drawn: its 400 MB would be taken at once. */
const mostPixels = 100_000_000;
/** So much of what is no text is shown as text (bytes). */
const shownBytes = 64 * 1024;

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
    if (begin && detectImage(begin.bytes)) return this.#readImage(begin, pieces);
    const start = begin?.bytes.subarray(0, headBytes) ?? new Uint8Array(0);
    const binary = detectBinary(start);
    if (binary || !(isUtf16(start) || isText(start))) {
      await pieces.return(undefined);
      return binary ? this.#refuse(binary.what, binary.next) : this.#showBytes(start);
    }
    const text = new TextBytes();
    const end = await this.#readText(readText(joinPieces(begin, pieces), text));
    if (text.note === null || (end.kind !== 'table' && end.kind !== 'whole')) return end;
    return { ...end, note: end.note === undefined ? text.note : `${end.note} ${text.note}` };
  }

  async #readText(pieces: AsyncGenerator<FilePiece>): Promise<OwnFileEnd> {
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

  /**
   * All that is left of the file, given to `take` piece by piece.
   *
   * @returns what it ends with where it is not read to its end
   */
  async #takeAll(
    first: FilePiece | null,
    rest: AsyncGenerator<FilePiece>,
    take: (bytes: Uint8Array) => void,
    refuse: () => OwnFileEnd,
  ): Promise<OwnFileEnd | null> {
    let length = first?.bytes.length ?? 0;
    if (first) take(first.bytes);
    for await (const { bytes, read } of rest) {
      this.#load.onProgress({ read, size: this.#file.size, rows: 0 });
      await this.#load.breathe();
      if (this.#load.isCancelled()) return { kind: 'cancelled' };
      length += bytes.length;
      if (length > wholeBytes) return refuse();
      take(bytes);
    }
    return null;
  }

  async #readWhole(
    format: EvidenceFormat,
    first: FilePiece | null,
    rest: AsyncGenerator<FilePiece>,
  ): Promise<OwnFileEnd> {
    const decoder = new TextDecoder();
    let text = '';
    const end = await this.#takeAll(
      first,
      rest,
      (bytes) => {
        text += decoder.decode(bytes, { stream: true });
      },
      () =>
        this.#refuse(
          `is larger than the ${wholeBytes / 1024 / 1024} MB that can be read of a file without lines of records`,
          'Split it, or turn it into one record a line.',
        ),
    );
    if (end) return end;
    text += decoder.decode();
    if (format === 'mail') return { kind: 'whole', format, text };
    if (format === 'text') return this.#showText(text, explainDrawing(this.#file.name, text));
    if (format === 'diff' || format === 'config') {
      return text.length > longestShown
        ? this.#showText(text, tooLong)
        : { kind: 'whole', format, text };
    }
    return this.#readDocument(format, text);
  }

  /** A document, whose rows may be of more use than it is as a whole. */
  #readDocument(format: EvidenceFormat, text: string): OwnFileEnd {
    if (/^\s*[[{]/.test(text) && measureDepth(text) > deepest) {
      return this.#showText(
        text,
        'it is nested more than 1,000 levels deep, and no rows can be made of that.',
      );
    }
    const list = format === 'jsonl' ? readEvidenceTable({ format: 'json' }, text) : null;
    const read = list ?? readEvidenceTable({ format, year: this.#year }, text);
    const shown = findDocument(format, this.#file.name, text);
    if (!read && shown === null) {
      const isBroken = format === 'sbom' || /\.json(?:\.gz)?$/i.test(this.#file.name);
      return this.#showText(text, isBroken ? 'it is no whole JSON.' : null);
    }
    if (!read) {
      return text.length > longestShown
        ? this.#showText(text, tooLong)
        : { kind: 'whole', format: shown ?? 'text', text };
    }
    const { table } = this.#tables.fill(read, this.#about(format));
    if (shown === null) return { kind: 'table', table };
    if (text.length > longestShown) {
      return shown === 'sbom'
        ? { kind: 'table', table, note: `It is shown as a table only: ${tooLong}` }
        : { kind: 'table', table };
    }
    // Rows of which none says when are settings rather than a log.
    const leads = shown === 'sbom' || table.timeColumn === null;
    return { kind: 'table', table, document: { format: shown, text, leads } };
  }

  async #readImage(first: FilePiece, rest: AsyncGenerator<FilePiece>): Promise<OwnFileEnd> {
    const parts: Uint8Array[] = [];
    let length = 0;
    const end = await this.#takeAll(
      first,
      rest,
      (bytes) => {
        parts.push(bytes);
        length += bytes.length;
      },
      () =>
        this.#refuse(
          `is larger than the ${wholeBytes / 1024 / 1024} MB that can be read of a picture`,
          'Make it smaller, or cut it.',
        ),
    );
    if (end) return end;
    const bytes = joinBytes(parts, length);
    const size = measureImage(bytes);
    const begin = (): string => new TextDecoder().decode(bytes.subarray(0, shownBytes));
    if (!size || size.width * size.height === 0) {
      return this.#showText(begin(), 'it begins like a picture, and says no size.');
    }
    if (size.width * size.height > mostPixels) {
      const said = `${String(size.width)} × ${String(size.height)} pixels`;
      return this.#showText(
        begin(),
        `it is a picture of ${said}, and more than 100 million are not drawn. Make it smaller to look at it.`,
      );
    }
    if (isOverloaded(bytes)) {
      return this.#showText(
        begin(),
        'it is a picture in more than 10,000 pieces, and is not drawn.',
      );
    }
    return { kind: 'image', bytes };
  }

  /** @param why it is not shown as what it looks like; null: it is a text */
  #showText(text: string, why: string | null): OwnFileEnd {
    if (why === null) return { kind: 'whole', format: 'text', text };
    const note = `It is shown as text: ${why} The file is unchanged.`;
    return { kind: 'whole', format: 'text', text, note };
  }

  #showBytes(bytes: Uint8Array): OwnFileEnd {
    const text = new TextDecoder().decode(bytes.subarray(0, shownBytes));
    const note =
      'Its bytes are no text, and the first 64 kB of them at most are shown as text. Logs, tables, mail, settings and pictures can be opened; what is packed or binary has to be exported first. The file is unchanged.';
    return { kind: 'whole', format: 'text', text, note };
  }

  #about(format: EvidenceFormat) {
    const { name: file } = this.#file;
    return {
      name: this.#name,
      title: writeFileName(file),
      source: { kind: 'own' as const, file },
      format,
    };
  }

  #refuse(what: string, next: string): OwnFileEnd {
    return { kind: 'refused', message: writeRefusal(this.#file.name, what, next) };
  }
}

const tooLong = 'it is longer than the 4 MB that are laid out.';

/** Which document a text is that was read as rows; null: its rows are all there is to it. */
function findDocument(format: EvidenceFormat, name: string, text: string): 'sbom' | 'json' | null {
  const isNamed = /\.json(?:\.gz)?$/i.test(name);
  if (format !== 'sbom' && !(format === 'jsonl' && (isNamed || /"bomFormat"/.test(text)))) {
    return null;
  }
  const value = parseJson(text);
  if (value === null || typeof value !== 'object') return null;
  if ('bomFormat' in value && value.bomFormat === 'CycloneDX') return 'sbom';
  // Records in a list are a log, or as good as one.
  return isNamed && !(Array.isArray(value) && value.some(isRecord)) ? 'json' : null;
}

/** Why a drawing is shown as text; null: it is none. */
function explainDrawing(name: string, text: string): string | null {
  return /\.svgz?$/i.test(name) || /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/i.test(text.slice(0, 4096))
    ? 'an SVG drawing can hold programs, so it is not drawn.'
    : null;
}

function writeRefusal(name: string, what: string, next: string): string {
  return `“${writeFileName(name)}” ${what}. The file is unchanged, and so is what Drillbook keeps. ${next}`;
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
