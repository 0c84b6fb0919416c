import type { KeyObject } from 'node:crypto';
import { isAuthorName } from '../../content/archive/signature.ts';
import { joinPacket } from '../../content/archive/write-packet.ts';
import type { ArchiveReader } from '../packs/archive-reader.ts';

type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/**
 * Writes a packet or a review, and opens it again as its reader will. What takes long, packing and
 * opening, is done by the worker of `reader`; the key stays here.
 */
export async function writePacketBytes(
  {
    kind,
    id,
    files,
    signWith,
  }: {
    readonly kind: 'packet' | 'review';
    readonly id: string;
    readonly files: readonly { readonly path: string; readonly text: string }[];
    readonly signWith: { readonly key: KeyObject; readonly author: string } | null;
  },
  reader: Pick<ArchiveReader, 'packTexts' | 'openSent'>,
): Promise<Answer<{ readonly bytes: Uint8Array; readonly sha256: string }>> {
  const nothing = 'Nothing was written, and nothing of yours has changed.';
  if (signWith && !isAuthorName(signWith.author)) {
    return {
      ok: false,
      message: `A signature needs a name of one line that can be seen. ${nothing} Fill in your name, or send it unsigned.`,
    };
  }
  const refuse = ({ code, message }: { readonly code: string; readonly message: string }) => {
    const [what] = message.split('. ');
    return {
      ok: false as const,
      message: `This cannot be sent as it is: ${what ?? code}. ${nothing} Leave that part out, or send something else.`,
    };
  };
  const packed = await reader.packTexts(new Map(files.map(({ path, text }) => [path, text])));
  if (!packed.ok) return refuse(packed.fault);
  const bytes = joinPacket(kind, id, packed.value, signWith ?? undefined);
  const again = await reader.openSent(bytes);
  return again.ok
    ? { ok: true, value: { bytes, sha256: again.value.sha256 } }
    : refuse(again.fault);
}
