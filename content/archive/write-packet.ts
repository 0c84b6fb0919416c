import { isKeptAsBase64 } from '../engine/format/drill-manifest.ts';
import { joinArchive, packAll, type SealedFile } from './open-archive.ts';

type SignWith = Parameters<typeof joinArchive>[2];

/**
 * Writes a packet or a review as one file. The same files and key give the same bytes.
 *
 * @param id the packet's or review's own
 * @param texts path → text, pictures as base64
 */
export function writePacketArchive(
  kind: 'packet' | 'review',
  id: string,
  texts: ReadonlyMap<string, string>,
  signWith?: SignWith,
): Uint8Array {
  return joinPacket(kind, id, packTexts(texts), signWith);
}

/** The first part of it, and nearly all of its time. */
export function packTexts(texts: ReadonlyMap<string, string>): readonly SealedFile[] {
  const files = [...texts].map(([path, text]): [string, Uint8Array] => [
    path,
    new Uint8Array(Buffer.from(text, isKeptAsBase64(path) ? 'base64' : 'utf8')),
  ]);
  return packAll(new Map(files));
}

/** The second part of it, which may sign. */
export function joinPacket(
  kind: 'packet' | 'review',
  id: string,
  packed: readonly SealedFile[],
  signWith?: SignWith,
): Uint8Array {
  return joinArchive({ kind, id, version: '1.0.0' }, packed, signWith);
}
