import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { typeCommand } from './testing/type-command.ts';

// What README and CONTRIBUTING tell a reader to type.
const root = join(import.meta.dirname, '../..');
const documents = ['README.md', 'CONTRIBUTING.md'];
const shown = documents.flatMap((name) =>
  readFileSync(join(root, name), 'utf8')
    .split('\n')
    .map((line) => line.trim()),
);
const drillbook = 'npm run --silent drillbook -- ';
const commands = shown
  .filter((line) => line.startsWith(drillbook))
  .map((line) => line.slice(drillbook.length));

test('Something is shown to type', () => {
  expect(commands.length).toBeGreaterThanOrEqual(5);
});

/** What a document may lead into a command with `<`. */
const inputs: Readonly<Record<string, string>> = {
  'updates.jsonl': JSON.stringify({
    audience: 'executive',
    at_min: 20,
    facts: [{ id: 'status', text: 'The key is switched off', known_from_min: 5 }],
    forbidden: [],
    text: 'The key is switched off. The next update comes at 10:30.',
  }),
  'answers.jsonl': JSON.stringify({
    question: 'Tell me about a time you found a gap that nobody owned.',
    principle: 'Ownership',
    answer: 'In March 2024 our build keys were never rotated. I wrote the rotation and ran it.',
  }),
};

// Without a person at the keyboard: what asks sees the end of its input and stops in order.
test.each(commands)('drillbook %s does what the document shows it for', async (shownCommand) => {
  const [command = '', file = ''] = shownCommand.split(' < ');
  const home = mkdtempSync(join(tmpdir(), 'drillbook-documented-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { status, stdout, stderr } = await typeCommand(command.split(' '), {
    input: inputs[file] ?? '',
    cwd: root,
    home,
  });
  expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
  expect(stdout.length).toBeGreaterThan(20);
});

test('Every npm script that a document names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const text = shown.join('\n');
  const named = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:]+)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
