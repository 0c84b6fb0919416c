import { describe, expect, it } from 'vitest';
import { readDrillHead } from '../../content/engine/format/drill-head.ts';
import { readHeads, type ParsedPack } from '../../content/engine/format/parsed-pack.ts';
import { aDrill } from '../../content/engine/testing/a-drill.ts';
import { aHeader } from '../../content/engine/testing/a-log.ts';
import { Catalogue } from './catalogue.svelte.ts';

/** Packs with one drill each, all in a folder of the same name. */
async function someCatalogue(ids: readonly string[]): Promise<Catalogue> {
  const parsed: ParsedPack = {
    header: null,
    glossary: [],
    faults: [],
    drills: [{ kind: 'ready', slug: 'first', drill: aDrill({}) }],
  };
  const catalogue = new Catalogue(
    {
      list: () => Promise.resolve(ids.map((id) => ({ id, files: [] }))),
      readText: () => Promise.resolve(''),
    },
    () => Promise.resolve(parsed),
    (text) => Promise.resolve(`hash of ${text}`),
  );
  await catalogue.load();
  return catalogue;
}

describe('drills of the same folder name in several packs', () => {
  it('stand side by side, the first by its folder, each by its pack', async () => {
    const catalogue = await someCatalogue(['core', 'team']);
    expect(catalogue.entries.map(({ name }) => name)).toEqual(['first', 'team/first']);
    expect(catalogue.find('first')?.packId).toBe('core');
    expect(catalogue.find('core/first')?.packId).toBe('core');
    expect(catalogue.find('team/first')?.packId).toBe('team');
    expect(catalogue.find('other/first')).toBeNull();
  });

  it('are found by what an attempt keeps of them', async () => {
    const catalogue = await someCatalogue(['core', 'team']);
    const played = (id: string) =>
      catalogue.findPlayed(
        aHeader({
          pack: { id, version: '1.0.0' },
          drill: { slug: 'first', id: 'T01', hash: 'of an older version' },
        }),
      );
    expect(played('team')?.packId).toBe('team');
    expect(played('removed')).toBeNull();
  });
});

describe('a catalogue', () => {
  const drills = [{ kind: 'ready', slug: 'first', drill: aDrill({}) }] as const;
  const parsed: ParsedPack = { header: null, glossary: [], faults: [], drills };
  const digest = (text: string) => Promise.resolve(text);
  const list = (...ids: readonly string[]) =>
    Promise.resolve(ids.map((id) => ({ id, files: [{ path: 'pack.yaml', size: 1, sha256: '' }] })));

  it('keeps the drills of a pack beside one that cannot be read, and says which', async () => {
    const readText = (id: string) =>
      id === 'broken' ? Promise.reject(new Error('damaged')) : Promise.resolve(id);
    const source = { list: () => list('core', 'broken'), readText };
    const fault = {
      code: 'c',
      severity: 'error',
      line: 1,
      column: 1,
      path: '',
      remedy: '',
    } as const;
    const faults = [{ ...fault, file: 'glossary.yaml', message: 'A term stands twice.' }];
    const catalogue = new Catalogue(source, () => Promise.resolve({ ...parsed, faults }), digest);
    await catalogue.load();
    expect(catalogue.status).toBe('ready');
    expect(catalogue.entries.map(({ packId }) => packId)).toEqual(['core']);
    expect(catalogue.faults.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'broken/pack.yaml: The pack "broken" could not be read.',
      'core/glossary.yaml: A term stands twice.',
    ]);
  });

  it('holds what was asked for last, though an earlier look took longer', async () => {
    const answers: (() => void)[] = [];
    let ids: readonly string[] = ['core'];
    const source = { list: () => list(...ids), readText: () => Promise.resolve('') };
    const parse = () =>
      new Promise<ParsedPack>((resolve) => {
        answers.push(() => {
          resolve(parsed);
        });
      });
    const catalogue = new Catalogue(source, parse, digest);
    const first = catalogue.load();
    await expect.poll(() => answers.length).toBe(1);
    ids = ['core', 'team'];
    const second = catalogue.load();
    await expect.poll(() => answers.length).toBe(3);
    answers[1]?.();
    answers[2]?.();
    await second;
    answers[0]?.();
    await first;
    expect(catalogue.entries.map(({ packId }) => packId)).toEqual(['core', 'team']);
  });

  it('reads a drill as the build left it parsed, or else from its texts', async () => {
    const whole = aDrill({ title: 'As the build left it' });
    const paths = ['parsed.json', 'parsed/first.json', 'drills/first/drill.yaml'];
    const texts: Readonly<Record<string, string>> = {
      'parsed.json': JSON.stringify(readHeads(parsed)),
      'parsed/first.json': JSON.stringify(whole),
      'drills/first/drill.yaml': 'the text',
    };
    const source = {
      list: () =>
        Promise.resolve([
          { id: 'core', files: paths.map((path) => ({ path, size: 1, sha256: '' })) },
          { id: 'team', files: [{ path: 'drills/first/drill.yaml', size: 1, sha256: '' }] },
        ]),
      readText: (_id: string, path: string) => Promise.resolve(texts[path] ?? ''),
    };
    const catalogue = new Catalogue(source, () => Promise.resolve(parsed), digest);
    await catalogue.load();
    const [bundled, installed] = catalogue.entries;
    if (!bundled || !installed) throw new Error('Both packs have a drill.');
    expect(bundled.kind === 'ready' && bundled.drill).toEqual(readDrillHead(drills[0].drill));
    const kitTexts = { 'drills/first/drill.yaml': 'the text' };
    expect(await catalogue.readPlayable(bundled)).toMatchObject({
      drill: { title: 'As the build left it', feed: whole.feed },
      kit: { slug: 'first', texts: kitTexts },
    });
    expect(await catalogue.readPlayable(installed)).toMatchObject({
      drill: { title: drills[0].drill.title, feed: drills[0].drill.feed },
      kit: { texts: kitTexts },
    });
  });
});
