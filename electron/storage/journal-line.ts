import { createHash } from 'node:crypto';

/** One line of the journal: a change, as JSON, and its number. */
export interface JournalRecord {
  readonly seq: number;
  readonly text: string;
}

const newline = 10;
const hashLength = 16;
const frame = /^([0-9a-f]{16}) (\d{1,16}) (\d{1,10}) /;
/** Longer than any frame. */
const frameLength = 50;

/** `<checksum> <number> <length in bytes> <text>\n`. The text holds no line break: it is JSON. */
export function formatLine({ seq, text }: JournalRecord): Buffer {
  const payload = Buffer.from(text);
  const head = `${seq} ${payload.length} `;
  return Buffer.concat([
    Buffer.from(`${hash(head, payload)} ${head}`),
    payload,
    Buffer.of(newline),
  ]);
}

export interface ParsedJournal {
  readonly records: readonly JournalRecord[];
  /** Bytes up to here are whole lines. */
  readonly end: number;
  /**
   * `torn`: a last line that was never finished, and so never acknowledged · `damaged`: something that
   * was on the disk has changed, and what follows `end` is not known.
   */
  readonly tail: 'whole' | 'torn' | 'damaged';
  /** The last of `records`, if its line break was changed: it has to be written again after `end`. */
  readonly rewrite: JournalRecord | null;
}

/**
 * Reads a file of journal lines. Whatever the bytes are, `records` holds only lines whose checksum
 * fits and whose numbers follow one another; a line that was finished and changed later is never
 * taken for a torn one.
 */
export function parseJournal(bytes: Buffer): ParsedJournal {
  const records: JournalRecord[] = [];
  let end = 0;
  while (end < bytes.length) {
    const stop = bytes.indexOf(newline, end);
    const record = readLine(bytes, end, stop);
    const last = records.at(-1);
    if (record && (last === undefined || record.seq === last.seq + 1)) {
      if (stop < 0) return finishLast(bytes, records, record, end);
      records.push(record);
      end = stop + 1;
      continue;
    }
    const torn = stop < 0 && !isFinished(bytes, end);
    return { records, end, tail: torn ? 'torn' : 'damaged', rewrite: null };
  }
  return { records, end, tail: 'whole', rewrite: null };
}

/** A last line that is whole but for its line break: without it, it was cut; with another byte, changed. */
function finishLast(
  bytes: Buffer,
  records: JournalRecord[],
  record: JournalRecord,
  end: number,
): ParsedJournal {
  const length = formatLine(record).length;
  if (bytes.length - end < length) return { records, end, tail: 'torn', rewrite: null };
  return { records: [...records, record], end, tail: 'torn', rewrite: record };
}

function readLine(bytes: Buffer, start: number, stop: number): JournalRecord | null {
  const match = frame.exec(bytes.toString('latin1', start, start + frameLength));
  if (!match) return null;
  const [whole, sum = '', seq = '', length = ''] = match;
  const from = start + whole.length;
  const to = from + Number(length);
  if (stop >= 0 ? to !== stop : to > bytes.length || bytes.length - to > 1) return null;
  const payload = bytes.subarray(from, to);
  if (hash(`${seq} ${length} `, payload) !== sum) return null;
  return { seq: Number(seq), text: payload.toString() };
}

/** Whether as many bytes follow as the last line promised, so that it had been written whole. */
function isFinished(bytes: Buffer, start: number): boolean {
  const match = frame.exec(bytes.toString('latin1', start, start + frameLength));
  if (!match) return false;
  const length = match[0].length + Number(match[3]);
  // A file that grew before its bytes came (power cut) ends in zeros.
  return bytes.length - start > length && bytes.at(-1) !== 0;
}

function hash(head: string, payload: Buffer): string {
  return createHash('sha256').update(head).update(payload).digest('hex').slice(0, hashLength);
}
