import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followGuide, type TypedCommand } from './follow-guide.ts';

// The guide, word for word, as a mentor would follow it.
const example = fileURLToPath(new URL('../examples/my-pack', import.meta.url));
let folder = '';
let typed: readonly TypedCommand[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-guide-'));
  typed = followGuide(folder);
}, 240_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const find = (start: string): string =>
  typed.find(({ command }) => command.startsWith(start))?.stdout ?? '';

it('ends every command well', () => {
  expect(typed.length).toBeGreaterThanOrEqual(11);
  expect(typed.filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
});

it('cites the record that the evidence really holds', () => {
  const [, record = ''] =
    /id: secrets-listed\s+evidence: trail\s+record: (\S+)/.exec(find('evidence')) ?? [];
  const drill = readFileSync(join(folder, 'my-pack/drills/first-drill/drill.yaml'), 'utf8');
  const trail = readFileSync(
    join(folder, 'my-pack/drills/first-drill/evidence/trail.json'),
    'utf8',
  );
  expect(record).toMatch(/^[0-9a-f-]{36}$/);
  expect(drill).toContain(`record: ${record}`);
  expect(trail).toContain(`"eventID":"${record}"`);
});

it('lints clean, and ends in a pack that its author signed', () => {
  expect(find('lint')).toContain('No faults found');
  expect(find('pack verify')).toContain('Ada Marlow');
  expect(find('pack check')).toContain('sound');
});

it('makes the example that lies in the repository', () => {
  // After a change to the guide, to `new` or to the writers of evidence: node content/cli/write-example.ts
  const list = (root: string): readonly string[] =>
    globSync('**/*.*', { cwd: root })
      .filter((path) => !path.startsWith('.'))
      .sort();
  const made = list(join(folder, 'my-pack'));
  expect(made.length).toBe(7);
  expect(list(example)).toEqual(made);
  for (const path of made) {
    const text = readFileSync(join(folder, 'my-pack', path), 'utf8');
    expect(readFileSync(join(example, path), 'utf8') === text, path).toBe(true);
  }
});
