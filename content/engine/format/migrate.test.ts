import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findKind, migrateFile, type Chain } from './migrate.ts';

const packs = fileURLToPath(new URL('../../packs', import.meta.url));
const files = globSync('*/**/*.yaml', { cwd: packs });

describe('today’s formats', () => {
  it.each(files)('%s is of today’s format', (path) => {
    const kind = findKind(path.split('/').slice(1).join('/'));
    if (kind === null) return;
    expect(migrateFile(kind, readFileSync(join(packs, path), 'utf8'))).toEqual({
      kind: 'current',
      format: 1,
    });
  });

  it.each([
    ['pack.yaml', 'pack'],
    ['drills/a/drill.yaml', 'drill'],
    ['drills/a/storyline.yaml', 'storyline'],
    ['paths/a.yaml', 'path'],
    ['drills/a/brief.md', null],
    ['glossary.yaml', null],
    ['drills/a/evidence/drill.yaml', null],
  ])('%s is a %s', (path, kind) => {
    expect(findKind(path)).toBe(kind);
  });

  it.each([
    ['format: 2\n', 'Use a newer Drillbook'],
    ['format: 0\n', 'Nothing leads on from format 0'],
    ['id: x\n', 'names no format'],
    ['- 1\n', 'names no format'],
    ['a: [', ''],
  ])('refuses %j', (text, why) => {
    const result = migrateFile('drill', text);
    expect(result).toMatchObject({ kind: 'refused' });
    if (result.kind === 'refused') expect(result.why).toContain(why);
  });
});

// The way there, on formats that never were: the real chain has no step yet.
const chain: Chain = {
  current: 3,
  steps: [
    {
      from: 2,
      about: 'puts the minutes into a field of their own',
      change: (document) => {
        document.set('minutes', document.get('length'));
        document.delete('length');
      },
    },
    { from: 1, about: 'names the level', change: (document) => document.set('level', 'entry') },
  ],
};

describe('a chain of steps', () => {
  it('goes every step in order, and keeps comments and what it does not change', () => {
    const text =
      '# by Ada\nformat: 1\nid: x # never change\nlength: 20\nfeed: [{ id: a, at: "2:30" }]\n';
    expect(migrateFile('drill', text, chain)).toEqual({
      kind: 'migrated',
      from: 1,
      to: 3,
      steps: ['names the level', 'puts the minutes into a field of their own'],
      text: '# by Ada\nformat: 3\nid: x # never change\nfeed: [ { id: a, at: "2:30" } ]\nlevel: entry\nminutes: 20\n',
    });
  });

  it('begins in the middle, and ends where nothing is to be done', () => {
    const once = migrateFile('drill', 'format: 2\nlength: 5\n', chain);
    if (once.kind !== 'migrated') throw new Error('expected a migration');
    expect(once.steps).toHaveLength(1);
    expect(migrateFile('drill', once.text, chain)).toEqual({ kind: 'current', format: 3 });
  });

  it('stops where a step is missing', () => {
    const torn = { ...chain, steps: chain.steps.slice(0, 1) };
    expect(migrateFile('drill', 'format: 1\n', torn)).toMatchObject({ kind: 'refused' });
  });
});
