import { cloudTrailFormat } from '../../../content/engine/evidence/json-formats.ts';
import { writeSqlNames } from '../../../content/engine/evidence/evidence-column.ts';
import { incomplete, skipSpace } from '../../../content/engine/evidence/scan-json.ts';
import { MemberScanner } from '../../../content/engine/evidence/scan-members.ts';
import { LineCounter } from './line-counter.ts';
import type { Sqlite } from './open-sqlite.ts';
import { TableFiller, type NewColumn } from './table-filler.ts';

/** A record longer than this is no event: it is counted as broken. */
const longestRecord = 16 * 1024 * 1024;
/** Bytes by which a document shows that it holds a list of records. */
const documentStart = 64;
/** How an event begins, where a list has no lines to find the next one by. */
const eventStart = Uint8Array.from('{"eventVersion"', (letter) => letter.charCodeAt(0));

const titles = cloudTrailFormat.columns.map(({ title }) => title);
const names = writeSqlNames([...titles, 'raw']);
const described = cloudTrailFormat.columns.map(({ title, kind, paths }, index): NewColumn => ({
  name: names[index] ?? title,
  title,
  kind,
  ...(kind === 'json' ? { computed: `raw -> '$.${paths[0] ?? title}'` } : {}),
}));
/**
 * The stored columns, `raw`, and then the JSON ones, which are read out of `raw` when asked for: a
 * third less memory.
 */
export const cloudTrailColumns: readonly NewColumn[] = [
  ...described.filter(({ computed }) => computed === undefined),
  { name: names.at(-1) ?? 'raw', title: 'raw', kind: 'json' },
  ...described.filter(({ computed }) => computed !== undefined),
];

/**
 * Fills a table with CloudTrail events straight out of a file's bytes: `Records` of a document, a
 * list, or one event a line. No value is parsed; SQLite copies each cell from where it lies.
 */
export class CloudTrailFiller {
  readonly table: TableFiller;
  readonly broken = new LineCounter();
  readonly #sqlite: Sqlite;
  readonly #scanner: MemberScanner;
  /** For each stored column but `raw`, the slots of the scanner in which its value may be. */
  readonly #slots: readonly (readonly number[])[];
  readonly #decoder = new TextDecoder();
  readonly #encoder = new TextEncoder();
  /** What was read and not used yet, at the start of both copies of the same bytes. */
  #bytes = new Uint8Array(0);
  #held = 0;
  #copy = 0;
  #copySize = 0;
  #scratch = 0;
  #scratchSize = 0;
  #lost = false;
  /** What is at hand is too short to tell what it is; more bytes will come. */
  #short = false;
  #last = false;
  /** Between documents, where the next object may be one that holds a list. */
  #outside = true;

  constructor(sqlite: Sqlite, name: string) {
    this.#sqlite = sqlite;
    const paths: string[] = [];
    this.#slots = cloudTrailFormat.columns
      .filter(({ kind }) => kind !== 'json')
      .map((column) =>
        column.paths.map((path) => {
          paths.push(path);
          return paths.length - 1;
        }),
      );
    this.#scanner = new MemberScanner(paths);
    this.table = new TableFiller(sqlite, name, cloudTrailColumns);
  }

  /** Takes the next bytes of the file; with `last`, what is left over is broken. */
  push(chunk: Uint8Array, last: boolean): void {
    this.#hold(chunk);
    this.#last = last;
    this.table.begin();
    try {
      this.#consume();
    } finally {
      this.table.commit();
    }
  }

  close(): void {
    this.table.close();
    this.#freeAll();
  }
  drop(): void {
    this.table.drop();
    this.#freeAll();
  }

