import { describe, expect, it } from 'vitest';
import { parseYaml } from '../format/parse-yaml.ts';
import { runExample } from './examples/run-example.ts';

/** What lint says, as `rule path`; with its place for what lies in another file than drill.yaml. */
function lint(example: string): readonly string[] {
  return runExample(example).map(({ code, file, line, column, path }) => {
    const own = file.replace('drills/example-1/', '');
    return own === 'drill.yaml' ? `${code} ${path}` : `${code} ${own}:${line}:${column}`;
  });
}

describe('a fault of a text is placed where its words stand', () => {
  it.each([
    [
      'in a text of its own file',
      `brief: { file: brief.md }
files:
  brief.md: "You are on shift.\\n\\nRead [the form](form.md), and ![](plan.png)."`,
      ['broken-link brief.md:3:6', 'image-without-text brief.md:3:31'],
    ],
    [
      'in evidence',
      `files:
  evidence/commit.txt: "The key was pushed at 08:46 by mistake.\\nFrom 8.8.8.8 it came.\\n"`,
      ['real-address evidence/commit.txt:2:6'],
    ],
  ])('%s', (_, example, expected) => {
    expect(lint(example)).toEqual(expected);
  });

  it('within drill.yaml, also where a text goes over several lines', () => {
    const [fault] = runExample(`brief: |-
  You are on shift.
  A mail came from 8.8.8.8 just now.`);
    const [whole] = runExample('brief: ""');
    expect(fault?.path).toBe('brief');
    expect(fault?.line).toBe((whole?.line ?? 0) + 2);
    expect(fault?.column).toBe(20);
  });

  it('and at their line where a text is folded', () => {
    const source = parseYaml('a.yaml', "a: >-\n  One two\n  three, it's four.\n");
    if (!source.ok) throw new Error('does not load');
    expect(source.value.locate(['a'], 'two three')).toEqual({ line: 2, column: 7 });
    expect(source.value.locate(['a'], 'five')).toEqual({ line: 1, column: 1 });
  });
});

it('tells of an update that is due after the end what helps: earlier, or a later end', () => {
  const remedy = (update: string) =>
    runExample(`updates:\n  - { id: first-update, ${update} }`).find(
      ({ code }) => code === 'late-update',
    )?.remedy;
  expect(remedy('due: 30')).toBe('Let it be due earlier, or let the drill end later.');
  expect(remedy('opens: { after: 16 }, due: 15')).toContain('let it be due later');
});

