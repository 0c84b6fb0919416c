import type { KeyObject } from 'node:crypto';
import { openPacket, openReview, type OpenedPacket } from '../../content/archive/open-packet.ts';
import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import { isAuthorName } from '../../content/archive/signature.ts';
import { writePacketArchive } from '../../content/archive/write-packet.ts';
import type { PinnedKeyListing } from '../packs/pack-channels.ts';
import type { OpenedPacketFile, OpenedReviewFile, PacketSigner } from './packet-channels.ts';

type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Opens a packet or a review behind every guard. */
export async function readPacketBytes(
  bytes: Uint8Array,
  keys: readonly PinnedKeyListing[],
): Promise<Answer<OpenedPacketFile | OpenedReviewFile>> {
  const packet = await openPacket(bytes);
  if (packet.ok) return { ok: true, value: describePacket(packet.value, keys) };
  if (packet.fault.code !== 'wrong_kind') return { ok: false, message: packet.fault.message };
  const review = await openReview(bytes);
  if (!review.ok) return { ok: false, message: review.fault.message };
  const { sha256, signature } = review.value;
  const signer = describeSigner(signature, keys);
  return { ok: true, value: { kind: 'review', sha256, signer, review: review.value.review } };
}

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

function describePacket(
  { sha256, signature, packet, attempts }: OpenedPacket,
  keys: readonly PinnedKeyListing[],
): OpenedPacketFile {
  const drills = new Map(attempts.map(({ drill }) => [drill.hash, drill]));
  return {
    kind: 'packet',
    sha256,
    signer: describeSigner(signature, keys),
    packet,
    logs: attempts.map(({ id, log }) => ({ attempt: id, text: log })),
    drills: [...drills.values()],
  };
}

function describeSigner(
  signature: OpenedArchive['signature'],
  keys: readonly PinnedKeyListing[],
): PacketSigner {
  if (signature.kind === 'unsigned') return null;
  const { key, fingerprint, author } = signature;
  const pinnedAs = keys.find((one) => one.key === key)?.name ?? null;
  return { key, fingerprint, author, pinnedAs };
}
