import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRuns } from '../testing/count-runs.ts';
import { hostileYaml } from '../testing/hostile-yaml.ts';
import { composeYaml } from './compose-yaml.ts';
import { readPlainYaml } from './read-plain-yaml.ts';

/** What the library makes of it; a word where it refuses, which no text is read as. */
function readWhole(text: string): unknown {
  const composed = composeYaml(text);
  return composed.ok ? composed.document.toJS({ maxAliasCount: 0 }) : 'refused';
}

const plain: readonly (readonly [text: string, data: unknown])[] = [
  ['a: b\n', { a: 'b' }],
  ['# a note\n\na: b\n# no\n', { a: 'b' }],
  [
    'a: 12\nb: -3\nc: 1.50\nd: true\ne: null\nf:\n',
    { a: 12, b: -3, c: 1.5, d: true, e: null, f: null },
  ],
  [
    'at: 2026-03-10\nto: 10:20\nfrom: 192.0.2.1\nid: 8b1e\n',
    { at: '2026-03-10', to: '10:20', from: '192.0.2.1', id: '8b1e' },
  ],
  ['a:\n- b\n- - c\n  - d\n', { a: ['b', ['c', 'd']] }],
  ['- a: 1\n  b:\n    - c\n-\n- d\n', [{ a: 1, b: ['c'] }, null, 'd']],
  [
    'a: some words\n  that go on\n\n  and on\nb: c\n',
    { a: 'some words that go on\nand on', b: 'c' },
  ],
  [
    'a: |\n  one\n\n    two\n  # three\n\n\nb: >-\n  one\n  two\n\n  three\n',
    { a: 'one\n\n  two\n# three\n', b: 'one two\nthree' },
  ],
  ['a: "b\\n\\"c\\""\nd: \'it\'\'s\'\n', { a: 'b\n"c"', d: "it's" }],
  ['a: "one\n  two \\\n  three\n\n  four"\n', { a: 'one two three\nfour' }],
  ["a: { b: [c, 'd', { e: 1 }], 'true': f:g, }\n", { a: { b: ['c', 'd', { e: 1 }], true: 'f:g' } }],
  ['a:\n  [\n    b,\n\n    c,\n  ]\n', { a: ['b', 'c'] }],
  ['a: b # c\n"d": "\\x41"\n', { a: 'b', d: 'A' }],
  ['a: |+\n  b\n\nc: d|3\n', { a: 'b\n\n', c: 'd|3' }],
  ['a b: [c d: e]\n', { 'a b': [{ 'c d': 'e' }] }],
  ['a: >\n  b\n   c\n  d\n', { a: 'b\n c\nd\n' }],
];

const unusual = [
  ...['', 'a: b', '---\na: b\n', 'a: b\n...\n', 'a: &b c\n', 'a: !!str 5\n'],
  ...['%YAML 1.2\n---\na: b\n', 'a: b: c\n', 'a:\tb\n', 'a: b\r', 'a: b\rc\n'],
  ...['\ufeffa: b\n', 'a: b\u00a0\n', 'a: 0x10\n', 'a: 1e3\n', 'a: .5\n', 'a: .inf\n'],
  ...['a: Null\n', 'a: ~\n', 'a: 007\n', 'a: +1\n', 'a: -0\n', 'null: a\n', '1: a\n'],
  ...['a: [b\n', 'a: [b]c\n', 'a:\n  b: c\n d: e\n', 'a: b\n  - c: d\n'],
  ...['a: |2\n   b\n', '- >1-\n  b\n', 'a: "b\\\n\n  c"\n'],
  ...['a: [\n]\n', 'a: "b\nc"\n', 'a: 1\na: 2\n', '? [a]\n: b\n', 'a: 1\n---\nb: 2\n'],
];

