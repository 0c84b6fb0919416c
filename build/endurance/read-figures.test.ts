import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../launcher/root.ts';
import { readFigures } from './read-figures.ts';

it('finds figures as both reporters print them, and nothing else', () => {
  const printed = [
    '\u001B[90mstdout\u001B[2m | a.test.ts\u001B[2m > \u001B[22m\u001B[2mis strict',
    '\u001B[22m\u001B[39mfigure: 8 of 8 writes strict',
    '  figure: 20 kills, 0 lost',
    'durability: no figure: at all',
  ].join('\n');
  expect(readFigures(printed)).toEqual([
    'figure: 8 of 8 writes strict',
    'figure: 20 kills, 0 lost',
  ]);
});

/** Files whose tests have counts: those of the app from outside and of its storage, and all that ask for them. */
function listCounting(): readonly string[] {
  return ['content', 'electron', 'renderer', 'e2e']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter(
      (path) =>
        /\.(?:test|spec)\.ts$/.test(path) &&
        (!path.startsWith('content') ||
          /count-runs|DRILLBOOK_ENDURANCE/.test(readFileSync(join(root, path), 'utf8'))),
    );
}

const said = listCounting().flatMap((path) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/console\.log\(\s*[`'"/](.*)/g)].map(
    ([, words = '']) => ({ path, words }),
  ),
);

it('would find what every test says of its counts', () => {
  // What is indented tells more of the line before it.
  const missed = said.filter(
    ({ words }) => !words.startsWith('  ') && readFigures(words).length === 0,
  );
  expect(missed).toEqual([]);
});

it.each([
  'durability',
  'kill -9',
  'torn tail',
  'full disk',
  'damage',
  'read-only folder',
  'second start',
  'newer data',
  'snapshots',
  'export, erase, import',
  'erase',
  'log',
])('would find the figure of what is stored: %s', (what) => {
  expect(said.filter(({ words }) => words.startsWith(`figure: ${what}: `))).toHaveLength(1);
});
