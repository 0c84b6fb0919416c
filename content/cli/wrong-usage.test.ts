import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createInPack } from './new/create-in-pack.ts';
import { openMemoryTerminal, typeCommand } from './testing/type-command.ts';

// What is mistyped is told with what was meant, or how it is typed.
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-usage-'));
  const options = { kind: 'drill', slug: 'first-drill', pack: join(folder, 'mine') } as const;
  createInPack(openMemoryTerminal().terminal, { ...options, json: false });
  writeFileSync(join(folder, 'no.jsonl'), 'a: 1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refuse(typed: string): Promise<string> {
  const { status, stderr } = await typeCommand(typed.split(' '), { cwd: folder });
  expect(status).toBe(2);
  return stderr;
}

it.each([
  ['nwe drill x', 'Did you mean "new"?'],
  ['help lnt', 'Did you mean "lint"?'],
  ['new drils x', 'Did you mean "drill"?'],
  ['new drill x --pak mine', 'Did you mean "--pack"?'],
  ['lint --explain late-clu', 'Did you mean "late-clue"?'],
  ['play first-dril --pack mine', 'Did you mean "first-drill"?'],
  ['new drill My_Drill', 'Such as: my-drill.'],
  ['new drill', 'Type: drillbook new drill|question|exercise|path SLUG'],
  ['pack key a.key', 'Type: drillbook pack key new FILE'],
  ['simulate mine --runs -5', '--runs lacks its value. One that begins with a dash'],
  ['simulate mine --json=3', '--json takes no value.'],
  ['new drill x -q', "Unknown option '-q'."],
  ['score no.jsonl', 'A log is what drillbook play saves'],
  ['pack mine --output none/x.drillpack', 'does not exist; make it first'],
])('%s', async (typed, said) => {
  expect(await refuse(typed)).toContain(said);
});

it('says of a log of another version what to do, and not what a log is', async () => {
  const header = JSON.stringify({ kind: 'attempt', format: 9 });
  writeFileSync(join(folder, 'later.jsonl'), `${header}\n`);
  const said = await refuse('score later.jsonl');
  rmSync(join(folder, 'later.jsonl'));
  expect(said).toContain('Update Drillbook, or open the file with the version that wrote it.');
  expect(said).not.toContain('A log is');
});

it.runIf(process.platform === 'linux')(
  'is told at once where the system takes no folders',
  async () => {
    expect(await refuse('new drill x --pack /proc/none')).toContain('/proc/none');
    expect(await refuse('play first-drill --pack mine --log /proc/none/x.jsonl')).toContain('log');
    expect(readdirSync(folder)).toEqual(['mine', 'no.jsonl']);
  },
);

it('shows one command as JSON, and takes a folder for what it is', async () => {
  const { stdout } = await typeCommand(['help', 'lint', '--json'], { cwd: folder });
  expect(JSON.parse(stdout)).toHaveProperty('name', 'lint');
  const checked = await typeCommand(['pack', 'check', 'mine'], { cwd: folder });
  expect(checked.stdout).toContain('This is a folder, not a file');
});
