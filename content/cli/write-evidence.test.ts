import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readStoryline } from '../engine/evidence/storyline/read-storyline.ts';
import { writeFiles } from '../engine/evidence/storyline/write-files.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const storylines = globSync('*/drills/*/storyline.yaml', { cwd: packs });

it('finds the storylines', () => {
  expect(storylines.length).toBeGreaterThan(0);
});

it.each(storylines)('%s writes the evidence as it is committed', (path) => {
  const storyline = readStoryline(path, readFileSync(join(packs, path), 'utf8'));
  if (!storyline.ok) throw new Error(JSON.stringify(storyline.faults));
  for (const { file, text } of writeFiles(storyline.value)) {
    expect(readFileSync(join(packs, dirname(path), file), 'utf8') === text, file).toBe(true);
  }
});
