import type { KeyObject } from 'node:crypto';
import { openPacket, openReview } from '../../content/archive/open-packet.ts';
import { isAuthorName } from '../../content/archive/signature.ts';
import { writePacketArchive } from '../../content/archive/write-packet.ts';

type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Writes a packet or a review, and opens it again as its reader will. */
export async function writePacketBytes({
  kind,
  id,
  files,
  signWith,
}: {
  readonly kind: 'packet' | 'review';
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly signWith: { readonly key: KeyObject; readonly author: string } | null;
}): Promise<Answer<{ readonly bytes: Uint8Array; readonly sha256: string }>> {
  const nothing = 'Nothing was written, and nothing of yours has changed.';
  if (signWith && !isAuthorName(signWith.author)) {
    return {
      ok: false,
      message: `A signature needs a name of one line. ${nothing} Fill in your name, or send it unsigned.`,
    };
  }
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const bytes = writePacketArchive(kind, id, texts, signWith ?? undefined);
  const again = kind === 'packet' ? await openPacket(bytes) : await openReview(bytes);
  if (again.ok) return { ok: true, value: { bytes, sha256: again.value.sha256 } };
  const [what] = again.fault.message.split('. ');
  return {
    ok: false,
    message: `This cannot be sent as it is: ${what ?? again.fault.code}. ${nothing} Leave that part out, or send something else.`,
  };
}
