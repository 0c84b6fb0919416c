import { describe, expect, it } from 'vitest';
import { loadPack } from './load-pack.ts';
import { formatScenarioTime, parseScenarioTime } from './scenario-time.ts';

const pack = `format: 1
id: test
version: 1.0.0
title: Test
authors: [Somebody]
licence: CC-BY-4.0
language: en-GB
attack: { version: v19 }
nice: { version: 2.1.0 }
`;
const option = (id: string, rating: number) =>
  `      - { id: ${id}, text: Do ${id}, rating: ${rating}, reason: Because }`;
const drill = `format: 1
id: T01
title: A drill
summary: { file: brief.md }
role: Analyst
level: entry
minutes: 20
kind: Leak
starts_at: "2026-03-10T09:12:00Z"
ends_at: "20:00"
severity: { level: medium }
brief: { file: brief.md }
people: [{ id: ines, name: Ines, role: Manager }]
feed:
  - { id: notice, kind: mail, at: 0, from: ines, subject: Hello, body: Look }
evidence: []
decisions:
  - id: d1
    title: What now?
    prompt: Choose
    opens: { delivered: notice }
    part: scoping
    weight: 5
    none: { rating: 1, reason: Nothing }
    options:
${['a', 'b', 'c', 'd'].map((id, index) => option(id, index + 1)).join('\n')}
truth: []
scoring: {}
outcomes: [{ id: end, title: End, text: Over }]
debrief: { text: Told }
`;
const load = (text: string, more: Record<string, string> = {}) =>
  loadPack(
    new Map(
      Object.entries({
        'pack.yaml': pack,
        'drills/t/brief.md': 'The brief.',
        'drills/t/drill.yaml': text,
        ...more,
      }),
    ),
  );

function withParameters(...parameters: (readonly [string, readonly string[], string?])[]): string {
  const lines = parameters.map(
    ([id, values, tied]) =>
      `  - { id: ${id}, literal: "${id} ${id}", values: ${JSON.stringify(values)}${tied === undefined ? '' : `, with: ${tied}`} }\n`,
  );
  return drill.replace('feed:', `parameters:\n${lines.join('')}feed:`);
}

function fault(text: string) {
  const [entry] = load(text).drills;
  if (entry?.kind !== 'faulty') throw new Error('expected a fault');
  return entry.faults[0];
}

