import type { MentorReview, Packet } from '../../content/engine/packet/packet-schema.ts';
import type { PacketDrill } from '../../content/engine/packet/read-packet.ts';
import { bytes, call, choice, fields, flag, list, nothing, text } from '../ipc-shape.ts';
import { archiveBytes, type PackSigner } from '../packs/pack-channels.ts';

/** Who signed; null for a file that nobody signed. */
export type PacketSigner = PackSigner | null;

/** A packet that passed every guard: its logs replay under the drills that came with it. */
export interface OpenedPacketFile {
  readonly kind: 'packet';
  readonly sha256: string;
  readonly signer: PacketSigner;
  readonly packet: Packet;
  /** JSON lines, the header first. */
  readonly logs: readonly { readonly attempt: string; readonly text: string }[];
  readonly drills: readonly PacketDrill[];
}

export interface OpenedReviewFile {
  readonly kind: 'review';
  readonly sha256: string;
  readonly signer: PacketSigner;
  readonly review: MentorReview;
}

export type PacketFileOpened = OpenedPacketFile | OpenedReviewFile | { readonly kind: 'cancelled' };

export type PacketFileSaved =
  | { readonly kind: 'saved'; readonly path: string; readonly sha256: string }
  | { readonly kind: 'cancelled' };

export interface OwnKeyListing {
  /** Raw Ed25519 public key, base64. */
  readonly key: string;
  readonly fingerprint: string;
}

const file = fields({ path: text(400), text: text(28 * 1024 * 1024) });

/** What the page may ask about packets to a mentor, and what comes back. */
export const packetChannels = {
  /** Asks which file, then opens it behind every guard. */
  open: call<PacketFileOpened>()(nothing),
  /** The same with a file that was dropped. */
  read: call<PacketFileOpened>()(fields({ bytes: bytes(archiveBytes) })),
  /**
   * Asks where, then writes a packet or a review, all or nothing. What its reader would refuse is
   * refused here, and nothing is written. `files`: pictures as base64. `author` is the name to sign with.
   */
  save: call<PacketFileSaved>()(
    fields({
      kind: choice(['packet', 'review']),
      id: text(64),
      suggestedName: text(120),
      files: list(file, 2000),
      sign: flag,
      author: text(300),
    }),
  ),
  /** The person's own key to sign with; null while there is none. */
  ownKey: call<OwnKeyListing | null>()(nothing),
  /** Makes it once. It stays in the data folder, readable by the person alone. */
  makeKey: call<OwnKeyListing>()(nothing),
} as const;
