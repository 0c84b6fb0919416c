import { writeSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../write-atomically.ts';
import { isJournalName, readJournalHeading, writeJournalHeading } from './journal-heading.ts';
import { formatLine, parseJournal, type JournalRecord } from './journal-line.ts';

/** One file of the journal; each snapshot begins a new one. */
interface Segment {
  /** Number of the last change before this file. */
  readonly after: number;
  readonly path: string;
  readonly records: JournalRecord[];
  readonly damaged: boolean;
}

/** Bytes of a line that is written without a thread of its own: an event has one or two thousand. */
const shortLine = 64 * 1024;

/**
 * The journal: every change, in order, on the disk before it is acknowledged. What it holds is kept
 * in memory too, since that is half an hour of use, so reading does not depend on the disk.
 */
export class Journal {
  readonly #folder: string;
  #segments: Segment[] = [];
  #file: FileHandle | null = null;
  /** Bytes of the current file that are whole lines. */
  #length = 0;
  /** Bytes behind #length may be left of a line that could not be finished. */
  #dirty = false;
  #seq = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Number of the last change. */
  get seq(): number {
    return this.#seq;
  }
  /** The changes after this number are held; null without any file. */
  get since(): number | null {
    return this.#segments[0]?.after ?? null;
  }

  /** Reads what is there. A last line that was never finished is cut off; nothing else is changed. */
  async load(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(this.#folder)).filter(isJournalName).sort();
    for (const [index, name] of names.entries()) {
      this.#segments.push(await readSegment(join(this.#folder, name), index === names.length - 1));
    }
    this.#segments = this.#segments.map(dropRefused);
    this.#seq = this.#segments.reduce(
      (seq, { after, records }) => Math.max(seq, after, records.at(-1)?.seq ?? 0),
      0,
    );
  }

  /**
   * The changes after a number, as far as they follow one another without a gap, and whether that is
   * all there was.
   */
  readAfter(seq: number): { readonly records: readonly JournalRecord[]; readonly whole: boolean } {
    const records: JournalRecord[] = [];
    let reached = seq;
    for (const segment of this.#segments) {
      if (segment.after > reached) return { records, whole: false };
      for (const record of segment.records) {
        if (record.seq <= reached) continue;
        records.push(record);
        reached = record.seq;
      }
    }
    // Damage in an older file shows as a gap before the next one.
    return { records, whole: this.#segments.at(-1)?.damaged !== true };
  }

  /**
   * Begins a new file for the changes after `after`.
   *
   * @throws as writing a file does; changes then go on in the current file
   */
  async begin(after: number): Promise<void> {
    const path = join(this.#folder, `journal-${String(after).padStart(12, '0')}.log`);
    // The current file, still without a change: opened anew it would be emptied, and removed by a failure.
    if (this.#file && this.#segments.at(-1)?.path === path) return;
    const line = writeJournalHeading(after);
    // One without changes may be left of an earlier run: it is the same, and is written anew.
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(line);
      await file.sync();
      await syncFolder(this.#folder);
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
    const before = this.#file;
    this.#file = file;
    this.#length = line.length;
    this.#dirty = false;
    this.#seq = after;
    this.#segments = [
      ...this.#segments.filter((segment) => segment.path !== path),
      { after, path, records: [], damaged: false },
    ];
    await before?.close();
  }

  /**
   * Writes one change; resolves once it is on the disk. Not to be called again before that.
   *
   * @throws as writing a file does; the journal is then as it was before
   */
  async append(text: string): Promise<number> {
    const segment = this.#segments.at(-1);
    if (!this.#file || !segment) throw new Error('The journal has no open file.');
    const record = { seq: this.#seq + 1, text };
    const line = formatLine(record);
    if (this.#dirty) await this.#cutBack();
    this.#dirty = true;
    // A short line only goes to the system's cache here; a pool thread would cost more than it saves.
    if (line.length <= shortLine) this.#writeAtOnce(line);
    else await this.#write(line);
    await this.#file.datasync();
    this.#dirty = false;
    this.#length += line.length;
    this.#seq = record.seq;
    segment.records.push(record);
    return record.seq;
  }

  /** Removes the files that hold nothing after a number. */
  async dropUpTo(seq: number): Promise<void> {
    const kept: Segment[] = [];
    for (const [index, segment] of this.#segments.entries()) {
      const next = this.#segments[index + 1];
      if (next && next.after <= seq) await rm(segment.path, { force: true });
      else kept.push(segment);
    }
    this.#segments = kept;
  }

  /** Closes the current file, and forgets and returns the paths of all: they are the caller's now. */
  async release(): Promise<readonly string[]> {
    await this.close();
    const paths = this.#segments.map(({ path }) => path);
    this.#segments = [];
    return paths;
  }

  /** Goes on in the file that `close` closed. */
  async resume(): Promise<void> {
    const current = this.#segments.at(-1);
    if (!this.#file && current) this.#file = await open(current.path, 'r+');
  }

  /** Begins as on the first day, where `release` was called and the folder may be gone. */
  async beginAnew(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    this.#seq = 0;
    await this.begin(0);
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  #writeAtOnce(line: Buffer): void {
    for (let from = 0; from < line.length;) {
      const left = line.length - from;
      const { fd } = this.#file ?? {};
      from += check(fd === undefined ? 0 : writeSync(fd, line, from, left, this.#length + from));
    }
  }

  async #write(line: Buffer): Promise<void> {
    for (let from = 0; from < line.length;) {
      const left = line.length - from;
      const written = await this.#file?.write(line, from, left, this.#length + from);
      from += check(written?.bytesWritten ?? 0);
    }
  }

  /** Takes away what a failed write left behind. */
  async #cutBack(): Promise<void> {
    await this.#file?.truncate(this.#length);
    await this.#file?.datasync();
  }
}

function check(bytesWritten: number): number {
  if (bytesWritten === 0) throw Object.assign(new Error('No byte was written.'), { code: 'EIO' });
  return bytesWritten;
}

async function readSegment(path: string, last: boolean): Promise<Segment> {
  const bytes = await readFile(path);
  const { records, end, tail, rewrite } = parseJournal(bytes);
  const [heading, ...changes] = records;
  const named = Number(/(\d{12})\.log$/.exec(path)?.[1]);
  if (!heading || readJournalHeading(heading.text)?.after !== named) {
    const unfinished = last && (bytes.length === 0 || tail === 'torn');
    return { after: named, path, records: [], damaged: !unfinished };
  }
  if (tail === 'torn') await mend(path, end, rewrite);
  return { after: named, path, records: changes, damaged: tail === 'damaged' };
}

/**
 * A change that could not be put on the disk for certain was refused; where a new file was begun then,
 * its line may still stand in the one before, under the number that the next change got.
 */
function dropRefused(segment: Segment, index: number, all: readonly Segment[]): Segment {
  const last = all[index + 1]?.after ?? Infinity;
  return { ...segment, records: segment.records.filter(({ seq }) => seq <= last) };
}

async function mend(path: string, end: number, rewrite: JournalRecord | null): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(end);
    if (rewrite) {
      const line = formatLine(rewrite);
      await file.write(line, 0, line.length, end);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