describe('what a mentor breaks', () => {
  it.each([
    [
      'a condition that holds either way',
      `feed:
  - id: notice
    when: { any: [{ var: key_off, is: true }, { not: { var: key_off, is: true } }] }`,
      ['needless-condition feed.0.when'],
    ],
    [
      'a flag that is on or off',
      `feed:
  - id: notice
    when: { any: [{ var: key_off, is: true }, { var: key_off, is: false }] }`,
      ['needless-condition feed.0.when'],
    ],
    [
      'an item that its own condition keeps away',
      `feed:
  - id: late
    kind: mail
    when: { var: key_off, is: true }
    unless: { var: key_off, is: true }
    from: ines
    subject: Any news?
    body: Please tell me.`,
      ['unreachable feed.1.unless'],
    ],
    [
      'a best option that is not good',
      `decisions:
  - id: key
    options:
      - { id: deactivate, rating: 5 }`,
      ['no-best-option decisions.0.options'],
    ],
    [
      'replies of which none is good',
      `feed:
  - id: notice
    replies:
      - { id: yes, text: I will, rating: 3, reason: It says nothing. }
      - { id: no, text: I will not, rating: 2, reason: It says nothing. }`,
      ['no-best-option feed.0.replies'],
    ],
    [
      'a key that no record has',
      `evidence:
  - { id: trail, key: number }`,
      ['unread-column evidence.0.key'],
    ],
    [
      'a record of a table without a key',
      `evidence:
  - { id: trail, key: null }`,
      ['lost-clue clues.0.record'],
    ],
    [
      'a secret key in its own words',
      `files:
  evidence/commit.txt: "pushed at 08:46\\nAWS_SECRET_ACCESS_KEY=wJ4rXUtnFEMI7K2MDENGbPxRfiCYzQ8kL1mNoPqR\\n"`,
      ['real-key evidence/commit.txt:2:23'],
    ],
    [
      'a card and an account at the end of a sentence',
      `brief: It was paid with 4929 3813 3266 4295. The account is 482913370046.`,
      ['real-card-number brief', 'real-account brief'],
    ],
    [
      'a rule that is due before it can be kept',
      `feed:
  - { id: late, kind: mail, at: 9, from: ines, subject: Any news?, body: Please tell me. }
milestones:
  - { id: told, title: Told, when: { delivered: late } }
scoring:
  rules:
    - { id: r1, title: Told, part: scoping, weight: 2, milestone: told, by: 5, why: It counts. }`,
      ['impossible-window scoring.rules.0.by'],
    ],
    [
      'a first heading far down',
      `brief: "#### Who is there\\n\\nInes Holm."`,
      ['skipped-heading brief'],
    ],
    [
      'one sentence without an end',
      `brief: "Come in. ${'You look at the trail and then at the mail and '.repeat(7)}you decide."`,
      ['hard-to-read brief'],
    ],
  ])('%s', (_, example, expected) => {
    expect(lint(example)).toEqual(expected);
  });

  it.each([
    ['mail as JSON', 'json', 'From: Ines <i@larkfield.example>\nTo: x\n\n08:46\n', 'mail'],
    ['a table as mail', 'mail', 'id,time\n1,08:46\n', 'csv'],
    ['lines of JSON as JSON', 'json', '{"a":"08:46"}\n{"a":1}\n', 'jsonl'],
    ['JSON over several lines as lines', 'jsonl', '{\n "a": "08:46"\n}\n', 'json'],
    ['a log as a table', 'csv', 'type=SYSCALL msg=audit(1.2:3): arch=1\n08:46\n', 'auditd'],
    ['prose as a difference', 'diff', 'Pushed at 08:46 by mistake.\n', 'text'],
    ['a table as a log', 'syslog', 'id,time\n1,08:46\n', 'csv'],
    [
      'a log of calls as findings',
      'guardduty',
      '{"eventName":"08:46","eventSource":"s"}\n',
      'cloudtrail',
    ],
  ])('evidence of another format: %s', (_, format, text, wanted) => {
    const faults = runExample(
      JSON.stringify({
        evidence: [{ id: 'commit', format }],
        files: { 'evidence/commit.txt': text },
      }),
    );
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'wrong-format evidence.1.format',
    ]);
    expect(faults[0]?.remedy).toContain(`format: ${wanted},`);
  });

  it('an evidence file without anything in it, once', () => {
    expect(lint(`files: { evidence/commit.txt: "\\n" }`)).toEqual(['wrong-format evidence.1.file']);
  });

  it('JSON that is cut off, where it stops', () => {
    const text = '{\n  "a": "08:46",\n  "b": \n}\n';
    expect(
      lint(
        JSON.stringify({
          evidence: [{ id: 'commit', format: 'json' }],
          files: { 'evidence/commit.txt': text },
        }),
      ),
    ).toEqual(['wrong-format evidence/commit.txt:4:1']);
  });
});

