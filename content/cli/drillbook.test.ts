import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLog } from '../engine/drill/attempt-log.ts';
import { commands } from './commands.ts';
import { typeCommand } from './testing/type-command.ts';

const program = fileURLToPath(new URL('drillbook.ts', import.meta.url));
const bundled = fileURLToPath(new URL('../packs', import.meta.url));
let folder = '';
let pack = '';

const packYaml = `format: 1
id: test
version: 1.0.0
title: Test
authors: [Somebody]
licence: CC-BY-4.0
language: en-GB
attack: { version: v19 }
nice: { version: 2.1.0 }
`;
const options = (more = '') =>
  [
    ['a', 2],
    ['b', 7],
    ['c', 3],
    ['d', 1],
  ]
    .map(
      ([id, rating]) =>
        `      - { id: do-${id}, text: Do ${id}, rating: ${rating}, reason: Because ${id}${id === 'b' ? more : ''} }`,
    )
    .join('\n');
const drillYaml = `format: 1
id: T01
title: A key in the open
summary: Short
role: Analyst
level: entry
minutes: 20
kind: Leak
starts_at: "2026-03-10T09:12:00Z"
ends_at: "20:00"
severity: { level: medium }
brief: You are on shift. AKIAEXAMPLE is public.
people: [{ id: ines, name: Ines Holm, role: Manager }]
state: { off: { kind: flag } }
feed:
  - { id: notice, kind: mail, at: 0, from: ines, subject: Look at this, body: "Bell \\a and \\e]0;title\\a rest", expects: { answer: acknowledge, within: 5, part: escalation, weight: 2, why: Somebody waits } }
  - { id: demo, kind: call, at: 3, from: ines, subject: A call, body: Please, interrupt: true, replies: [{ id: no, text: "No" }, { id: yes, text: "Yes", minutes: 1 }] }
evidence:
  - { id: table, title: Table, file: evidence/table.csv, format: csv, key: id, minutes: 1 }
clues:
  - { id: row, evidence: table, record: r-2, says: It is there }
tools:
  - id: key-off
    title: Deactivate
    about: Switches it off
    minutes: 2
    args: [{ id: key, label: Key }]
    outcomes:
      - { id: done, match: { key: AKIAEXAMPLE }, answer: It is off., effects: [{ set: off, to: true }] }
      - { id: unknown, answer: There is no such key. }
decisions:
  - id: first
    title: How serious?
    prompt: Choose
    part: scoping
    weight: 5
    none: { rating: 1, reason: Nothing }
    citations: { required: 1, accepts: [row] }
    options:
${options()}
  - id: second
    title: What now?
    prompt: Choose
    opens: { decided: first }
    part: containment
    weight: 5
    none: { rating: 1, reason: Nothing }
    options:
${options(', effects: [{ end: true }]')}
updates:
  - id: t15
    title: Update
    audience: executive
    to: [ines]
    about_reader: Reads it on a phone
    asked: What happened?
    due: 15
    part: communication
    weight: 4
    facts:
      - { id: status, kind: status, text: The key is off, any: [key off] }
      - id: other
        kind: scope
        text: There is no such key
        any: [no such key]
        known: { used: key-off, outcome: unknown }
hints:
  - id: where
    title: Where to look
    part: scoping
    tiers: [{ text: Look., cost: 0.5 }, { text: Look there., cost: 1 }, { text: At r-2., cost: 2 }]
truth: []
scoring: {}
outcomes:
  - { id: held, title: Contained, when: { var: off, is: true }, text: It is over. }
  - { id: open, title: Still open, text: It goes on. }
debrief: { text: What was true. }
`;
const script = `ack notice
open table
grep table stranger
use key-off key=AKIAEXAMPLE
reply demo no
timeline add 09:13:00 seen --cite table:r-2
hypothesis add 60 a stranger
indicator add ip 198.51.100.23 --cite table:r-2
note it is odd
hint where
decide first do-b 80 --cite table:r-2 --because the row says so
write t15
The key is off.
Next update at 10:00.
.
decide second do-b 90
`;

async function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = await typeCommand(args, { input, cwd: folder });
  expect(stdout + stderr).not.toMatch(/\n\s+at |node:internal/);
  return { status, stdout, stderr };
}

