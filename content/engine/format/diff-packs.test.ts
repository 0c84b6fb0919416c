import { expect, it } from 'vitest';
import { describeChange, diffPacks } from './diff-packs.ts';
import { smallExercise } from '../lint/examples/small-exercise.ts';
import { loadPack } from './load-pack.ts';

const packYaml = (version: string) =>
  `format: 1\nid: test\nversion: ${version}\ntitle: Test\nauthors: [Ana]\nlicence: CC0\nlanguage: en-GB\nattack: { version: v19 }\nnice: { version: 2.1.0 }\n`;
const option = (id: string, rating: number, text = `Do ${id}`) =>
  `      - { id: ${id}, text: ${text}, rating: ${rating}, reason: Because }\n`;
const drill = (options: string, more = '') => `format: 1
id: T01
title: A key
summary: Short
role: Analyst
level: entry
minutes: 20
kind: Leak
starts_at: "2026-03-10T09:12:00Z"
ends_at: "20:00"
severity: { level: medium }
brief: Brief
people: [{ id: ines, name: Ines, role: Manager }]
feed: []
evidence: [{ id: table, title: Table, file: evidence/table.csv, format: csv }]
decisions:
  - id: first
    title: How serious?
    prompt: Choose
    part: scoping
    weight: 5
    none: { rating: 1, reason: Nothing }
    options:
${options}${more}truth: []
scoring: {}
outcomes: [{ id: end, title: End, text: Over }]
debrief: { text: Told }
`;
const four = ['a', 'b', 'c', 'd'].map((id, index) => option(id, index + 1)).join('');

const version = (files: Readonly<Record<string, string>>) => ({
  pack: loadPack(new Map(Object.entries(files))),
  hashes: new Map(Object.entries(files).map(([path, text]) => [path, `hash of ${text}`])),
});
const base = {
  'pack.yaml': packYaml('1.0.0'),
  'drills/a-key/drill.yaml': drill(four),
  'drills/a-key/evidence/table.csv': 'id\nr-1\n',
};
const changes = (after: Readonly<Record<string, string>>, before = base) =>
  diffPacks(version(before), version(after)).map(describeChange);

it('says nothing of two equal packs', () => {
  expect(changes(base)).toEqual([]);
});

it('speaks of decisions, options, ratings and evidence, not of lines', () => {
  const options = option('a', 4) + option('b', 2) + option('c', 3, 'Do it later') + option('e', 4);
  expect(
    changes({
      ...base,
      'pack.yaml': packYaml('1.1.0'),
      'drills/a-key/drill.yaml': drill(options),
      'drills/a-key/evidence/table.csv': 'id\nr-2\n',
    }),
  ).toEqual([
    'version 1.0.0 → 1.1.0',
    'drill “A key”, evidence “Table”: content changed',
    'drill “A key”, decision “How serious?”, option “Do a”: rating 1 → 4',
    'drill “A key”, decision “How serious?”, option “Do it later”: text Do c → Do it later',
    'drill “A key”, decision “How serious?”, option “Do e”: added',
    'drill “A key”, decision “How serious?”, option “Do d”: removed',
  ]);
});

it('does not mind where a thing stands, nor how it is written', () => {
  const options = ['d', 'c', 'b', 'a'].map((id, index) => option(id, 4 - index)).join('');
  expect(changes({ ...base, 'drills/a-key/drill.yaml': `# a note\n${drill(options)}` })).toEqual(
    [],
  );
});

it('tells of drills that came, went or no longer load', () => {
  const other = { ...base, 'drills/b/drill.yaml': drill(four).replace('A key', 'Another') };
  expect(changes(other)).toEqual(['drill “Another”: added']);
  expect(changes(base, other)).toEqual(['drill “Another”: removed']);
  const broken = { ...base, 'drills/a-key/drill.yaml': drill(four).replace('entry', 'expert') };
  expect(changes(broken).some((change) => change.includes('loads (none) → false'))).toBe(true);
});

it('speaks of exercises, their questions and what their material holds', () => {
  const own = 'exercises/code-review/first';
  const before = version({ 'pack.yaml': packYaml('1.0.0'), [`${own}.yaml`]: smallExercise });
  const after = version({
    'pack.yaml': packYaml('1.0.0'),
    [`${own}.yaml`]: smallExercise.replace('weight: 5', 'weight: 6'),
  });
  const code = `${own}/refund.py.txt`;
  const told = diffPacks(
    { ...before, hashes: new Map([...before.hashes, [code, 'one']]) },
    { ...after, hashes: new Map([...after.hashes, [code, 'other']]) },
  );
  expect(told.map(describeChange)).toEqual([
    'exercise “A refund that is paid twice”, material “refund.py”: content changed',
    'exercise “A refund that is paid twice”, question “where”: weight 5 → 6',
  ]);
});
