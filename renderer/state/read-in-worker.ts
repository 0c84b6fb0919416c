import {
  readEvidence,
  type EvidenceContent,
  type EvidenceRow,
  type EvidenceShape,
} from '../../content/engine/evidence/read-evidence.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { EvidenceAnswer, EvidenceRequest } from '../workers/evidence.worker.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Shorter files are read at once: under 10 ms, while a worker alone needs longer to start. */
const short = 1_000_000;
/** Formats that nothing is read out of before they are shown. */
const shownWhole: ReadonlySet<string> = new Set([
  'text',
  'markdown',
  'mail',
  'image',
  'diff',
  'config',
]);
/** Rows that come over in one message: under 20 ms of unpacking. */
const piece = 2_000;

let worker: AskedWorker<WithoutId<EvidenceRequest>, EvidenceAnswer> | null = null;

/** Reads an evidence file without ever holding up the window; long ones in a worker. */
export async function readInWorker(shape: EvidenceShape, text: string): Promise<EvidenceContent> {
  if (text.length < short || shownWhole.has(shape.format)) return readEvidence(shape, text);
  worker ??= new AskedWorker('evidence');
  const { format, key, year } = shape;
  const read = await worker.ask({ kind: 'read', shape: { format, key, year }, text });
  if (read.kind === 'whole') return read.content;
  if (read.kind !== 'table') return { kind: 'text', text };
  const rows: EvidenceRow[] = [];
  for (let from = 0; from < read.count; from += piece) {
    const answer = await worker.ask({ kind: 'rows', of: read.id, from, to: from + piece });
    if (answer.kind === 'rows') rows.push(...answer.rows);
  }
  const { columns, kinds, timeColumn, brokenLines, unevenLines } = read;
  return {
    kind: 'table',
    columns,
    brokenLines,
    rows,
    ...(kinds && { kinds }),
    ...(unevenLines && { unevenLines }),
    ...(timeColumn !== undefined && { timeColumn }),
  };
}
