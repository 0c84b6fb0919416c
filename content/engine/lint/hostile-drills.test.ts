import { describe, expect, it } from 'vitest';
import { loadPack } from '../format/load-pack.ts';
import { parseYaml } from '../format/parse-yaml.ts';
import { runExample } from './examples/run-example.ts';
import { smallDrill, smallFiles, smallPack } from './examples/small-drill.ts';
import { lintPack } from './lint-pack.ts';

/** What lint says, as `rule path`. */
function lint(example: string): readonly string[] {
  return runExample(example).map(({ code, path }) => `${code} ${path}`);
}

/** What lint says of the small drill alone, in a pack of these files. */
function lintAlone(changed: Readonly<Record<string, string>>): readonly string[] {
  const texts = new Map([
    ['pack.yaml', smallPack],
    ['drills/a/drill.yaml', smallDrill],
    ...Object.entries(changed),
  ]);
  const { faults } = lintPack(
    loadPack(texts),
    {
      packYaml: texts.get('pack.yaml') ?? '',
      readEvidence: (_, { evidence }) =>
        new Map(evidence.map(({ id, file }) => [id, smallFiles[file] ?? ''])),
      readFile: () => null,
    },
    { only: 'a' },
  );
  return faults.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

it('reads no file of more than two million characters, however plain it is', () => {
  const read = parseYaml('a.yaml', `a: b\n# ${'x'.repeat(2_000_000)}\n`);
  expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual(['yaml-too-long']);
});

describe('a drill that is linted alone', () => {
  it('is told what is wrong with the pack.yaml by which it is read', () => {
    expect(lintAlone({})).toEqual([]);
    expect(lintAlone({ 'pack.yaml': `${smallPack}foo: 1\n` })).toEqual([
      'unknown-field pack.yaml:10',
    ]);
  });

  it('is not told of terms that a broken glossary may explain', () => {
    const drill = smallDrill.replace('people:', 'terms: [Access key]\npeople:');
    expect(
      lintAlone({ 'drills/a/drill.yaml': drill, 'glossary.yaml': '- { term: Access key\n' }),
    ).toEqual(['yaml glossary.yaml:2']);
    expect(lintAlone({ 'drills/a/drill.yaml': drill })).toEqual([
      'missing-term drills/a/drill.yaml:13',
    ]);
  });
});

describe('a tool’s outcome that waits for what nobody can type', () => {
  const ask = (arg: string, value: string): readonly string[] =>
    lint(`tools:
  - id: key-off
    args: [{ id: event, label: Event${arg} }]
    outcomes:
      - { id: done, match: { event: ${value} } }
      - { id: other, answer: No such event. }`);

  it.each([
    ['what can be read', '', 'getcalleridentity', []],
    [
      'what stands nowhere',
      '',
      'GetSessionToken',
      ['untold-argument tools.0.outcomes.0.match.event'],
    ],
    [
      'what its form forbids',
      ', pattern: { re2: "[0-9]+", says: digits }',
      'GetCallerIdentity',
      ['unreachable tools.0.outcomes.0'],
    ],
    [
      'one of several that fits',
      ', pattern: { re2: "[a-z]+", says: letters }',
      '["0", GetCallerIdentity]',
      [],
    ],
  ])('%s', (_, arg, value, expected) => {
    expect(ask(arg, value)).toEqual(expected);
  });

  it('as it is longer than what is taken', () => {
    const long = 'x'.repeat(201);
    const found = lint(`tools:
  - id: key-off
    args: [{ id: event, label: Event }]
    outcomes:
      - { id: done, match: { event: ${long} } }
      - { id: other, answer: No such event. }`);
    expect(found).toContain('unreachable tools.0.outcomes.0');
  });
});

describe('evidence that cannot be cited as a mentor means it', () => {
  const trail = (text: string): readonly string[] =>
    runExample(`files: { evidence/trail.csv: ${JSON.stringify(text)} }`).map(
      ({ code, file, line, column, path }) =>
        `${code} ${file.endsWith('.csv') ? `${line}:${column}` : path}`,
    );
  const head = 'id,time,event,address\n';
  const row = 'e-1,2026-03-10T08:51:09Z,GetCallerIdentity,198.51.100.23\n';

  it('has the record in a line that is broken', () => {
    expect(trail(`${head}e-0,2026-03-10T08:00:00Z,A,192.0.2.1\n"${row}`)).toEqual([
      'lost-clue 3:1',
    ]);
  });
});

describe('what no play comes to, though each part of it may be', () => {
  const counted = `state:
  asked: { kind: integer, min: 0, max: 9, initial: 0 }
decisions:
  - id: key
    options: [{ id: ask, effects: [{ add: asked, by: 1 }] }]
`;
  const wait = (least: number): readonly string[] =>
    lint(`${counted}evidence:\n  - { id: commit, available: { var: asked, at_least: ${least} } }`);

  it('is a count that is raised once and asked for twice', () => {
    expect(wait(2)).toContain('impossible-condition evidence.1.available');
    expect(wait(1)).not.toContain('impossible-condition evidence.1.available');
  });

  it('is a message that what lets it come keeps away after its delay', () => {
    const late = (unless: string): readonly string[] =>
      lint(`feed:
  - id: late
    kind: mail
    when: { var: key_off, is: true }
    unless: ${unless}
    delay: 1
    from: ines
    subject: Any news?
    body: Please tell me.`);
    expect(late('{ var: key_off, is: true }')).toEqual(['impossible-condition feed.1.unless']);
    expect(late('{ sent: first-update }')).toEqual([]);
  });
});

describe('a variable that is not declared is told of where its name stands, and once', () => {
  it.each([
    [
      'in a condition',
      'evidence:\n  - { id: trail, available: { var: key_of, is: true } }',
      ['unknown-reference evidence.0.available.var'],
    ],
    [
      'also where every object has a member of that name',
      'evidence:\n  - { id: trail, available: { var: valueOf, is: true } }',
      ['unknown-reference evidence.0.available.var'],
    ],
    [
      'in an effect',
      'tools:\n  - { id: key-off, outcomes: [{ id: done, effects: [{ set: key_of, to: true }] }] }',
      ['unknown-reference tools.0.outcomes.0.effects.0.set'],
    ],
    [
      'in a parameter of several values',
      'parameters:\n  - { id: twin, variable: key_of, values: [true, false, false] }',
      ['unknown-reference parameters.0.variable'],
    ],
  ])('%s', (_, example, expected) => {
    expect(lint(example)).toEqual(expected);
  });
});

it('holds nothing against a truth of which a clue is not where it should be', () => {
  const changed = (record: string): string => `clues:
  - { id: first-use, record: ${record} }
  - { id: late, evidence: commit, text: Pushed, says: It was pushed. }
files:
  evidence/commit.txt: "2026-03-10T10:00:00Z Pushed at 08:46 by mistake."
truth:
  - { id: use, clues: [first-use, late] }`;
  expect(lint(changed('e-1'))).toEqual([]);
  expect(lint(changed('e-9'))).toContain('lost-clue clues.0.record');
  expect(lint(changed('e-9'))).not.toContain('contradicting-truth truth.0.at');
});

it('tells a message that comes too late for its delay at the delay', () => {
  expect(
    lint(`feed:
  - id: late
    kind: mail
    when: { var: key_off, is: true }
    delay: 20
    from: ines
    subject: Any news?
    body: Please tell me.`),
  ).toContain('unreachable feed.1.delay');
});

it('leads from a condition that cannot hold to what keeps it from holding', () => {
  const remedies = runExample(`evidence:
  - { id: trail, available: { after: 25 } }
  - { id: commit, available: { opened: trail } }
tools:
  - { id: key-off, available: { var: key_off, is: true } }
decisions:
  - id: key
    options: [{ id: deactivate, effects: [] }, { id: delete, effects: [] }]`)
    .filter(({ code }) => code === 'impossible-condition')
    .map(({ path, remedy }) => [path, remedy]);
  expect(remedies).toEqual(
    expect.arrayContaining([
      ['evidence.0.available', 'Name something that can happen before the drill ends.'],
      ['evidence.1.available', 'Mend first what keeps "trail" away, or ask for something else.'],
      [
        'tools.0.available',
        'Let something that can happen set "key_off" so, or mend what keeps that away.',
      ],
    ]),
  );
});

describe('a value that an earlier outcome takes', () => {
  const ask = (first: string, second: string): readonly string[] =>
    lint(`tools:
  - id: key-off
    args: [{ id: event, label: Event }]
    outcomes:
      - { id: done, match: { event: GetCallerIdentity }${first} }
      - { id: also, match: { event: ${second} }, answer: Off too. }
      - { id: other, answer: No such event. }`);

  it('is told at the value', () => {
    expect(ask('', '[198.51.100.23, getcalleridentity]')).toEqual([
      'unreachable tools.0.outcomes.1.match.event',
    ]);
  });

  it('but not where that one has a condition, nor for the whole outcome a second time', () => {
    expect(
      ask(', when: { var: key_off, is: false }', '[198.51.100.23, GetCallerIdentity]'),
    ).toEqual([]);
    expect(ask('', 'GetCallerIdentity')).toEqual(['unreachable tools.0.outcomes.1']);
  });
});

describe('a table of which something cannot be read', () => {
  const trail = (text: string): string => `files: { evidence/trail.csv: ${JSON.stringify(text)} }`;
  const head = 'id,time,event,address\ne-1,2026-03-10T08:51:09Z,GetCallerIdentity,198.51.100.23\n';

  it('tells of its first broken line and of two columns of one name', () => {
    expect(runExample(trail(`${head}e-2,2026\ne-3,2026\n`))).toMatchObject([
      {
        code: 'broken-line',
        file: 'drills/example-1/evidence/trail.csv',
        line: 3,
        message: 'Line 3 of evidence/trail.csv cannot be read as a line of csv, nor one after it.',
      },
    ]);
    expect(lint(trail(head.replace('event', 'time')))).toContain('broken-line evidence.0.file');
  });

  it('but not of a record that a clue cites, which is told there', () => {
    expect(
      lint(`evidence: [{ id: trail, format: jsonl }]
files: { evidence/trail.csv: ${JSON.stringify('{"id":"e-0"}\n{"id":"e-1",\n')} }`),
    ).toEqual(['lost-clue evidence.0.file']);
  });
});

describe('a value that nothing shows', () => {
  it.each([
    [
      'an address in an option',
      `decisions:
  - id: key
    options: [{ id: watch, text: Block 198.51.100.99 until noon }]`,
      'decisions.0.options.2.text',
    ],
    [
      'a key in what a clue says',
      `clues:
  - { id: first-use, says: AKIAIOSFODNN7EXAMPLE was used. }`,
      'clues.0.says',
    ],
    [
      'a hash in a truth',
      `truth:
  - { id: use, title: 'First use, 8f1c2d9e47ab' }`,
      'truth.0.title',
    ],
  ])('%s', (_, example, path) => {
    expect(lint(example)).toContain(`unseen-value ${path}`);
    const shown = `${example}
feed:
  - { id: notice, body: 'From 198.51.100.99 with AKIAIOSFODNN7EXAMPLE, commit 8f1c2d9e47ab30.' }`;
    expect(lint(shown)).not.toContain(`unseen-value ${path}`);
  });

  it('but a network that was worked out, and a hash in other letters', () => {
    expect(
      lint(`brief: You are on shift. 8F1C2D9E47AB30 is the build.
decisions:
  - id: key
    options: [{ id: watch, text: Block 198.51.100.0/24 until noon }]
truth:
  - { id: use, title: 'First use, 8f1c2d9e47ab30' }`).filter((one) => one.startsWith('unseen')),
    ).toEqual([]);
  });
});

it.each([
  ['hexadecimal', '1-'.repeat(150_000)],
  ['a mail address', 'a.'.repeat(150_000)],
])('a record as long as a file is held against what is told of it: looks like %s', (_, long) => {
  expect(
    lint(`evidence: [{ id: trail, format: jsonl }]
clues:
  - { id: first-use, says: mara@corp.example called 17 times. }
files: { evidence/trail.csv: ${JSON.stringify(`{"id":"e-1","event":"GetCallerIdentity ${long} 42 by jo@corp.example"}\n`)} }`),
  ).toEqual(
    expect.arrayContaining(['misquoted-figure clues.0.says', 'misquoted-value clues.0.says']),
  );
});
