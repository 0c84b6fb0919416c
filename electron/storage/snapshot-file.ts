import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { putAtomically } from '../write-atomically.ts';
import { readRecordKey } from './record-key.ts';
import type { Counts, SnapshotReason } from './storage-channels.ts';

/** First line of a snapshot. */
export interface SnapshotHeading {
  readonly kind: 'drillbook-snapshot';
  readonly format: 1;
  readonly schema: number;
  /** Number of the last change in it. */
  readonly seq: number;
  readonly taken_at: string;
  readonly reason: SnapshotReason;
}

/** Last line of a snapshot: of all lines before it. */
export interface SnapshotFooting {
  readonly kind: 'end';
  readonly records: number;
  readonly counts: Counts;
  /** Hexadecimal, lower case. */
  readonly sha256: string;
}

/** Records of a state, one JSON of Envelope a line. */
export type RecordLines = Iterable<string> | AsyncIterable<string>;

/** A snapshot is not what was written. */
export class SnapshotDamaged extends Error {
  override readonly name = 'SnapshotDamaged';
}

const blockLength = 256 * 1024;

/**
 * Writes a snapshot: JSON lines, compressed, one record a line. After a crash there is the whole
 * file or none.
 *
 * @throws as writing a file does
 */
export async function writeSnapshot(
  path: string,
  heading: SnapshotHeading,
  lines: RecordLines,
): Promise<SnapshotFooting> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let records = 0;
  let footing: SnapshotFooting | undefined;

  async function* write(): AsyncGenerator<Buffer> {
    let block = `${JSON.stringify(heading)}\n`;
    for await (const line of lines) {
      const { table } = readRecordKey(line);
      counts[table] = (counts[table] ?? 0) + 1;
      records += 1;
      block += `${line}\n`;
      if (block.length < blockLength) continue;
      const bytes = Buffer.from(block);
      hash.update(bytes);
      block = '';
      yield bytes;
    }
    const bytes = Buffer.from(block);
    hash.update(bytes);
    footing = { kind: 'end', records, counts, sha256: hash.digest('hex') };
    yield Buffer.concat([bytes, Buffer.from(`${JSON.stringify(footing)}\n`)]);
  }

  await putAtomically(path, (part) =>
    pipeline(
      Readable.from(write()),
      createGzip({ level: 4 }),
      createWriteStream(part, { flags: 'wx', mode: 0o600 }),
    ),
  );
  if (!footing) throw new SnapshotDamaged('The snapshot has no end.');
  return footing;
}

/**
 * The records of a snapshot, one JSON a line.
 *
 * @throws SnapshotDamaged at the latest after the last line; until then nothing read is certain
 */
export async function* readSnapshot(
  path: string,
): AsyncGenerator<string, { heading: SnapshotHeading; footing: SnapshotFooting }> {
  const hash = createHash('sha256');
  let heading: SnapshotHeading | null = null;
  let footing: SnapshotFooting | null = null;
  let records = 0;
  for await (const line of readLines(path)) {
    if (footing) throw new SnapshotDamaged('Something follows the end of the snapshot.');
    if (!heading) {
      heading = readSnapshotHeading(line);
      hash.update(`${line}\n`);
      continue;
    }
    footing = readFooting(line);
    if (footing) continue;
    hash.update(`${line}\n`);
    records += 1;
    yield line;
  }
  if (!heading || !footing) throw new SnapshotDamaged('The snapshot has no end.');
  if (footing.records !== records || footing.sha256 !== hash.digest('hex')) {
    throw new SnapshotDamaged('The checksum of the snapshot does not fit.');
  }
  return { heading, footing };
}

/**
 * Reads a snapshot through.
 *
 * @throws SnapshotDamaged
 */
export async function checkSnapshot(
  path: string,
): Promise<{ heading: SnapshotHeading; footing: SnapshotFooting }> {
  const lines = readSnapshot(path);
  for (;;) {
    const { done, value } = await lines.next();
    if (done) return value;
  }
}

async function* readLines(path: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  const source = createReadStream(path, { highWaterMark: blockLength });
  const unpacked = createGunzip({ chunkSize: blockLength });
  source.on('error', (error) => unpacked.destroy(error));
  let rest = '';
  try {
    for await (const chunk of source.pipe(unpacked)) {
      const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw new SnapshotDamaged('The snapshot cannot be unpacked.', { cause: error });
  } finally {
    source.destroy();
  }
  if (rest !== '') throw new SnapshotDamaged('The last line of the snapshot is cut.');
}

/**
 * Reads the first line of a snapshot.
 *
 * @throws SnapshotDamaged
 */
export function readSnapshotHeading(line: string): SnapshotHeading {
  const heading = parse(line) as Partial<SnapshotHeading> | null;
  if (heading?.kind !== 'drillbook-snapshot' || typeof heading.seq !== 'number') {
    throw new SnapshotDamaged('The snapshot has no beginning.');
  }
  return heading as SnapshotHeading;
}

function readFooting(line: string): SnapshotFooting | null {
  // Records begin with their version; only the last line does not.
  if (!line.startsWith('{"kind":"end"')) return null;
  const footing = parse(line) as Partial<SnapshotFooting> | null;
  return footing && typeof footing.sha256 === 'string' ? (footing as SnapshotFooting) : null;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
