import { formatLog, type AttemptLog } from '../drill/attempt-log.ts';
import {
  logPath,
  packetFile,
  reviewFile,
  type MentorReview,
  type Packet,
} from './packet-schema.ts';
import { drillFolder, type PacketDrill } from './read-packet.ts';

export interface PacketContents {
  readonly packet: Packet;
  readonly logs: readonly AttemptLog[];
  readonly drills: readonly PacketDrill[];
}

/** The files of a packet: path → text, pictures as base64. What `readPacket` reads. */
export function writePacketFiles({
  packet,
  logs,
  drills,
}: PacketContents): ReadonlyMap<string, string> {
  const files = new Map([[packetFile, `${JSON.stringify(packet, null, 1)}\n`]]);
  for (const log of logs) files.set(logPath(log.header.attempt), formatLog(log));
  for (const { hash, slug, texts } of drills) {
    const own = `drills/${slug}/`;
    for (const [path, text] of Object.entries(texts)) {
      if (path.startsWith(own)) files.set(drillFolder(hash) + path.slice(own.length), text);
    }
  }
  return files;
}

/** The one file of a review. */
export function writeReviewFiles(review: MentorReview): ReadonlyMap<string, string> {
  return new Map([[reviewFile, `${JSON.stringify(review, null, 1)}\n`]]);
}
