import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findKindFault } from '../archive/archive-limits.ts';
import { findNameFault } from '../archive/check-name.ts';
import { describeArchive } from '../archive/describe-archive.ts';
import { writeFormatPage } from '../engine/format/format-page.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8');

it('keeps docs/format.md as the schemas themselves write it', () => {
  // After a change to a schema: node content/cli/write-format-page.ts
  expect(page).toBe(writeFormatPage(describeArchive()));
});

it('tells of every file and of fields deep within them', () => {
  for (const line of [
    '## drills/<slug>/storyline.yaml',
    '## What may lie in a pack',
    '### feed[].expects',
    '- `rating` (whole number, needed): 1, harmful, to 7, what an expert would do',
    '- `decided` (text, needed): a decision was made',
  ]) {
    expect(page.split('\n')).toContain(line);
  }
});

it('names in the page only endings and names that an archive takes', () => {
  const section = describeArchive();
  const examples = [...section.matchAll(/`([a-z~0-9/-]+(?:\.[a-z0-9]+)+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(examples).toContain('session.har.json');
  for (const name of examples) {
    const fault = findNameFault(name) ?? findKindFault(name);
    expect(fault, name).toBe(name === 'a~1.txt' ? 'name_alias' : null);
  }
});
