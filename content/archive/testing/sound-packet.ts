import { createHash } from 'node:crypto';
import type { AttemptHeader, AttemptLog } from '../../engine/drill/attempt-log.ts';
import { belongsToDrill, writeDrillManifest } from '../../engine/format/drill-manifest.ts';
import type { Packet } from '../../engine/packet/packet-schema.ts';
import type { PacketDrill } from '../../engine/packet/read-packet.ts';
import type { PacketContents } from '../../engine/packet/write-packet.ts';
import { aHeader, aLog } from '../../engine/testing/a-log.ts';
import { soundTexts } from './sound-pack.ts';

const slug = 'a-key';

/** The drill of the small sound pack, as an attempt keeps it. */
export function soundDrill(): PacketDrill {
  const texts = Object.fromEntries(
    Object.entries(soundTexts).filter(([path]) => belongsToDrill(path, slug)),
  );
  const listed = Object.entries(texts).map(([path, text]) => ({ path, sha256: sha256Of(text) }));
  return {
    hash: sha256Of(writeDrillManifest(slug, listed)),
    slug,
    pack: { id: 'test', version: '1.0.0' },
    texts,
  };
}

/** One attempt that was played to its end, with its drill. */
export function soundPacket(changes: Partial<Packet> = {}): PacketContents {
  const drill = soundDrill();
  const header: AttemptHeader = aHeader({ drill: { slug, id: 'T01', hash: drill.hash } });
  const log: AttemptLog = {
    header,
    events: aLog(
      [
        30,
        'decided',
        { decision: 'first', option: 'd', confidence: 80, citations: [], reason: '' },
      ],
      [60, 'ended'],
    ),
  };
  const packet: Packet = {
    format: 1,
    id: 'p-1',
    from: 'Ana Beltran',
    message: 'Was it too slow?',
    at: '2026-11-26T09:00:00.000Z',
    attempts: [{ id: 'a1', drill: drill.hash, title: 'A key in the open' }],
    practices: [],
    stories: [],
    ...changes,
  };
  return { packet, logs: [log], drills: [drill] };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
