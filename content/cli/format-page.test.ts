import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeFormatPage } from '../engine/format/format-page.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8');

it('keeps docs/format.md as the schemas themselves write it', () => {
  // After a change to a schema: node content/cli/write-format-page.ts
  expect(page).toBe(writeFormatPage());
});

it('tells of every file and of fields deep within them', () => {
  for (const line of [
    '## drills/<slug>/storyline.yaml',
    '### feed[].expects',
    '- `rating` (whole number, needed): 1, harmful, to 7, what an expert would do',
    '- `decided` (text, needed): a decision was made',
  ]) {
    expect(page.split('\n')).toContain(line);
  }
});
