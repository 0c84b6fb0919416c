import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeCloudTrail } from '../engine/evidence/storyline-cloudtrail.ts';
import { readStoryline } from '../engine/evidence/storyline.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const storylines = globSync('*/drills/*/storyline.yaml', { cwd: packs });

it('finds the storylines', () => {
  expect(storylines.length).toBeGreaterThan(0);
});

it.each(storylines)('%s writes the evidence as it is committed', (path) => {
  const storyline = readStoryline(path, readFileSync(join(packs, path), 'utf8'));
  if (!storyline.ok) throw new Error(JSON.stringify(storyline.faults));
  const written = writeCloudTrail(storyline.value);
  for (const [file, text] of written) {
    expect(readFileSync(join(packs, dirname(path), file), 'utf8') === text, file).toBe(true);
  }
});