describe('loadPack', () => {
  it('names a drill’s folder whose drill.yaml is not there', () => {
    const { drills, faults } = load(drill, {
      'drills/lost/brief.md': 'Its drill.yml is elsewhere.',
    });
    expect(drills.map(({ slug }) => slug)).toEqual(['t']);
    expect(faults).toMatchObject([
      {
        file: 'drills/lost/drill.yaml',
        message: 'drills/lost/drill.yaml is missing.',
        remedy: 'Add it, or remove the folder drills/lost.',
      },
    ]);
  });

  it('reads a drill, its texts and its times', () => {
    const { drills, faults, header } = load(drill);
    expect(faults).toEqual([]);
    expect(header?.id).toBe('test');
    expect(drills[0]).toMatchObject({
      kind: 'ready',
      slug: 't',
      drill: { brief: 'The brief.', ends_at: 1200 },
    });
  });

  it.each([
    ['unknown-field', drill.replace('level: entry', 'levle: entry'), 'levle', 6],
    ['missing-field', drill.replace('role: Analyst\n', ''), 'role', 1],
    ['wrong-value', drill.replace('level: entry', 'level: expert'), 'level', 6],
    ['wrong-value', drill.replace('"20:00"', '"20:99"'), 'ends_at', 10],
    [
      'wrong-value',
      drill.replace('{ delivered: notice }', '{ arrived: notice }'),
      'decisions.0.opens',
      21,
    ],
    [
      'unknown-reference',
      drill.replace('{ delivered: notice }', '{ delivered: notcie }'),
      'decisions.0.opens.delivered',
      21,
    ],
    [
      'missing-text',
      drill.replace('brief: { file: brief.md }', 'brief: { file: other.md }'),
      'brief',
      12,
    ],
    [
      'wrong-pattern',
      drill.replace(
        'decisions:',
        'tools:\n  - { id: off, title: Off, about: Off, minutes: 1, args: [{ id: key, label: Key, pattern: { re2: "(?=a)", says: a } }], outcomes: [{ id: done, answer: Done }] }\ndecisions:',
      ),
      'tools.0.args.0.pattern.re2',
      18,
    ],
    [
      'costly-pattern',
      drill.replace(
        'decisions:',
        'tools:\n  - { id: off, title: Off, about: Off, minutes: 1, args: [{ id: key, label: Key, pattern: { re2: "a{0,1000}a{0,1000}a{0,1000}b", says: a } }], outcomes: [{ id: done, answer: Done }] }\ndecisions:',
      ),
      'tools.0.args.0.pattern.re2',
      18,
    ],
    [
      'unknown-reference',
      withParameters(['clock', ['07:31']], ['epoch', ['1780'], 'clok']),
      'parameters.1.with',
      16,
    ],
    [
      'wrong-value',
      withParameters(['clock', ['07:31', '07:32']], ['epoch', ['1780'], 'clock']),
      'parameters.1.with',
      16,
    ],
    [
      'wrong-value',
      withParameters(['a', ['1']], ['b', ['2'], 'a'], ['c', ['3'], 'b']),
      'parameters.2.with',
      17,
    ],
    ['yaml', drill.replace('feed:', 'feed: ]'), '', 14],
    ['yaml-alias', drill.replace('people: [', 'people: &a [') + 'x: *a\n', '', 34],
  ])('says %s with its place', (code, text, path, line) => {
    const found = fault(text);
    expect(found).toMatchObject({ code, path, line, file: 'drills/t/drill.yaml' });
    expect(found?.remedy).not.toBe('');
  });

  it('asks for the text of a file where only its name stands', () => {
    const found = fault(drill.replace('brief: { file: brief.md }', 'brief: brief.md'));
    expect(found).toMatchObject({
      code: 'wrong-value',
      path: 'brief',
      line: 12,
      remedy: 'For what brief.md says write { file: brief.md } here.',
    });
    // A file of this name has to be there: other.md may be what somebody says.
    expect(load(drill.replace('title:', 'title: other.md #')).drills[0]?.kind).toBe('ready');
  });

  it('says what is wrong with a pattern', () => {
    const tool = (re2: string) =>
      drill.replace(
        'decisions:',
        `tools:\n  - { id: off, title: Off, about: Off, minutes: 1, args: [{ id: key, label: Key, pattern: { re2: '${re2}', says: a } }], outcomes: [{ id: done, answer: Done }] }\ndecisions:`,
      );
    expect(fault(tool('(other|another'))?.message).toContain('a ( is never closed');
    expect(fault(tool('a(?=b)'))?.message).toContain('no look-around');
  });

  it('says the form of a version, quoted or not', () => {
    for (const version of ['1.0', '"1.0"']) {
      const { faults } = loadPack(new Map([['pack.yaml', `format: 1\nversion: ${version}\n`]]));
      const found = faults.find(({ path }) => path === 'version');
      expect(found?.message).toMatch(/must be three numbers(?: in quotes)?, such as "1\.0\.0"/);
      expect(found?.remedy).not.toContain('quotes');
    }
  });

  it('offers the id that was meant', () => {
    expect(fault(drill.replace('{ delivered: notice }', '{ delivered: notcie }'))?.remedy).toBe(
      'Did you mean "notice"?',
    );
  });

  it('keeps a sound drill when its neighbour is at fault', () => {
    const { drills } = load(drill, { 'drills/u/drill.yaml': 'title: Broken one\n' });
    expect(drills.map(({ kind, slug }) => [slug, kind])).toEqual([
      ['t', 'ready'],
      ['u', 'faulty'],
    ]);
    expect(drills[1]).toMatchObject({ title: 'Broken one' });
  });

  it('reports a pack without pack.yaml, and nothing changes a prototype', () => {
    expect(loadPack(new Map()).faults[0]?.code).toBe('missing-file');
    expect(fault(drill + '__proto__: { polluted: true }\n')?.code).toBe('forbidden-key');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

it.each([
  [12, 720],
  [2.5, 150],
  ['12:30', 750],
  ['1:02:03', 3723],
  [43_200, 2_592_000],
  [43_201, null],
  [1e308, null],
  [Number.NaN, null],
  [-1, null],
  ['12', null],
  ['1:60', null],
] as const)('reads %s as scenario time', (input, seconds) => {
  expect(parseScenarioTime(input)).toBe(seconds);
});

it('writes scenario time', () => {
  expect(formatScenarioTime(3723)).toBe('T+01:02:03');
});
