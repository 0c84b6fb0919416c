import { describe, expect, it } from 'vitest';
import { runExample } from './examples/run-example.ts';

/** What lint says, as `rule path`. */
const lint = (example: string): readonly string[] =>
  runExample(example).map(({ code, path }) => `${code} ${path}`);

/** A third decision beside two; `more` are fields of its own. */
const decision = (id: string, more: string): string => `
  - id: ${id}
    title: What next
    prompt: What is the next step?
    part: scoping
    ${more}
    none: { rating: 1, reason: Nothing was done. }
    options:
      - { id: read, text: Read what it did, rating: 7, reason: It tells of ${id}. }
      - { id: wait, text: Wait for its owner, rating: 2, reason: '${id} goes on.' }
      - { id: close, text: Close the case now, rating: 3, reason: Nobody knows ${id}. }
      - { id: hand, text: Hand it to the next, rating: 4, reason: They start ${id} from nothing. }`;

describe('a slip of the hand', () => {
  it.each([
    [
      'a window of seconds',
      'decisions: [{ id: key, closes_after: "0:12" }]',
      'impossible-window decisions.0.closes_after',
    ],
    [
      'an answer within seconds',
      'feed: [{ id: notice, expects: { answer: acknowledge, within: "0:04" } }]',
      'impossible-window feed.0.expects.within',
    ],
    [
      'a reason of another decision',
      `decisions:${decision('second', 'weight: 5').replace('It tells of second.', 'The harm goes on.')}`,
      'repeated-reason decisions.1.options.0.reason',
    ],
    [
      'two best in a twin',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
decisions:
  - id: key
    options:
      - { id: ask, rerate: [{ when: { var: own, is: true }, rating: 7, reason: It is his. }] }`,
      'tied-decision decisions.0.options.3.rerate.0.rating',
    ],
    [
      'a clue of one twin alone',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
evidence: [{ id: trail, available: { var: own, is: true } }]
decisions: [{ id: key, citations: { required: 1, accepts: [first-use] } }]`,
      'unmet-citations decisions.0.citations',
    ],
    [
      'a number with two digits swapped',
      `brief: 'You are on shift. It concerns 1,538 hosts.'
debrief: { text: 'Of 1,583 hosts, 1,583 were asked. All 1,583 answered.' }`,
      'near-miss brief',
    ],
    ['a name without a letter', 'brief: You are on shift with Tomas Reter.', 'near-miss brief'],
    ['letters of a name swapped', 'brief: You are on shift with Tomas Reutre.', 'near-miss brief'],
    [
      'a date whose year the drill tells',
      'brief: You are on shift. It is Monday 10 March.',
      'wrong-weekday brief',
    ],
    [
      'another minute than that of the start',
      'brief: You are on shift. It is Tuesday, 10 March 2026, 09:20 UTC.',
      'wrong-start brief',
    ],
    [
      'another time that it is now, without the day',
      'brief: You are on shift. It is 09:10 now.',
      'wrong-start brief',
    ],
    ...[
      '07812 334455',
      '(0117) 926 0142',
      '+49 171 2345678',
      '+44 (0)20 7123 4567',
      '(212) 736-5000',
    ].map((number) => [
      `a telephone number that may be somebody's: ${number}`,
      `brief: "You are on shift. Ring ${number}."`,
      'real-phone-number brief',
    ]),
    [
      'a bank account in one piece',
      'brief: You are on shift. It went to DE44500105175407324931.',
      'real-bank-account brief',
    ],
    [
      'evidence that costs the minutes that are left',
      'evidence: [{ id: trail, available: { after: 15 }, minutes: 4 }]',
      'late-evidence evidence.0.available',
    ],
    [
      'praise of a reply that is rated a mistake',
      `feed: [{ id: notice, replies: [{ id: yes, text: I will, rating: 7, reason: It helps. }, { id: no, text: Not me, rating: 2, reason: It waits. }] }]
debrief: { feedback: [{ kind: celebrate, when: { answered: notice, reply: 'no' }, text: Well said. }] }`,
      'praised-mistake debrief.feedback.0.when',
    ],
    [
      'a quote of YAML that a word processor turned',
      "decisions: [{ id: key, options: [{ id: ask, text: ‘Ask its owner when he is back' }] }]",
      'unpaired-quote decisions.0.options.3.text',
    ],
    [
      'a quote that closes and was never opened',
      'brief: You are on shift. It is late” said Ines.',
      'unpaired-quote brief',
    ],
    [
      'another deadline in the message that asks',
      `feed: [{ id: notice, body: 'By 09:25 today, please: what happened?' }]
updates: [{ id: first-update, opens: { delivered: notice } }]`,
      'misquoted-deadline feed.0.body',
    ],
    [
      'an address with another digit at a clue',
      `debrief: { text: 'From 198.51.100.23, which is 198.51.100.23.' }
clues: [{ id: first-use, says: A stranger came from 198.51.100.28. }]`,
      'near-miss clues.0.says',
    ],
    [
      'a count far from that of the line it is said of',
      "clues: [{ id: public-since, says: It was public with 61 files. }]\nfiles: { evidence/commit.txt: 'The key was pushed at 08:46 with 38 files.' }",
      'misquoted-figure clues.1.says',
    ],
    [
      'a count in the truth that its record has otherwise',
      'truth: [{ id: use, title: First use by a stranger with 61 calls }]\nfiles: { evidence/trail.csv: "id,time,event,address,calls\\ne-1,2026-03-10T08:51:09Z,GetCallerIdentity,198.51.100.23,38\\n" }',
      'misquoted-figure truth.0.title',
    ],
    [
      'a count in a fact to tell that nothing shows',
      "updates: [{ id: first-update, facts: [{ id: status, text: 'The key is off, 412 files are safe' }] }]",
      'misquoted-figure updates.0.facts.0.text',
    ],
    [
      'another day than that of the record',
      'clues: [{ id: first-use, says: A stranger used the key on 12 March. }]',
      'misquoted-day clues.0.says',
    ],
    [
      'another weekday than that of the record',
      'clues: [{ id: first-use, says: A stranger used the key on Thursday. }]',
      'misquoted-day clues.0.says',
    ],
    [
      'a day of the truth that is not that of its time',
      "truth: [{ id: use, title: 'First use by a stranger, Mar 12' }]",
      'misquoted-day truth.0.title',
    ],
    [
      'a day that nothing tells',
      'clues: [{ id: public-since, says: Public since 2 March. }]',
      'misquoted-day clues.1.says',
    ],
    [
      'a call that its record has not',
      'clues: [{ id: first-use, says: A stranger called GetSessionToken. }]',
      'misquoted-value clues.0.says',
    ],
    [
      'an address of another record in the truth',
      `truth: [{ id: use, title: First use by a stranger from 192.0.2.9 }]
feed: [{ id: notice, body: Somebody came from 192.0.2.9. }]`,
      'misquoted-value truth.0.title',
    ],
    [
      'a truth whose clues one of its twins lacks',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
evidence: [{ id: trail, available: { var: own, is: true } }]`,
      'torn-truth truth.0.clues',
    ],
    ['a long word twice', 'brief: You are on shift shift.', 'doubled-word brief'],
    ['a word of four letters twice', 'brief: It is last last night.', 'doubled-word brief'],
    [
      'a note beside an option',
      'decisions: [{ id: key, options: [{ id: ask, text: Ask its owner (the right call) }] }]',
      'told-verdict decisions.0.options.3.text',
    ],
    [
      'a verdict before an option',
      'decisions: [{ id: key, options: [{ id: ask, text: "Wrong: ask its owner when he is back" }] }]',
      'told-verdict decisions.0.options.3.text',
    ],
    [
      'a mark behind an option',
      'decisions: [{ id: key, options: [{ id: ask, text: Ask its owner when he is back ✗ }] }]',
      'told-verdict decisions.0.options.3.text',
    ],
    [
      'an answer in the first tier of a hint',
      'hints: [{ id: where, tiers: [{ text: "Perhaps deactivate it and tell its owner?", cost: 1 }, { text: See the rows., cost: 1 }, { text: See the first., cost: 1 }] }]',
      'early-answer hints.0.tiers.0.text',
    ],
    ['a category that no framework has', 'nist: [DE.AF]', 'unknown-framework-id nist.0'],
    [
      'two digits across a comma',
      `brief: One of 13,286 keys, of 13,286 in use, of 13,286 made.
debrief: { text: 'Of 12,386 keys one was public.' }`,
      'near-miss debrief.text',
    ],
    [
      'a number beside what it is read from',
      `files: { 'evidence/commit.txt': 'Event 41207. The key was pushed at 08:46 by mistake.' }
clues: [{ id: public-since, says: 'Pushed by event 42107, at 08:46.' }]`,
      'near-miss clues.1.says',
    ],
    [
      'a fact of an update, which the debrief shows',
      'updates: [{ id: first-update, facts: [{ id: status, text: The key is is off and gone gone }] }]',
      'doubled-word updates.0.facts.0.text',
    ],
    [
      'one hard paragraph in an easy text',
      `brief: "You are on shift. ${'It is late. '.repeat(60)}\\n\\nNotwithstanding organisational responsibilities articulated heretofore, interdepartmental communication infrastructure necessitates comprehensive reconceptualisation of institutional accountability considerations, irrespective of jurisdictional particularities, contractual interdependencies, operational prioritisation methodologies, administrative countermeasure documentation obligations and jurisdictional representatives of responsible organisational communication. It is late."`,
      'hard-to-read brief',
    ],
    [
      'bold in one member of a list',
      'brief: "You see:\\n\\n- **one\\n- **two**"',
      'unclosed-bold brief',
    ],
    [
      'a stretch of time that begins after it ends',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
decisions: [{ id: key, opens: { all: [{ var: own, is: true }, { after: 10 }, { not: { after: 5 } }] } }]`,
      'impossible-condition decisions.0.opens',
    ],
    [
      'an option without its decision',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
milestones: [{ id: m, title: Asked, when: { all: [{ var: own, is: true }, { decided: key, option: ask }, { not: { decided: key } }] } }]`,
      'impossible-condition milestones.0.when',
    ],
    [
      'a time or its opposite',
      'milestones: [{ id: m, title: Late, when: { any: [{ after: 3 }, { not: { after: 10 } }] } }]',
      'needless-condition milestones.0.when',
    ],
    [
      'a message that is kept away by its own time',
      'feed: [{ id: late, kind: mail, at: 11, unless: { after: 5 }, from: ines, subject: Late, body: Tell me. }]',
      'unreachable feed.1.unless',
    ],
    [
      'something of both twins at once',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
evidence: [{ id: trail, available: { var: own, is: true } }]
milestones: [{ id: m, title: Both, when: { all: [{ var: own, is: false }, { opened: trail }] } }]`,
      'impossible-condition milestones.0.when',
    ],
    [
      'evidence in UTF-16',
      `files: { 'evidence/trail.csv': "\\ufffd\\ufffdi\\0d\\0,\\0t\\0\\n\\0" }`,
      'wrong-format evidence.0.file',
    ],
    [
      'evidence with a NUL',
      `files: { 'evidence/commit.txt': "Pushed at 08:46 by\\0 mistake." }`,
      'wrong-format evidence.1.file',
    ],
    [
      'evidence of which a letter was lost',
      `files: { 'evidence/commit.txt': "Pushed at 08:46 by Ren\ufffd." }`,
      'broken-letters evidence.1.file',
    ],
    [
      'a person’s mood of which a letter was lost',
      `people: [{ id: ines, moods: [{ when: { after: 3 }, text: "At the caf\ufffd." }] }]`,
      'broken-letters people.0.moods.0.text',
    ],
    [
      'two records with the id that a clue cites',
      `files: { 'evidence/trail.csv': "id,time\\ne-1,2026-03-10T08:51:09Z\\ne-1,2026-03-10T08:59:09Z\\n" }`,
      'ambiguous-clue clues.0.record',
    ],
    [
      'an argument whose pattern refuses what its outcome matches',
      `tools: [{ id: key-off, args: [{ id: which, label: Key, pattern: { re2: '[a-z]+', says: letters } }], outcomes: [{ id: done, match: { which: AKIA1234 } }, { id: no-key, answer: No key of that name. }] }]`,
      'unreachable tools.0.outcomes.0',
    ],
    [
      'a second that does not stand in the record',
      'clues: [{ id: first-use, says: A stranger used the key at 08:51:19. }]',
      'borrowed-time clues.0.says',
    ],
    [
      'a value that ends a cell of its file',
      "parameters: [{ id: event, literal: GetCallerIdentity, values: ['Get, \"all'] }]",
      'torn-variant parameters.0.values.0',
    ],
    [
      'literals that share letters where they stand',
      `parameters:
  - { id: pushed, literal: was pushed, values: [was sent] }
  - { id: when, literal: pushed at, values: [sent near] }`,
      'overlapping-literals parameters.0.literal',
    ],
    [
      'silence of which nothing can follow before the end',
      `feed: [{ id: notice, expects: { answer: acknowledge, within: 40, missed: [{ set: key_off, to: true }] } }]`,
      'impossible-window feed.0.expects.within',
    ],
    [
      'a rule that is due before anything was read',
      `milestones: [{ id: off, title: Key off, when: { var: key_off, is: false } }]
scoring: { rules: [{ id: r1, title: Key on, part: containment, weight: 5, milestone: off, by: 0, why: It counts. }] }`,
      'impossible-window scoring.rules.0.by',
    ],
    [
      'a reply that takes half of the drill',
      'feed: [{ id: notice, replies: [{ id: yes, text: I will, minutes: 10 }] }]',
      'costly-deed feed.0.replies.0.minutes',
    ],
  ])('%s', (_, changes, expected) => {
    expect(lint(changes)).toContain(expected);
  });
});

