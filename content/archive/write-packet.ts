import { isKeptAsBase64 } from '../engine/format/drill-manifest.ts';
import { writeArchive } from './open-archive.ts';

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
  signWith?: Parameters<typeof writeArchive>[2],
): Uint8Array {
  const files = [...texts].map(([path, text]): [string, Uint8Array] => [
    path,
    new Uint8Array(Buffer.from(text, isKeptAsBase64(path) ? 'base64' : 'utf8')),
  ]);
  return writeArchive({ kind, id, version: '1.0.0' }, new Map(files), signWith);
}