  #freeAll(): void {
    if (this.#copy !== 0) this.#sqlite.free(this.#copy);
    if (this.#scratch !== 0) this.#sqlite.free(this.#scratch);
    this.#copy = 0;
    this.#scratch = 0;
  }

  /** Puts a chunk behind what is held, here and in SQLite's memory, where cells are copied from. */
  #hold(chunk: Uint8Array): void {
    const length = this.#held + chunk.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, chunk.length * 2));
      larger.set(this.#bytes.subarray(0, this.#held));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#held);
    this.#held = length;
    if (this.#bytes.length > this.#copySize) {
      if (this.#copy !== 0) this.#sqlite.free(this.#copy);
      this.#copy = 0;
      this.#copy = this.#sqlite.allocate(this.#bytes.length);
      this.#copySize = this.#bytes.length;
    }
    this.#sqlite.memory().set(this.#bytes.subarray(0, length), this.#copy);
  }

  #consume(): void {
    const bytes = this.#bytes;
    const end = this.#held;
    let at = 0;
    this.#short = false;
    while (at < end) {
      at = this.#lost ? this.#findNext(at, end) : this.#skipBetween(at, end);
      if (at >= end || this.#needsMore()) break;
      const after = this.#scanner.scan(bytes, at, end);
      if (after > at) {
        this.#add(at, after);
        at = after;
        continue;
      }
      if (after === incomplete && !this.#last && end - at < longestRecord) break;
      this.broken.add(bytes, at);
      // The next event is looked for behind this one's first byte.
      at += 1;
      this.#lost = true;
    }
    const used = Math.min(at, end);
    this.broken.pass(bytes, used);
    bytes.copyWithin(0, used, end);
    this.#held = end - used;
  }

  /** From the end of one record to the start of the next; anything else there is a broken line. */
  #skipBetween(from: number, end: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (;;) {
      at = skipSpace(bytes, at, end);
      if (at >= end) return at;
      const byte = bytes[at] as number;
      if (byte === 0x7b) {
        if (this.#outside && this.#isShort(at, end, documentStart)) return at;
        const inside = this.#outside ? this.#enterDocument(at, end) : -1;
        this.#outside = false;
        if (inside < 0) return at;
        at = inside;
      } else if (byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7d) {
        if (byte === 0x5d) this.#outside = true;
        at += 1;
      } else if (byte === 0xef && this.broken.passed === 0 && at === 0) {
        if (this.#isShort(at, end, 3)) return at;
        at += 3;
      } else {
        this.broken.add(bytes, at);
        this.#lost = true;
        return this.#findNext(at, end);
      }
    }
  }

  #needsMore(): boolean {
    return this.#short;
  }

  /** Fewer bytes than needed are at hand, and more will come. */
  #isShort(at: number, end: number, needed: number): boolean {
    this.#short = !this.#last && end - at < needed;
    return this.#short;
  }

  /** The first record of a document such as `{"Records":[`; -1 where the object is a record itself. */
  #enterDocument(at: number, end: number): number {
    const start = this.#bytes.subarray(at, Math.min(at + documentStart, end));
    const match = /^\{\s*"(?:Records|events)"\s*:\s*\[/.exec(this.#decoder.decode(start));
    return match ? at + match[0].length : -1;
  }

  /** After a broken record: the next line, or the next event of a list that has no lines. */
  #findNext(from: number, end: number): number {
    const bytes = this.#bytes;
    for (let at = from; at < end; at += 1) {
      const byte = bytes[at];
      if (byte === 0x7b && this.#isShort(at, end, eventStart.length)) return at;
      if (byte === 0x0a || (byte === 0x7b && startsWith(bytes, at, end, eventStart))) {
        this.#lost = false;
        return this.#skipBetween(byte === 0x0a ? at + 1 : at, end);
      }
    }
    return end;
  }

  #add(start: number, end: number): void {
    const { spans } = this.#scanner;
    const { table } = this;
    const slots = this.#slots;
    let scratchUsed = 0;
    for (let column = 0; column < slots.length; column += 1) {
      let from = -1;
      let to = -1;
      for (const slot of slots[column] as readonly number[]) {
        from = spans[slot * 2] as number;
        to = spans[slot * 2 + 1] as number;
        // `null` is as good as absent.
        if (from >= 0 && this.#bytes[from] !== 0x6e) break;
        from = -1;
      }
      if (from < 0) table.setNull(column);
      else if (this.#bytes[from] !== 0x22) table.setText(column, this.#copy + from, to - from);
      else if (!hasBackslash(this.#bytes, from, to)) {
        table.setText(column, this.#copy + from + 1, to - from - 2);
      } else scratchUsed = this.#setEscaped(column, from, to, scratchUsed, end - start);
    }
    table.setText(slots.length, this.#copy + start, end - start);
    table.add();
  }

  /** A string with escapes, decoded into memory of its own until the row has been added. */
  #setEscaped(column: number, from: number, to: number, used: number, record: number): number {
    if (this.#scratchSize < record) {
      // All strings of a record, decoded, are no longer than the record.
      if (this.#scratch !== 0) this.#sqlite.free(this.#scratch);
      this.#scratchSize = Math.max(65_536, record * 2);
      this.#scratch = 0;
      this.#scratch = this.#sqlite.allocate(this.#scratchSize);
    }
    const text = JSON.parse(this.#decoder.decode(this.#bytes.subarray(from, to))) as string;
    const start = this.#scratch + used;
    const place = this.#sqlite.memory().subarray(start, this.#scratch + this.#scratchSize);
    const { written } = this.#encoder.encodeInto(text, place);
    this.table.setText(column, start, written);
    return used + written;
  }
}

function hasBackslash(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === 0x5c) return true;
  return false;
}

function startsWith(bytes: Uint8Array, at: number, end: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > end) return false;
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}
