import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readStoryline } from '../engine/evidence/storyline/read-storyline.ts';
import { writeFiles } from '../engine/evidence/storyline/write-files.ts';
import { typeCommand } from './testing/type-command.ts';

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

it('makes exports fictional into a folder, says what it could not map, and writes nothing over', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-export-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const [storyline = ''] = storylines;
  const real = join(packs, dirname(storyline), 'evidence/cloudtrail.json');
  const run = (...args: readonly string[]) => typeCommand(['evidence', ...args]);
  const { status, stdout } = await run('--from', real, '--to', join(folder, 'base'), '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    files: [{ file: join(folder, 'base/cloudtrail.json'), format: 'cloudtrail' }],
    left: expect.arrayContaining([expect.objectContaining({ field: 'userAgent' })]) as unknown,
  });
  expect(readdirSync(join(folder, 'base'))).toEqual(['cloudtrail.json']);
  expect((await run('--from', real, '--to', join(folder, 'base'))).stderr).toContain(
    'is there already',
  );
  expect((await run('--from', real)).stderr).toContain('--to FOLDER');
});
