import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Clue } from '../engine/format/drill-schema.ts';
import { readPackFolder } from './read-pack-folder.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const drills = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readPackFolder(join(packs, name)).pack.drills)
  .flatMap((entry) => (entry.kind === 'ready' ? [entry.drill] : []));

/** How one comes upon a clue: reading what arrives, opening evidence, or asking with a tool. */
function nameLook(clue: Clue): string {
  if ('evidence' in clue) return 'evidence';
  return 'feed' in clue ? 'feed' : 'tool';
}

it('every true event can be found in at least two of three kinds of look', () => {
  const once = drills.flatMap(({ id: drill, clues, truth }) => {
    const looks = new Map(clues.map((clue) => [clue.id, nameLook(clue)]));
    return truth
      .filter((event) => new Set(event.clues.map((clue) => looks.get(clue))).size < 2)
      .map(({ id }) => `${drill}/${id}`);
  });
  expect(once).toEqual([]);
});

it('every false trail ends at a clue, so that the debrief can say when it was open', () => {
  const blind = drills.flatMap(({ id: drill, feed }) =>
    feed
      .filter(({ red_herring }) => red_herring?.clues.length === 0)
      .map(({ id }) => `${drill}/${id}`),
  );
  // The alert itself is all that tells of it, and in noise there is no clue.
  expect(blind).toEqual(['D16/lateness']);
});
