import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MentorReview } from '../engine/packet/packet-schema.ts';
import { writePacketFiles, writeReviewFiles } from '../engine/packet/write-packet.ts';
import { aStory } from '../engine/testing/a-story.ts';
import { openPacket, openReview } from './open-packet.ts';
import { openArchive } from './open-archive.ts';
import { soundDrill, soundPacket } from './testing/sound-packet.ts';
import { writePacketArchive } from './write-packet.ts';

const { privateKey: key } = generateKeyPairSync('ed25519');
const signed = { key, author: 'Ana Beltran' };
const pack = (files: ReadonlyMap<string, string>, sign?: typeof signed) =>
  writePacketArchive('packet', 'p-1', files, sign);
const log = 'attempts/a1.jsonl';
const folder = `drills/${soundDrill().hash}`;

/** The sound packet with texts exchanged, added or (null) taken away. */
function changed(changes: Readonly<Record<string, string | null>>): ReadonlyMap<string, string> {
  const files = new Map(writePacketFiles(soundPacket()));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

const soundLog = writePacketFiles(soundPacket()).get(log) ?? '';
const soundYaml = soundDrill().texts['drills/a-key/drill.yaml'] ?? '';
/** Roads that begin one after the other, each with some steps of its own. */
function writeRoads(count: number, parentOf: (road: number) => string, steps = 0): string {
  const [, started = ''] = soundLog.split('\n');
  const line = (change: object): string =>
    `${JSON.stringify({ ...(JSON.parse(started) as object), at_s: 30, ...change })}\n`;
  return Array.from({ length: count }, (_, road) => {
    const branch = `r${road}`;
    const data = { parent: parentOf(road), seq: road === 0 ? 1 : steps };
    const own = Array.from({ length: steps }, (__, step) =>
      line({ branch, seq: step + 1, kind: 'notes_changed', data: { text: `${step}` } }),
    );
    return [line({ branch, seq: 0, kind: 'branched', data }), ...own].join('');
  }).join('');
}
const beside = (road: number): string => (road === 0 ? 'main' : `r${road - 1}`);
const soundJson = writePacketFiles(soundPacket()).get('packet.json') ?? '';

describe('openPacket', () => {
  it('gives back what was sent, replayed under the drill that came with it', async () => {
    const opened = await openPacket(pack(writePacketFiles(soundPacket()), signed));
    if (!opened.ok) throw new Error(opened.fault.message);
    expect(opened.value.packet).toEqual(soundPacket().packet);
    expect(opened.value.signature).toMatchObject({ kind: 'valid', author: 'Ana Beltran' });
    const [attempt] = opened.value.attempts;
    expect(attempt?.events).toEqual(soundPacket().logs[0]?.events);
    expect(attempt?.drill).toEqual(soundDrill());
    expect(attempt?.prepared.drill.title).toBe('A key in the open');
  });

  it('says plainly that nobody signed it', async () => {
    const opened = await openPacket(pack(writePacketFiles(soundPacket())));
    expect(opened.ok && opened.value.signature).toEqual({ kind: 'unsigned' });
  });

  it('refuses a file in which any byte was changed after it was signed', async () => {
    const bytes = pack(writePacketFiles(soundPacket()), signed);
    for (let at = 0; at < bytes.length; at += 97) {
      const other = new Uint8Array(bytes);
      other[at] = (other[at] ?? 0) ^ 1;
      expect((await openPacket(other)).ok, `byte ${at}`).toBe(false);
    }
  });

  it.each<[code: string, changes: Readonly<Record<string, string | null>>]>([
    ['packet_invalid', { 'packet.json': '{}' }],
    ['packet_invalid', { 'packet.json': soundJson.replace('"id": "p-1"', '"id": "../p"') }],
    ['newer_packet', { 'packet.json': soundJson.replace('"format": 1', '"format": 2') }],
    ['forbidden_key', { 'packet.json': soundJson.replace('"message"', '"__proto__"') }],
    ['json', { [log]: soundLog + '['.repeat(70) }],
    ['log_missing', { [log]: null }],
    ['log_invalid', { [log]: soundLog.replace('"ended"', '"teleported"') }],
    ['newer_packet', { [log]: soundLog.replace('"format":1', '"format":9') }],
    ['log_of_another', { [log]: soundLog.replaceAll('"a1"', '"a2"') }],
    ['log_refused', { [log]: soundLog.replace('"option":"d"', '"option":"z"') }],
    ['log_refused', { [log]: soundLog.replace('"at_s":60', '"at_s":6') }],
    ['too_many_steps', { [log]: soundLog + '{}\n'.repeat(100_000) }],
    ['too_many_steps', { [log]: soundLog + writeRoads(201, () => 'main') }],
    // Each road inherits all those before it: few lines, and steps by the million.
    [
      'too_many_steps',
      { [log]: soundLog.replace(/.*"ended".*\n/, '') + writeRoads(199, beside, 9) },
    ],
    [
      'drill_missing',
      Object.fromEntries(
        [...changed({}).keys()]
          .filter((path) => path.startsWith(folder))
          .map((path) => [path, null]),
      ),
    ],
    [
      'drill_invalid',
      { [`${folder}/drill.yaml`]: soundYaml.replace('level: entry', 'level: god') },
    ],
    ['drill_changed', { [`${folder}/drill.yaml`]: soundYaml.replace('rating: 4', 'rating: 5') }],
    ['drill_changed', { [`${folder}/evidence/table.csv`]: 'id,note\nr-2,other\n' }],
    ['file_unknown', { 'attempts/other.jsonl': soundLog }],
    ['file_unknown', { 'notes.md': 'Hello' }],
  ])('refuses with %s what is not as it was sent', async (code, changes) => {
    const opened = await openPacket(pack(changed(changes)));
    expect(opened).toMatchObject({ ok: false, fault: { code } });
  });

  it('names the step of a log that the rules refuse', async () => {
    const files = changed({ [log]: soundLog.replace('"option":"d"', '"option":"z"') });
    const opened = await openPacket(pack(files));
    expect(opened.ok ? '' : opened.fault.message).toContain('step 2');
  });

  it('holds a story only where one was put in', async () => {
    const story = aStory({ title: 'A title that is nowhere else' });
    const find = async (files: ReadonlyMap<string, string>): Promise<boolean> => {
      const opened = await openArchive(pack(files), { expectKind: 'packet' });
      if (!opened.ok) throw new Error(opened.fault.message);
      const words = [...opened.value.files.values()].map((bytes) => Buffer.from(bytes).toString());
      return words.some((text) => text.includes(story.title));
    };
    expect(await find(writePacketFiles(soundPacket()))).toBe(false);
    expect(await find(writePacketFiles(soundPacket({ stories: [story] })))).toBe(true);
  });

  it('takes no pack for a packet', async () => {
    const bytes = writePacketArchive('review', 'r-1', changed({}));
    expect(await openPacket(bytes)).toMatchObject({ ok: false, fault: { code: 'wrong_kind' } });
  });
});

describe('openReview', () => {
  const review: MentorReview = {
    format: 1,
    id: 'r-1',
    answers: 'a'.repeat(64),
    packet: 'p-1',
    from: 'Mara Lind',
    message: '',
    at: '2026-11-26T10:00:00.000Z',
    comments: [
      {
        id: 'c-1',
        on: { kind: 'decision', attempt: 'a1', branch: 'main', decision: 'first' },
        text: 'Say why you did not wait.',
        at: '2026-11-26T10:00:00.000Z',
        author: 'Mara Lind',
      },
    ],
  };

  it('gives back the comments and who signed them', async () => {
    const bytes = writePacketArchive('review', 'r-1', writeReviewFiles(review), signed);
    const opened = await openReview(bytes);
    expect(opened).toMatchObject({ ok: true, value: { review, signature: { kind: 'valid' } } });
  });

  it.each([
    ['review_invalid', { ...review, comments: [{ ...review.comments[0], text: ' ' }] }],
    ['review_invalid', { ...review, answers: 'that one' }],
    ['newer_packet', { ...review, format: 2 }],
  ])('refuses with %s what is none', async (code, data) => {
    const files = new Map([['review.json', JSON.stringify(data)]]);
    const opened = await openReview(writePacketArchive('review', 'r-1', files));
    expect(opened).toMatchObject({ ok: false, fault: { code } });
  });

  it('refuses a file beside the comments', async () => {
    const files = new Map([...writeReviewFiles(review), ['more.json', '{}']]);
    const opened = await openReview(writePacketArchive('review', 'r-1', files));
    expect(opened).toMatchObject({ ok: false, fault: { code: 'file_unknown' } });
  });
});