describe('but not', () => {
  it.each([
    ...[
      'Pushed with 0.61 of 38 files, at 98 %, 24 KiB in all, not 61.',
      'Pushed with 38 to 61 files.',
      'Item 61 of the files at 08:46, from 198.51.100.61.',
    ].map((says) => [
      `figures that are rounded, halves, denied or labels: ${says}`,
      `clues: [{ id: public-since, says: '${says}' }]
files: { evidence/commit.txt: "The key was pushed at 08:46 with 38 files: 0.612 of them, 0.98, 24576 bytes.\\n\\nPage 61" }`,
    ]),
    [
      'records that one can count, and a number told of the same elsewhere',
      `clues: [{ id: first-use, says: 'One of 14 calls from there, of 15 in all, with 88 files.' }]
feed: [{ id: notice, body: There are 88 files. }]
files: { evidence/trail.csv: "id,time,event,address\\n${Array.from({ length: 15 }, (_, at) => `e-${at + 1},2026-03-10T08:51:09Z,Get,${at < 14 ? '198.51.100.23' : '192.0.2.1'}\\n`).join('')}" }`,
    ],
    [
      'a call that is denied, and an address of a network that is cited',
      `clues: [{ id: first-use, says: 'GetCallerIdentity, not GetSessionToken.' }, { id: public-since, says: From 192.0.2.9. }]
files: { evidence/commit.txt: 'The key was pushed at 08:46 from 192.0.2.0/24, host 192.0.2.1' }
feed: [{ id: notice, body: Somebody came from 192.0.2.9. }]`,
    ],
    [
      'days in other forms, and one told elsewhere of what tells none',
      `clues: [{ id: first-use, says: 'Used on Tuesday, Mar 10, 2026.' }, { id: public-since, says: Public since 2 March. }]
feed: [{ id: notice, body: They pushed on 2 March. }]`,
    ],
    [
      'a number that is another',
      `brief: You are on shift. It concerns 1,538 hosts and 1,583 users.`,
    ],
    [
      'a time with the digits of another',
      `debrief: { text: 'From 10:20 to 12:20, at 12:20, by 12:20.' }`,
    ],
    ['a port or a part of an address', `brief: Look at 10:80:ab and at 127.0.0.1:80, or 08:71.5.`],
    ['a deadline of another thing', `feed: [{ id: notice, body: 'Lunch is over by 09:25.' }]`],
    ['a name with its ending', `brief: You are on shift. It is the Reuters desk.`],
    ['a date without a year in another month', 'brief: You are on shift. It is Tuesday, 10 March.'],
    ['a time that is not now', 'brief: You are on shift. It is quiet until 09:10.'],
    [
      'a telephone number that is kept for stories',
      'brief: "You are on shift: 0117 496 0110, +44 20 7946 0123, 07700 900123, (202) 555-0143."',
    ],
    [
      'a row of figures that is no telephone number',
      `files: { 'evidence/commit.txt': "+2026-03-10 08:46 1\\n0x0032 097 097 000\\nPushed +0000 at 08:46.\\n" }`,
    ],
    [
      'a published bank account, one with other check figures, and an id',
      'brief: It is GB29 NWBK 6016 1331 9268 19, DE00500105175407324931, EE9898EA93BEC02E.',
    ],
    [
      'evidence that opens late and not too late',
      'evidence: [{ id: trail, available: { after: 15 }, minutes: 2 }]',
    ],
    [
      'an apostrophe, and quotes of several kinds',
      'brief: It’s late. “All is well,” he said, ‘so far’. „So“ is how others write it, `“` in code.',
    ],
    [
      'a second of a record that writes its hours up to twelve',
      `files: { 'evidence/trail.csv': "id,time,until\\ne-1,2026-03-10T08:51:09Z,\\"Mar 10, 2026 8:53:30 PM\\"\\n" }
clues: [{ id: first-use, says: 'A stranger used the key, until 10 March 20:53:30.' }]`,
    ],
    [
      'literals of one draw that agree on what they share',
      `parameters:
  - { id: pushed, literal: was pushed, values: [was sent] }
  - { id: when, with: pushed, literal: pushed at, values: [sent at] }`,
    ],
    ['asterisks in code', 'brief: "You are on shift, with `**` in a path."'],
    ['a word that may stand twice', 'brief: He said that that was what he had had.'],
    [
      'a name in the middle',
      'feed: [{ id: notice, body: "Ask Tomas Reuter. He knows the key well." }]',
    ],
    [
      'praise of one of several, the best among them',
      `debrief:
  feedback:
    - { kind: celebrate, when: { decided: key, option: [deactivate, watch] }, text: You stayed calm. }`,
    ],
    ['the greater of two decisions', `decisions:${decision('second', 'weight: 5')}`],
    [
      'citations of a twin in which it is not asked',
      `state: { own: { kind: flag } }
parameters: [{ id: twin, variable: own, values: [false, true] }]
evidence: [{ id: trail, available: { var: own, is: true } }]
decisions:${decision('second', 'weight: 5\n    opens: { var: own, is: true }\n    citations: { required: 1, accepts: [first-use] }')}`,
    ],
  ])('%s', (_, changes) => {
    const own = new Set(
      'near-miss wrong-weekday wrong-start impossible-time misquoted-deadline unclosed-bold doubled-word wrong-sender praised-mistake lopsided-weight unmet-citations real-phone-number real-bank-account late-evidence unpaired-quote borrowed-time overlapping-literals'.split(
        ' ',
      ),
    );
    expect(lint(changes).filter((hit) => own.has(hit.split(' ')[0] ?? ''))).toEqual([]);
  });
});

