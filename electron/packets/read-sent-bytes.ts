import type { OpenedArchive } from '../../content/archive/open-archive.ts';
import { openPacket, openReview } from '../../content/archive/open-packet.ts';
import type { OpenedPacketFile, OpenedReviewFile } from './packet-channels.ts';

type Signature = Pick<OpenedArchive, 'signature'>;
/** What was opened, before it is known whose key signed it. */
export type SentFile =
  | (Omit<OpenedPacketFile, 'signer'> & Signature)
  | (Omit<OpenedReviewFile, 'signer'> & Signature);

export type SentResult =
  | { readonly ok: true; readonly value: SentFile }
  | { readonly ok: false; readonly fault: { readonly code: string; readonly message: string } };

/** Opens a packet or a review behind every guard. What comes of it is plain data. */
export async function readSentBytes(bytes: Uint8Array): Promise<SentResult> {
  const opened = await openPacket(bytes);
  if (opened.ok) {
    const { sha256, signature, packet, attempts } = opened.value;
    const drills = new Map(attempts.map(({ drill }) => [drill.hash, drill]));
    const logs = attempts.map(({ id, log }) => ({ attempt: id, text: log }));
    return {
      ok: true,
      value: { kind: 'packet', sha256, signature, packet, logs, drills: [...drills.values()] },
    };
  }
  if (opened.fault.code !== 'wrong_kind') return opened;
  const answered = await openReview(bytes);
  if (!answered.ok) return answered;
  const { sha256, signature, review } = answered.value;
  return { ok: true, value: { kind: 'review', sha256, signature, review } };
}
