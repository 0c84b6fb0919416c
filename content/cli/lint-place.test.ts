import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallExercise, smallMaterial } from '../engine/lint/examples/small-exercise.ts';
import { smallDrill, smallFiles, smallPack } from '../engine/lint/examples/small-drill.ts';
import { writeSmallQuestions } from '../engine/lint/examples/small-questions.ts';
import { typeCommand } from './testing/type-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'drillbook-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => typeCommand(args, { cwd: folder });
const questions = writeSmallQuestions({});
let packs = 0;

/** A sound pack with more files; with null, one is left out. */
function writePack(more: Record<string, string | null>): string {
  packs += 1;
  const pack = `pack-${packs}`;
  const files: Record<string, string | null> = {
    'pack.yaml': smallPack,
    'drills/small/drill.yaml': smallDrill,
    ...Object.fromEntries(
      Object.entries(smallFiles).map(([path, text]) => [`drills/small/${path}`, text]),
    ),
    'exercises/code-review/refund.yaml': smallExercise,
    ...Object.fromEntries(
      Object.entries(smallMaterial).map(([path, text]) => [
        `exercises/code-review/refund/${path}`,
        text,
      ]),
    ),
    ...more,
  };
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, pack, path)), { recursive: true });
    writeFileSync(join(folder, pack, path), text);
  }
  return pack;
}

describe('a file that lies where nothing reads it', { timeout: 60_000 }, () => {
  it.each([
    ['questions/own.yml', questions],
    ['question/own.yaml', questions],
    ['own.yaml', questions],
    ['drills/small/questions/own.yaml', questions],
    ['paths/first.yml', 'title: First\nsteps: []\n'],
    ['glossary.yml', '[]\n'],
    ['lost/drill.yaml', smallDrill],
    ['drills/lost/drill.yml', smallDrill],
  ])('%s is told by lint of the pack, lint of the file, and pack', async (file, text) => {
    const pack = writePack({ [file]: text });
    for (const named of [pack, join(pack, file), join(pack, dirname(file))]) {
      const linted = await run('lint', named);
      expect(linted.stdout).toContain(`${pack}/${file}:1:1`);
      expect(linted.stdout).toContain('(wrong-place)');
      expect(linted.status).toBe(1);
    }
    const packed = await run('pack', pack);
    expect(packed.status).toBe(1);
    expect(packed.stderr).toContain(`${file} is not read`);
    expect(packed.stderr).toMatch(/Rename it|Move it|Put it/);
  });

  it.each([
    'drills/small/notes.md',
    'drills/small/storyline.yaml',
    'drills/small/evidence/unnamed.csv',
    'exercises/code-review/refund/unnamed.txt',
    'questions/readme.md',
    'paths/notes.txt',
  ])('%s is never said to be without faults', async (file) => {
    const pack = writePack({ [file]: 'title: x\n' });
    const { status, stdout, stderr } = await run('lint', join(pack, file));
    expect(stdout).not.toContain('No faults');
    expect(stderr).toContain('was not checked');
    expect(status).toBe(2);
  });

  it.each([
    'drills/small/drill.yaml',
    'drills/small',
    'drills',
    `drills/small/${Object.keys(smallFiles)[0] ?? ''}`,
    `exercises/code-review/refund/${Object.keys(smallMaterial)[0] ?? ''}`,
    'exercises/code-review/refund.yaml',
  ])('but %s is read', async (file) => {
    const { status, stdout, stderr } = await run('lint', join(writePack({}), file));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/0 errors/);
    expect(status).toBe(0);
  });

  it('is told where pack.yaml or drill.yaml itself is called otherwise', async () => {
    const pack = writePack({ 'pack.yaml': null, 'pack.yml': smallPack });
    for (const command of ['lint', 'pack', 'simulate']) {
      const { status, stderr } = await run(command, pack);
      expect(stderr).toContain('Rename pack.yml to pack.yaml.');
      expect(status).toBe(2);
    }
    const lone = join(writePack({ 'drills/lone/drill.yml': smallDrill }), 'drills/lone');
    expect((await run('stats', lone)).stderr).toContain('Rename drill.yml to drill.yaml.');
  });
});
