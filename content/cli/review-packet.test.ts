import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReview } from '../archive/open-packet.ts';
import { writePacketArchive } from '../archive/write-packet.ts';
import { parseLog } from '../engine/drill/attempt-log.ts';
import { belongsToDrill } from '../engine/format/drill-manifest.ts';
import { writePacketFiles } from '../engine/packet/write-packet.ts';
import { aStory } from '../engine/testing/a-story.ts';
import { readPackFolder } from './read-pack-folder.ts';
import { typeCommand } from './testing/type-command.ts';

// On a bundled drill as an expert plays it.
const folder = fileURLToPath(new URL('../packs/core', import.meta.url));
const slug = 'd01-key-in-a-public-repository';
let home = '';

const drillbook = (...args: readonly string[]) => typeCommand(args, { cwd: home });

function writePacket(): Uint8Array {
  const source = readPackFolder(folder);
  const log = parseLog(readFileSync(join(folder, 'drills', slug, 'golden/expert.jsonl'), 'utf8'));
  if ('fault' in log) throw new Error(log.fault);
  const hash = source.hashDrill(slug);
  const header = { ...log.header, drill: { ...log.header.drill, hash } };
  const own = source.paths.filter((path) => belongsToDrill(path, slug));
  const files = writePacketFiles({
    packet: {
      format: 1,
      id: 'p-1',
      from: 'Ana Beltran',
      message: 'Please look at my update.',
      at: '2026-11-26T09:00:00.000Z',
      attempts: [{ id: header.attempt, drill: hash, title: 'A key' }],
      practices: [],
      stories: [aStory()],
    },
    logs: [{ header, events: log.events }],
    drills: [
      {
        hash,
        slug,
        pack: header.pack,
        texts: Object.fromEntries(own.map((path) => [path, source.readText(path)])),
      },
    ],
  });
  return writePacketArchive('packet', 'p-1', files);
}

interface Shown {
  readonly sha256: string;
  readonly attempts: readonly {
    readonly roads: readonly {
      readonly total: { readonly share: number };
      readonly decisions: readonly { readonly decision: string }[];
      readonly updates: readonly {
        readonly update: string;
        readonly sentences: readonly { readonly sentence: number; readonly text: string }[];
      }[];
    }[];
  }[];
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'drillbook-review-'));
  writeFileSync(join(home, 'ana.drillpacket'), writePacket());
  expect(await drillbook('pack', 'key', 'new', 'my.key')).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const show = async () =>
  JSON.parse((await drillbook('review', 'ana.drillpacket', '--json')).stdout) as Shown;

describe('drillbook review', () => {
  it('shows score, decisions and sentences, for people and for programs', async () => {
    const { status, stdout } = await drillbook('review', 'ana.drillpacket');
    expect(status).toBe(0);
    const road = (await show()).attempts[0]?.roads[0];
    expect(road?.total.share).toBeGreaterThan(0.9);
    expect(stdout).toContain('Not signed');
    expect(stdout).toContain('Please look at my update.');
    for (const { decision } of road?.decisions ?? [])
      expect(stdout).toContain(`decision ${decision}`);
    expect(road?.decisions.length).toBeGreaterThan(2);
    expect(road?.updates.some(({ sentences }) => sentences.length > 0)).toBe(true);
    expect(stdout).toContain('Story s1: The deploy key nobody owned');
  });

  it('writes the comments into a signed file that answers this very packet', async () => {
    const { sha256, attempts } = await show();
    const road = attempts[0]?.roads[0];
    const update = road?.updates.find(({ sentences }) => sentences.length > 1);
    const decision = road?.decisions[0]?.decision ?? '';
    writeFileSync(
      join(home, 'mine.yaml'),
      [
        'from: Mara Lind',
        'message: Good work',
        'comments:',
        `  - { decision: ${decision}, text: Say what you ruled out }`,
        `  - { update: ${update?.update ?? ''}, sentence: 2, text: Name the time }`,
        '  - { story: s1, sentence: 1, text: Who found it? }',
      ].join('\n'),
    );
    const { status, stderr } = await drillbook(
      ...['review', 'ana.drillpacket', '--comments', 'mine.yaml', '--key', 'my.key'],
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const opened = await openReview(readFileSync(join(home, 'ana.drillreview')));
    if (!opened.ok) throw new Error(opened.fault.message);
    const { review, signature } = opened.value;
    expect(signature).toMatchObject({ kind: 'valid', author: 'Mara Lind' });
    expect(review.answers).toBe(sha256);
    expect(review.comments.map(({ on }) => on)).toMatchObject([
      { kind: 'decision', decision, branch: 'main' },
      { kind: 'update_sentence', index: 1, sentence: update?.sentences[1]?.text },
      { kind: 'story_sentence', story: 's1' },
    ]);
  });

  it.each([
    ['a decision', '{ decision: nowhere, text: Hm }', 'no decision nowhere'],
    ['a sentence', '{ story: s1, sentence: 99, text: Hm }', 'no sentence 99'],
    ['words', '{ decision: x, text: "" }', 'each comment is'],
  ])('refuses a comment without %s, and writes nothing', async (_what, comment, why) => {
    writeFileSync(join(home, 'bad.yaml'), `comments:\n  - ${comment}\n`);
    const { status, stderr } = await drillbook(
      ...['review', 'ana.drillpacket', '--comments', 'bad.yaml', '-o', 'bad.drillreview'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain(why);
    expect(() => readFileSync(join(home, 'bad.drillreview'))).toThrow();
  });

  it('refuses a packet that was changed on its way', async () => {
    const bytes = writePacket();
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(join(home, 'other.drillpacket'), bytes);
    const { status, stderr } = await drillbook('review', 'other.drillpacket');
    expect(status).toBe(2);
    expect(stderr).toMatch(/is refused \(\w+\)/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
