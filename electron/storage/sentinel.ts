import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../write-atomically.ts';
import { storedSchema, type Counts } from './storage-channels.ts';

/**
 * What must be there, written where Chromium cannot lose it. An empty database is a new user's only
 * if this file says so, or does not exist and nothing else does.
 */
export interface Sentinel {
  readonly format: 1;
  /** Of what is stored; higher than this app's: not to be touched. */
  readonly schema: number;
  readonly app: string;
  readonly runtime: { readonly electron: string; readonly chrome: string };
  /** Number of the last change when this was written; later ones may have come. */
  readonly seq: number;
  /** At `seq`, if a snapshot was taken then. */
  readonly counts: Counts | null;
  /** SHA-256 of that snapshot's lines. */
  readonly hash: string | null;
  readonly written_at: string;
}

export type SentinelFound =
  | { readonly kind: 'found'; readonly sentinel: Sentinel }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer'; readonly app: string };

/** @throws as writing a file does */
export async function writeSentinel(path: string, sentinel: Sentinel): Promise<void> {
  const text = JSON.stringify(sentinel);
  await writeAtomically(path, `${text}\n${hash(text)}\n`);
}

/** Synchronous: it is asked before a window opens. */
export function readSentinel(path: string): SentinelFound {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'damaged' };
  }
  const [text = '', sum] = content.split('\n');
  if (hash(text) !== sum) return { kind: 'damaged' };
  const sentinel = JSON.parse(text) as Sentinel;
  if (sentinel.schema > storedSchema) return { kind: 'newer', app: sentinel.app };
  return { kind: 'found', sentinel };
}

/** Where the sentinel lies in the folder of the safe copies. */
export function sentinelPath(folder: string): string {
  return join(folder, 'sentinel.json');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
