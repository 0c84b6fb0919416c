import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAppFiles } from '../electron/app-files.ts';
import { readPackFile, readPackListings } from '../electron/packs.ts';
import type { Drill } from '../content/engine/format/drill-schema.ts';
import { nameParsedDrill } from '../content/engine/format/parsed-files.ts';
import type { PackHeads } from '../content/engine/format/parsed-pack.ts';
import { root } from './launcher/root.ts';
import { belongsToShippedPack, copyPacks, listAppFiles } from './bundle-lists.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-lists-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test.each([
  ['pack.yaml', true],
  ['glossary.yaml', true],
  ['competencies.yaml', true],
  ['questions/ownership.yaml', true],
  ['questions/drafts/ownership.yaml', false],
  ['drills/d01-x/drill.yaml', true],
  ['drills/d01-x/brief.md', true],
  ['drills/d01-x/evidence/a.json', true],
  ['drills/d01-x/evidence/mail/b.eml', true],
  ['drills/d01-x/golden/expert.jsonl', false],
  ['drills/d01-x/storyline.yaml', false],
  ['drills/d01-x/storyline/notes.md', false],
  ['notes.txt', false],
  ['parsed.json', false],
  ['parsed-questions.json', false],
  ['parsed/d01-x.json', false],
])('Of a pack, %s ships: %s', (path, ships) => {
  expect(belongsToShippedPack(path)).toBe(ships);
});

test('The main process can read what is listed, and only that is copied', async () => {
  write('packs/core/pack.yaml', 'id: core');
  write('packs/core/drills/d/evidence/log.txt', 'line');
  write('packs/core/drills/d/golden/expert.jsonl', '{}');
  write('packs/LICENSE', '');
  write('copy/old/pack.yaml', '');
  const listed = copyPacks(join(folder, 'packs'), join(folder, 'copy'));
  const packs = readPackListings(JSON.stringify(listed));
  expect(packs.map(({ id, files }) => [id, files.map(({ path }) => path)])).toEqual([
    ['core', ['drills/d/evidence/log.txt', 'pack.yaml', 'parsed.json']],
  ]);
  const wanted = { pack: 'core', path: 'drills/d/evidence/log.txt' };
  const read = await readPackFile(join(folder, 'copy'), packs, wanted);
  expect(read.kind === 'ok' && new TextDecoder().decode(read.value)).toBe('line');
});

test('Questions are left parsed apart from what every start reads', () => {
  write('packs/own/pack.yaml', 'id: own');
  write('packs/own/questions/a.yaml', 'format: [');
  const [listed] = copyPacks(join(folder, 'packs'), join(folder, 'copy'));
  expect(listed?.files.map(({ path }) => path)).toContain('parsed-questions.json');
  const read = (name: string) => readFileSync(join(folder, 'copy/own', name), 'utf8');
  const faults = [expect.objectContaining({ file: 'questions/a.yaml' })] as unknown;
  expect(JSON.parse(read('parsed-questions.json'))).toMatchObject({ questions: [], faults });
  expect(JSON.parse(read('parsed.json'))).not.toHaveProperty('questions');
});

test('A drill is left parsed for play, and lists get its head alone', () => {
  const example = join(root, 'content/examples/my-pack');
  cpSync(example, join(folder, 'packs/my-pack'), { recursive: true });
  const [listed] = copyPacks(join(folder, 'packs'), join(folder, 'copy'));
  const paths = listed?.files.map(({ path }) => path) ?? [];
  const left = paths.filter((path) => path.startsWith('parsed/'));
  expect(left.length).toBeGreaterThan(0);
  for (const path of left) {
    const read = (name: string) =>
      JSON.parse(readFileSync(join(folder, 'copy/my-pack', name), 'utf8')) as unknown;
    const drill = read(path) as Drill;
    const heads = read('parsed.json') as PackHeads;
    const head = heads.drills.find((one) => nameParsedDrill(one.slug) === path);
    expect(head).toMatchObject({ kind: 'ready', drill: { id: drill.id, title: drill.title } });
    expect(head).not.toHaveProperty('drill.feed');
    expect(drill.feed.length).toBeGreaterThan(0);
  }
});

test('The page’s files have types, and a file of no known type stops the build', () => {
  write('page/index.html', '');
  write('page/assets/main-a_b.js', '');
  const files = readAppFiles(JSON.stringify(listAppFiles(join(folder, 'page'))));
  expect(files.get('/assets/main-a_b.js')?.type).toBe('text/javascript; charset=utf-8');
  write('page/main.js.map', '');
  expect(() => listAppFiles(join(folder, 'page'))).toThrow('main.js.map');
});