describe('decisions that a play goes past', () => {
  const decision = (id: string, opens: string): string => `
  - id: ${id}
    title: What next
    prompt: What is the next step?
    opens: ${opens}
    part: scoping
    weight: 6
    none: { rating: 1, reason: Nothing was done. }
    options:
      - { id: read, text: Read what it did, rating: 7, reason: It tells of ${id}. }
      - { id: wait, text: Wait for its owner, rating: 2, reason: ${id} goes on. }
      - { id: close, text: Close the case now, rating: 3, reason: Nobody knows ${id}. }
      - { id: hand, text: Hand it to the next, rating: 4, reason: They start ${id} from nothing. }`;
  const two = decision('second', '{ after: 5 }') + decision('third', '{ after: 10 }');

  it.each([
    [
      'since a tool ends it',
      `tools: [{ id: key-off, outcomes: [{ id: done, effects: [{ end: true }] }] }]
decisions:${two}`,
      ['sudden-end tools.0.outcomes.0.effects.0'],
    ],
    [
      'since a reply ends it',
      `feed:
  - id: notice
    replies: [{ id: yes, text: I will, effects: [{ end: true }] }]
decisions:${two}`,
      ['sudden-end feed.0.replies.0.effects.0'],
    ],
    [
      'since the best option ends it',
      `decisions:
  - { id: key, options: [{ id: deactivate, effects: [{ set: key_off, to: true }, { end: true }] }] }
${two}`,
      ['sudden-end decisions.0.options.0.effects.1'],
    ],
    [
      'since silence ends it, which no ending tells of',
      `decisions:
  - { id: key, closes_after: 4, none: { effects: [{ end: true }] } }
${two}`,
      ['sudden-end decisions.0.none.effects.0'],
    ],
    [
      'since a message that is not answered ends it',
      `feed:
  - { id: notice, expects: { answer: acknowledge, within: 4, missed: [{ end: true }] } }
decisions:${two}`,
      ['sudden-end feed.0.expects.missed.0'],
    ],
    [
      'since it waits for evidence, and another for it',
      `decisions:${decision('second', '{ opened: commit }')}${decision('third', '{ decided: second }')}`,
      ['skippable-decision decisions.1.opens'],
    ],
    [
      'since it waits for a message that comes after a tool',
      `feed: [{ id: off, kind: chat, when: { used: key-off }, from: tomas, subject: Off, body: Why? }]
decisions:${decision('second', '{ delivered: off }')}`,
      ['skippable-decision decisions.1.opens'],
    ],
    [
      'since it waits for a citation',
      `decisions:${decision('second', '{ cited: first-use }')}`,
      ['skippable-decision decisions.1.opens'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(lint(changes)).toEqual(expected);
  });

  it.each([
    [
      'a wrong option is the end that is told',
      `decisions:
  - { id: key, options: [{ id: delete, effects: [{ set: key_off, to: true }, { end: true }] }] }
${two}`,
    ],
    [
      'what ends it does harm',
      `tools:
  - id: key-off
    outcomes:
      - { id: done, effects: [{ end: true }], harm: { part: containment, caps: 0, why: It cuts the shop off. } }
decisions:${two}`,
    ],
    [
      'the end comes once half of them were asked',
      `tools:
  - id: key-off
    available: { after: 5 }
    outcomes: [{ id: done, effects: [{ set: key_off, to: true }, { end: true }] }]
decisions:${two}`,
    ],
    [
      'an option leads to the same as the evidence',
      `decisions:${decision('second', '{ any: [{ opened: commit }, { decided: key }] }')}`,
    ],
    [
      'a rule of the score asks for the tool',
      `milestones: [{ id: off, title: Key off, when: { var: key_off, is: true } }]
scoring:
  rules: [{ id: r, title: Off, part: scoping, weight: 1, milestone: off, why: It stops the harm. }]
decisions:${decision('second', '{ used: key-off }')}`,
    ],
  ])('but not where %s', (_, changes) => {
    expect(lint(changes)).toEqual([]);
  });
});

describe('replies and hints', () => {
  it.each([
    [
      'a cost of silence without a reason',
      `feed: [{ id: notice, expects: { answer: acknowledge, within: 5, part: scoping, weight: 1 } }]`,
      ['unreasoned-reply feed.0.expects'],
    ],
    [
      'a rated reply without a reason and one without a rating',
      `feed:
  - id: notice
    replies:
      - { id: soon, text: I write at ten, rating: 7 }
      - { id: yes, text: I will }`,
      ['unreasoned-reply feed.0.replies.0', 'unrated-reply feed.0.replies.1'],
    ],
    [
      'each tier that costs less than the one before',
      `hints:
  - id: where
    tiers:
      - { text: Look., cost: 2 }
      - { text: Look at the trail., cost: 1 }
      - { text: Look at its first row., cost: 0.5 }`,
      ['cheaper-tier hints.0.tiers.1.cost', 'cheaper-tier hints.0.tiers.2.cost'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(lint(changes)).toEqual(expected);
  });

  it('tiers may cost the same', () => {
    expect(
      lint(`hints:
  - id: where
    tiers:
      - { text: Look., cost: 1 }
      - { text: Look at the trail., cost: 1 }
      - { text: Look at its first row., cost: 1 }`),
    ).toEqual([]);
  });
});

describe('times that are told twice', () => {
  const told = (changes: string): readonly string[] => lint(changes);

  it.each([
    [
      'a line of evidence that the truth cites',
      `truth:
  - { id: pushed, at: '2026-03-10T08:36:00Z', title: The key is pushed, clues: [public-since] }
  - { id: use, at: '2026-03-10T08:51:09Z' }`,
      ['misquoted-time truth.1.at', 'unordered-truth truth.1.at'],
    ],
    [
      'a line of a log with its day',
      `files: { evidence/commit.txt: "2026-03-10T08:46:00Z pushed" }
clues: [{ id: public-since, text: pushed }]
truth:
  - { id: use, at: '2026-03-10T08:51:09Z' }
  - { id: pushed, at: '2026-03-10T09:46:00Z', title: The key is pushed, clues: [public-since] }`,
      ['contradicting-truth truth.1.at'],
    ],
    [
      'a message that the truth cites, beside a record that agrees',
      `feed: [{ id: notice, body: It was used at 08:41:09 by a stranger. }]
clues: [{ id: told, feed: notice, says: A stranger used it. }]
truth: [{ id: use, clues: [first-use, told] }]`,
      ['misquoted-time feed.0.body'],
    ],
    [
      'the line that says what a clue shows',
      `clues: [{ id: first-use, says: A stranger used it at 08:41:09. }]`,
      ['misquoted-time clues.0.says'],
    ],
    [
      'a text that nobody cites',
      `debrief: { text: The stranger made the first use of it at 08:41. }`,
      ['misquoted-time debrief.text'],
    ],
    [
      'a second in a text that stands nowhere else',
      `debrief: { text: It all began at 08:51:29. }`,
      ['misquoted-time debrief.text'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(told(changes)).toEqual(expected);
  });

  it.each([
    ['the same minute', `debrief: { text: The stranger made the first use of it at 08:51. }`],
    ['a deadline', `debrief: { text: The first use by a stranger has to be told by 08:41. }`],
    ['another thing', `debrief: { text: Lunch was at 08:41. }`],
    [
      'a span around it',
      `feed: [{ id: notice, body: Booked from 08:00 to 08:59. }]
clues: [{ id: told, feed: notice, says: Booked. }]
truth: [{ id: use, clues: [first-use, told] }]`,
    ],
  ])('but not %s', (_, changes) => {
    expect(told(changes)).toEqual([]);
  });
});

describe('a time that is another record’s', () => {
  const records = `files:
  evidence/trail.csv: "id,time\\ne-1,2026-03-10T08:51:09Z\\ne-2,2026-03-10T08:51:40Z\\n"
`;
  const truth = `clues: [{ id: listing, evidence: trail, record: e-2, says: A bucket is listed. }]
truth: [{ id: listed, at: '2026-03-10T08:51:40Z', title: A bucket is listed, clues: [listing] }]
`;
  it.each([
    [
      'in the truth, near enough to be no contradiction',
      `truth: [{ id: use, at: '2026-03-10T08:51:40Z' }]`,
      ['borrowed-time truth.0.at'],
    ],
    [
      'at what a clue is said to show',
      `clues: [{ id: first-use, says: A stranger used the key at 08:51:40. }]`,
      ['borrowed-time clues.0.says'],
    ],
    [
      'in a reason that cites',
      `decisions:
  - id: key
    options:
      - { id: ask, evidence: [first-use], reason: It was used at 08:51:40, and goes on. }`,
      ['borrowed-time decisions.0.options.3.reason'],
    ],
    [
      'in a sentence about something else that is true',
      `${truth}debrief: { text: A stranger made the first use of it at 08:51:40. }`,
      ['borrowed-time debrief.text'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(lint(records + changes)).toEqual(expected);
  });

  it.each([
    ['its own', `clues: [{ id: first-use, says: A stranger used the key at 08:51. }]`],
    [
      'one of two that a reason tells',
      `decisions:
  - id: key
    options:
      - id: ask
        evidence: [first-use]
        reason: It was used at 08:51:09 and again at 08:51:40.`,
    ],
    [
      'both in one sentence',
      `${truth}debrief: { text: First use by a stranger at 08:51:09, list at 08:51:40. }`,
    ],
    ['a bound', `${truth}debrief: { text: The first use by a stranger came before 08:51:40. }`],
    [
      'that of a clause beside it',
      `${truth}debrief: { text: 'A list came at 08:51:40, and the first use by a stranger before.' }`,
    ],
    ['told of its own event', `${truth}debrief: { text: The bucket was listed at 08:51:40. }`],
  ])('but not %s', (_, changes) => {
    expect(lint(records + changes)).toEqual([]);
  });
});

describe('a value of a variant that stands in the drill', () => {
  const parameter = (values: string): string => `parameters:
  - { id: address, literal: 198.51.100.23, values: ${values} }\n`;

  it('is named where it stands', () => {
    expect(
      lint(`${parameter('[203.0.113.9, 203.0.113.40]')}files:
  evidence/commit.txt: "pushed at 08:46\\nfrom 203.0.113.40"`),
    ).toEqual(['stray-value evidence/commit.txt:2:6']);
  });

  it('is not seen in a longer word or number', () => {
    expect(
      lint(`${parameter('[203.0.113.9, "116"]')}brief: See 203.0.113.94, and 116.5 or 1,116 more.`),
    ).toEqual([]);
    // The minutes and seconds of a time are no time of the day.
    expect(lint(`${parameter('["13:30"]')}brief: It was read at 10:13:30.`)).toEqual([]);
  });
});

describe('YAML that does not parse says what to do', () => {
  it.each([
    ['a colon in a text', 'a: 1\nb: One: two\n', '2:4', 'quotes'],
    ['an open quote, where it opens', "a: 1\nb: 'open\nc: 2\nd: 3\n", '2:4', 'quote'],
    ['a tab', 'a:\n\tb: 1\n', '2:1', 'spaces'],
  ])('%s', (_, text, place, remedy) => {
    const source = parseYaml('a.yaml', text);
    const [fault] = source.ok ? [] : source.faults;
    expect(`${fault?.line}:${fault?.column}`).toBe(place);
    expect(fault?.remedy).toContain(remedy);
  });
});
