import { describe, expect, it } from 'vitest';
import type { ParsedPack } from '../../content/engine/format/parsed-pack.ts';
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
