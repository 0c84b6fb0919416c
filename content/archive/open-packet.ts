import { createHash } from 'node:crypto';
import { isKeptAsBase64, writeDrillManifest } from '../engine/format/drill-manifest.ts';
import { findJsonHazard } from '../engine/format/find-json-hazard.ts';
import { packetFile, reviewFile, type MentorReview } from '../engine/packet/packet-schema.ts';
import { refusePacket, type PacketResult } from '../engine/packet/packet-fault.ts';
import {
  drillFolder,
  readPacket,
  readReviewFile,
  type PacketAttempt,
  type ReadPacket,
} from '../engine/packet/read-packet.ts';
import { refuseArchive, type ArchiveResult } from './archive-fault.ts';
import { checkPart } from './check-contents.ts';
import { openArchive, type OpenedArchive } from './open-archive.ts';

type Opened = Pick<OpenedArchive, 'signature' | 'sha256'>;
export type OpenedPacket = Opened & ReadPacket;
export type OpenedReview = Opened & { readonly review: MentorReview };

/**
 * Opens a `.drillpacket` in memory. Archive, manifest and signature as for a pack; then each drill in
 * it passes what a pack's drills pass and has the hash that its attempts name, and each log replays
 * under it. Never throws for what is in `bytes`.
 */
export async function openPacket(bytes: Uint8Array): Promise<PacketResult<OpenedPacket>> {
  const opened = await openArchive(bytes, { expectKind: 'packet' });
  if (!opened.ok) return opened;
  const { files, signature, sha256 } = opened.value;
  const texts = readTexts(files, (path) => path === packetFile || path.startsWith('attempts/'));
  if (!texts.ok) return texts;
  const read = readPacket(texts.value);
  if (!read.ok) return read;
  for (const { drill } of new Map(
    read.value.attempts.map((one) => [one.drill.hash, one]),
  ).values()) {
    const fault = checkDrill(files, drill);
    if (fault) return fault;
  }
  return { ok: true, value: { signature, sha256, ...read.value } };
}

/** Opens a `.drillreview` in memory. */
export async function openReview(bytes: Uint8Array): Promise<PacketResult<OpenedReview>> {
  const opened = await openArchive(bytes, { expectKind: 'review' });
  if (!opened.ok) return opened;
  const { files, signature, sha256 } = opened.value;
  const stray = [...files.keys()].find((path) => path !== reviewFile);
  if (stray !== undefined) return refusePacket('file_unknown', stray);
  const texts = readTexts(files, () => true);
  if (!texts.ok) return texts;
  const review = readReviewFile(texts.value.get(reviewFile) ?? '');
  return review.ok ? { ok: true, value: { signature, sha256, review: review.value } } : review;
}

/** Every file as text, our own JSON without what would stall a parser or reach a prototype. */
function readTexts(
  files: OpenedArchive['files'],
  isOurs: (path: string) => boolean,
): ArchiveResult<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (isKeptAsBase64(path)) {
      texts.set(path, Buffer.from(bytes).toString('base64'));
      continue;
    }
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return refuseArchive('not_utf8', path);
    }
    const hazard = isOurs(path) ? findJsonHazard(text, { lines: path.endsWith('.jsonl') }) : null;
    if (hazard) {
      const code = hazard.code === 'forbidden-key' ? 'forbidden_key' : 'json';
      return refuseArchive(code, path, hazard.message);
    }
    texts.set(path, text);
  }
  return { ok: true, value: texts };
}

function checkDrill(files: OpenedArchive['files'], { hash, slug }: PacketAttempt['drill']) {
  const folder = drillFolder(hash);
  const own = new Map(
    [...files]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, bytes]) => [`drills/${slug}/${path.slice(folder.length)}`, bytes]),
  );
  const listed = [...own].map(([path, bytes]) => ({ path, sha256: sha256Of(bytes) }));
  const found = sha256Of(writeDrillManifest(slug, listed));
  if (found !== hash) return refusePacket('drill_changed', slug);
  const checked = checkPart({ slug, files: own });
  return checked.ok ? null : checked;
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