describe('reading plain YAML', () => {
  it.each(plain)('reads %j', (text, data) => {
    expect(readPlainYaml(text)).toEqual({ data });
    expect(readWhole(text)).toEqual(data);
  });

  it.each(unusual)('leaves %j to the library', (text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  it.each(hostileYaml)(
    'refuses nothing and takes nothing that is refused: %s',
    (_, _code, text) => {
      expect(readPlainYaml(text)).toBeNull();
      expect(readPlainYaml(`${text}\n`)).toBeNull();
    },
  );

  it('leaves a text to the library that is near its bounds', () => {
    expect(readPlainYaml(`a: [${'b, '.repeat(2_000)}]\n`)).not.toBeNull();
    // Roughly counted it is too much: 450 items as drills have them, with 32,000 words and signs.
    const item =
      '- id: a\n  text: b\n  when: { all: [{ delivered: c }, { decided: d, option: e }] }\n';
    expect(readPlainYaml(item.repeat(450))).not.toBeNull();
    expect(readPlainYaml(item.repeat(1_200))).toBeNull();
    expect(readPlainYaml(`a: [${'b, '.repeat(20_000)}]\n`)).toBeNull();
    expect(readPlainYaml(`a: ${'['.repeat(62)}${']'.repeat(62)}\n`)).toBeNull();
  });
});

const piece = fc.constantFrom(
  ...[
    'a: b',
    'c: ',
    'd:',
    '- ',
    '- e',
    '  ',
    '\n',
    '\n  ',
    '\n    ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ', ',
    ',',
  ],
  ...[
    ': ',
    ':',
    ' # f',
    '#',
    '|\n',
    '|-\n',
    '>\n',
    '>-\n',
    '>+\n',
    '|2\n',
    'true',
    'null',
    '12',
    '1.5',
    '-',
    '0x1',
  ],
  ...[
    '"g"',
    "'h'",
    '\\',
    '\\n',
    '\\\n',
    'some words',
    '- - i',
    '- j: k\n  l: m',
    '{ n: 1, o: [p, "q"] }',
    '[ r,\n  s ]',
  ],
  ...[
    '\n\n',
    ' ',
    '\t',
    '---',
    '...',
    '&t',
    '*t',
    '!u',
    '? ',
    '<<: v',
    '__proto__: w',
    'é',
    '\u00a0',
    '1e3',
    '10:20',
  ],
);

/** As drills are written; what is cut out of it and pushed into it makes the texts between plain and not. */
const drillLike = `id: D1
title: Two disks down
summary: >-
  A log store has stopped before breakfast,
  and its owners want it back.
tags: [storage, raid, 'evidence']
people:
  - { id: maren, name: Maren Oduya, role: 'Duty manager' }
  - {
      id: case,
      values: ['03:09', "a \\"b\\"", { d: 1 }],
    }
feed:
- id: first
  at: 12
  when: { all: [{ decided: first }, { not: { var: done, is: true } }] }
  body: |
    One thing:

      - indented
    # no comment
  says: It was 192.0.2.1 that asked
    for it, twice.
  quoted: "It goes on
    here"
`;
const mutated = fc
  .tuple(
    fc.nat(drillLike.length),
    fc.nat(300),
    fc.array(fc.tuple(fc.nat(300), fc.nat(3), piece), { maxLength: 3 }),
  )
  .map(([from, length, edits]) => {
    const start = drillLike.lastIndexOf('\n', from) + 1;
    const cut = drillLike.slice(start, start + length);
    const indent = /^ */.exec(cut)?.[0] ?? '';
    let text = cut
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n');
    for (const [at, gone, put] of edits) text = text.slice(0, at) + put + text.slice(at + gone);
    return `${text}\n`;
  });

it.each([
  ['out of pieces', fc.array(piece, { maxLength: 14 }).map((pieces) => `${pieces.join('')}\n`)],
  ['with pieces in it', mutated],
])('reads a text %s as the library does, or not at all', (_, text) => {
  const runs = countRuns(50_000);
  let read = 0;
  fc.assert(
    fc.property(text, (tried) => {
      const windows = tried.replaceAll('\n', '\r\n');
      const found = readPlainYaml(tried);
      expect(readPlainYaml(windows)).toEqual(found);
      if (!found) return;
      read += 1;
      expect(found.data).toEqual(readWhole(tried));
      expect(found.data).toEqual(readWhole(windows));
    }),
    runs,
  );
  expect(read).toBeGreaterThan(runs.numRuns / 100);
  console.log(
    `figure: ${read} of ${runs.numRuns} texts read the short way, all as the library does`,
  );
});