it('lets an option speak of what is right, best or wrong', () => {
  const words = [
    'Ask (best effort) its owner',
    'Ask him right away',
    'Ask what went wrong: he knows',
  ];
  for (const text of words) {
    const found = lint(`decisions: [{ id: key, options: [{ id: ask, text: "${text}" }] }]`);
    expect(found.filter((one) => one.startsWith('told-verdict'))).toEqual([]);
  }
});

it('tells of a file that cannot be read once, and of nothing that follows from it', () => {
  const broken = [
    `evidence: [{ id: trail, format: cloudtrail, columns: [eventTime] }]
files: { 'evidence/trail.csv': '{"Records":[{"eventID":"e-1","eventVersion":"1"' }`,
    `evidence: [{ id: trail, columns: [id] }]
files: { 'evidence/trail.csv': ' ' }`,
    `evidence: [{ id: trail, columns: [id, time] }]
files: { 'evidence/trail.csv': "\\ufffd\\ufffdi\\0d\\0,\\0t\\0\\n\\0" }`,
  ];
  for (const example of broken) {
    const hits = lint(example).filter((hit) => /format|column|lost-clue|letters/.test(hit));
    expect(hits).toEqual(['wrong-format evidence.0.file']);
  }
});

it('does not advise to write one parameter where another has its own literal', () => {
  const example = `parameters:
  - { id: who, literal: Tomas, values: [Ines] }
  - { id: duty, literal: Ines, values: [Petra] }`;
  expect(lint(example).filter((hit) => hit.startsWith('stray-value'))).toEqual([]);
});