function readJson(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

function writeDrill(slug: string, text: string): void {
  mkdirSync(join(pack, 'drills', slug, 'evidence'), { recursive: true });
  writeFileSync(join(pack, 'drills', slug, 'drill.yaml'), text);
  writeFileSync(
    join(pack, 'drills', slug, 'evidence/table.csv'),
    'id,who\nr-1,owner\nr-2,stranger\n',
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-cli-'));
  pack = join(folder, 'pack');
  mkdirSync(pack);
  writeFileSync(join(pack, 'pack.yaml'), packYaml);
  writeDrill('a-key', drillYaml);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('drillbook', { timeout: 60_000 }, () => {
  it('lists drills, also those that do not load, with the place of the fault', async () => {
    const fine = await run(['list', '--pack', pack, '--json']);
    expect(fine.status).toBe(0);
    expect(readJson(fine.stdout)).toEqual({
      drills: [
        {
          slug: 'a-key',
          title: 'A key in the open',
          role: 'Analyst',
          level: 'entry',
          minutes: 20,
          pack: 'test',
          faults: [],
        },
      ],
      exercises: [],
      paths: [],
      questions: [],
      faults: [],
    });
    const other = join(folder, 'other');
    cpSync(pack, other, { recursive: true });
    writeFileSync(join(other, 'drills/a-key/drill.yaml'), drillYaml.replace('level:', 'levle:'));
    const faulty = await run(['list', '--pack', other]);
    expect(faulty.status).toBe(1);
    expect(faulty.stdout).toContain('A key in the open  does not load');
    expect(faulty.stdout).toMatch(/other\/drills\/a-key\/drill\.yaml:6:1 error/);
    expect((await run(['list'])).status).toBe(0);
  });

  it('lints a pack, a drill and a file, and names line, column and remedy', async () => {
    expect(await run(['lint', pack])).toMatchObject({ status: 0 });
    const bad = join(folder, 'bad');
    cpSync(pack, bad, { recursive: true });
    const file = join(bad, 'drills/a-key/drill.yaml');
    writeFileSync(
      file,
      drillYaml.replace('at: 3,', 'at: 25,').replace('record: r-2', 'record: r-9'),
    );
    for (const path of [bad, join(bad, 'drills/a-key'), file]) {
      const { status, stdout } = await run(['lint', path, '--json']);
      expect(status).toBe(1);
      const line = drillYaml.split('\n').findIndex((text) => text.includes('id: demo')) + 1;
      expect(readJson(stdout)).toMatchObject({
        errors: 2,
        faults: [
          {
            code: 'unreachable',
            line,
            column: 29,
            file: 'bad/drills/a-key/drill.yaml',
            path: 'feed.1.at',
          },
          {
            code: 'lost-clue',
            severity: 'error',
            remedy: expect.stringContaining('record') as string,
          },
          { code: 'lone-clue', severity: 'warning' },
        ],
      });
    }
    const lone = join(folder, 'lone');
    cpSync(join(pack, 'drills/a-key'), lone, { recursive: true });
    expect((await run(['lint', lone])).status).toBe(0);
  });

  it('plays a whole drill from a pipe, saves every step, and scores the log alike', async () => {
    const log = join(folder, 'whole.jsonl');
    const { status, stdout } = await run(['play', 'a-key', '--pack', pack, '--log', log], script);
    expect(status).toBe(0);
    expect(stdout).toContain('It is off.');
    expect(stdout).toContain('r-2  stranger');
    expect(stdout).toContain('Debrief: A key in the open');
    expect(stdout).toMatch(/5 of 5 {2}How serious\?\n {6}decision:first · event \d+ decided/);
    expect(stdout).toMatch(/-0\.5 of 0 {2}Where to look/);
    expect(stdout).toContain('The key is off: said');
    // Not known in this play, and perhaps not true in it.
    expect(stdout).not.toContain('There is no such key: ');
    const played = parseLog(readFileSync(log, 'utf8'));
    if ('fault' in played) throw new Error(played.fault);
    expect(played.events.map(({ kind }) => kind)).toEqual([
      'started',
      'acknowledged',
      'evidence_opened',
      'tool_used',
      'replied',
      'timeline_added',
      'hypothesis_added',
      'indicator_added',
      'notes_changed',
      'hint_taken',
      'decided',
      'update_sent',
      'decided',
    ]);
    const scored = await run(['score', log, '--pack', pack, '--json']);
    expect(scored.status).toBe(0);
    expect(readJson(scored.stdout)).toMatchObject({
      ended: 'finished',
      drill: { slug: 'a-key', id: 'T01' },
      total: { possible: 16 },
      parts: [
        { part: 'containment', earned: 5, possible: 5 },
        {
          part: 'scoping',
          earned: 4.5,
          points: [
            {
              rule: 'decision:first',
              weight: 5,
              earned: 5,
              event: { seq: 10, kind: 'decided' },
              why: 'Because b',
            },
            { rule: 'hint:where/1', weight: 0, earned: -0.5, event: { kind: 'hint_taken' } },
          ],
        },
        { part: 'communication', earned: 4 },
        { part: 'escalation', earned: 2 },
      ],
      faults: [],
    });
  });

  it('plays with the levers that were chosen, and tells of them', async () => {
    const log = join(folder, 'levers.jsonl');
    const levers = 'noise=off, time=0.75, help=off';
    const { status, stdout } = await run(
      ['play', 'a-key', '--pack', pack, '--log', log, '--levers', levers],
      'tools\ntools key\ntools nowhere\nend now\n',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('played without help: say what you are looking for');
    expect(stdout).toMatch(/> tools key\n1 Deactivate /);
    expect(stdout).toContain('No tool is found by these words.');
    expect(stdout).toContain(
      'Played: without noise, shorter time to answer and decide, without help.',
    );
    const played = parseLog(readFileSync(log, 'utf8'));
    expect(played).toMatchObject({
      header: { levers: { noise: false, deadlines: 0.75, structure_check: false, hints: true } },
    });
  });

  it('leaves a log that is there as it is, and says what to do', async () => {
    const log = join(folder, 'taken.jsonl');
    writeFileSync(log, 'mine');
    const { status, stderr } = await run(['play', 'a-key', '--pack', pack, '--log', log]);
    expect(status).toBe(2);
    expect(stderr).toContain('To go on with it: --resume');
    expect(stderr).toContain('name another file');
    expect(readFileSync(log, 'utf8')).toBe('mine');
  });

  it('says of pack check alone what its exit codes mean', async () => {
    const { stdout } = await run(['pack', 'check', '--help']);
    expect(stdout).toContain('2 if one is refused');
    expect(stdout.match(/exit code/gi)).toHaveLength(1);
    expect((await run(['lint', '--help'])).stdout).toContain('1: there are faults');
  });

  it('prints commands to go on and to score that work as they stand', async () => {
    const log = join(folder, 'printed.jsonl');
    const type = (said: string, input: string) => {
      const [, command = ''] = /^(?:Go on|Points again): drillbook (.+)$/m.exec(said) ?? [];
      expect(command).not.toBe('');
      return run(
        [...command.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole),
        input,
      );
    };
    const begun = await run(['play', 'a-key', '--pack', pack, '--log', log], 'ack notice\n');
    const gone = await type(begun.stdout, 'end now\n');
    expect(gone).toMatchObject({ status: 0, stderr: '' });
    expect(gone.stdout).toContain('Going on with');
    expect(await type(gone.stdout, '')).toMatchObject({ status: 0, stderr: '' });
  });

  it('tells the day of what happened on another one', async () => {
    const log = join(folder, 'days.jsonl');
    const { stdout } = await run(['play', 'd20-two-disks-down', '--log', log], 'end now\n');
    expect(stdout).toMatch(/^2026-04-13 03:17:42 {2}md drops sdd1/m);
    expect(stdout).toMatch(/^06:27:38 {2}md drops sdf1/m);
  });

  it('takes own words, lines of the terminal and questions, and gives a shift over', async () => {
    const relay = join(folder, 'relay');
    cpSync(pack, relay, { recursive: true });
    const file = join(relay, 'drills', 'a-key', 'drill.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('audience: executive', 'audience: handover')
        .replace(
          'hints:',
          `roles: [{ id: early, name: Early }, { id: late, name: Late, private: You are rested. }]
handover: { update: t15, to: late }
assistant:
  name: Copilot
  about: Sounds sure.
  answers:
    - { id: used, question: Was it used?, ask: [used], says: Never., wrong: true, check: [row], why: It was. }
hints:`,
        ),
    );
    const log = join(folder, 'relay.jsonl');
    const { status, stdout } = await run(
      ['play', 'a-key', '--pack', relay, '--log', log],
      `say notice I promise this will never happen again.
ask Was it used?
man key-off
key-off
key-off --key AKIAEXAMPLE
take
send t15 The key is off. No customer data was accessed.
feed
take
feed
brief
brief first
notebook
end now
`,
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Copilot: Never.');
    expect(stdout).toContain('usage: use 1 key=VALUE');
    expect(stdout).toContain('Key is missing: key=VALUE. How it is used: man key-off.');
    expect(stdout).toContain('It is off.');
    expect(stdout).toContain('The shift cannot be taken over yet');
    expect(stdout).toContain('Who takes over types: take');
    expect(stdout).toMatch(/Sent\.[^>]*\nThe shift is over\. Who takes over types: take\n/);
    expect(stdout).toMatch(/You are rested\.[^]*> feed\nNothing has arrived yet\./);
    // Of what the first shift was told, who takes over reads only what it left, or asks for it.
    const [, own = '', asked = ''] =
      /> brief\n([^]*)> brief first\n([^]*)> notebook/.exec(stdout) ?? [];
    expect(own).toContain('The key is off.');
    expect(own).toContain('What the shift before you began with: brief first');
    expect(asked).toContain('You are on shift.');
    expect(own).not.toContain('You are on shift.');
    expect(own).not.toContain('You are: ');
    // What costs points stands there with its words.
    expect(stdout).toContain('Safe without proof: "No customer data was accessed".');
    expect(stdout).toMatch(/Was it used\? it was wrong, you did not look it up in time/);
    expect(stdout).toContain('promise: "I promise", "will never happen"');
    const played = parseLog(readFileSync(log, 'utf8'));
    if ('fault' in played) throw new Error(played.fault);
    expect(played.events.map(({ kind, actor }) => `${actor} ${kind}`)).toEqual([
      'early started',
      'early wrote',
      'early asked',
      'early tool_used',
      'early update_sent',
      'early shift_taken',
      'late ended',
    ]);
  });

  it('cites every answer that a tool gave, and says since when an answer is late', async () => {
    const log = join(folder, 'cited.jsonl');
    const lines = [
      'use key-off key=AKIAEXAMPLE',
      'use 1 kee=AKIAOTHER',
      'use 1 --key AKIAOTHER',
      'wait 2',
      'status',
      'decide first do-b 80 --cite tools:key-off',
      'end',
    ];
    const { stdout } = await run(['play', 'a-key', '--pack', pack, '--log', log], lines.join('\n'));
    expect(stdout).toMatch(/It has no kee=; it has key=\..*How it is used: man 1\./);
    expect(stdout).toContain('1 Look at this (late since T+00:05:00)');
    const played = parseLog(readFileSync(log, 'utf8'));
    const decided =
      'events' in played ? played.events.find(({ kind }) => kind === 'decided') : null;
    expect(decided?.data).toMatchObject({
      citations: ['key-off/done', 'key-off/unknown'].map((id) => ({
        file: 'tools',
        locator: { kind: 'record', id },
      })),
    });
  });

  it('plays a drill by the id of its pack and its name, where several packs have one', async () => {
    const twins = join(folder, 'twins');
    for (const name of ['one', 'two']) {
      cpSync(pack, join(twins, name), { recursive: true });
      writeFileSync(join(twins, name, 'pack.yaml'), packYaml.replace('id: test', `id: ${name}`));
    }
    const play = (slug: string) =>
      run(
        ['play', slug, '--pack', twins, '--log', join(folder, `twin-${slug.length}.jsonl`)],
        'end',
      );
    expect(await play('a-key')).toMatchObject({
      status: 2,
      stderr:
        'drillbook: "a-key" stands in several packs. Name one of them: one/a-key, two/a-key.\n',
    });
    expect(await play('two/a-key')).toMatchObject({ status: 0 });
    const log = parseLog(readFileSync(join(folder, 'twin-9.jsonl'), 'utf8'));
    expect(log).toMatchObject({ header: { pack: { id: 'two' }, drill: { slug: 'a-key' } } });
    expect((await play('three/a-key')).stderr).toContain('There are: one/a-key, two/a-key.');
  });

  it('leaves at the end of its input and goes on where it was, also after a torn line', async () => {
    const log = join(folder, 'parts.jsonl');
    const lines = script.split('\n');
    await run(['play', 'a-key', '--pack', pack, '--log', log], lines.slice(0, 4).join('\n'));
    appendFileSync(log, '{"kind":"decided","data":{"decis');
    const more = await run(['play', '--resume', log, '--pack', pack], lines.slice(4, 9).join('\n'));
    expect(more.status).toBe(0);
    expect(more.stdout).toContain('Going on with');
    // A line that lacks nothing but its line end counts.
    truncateSync(log, readFileSync(log).length - 1);
    const last = await run(['play', '--resume', log, '--pack', pack], lines.slice(9).join('\n'));
    expect(last.stdout).toContain('Debrief: A key in the open');
    const whole = parseLog(readFileSync(log, 'utf8'));
    if ('fault' in whole) throw new Error(whole.fault);
    expect(whole.events.map(({ seq }) => seq)).toEqual(whole.events.map((_, index) => index));
    expect(whole.events.filter(({ kind }) => kind === 'resumed')).toHaveLength(2);
    expect((await run(['play', '--resume', log, '--pack', pack])).stdout).toContain('Debrief');
  });

  it('goes on with a log that an editor began with a byte-order mark, and scores it', async () => {
    const [plain, log] = [join(folder, 'plain.jsonl'), join(folder, 'marked.jsonl')];
    const lines = script.split('\n');
    await run(['play', 'a-key', '--pack', pack, '--log', plain], lines.slice(0, 4).join('\n'));
    const before = `\uFEFF${readFileSync(plain, 'utf8')}`;
    writeFileSync(log, before);
    const more = await run(['play', '--resume', log, '--pack', pack], lines.slice(4).join('\n'));
    expect(more).toMatchObject({ status: 0 });
    expect(more.stdout).toContain('Debrief: A key in the open');
    expect(readFileSync(log, 'utf8').startsWith(before)).toBe(true);
    expect(await run(['score', log, '--pack', pack])).toMatchObject({ status: 0 });
  });

  it('says what was wrong with a line, and plays on', async () => {
    const log = join(folder, 'wrong.jsonl');
    const wrong =
      'fly\nopen nothing\ndecide first do-b\npin table:r-2\nwait x\nend\nhelp\nstatus\n';
    const { status, stdout } = await run(['play', 'a-key', '--pack', pack, '--log', log], wrong);
    expect(status).toBe(0);
    for (const said of [
      'There is no command "fly"',
      'There is no evidence "nothing" here.',
      'Say how sure you are.',
      'has not been opened yet',
      'Say how long',
      'To end all the same: end now',
      'to decide:\n  1 How serious?',
    ]) {
      expect(stdout).toContain(said);
    }
  });

  it('lets nothing of a pack steer the terminal', async () => {
    const log = join(folder, 'steer.jsonl');
    const { stdout } = await run(['play', 'a-key', '--pack', pack, '--log', log], 'read notice\n');
    expect(stdout).toContain('Bell  and ]0;title rest');
    // eslint-disable-next-line no-control-regex -- there must be none
    expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  it('scores the golden logs of the bundled drills by the hash in their first line', async () => {
    const golden = join(bundled, 'core/drills/d01-key-in-a-public-repository/golden/expert.jsonl');
    const { status, stdout } = await run(['score', golden]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^total .* \((?:9\d|100) %\)$/m);
  });

  it('names the line of a log that does not fit its drill', async () => {
    const log = join(folder, 'unfit.jsonl');
    const [header = '', started = ''] = readFileSync(join(folder, 'whole.jsonl'), 'utf8').split(
      '\n',
    );
    const early = started
      .replace('"started","data":{}', '"acknowledged","data":{"item":"demo"}')
      .replace('"seq":0', '"seq":1');
    writeFileSync(log, `${header}\n${started}\n${early}\n`);
    const { status, stdout } = await run(['score', log, '--pack', pack]);
    expect(status).toBe(1);
    expect(stdout).toContain('unfit.jsonl:3: this event does not fit');
  });

  it('scores by what the drill of a named pack has become, and says so', async () => {
    const log = join(folder, 'older.jsonl');
    const whole = readFileSync(join(folder, 'whole.jsonl'), 'utf8');
    writeFileSync(log, whole.replace(/"hash":"\w+"/, '"hash":"00ff"'));
    const { status, stdout } = await run(['score', log, '--pack', pack]);
    expect(status).toBe(0);
    expect(stdout).toContain('It was played with another version of this drill');
    expect(stdout).toMatch(/^total /m);
    const json = await run(['score', log, '--pack', pack, '--json']);
    expect(readJson(json.stdout)).toMatchObject({ drill: { slug: 'a-key', changed: true } });
    const own = await run(['score', join(folder, 'whole.jsonl'), '--pack', pack, '--json']);
    expect(readJson(own.stdout)).toMatchObject({ drill: { changed: false } });
  });

  it('never scores silently for a scorer that it does not have', async () => {
    const log = join(folder, 'other-scorer.jsonl');
    const whole = readFileSync(join(folder, 'whole.jsonl'), 'utf8');
    writeFileSync(log, whole.replace('"points-1"', '"points-99"'));
    const { status, stdout } = await run(['score', log, '--pack', pack]);
    expect(status).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'scored by points-99, which this version of Drillbook does not have. That score stands',
    );
    expect(stdout.indexOf('a second score')).toBeLessThan(stdout.search(/^total /m));
    const own = await run(['score', join(folder, 'whole.jsonl'), '--pack', pack, '--json']);
    const { total, parts } = readJson(own.stdout) as { total: object; parts: object };
    expect(readJson(own.stdout)).toMatchObject({ scorer: 'points-1', second_score: null });
    const json = await run(['score', log, '--pack', pack, '--json']);
    expect(readJson(json.stdout)).toMatchObject({
      scorer: 'points-99',
      total: null,
      parts: null,
      second_score: { scorer: 'points-1', total, parts },
    });
  });

  it('prints the schema, its version and help', async () => {
    expect(readJson((await run(['schema'])).stdout)).toHaveProperty('properties.decisions');
    expect((await run(['--version'])).stdout).toMatch(/^drillbook \d+\.\d+\.\d+\n$/);
    expect((await run(['help'])).stdout).toContain('drillbook score-answer  answers to');
    for (const args of [
      ['help', 'play'],
      ['play', '--help'],
      ['play', 'x', '-h'],
    ]) {
      expect((await run(args)).stdout).toMatch(
        /^drillbook play SLUG .*\n[^]*--levers LIST[^]*Examples\n/,
      );
    }
    expect(readJson((await run(['help', '--json'])).stdout)).toContainEqual(
      expect.objectContaining({ name: 'play', words: [0, 1] }),
    );
  });

  it('answers bad usage and unreadable input with one line and exit code 2', async () => {
    const garbage = join(folder, 'garbage.bin');
    writeFileSync(
      garbage,
      Uint8Array.from({ length: 5_000 }, (_, index) => (index * 97) % 256),
    );
    const log = readFileSync(join(folder, 'whole.jsonl'), 'utf8');
    const foreign = join(folder, 'foreign.jsonl');
    writeFileSync(foreign, log.replace(/"hash":"\w+"/, '"hash":"00ff"'));
    mkdirSync(join(folder, 'hollow'));
    const cases: readonly (readonly string[])[] = [
      [],
      ['fly'],
      ['help', 'fly'],
      ['__proto__'],
      ['list', '--colour'],
      ['list', 'extra'],
      ['score'],
      ['score', join(folder, 'nothing.jsonl')],
      ['score', folder],
      ['score', garbage],
      ['score', foreign],
      ['score', foreign, '--pack', join(folder, 'hollow')],
      ['lint', join(folder, 'nothing')],
      ['lint', garbage],
      ['lint', folder],
      ['list', '--pack', join(folder, 'hollow')],
      ['play'],
      ['play', 'no-such-drill', '--pack', pack],
      ['play', 'a-key', '--pack', pack, '--seed', 'x'],
      ['play', 'a-key', '--pack', pack, '--levers', 'noise=perhaps'],
      ['play', 'a-key', '--pack', pack, '--levers', 'constructor=off'],
      ['play', 'a-key', '--pack', pack, '--log', join(folder, 'whole.jsonl')],
      ['play', '--resume', garbage],
      ['play', '--resume', join(folder, 'nothing.jsonl')],
      ['schema', 'nothing'],
    ];
    for (const args of cases) {
      expect({ args, ...(await run(args)) }).toEqual({
        args,
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^drillbook: .+\n$/) as string,
      });
    }
  });

  it('finds binary garbage in place of a drill.yaml a fault with a place', async () => {
    const broken = join(folder, 'broken');
    cpSync(pack, broken, { recursive: true });
    cpSync(join(folder, 'garbage.bin'), join(broken, 'drills/a-key/drill.yaml'));
    const { status, stdout } = await run(['lint', broken]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/drill\.yaml:\d+:\d+ error/);
  });
});

// Each command once as its users start it: what it imports when it runs has to load in plain Node.
describe('drillbook as a process', { timeout: 60_000 }, () => {
  const update = {
    audience: 'executive',
    at_min: 20,
    facts: [{ id: 'status', text: 'The key is switched off', known_from_min: 5 }],
    forbidden: [],
    text: 'The key is switched off.',
  };
  const answer = { question: 'What did you mend?', principle: 'ownership', answer: 'I mended it.' };
  /** In this order: some use what was written before. */
  const cases: readonly {
    readonly typed: string;
    readonly says: RegExp;
    readonly status?: number;
    readonly input?: string;
  }[] = [
    { typed: 'help', says: /^ {2}drillbook score-answer /m },
    { typed: 'list --pack pack', says: /A key in the open/ },
    {
      typed: 'play a-key --pack pack --log process.jsonl',
      says: /Debrief: A key/,
      input: 'end now\n',
    },
    { typed: 'new drill mine --pack made', says: /drill\.yaml/ },
    { typed: 'evidence made/drills/mine --check', says: /trail\.json/ },
    { typed: 'lint pack', says: /0 errors, 1 warning/ },
    // So small a drill can be played well blindly, which is a fault.
    { typed: 'simulate pack --runs 1', says: /expert/, status: 1 },
    { typed: 'stats pack', says: /2 decisions/ },
    { typed: 'migrate pack', says: /./ },
    { typed: 'schema', says: /"decisions"/ },
    { typed: 'pack made -o made.drillpack', says: /made\.drillpack/ },
    { typed: 'pack check made.drillpack', says: /sound/ },
    { typed: 'pack diff made made', says: /Nothing differs/ },
    { typed: 'pack key new my.key', says: /my\.key/ },
    { typed: 'pack sign made.drillpack --key my.key', says: /made\.drillpack/ },
    { typed: 'pack verify made.drillpack', says: /Signed by/ },
    { typed: 'unpack made.drillpack unpacked', says: /unpacked/ },
    { typed: 'review garbage.bin', says: /^drillbook: .+\n$/, status: 2 },
    { typed: 'score process.jsonl --pack pack', says: /^total /m },
    { typed: 'score-update', says: /^\{"total":/, input: JSON.stringify(update) },
    { typed: 'score-answer', says: /^\{/, input: JSON.stringify(answer) },
    { typed: 'completion bash', says: /complete / },
    { typed: 'version', says: /^drillbook \d/ },
  ];

  function start(typed: string, input = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...typed.split(' ')], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, NO_COLOR: '1' },
    });
    return { status, stdout, stderr };
  }

  it('is tried with every command', () => {
    const tried = cases.map(({ typed }) => typed);
    const untried = commands.filter(
      ({ name }) => !tried.some((typed) => `${typed} `.startsWith(`${name} `)),
    );
    expect(untried).toEqual([]);
  });

  it.each(cases)('drillbook $typed', ({ typed, says, status: expected = 0, input }) => {
    const { status, stdout, stderr } = start(typed, input);
    // Where all went well nothing is complained of, and nothing is written where it did not.
    const [said, silent] = expected === 2 ? [stderr, stdout] : [stdout, stderr];
    expect({ status, silent }).toEqual({ status: expected, silent: '' });
    expect(said).toMatch(says);
    expect(said).not.toMatch(/\n\s+at |node:internal/);
  });

  it('stops quietly when the reader of its pipe leaves', () => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${program}" schema | head -c 10`],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
