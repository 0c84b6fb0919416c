import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareDrill } from '../../engine/drill/prepared-drill.ts';
import { CommandFault } from '../command-fault.ts';
import { findDrillBySlug, readNamedPack } from '../find-packs.ts';
import { findBeginning } from '../play/find-beginning.ts';
import { typeCommand } from '../testing/type-command.ts';

let folder = '';

const run = (args: readonly string[], { input = '', cwd = folder } = {}) =>
  typeCommand(args, { input, cwd, home: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-new-'));
  for (const [kind, slug] of [
    ['drill', 'first-drill'],
    ['path', 'onboarding'],
    ['question', 'dive-deep'],
    ['exercise', 'first-review'],
  ] as const) {
    expect(await run(['new', kind, slug])).toMatchObject({ status: 0, stderr: '' });
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('drillbook new', () => {
  it('makes a pack that lints without a fault', async () => {
    const { status, stdout } = await run(['lint', 'my-pack', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0, warnings: 0, faults: [] });
  });

  it('begins every file with the schema that it keeps to, which lies there', () => {
    const files = globSync('my-pack/**/*.yaml', { cwd: folder });
    expect(files.length).toBe(6);
    for (const file of files) {
      const [line = ''] = readFileSync(join(folder, file), 'utf8').split('\n');
      const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)$/.exec(line) ?? [];
      const schema = join(folder, dirname(file), path);
      expect(JSON.parse(readFileSync(schema, 'utf8'))).toHaveProperty('properties.format');
    }
  });

  it('tells one story in its evidence and its texts', () => {
    const drill = join(folder, 'my-pack/drills/first-drill');
    const read = (path: string): string => readFileSync(join(drill, path), 'utf8');
    interface TrailRecord {
      readonly eventTime: string;
      readonly eventSource: string;
      readonly eventName: string;
      readonly awsRegion: string;
      readonly sourceIPAddress: string;
      readonly userIdentity: { readonly userName?: string };
    }
    const { Records } = JSON.parse(read('evidence/trail.json')) as { Records: TrailRecord[] };
    // The pipeline calls while it runs, and the list of runs has one run.
    const [, run = ''] = /run-1846,([^,]+),/.exec(read('evidence/runs.csv')) ?? [];
    const own = Records.filter(
      ({ userIdentity, sourceIPAddress }) =>
        userIdentity.userName === 'ci-deploy' && sourceIPAddress === '192.0.2.44',
    );
    const after = own.map(({ eventTime }) => (Date.parse(eventTime) - Date.parse(run)) / 60_000);
    expect(after.filter((minutes) => minutes < 0 || minutes > 5)).toEqual([]);
    expect(own.map(({ eventName }) => eventName)).toContain('UpdateService');
    const global = Records.filter(({ eventSource }) => eventSource === 'iam.amazonaws.com');
    expect(global.map(({ awsRegion }) => awsRegion)).toEqual(['us-east-1']);
    expect(read('debrief.md')).toContain('The trail keeps its calls');
  });

  it('writes evidence as its storyline tells it', async () => {
    const { status, stdout } = await run([
      'evidence',
      'my-pack/drills/first-drill',
      '--check',
      '--json',
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { file: 'evidence/trail.json', records: 62, same: true },
        { file: 'evidence/runs.csv', records: 1, same: true },
      ],
    });
  });

  it('makes a drill in which an expert earns nearly all, and who does nothing nothing', async () => {
    const play = async (log: string, lines: readonly string[]): Promise<number> => {
      const args = ['play', 'first-drill', '--pack', 'my-pack', '--log', log];
      expect((await run(args, { input: `${lines.join('\n')}\n` })).status).toBe(0);
      const { stdout } = await run(['score', log, '--pack', 'my-pack', '--json']);
      return (JSON.parse(stdout) as { total: { share: number } }).total.share;
    };
    const trail = readFileSync(join(folder, 'my-pack/drills/first-drill/drill.yaml'), 'utf8');
    const [first = '', tried = ''] = [...trail.matchAll(/record: ([0-9a-f-]{36})/g)].map(
      ([, id]) => id,
    );
    expect(
      await play('expert.jsonl', [
        'wait 1',
        'ack manager',
        'open trail',
        'open runs',
        `timeline add 08:51:09 First call --cite trail:${first}`,
        `timeline add 08:53:40 Second key refused --cite trail:${tried}`,
        'timeline add 08:20:12 Last run --cite runs:run-1846',
        `decide caller stranger 90 --cite trail:${first}`,
        'decide key deactivate 90',
        'send first-update A stranger used the key of ci-deploy. The key is off. I write again at 09:40.',
        'end',
      ]),
    ).toBeGreaterThan(0.9);
    expect(await play('idle.jsonl', ['wait 20'])).toBeLessThan(0.05);
  });

  it('makes an exercise that is done to its end, with a reason for every point', async () => {
    const play = async (lines: readonly string[]): Promise<string> => {
      const args = ['play', 'first-review', '--pack', 'my-pack'];
      const { status, stdout } = await run(args, { input: `${lines.join('\n')}\n` });
      expect(status).toBe(0);
      return stdout;
    };
    const whole = await play([
      'open code 1-20',
      'answer where 10-11',
      'answer weakness a',
      'answer kept a, b',
      'answer limit 422',
      'answer ticket',
      'The account comes from the body of the request: money of one customer can go to another.',
      'Take it from the order.',
      '.',
      'finish',
    ]);
    expect(whole).toContain('10      account_id = body["account_id"]');
    expect(whole).toContain('15 of 15 points');
    expect(await play(['hint where', 'answer where 10', 'finish now'])).toContain('4 of 15 points');
    expect(await play(['finish', 'finish now'])).toMatch(/Not answered yet[^]*0 of 15 points/);
    expect(await play(['quit'])).toContain('nothing was scored');
  });

  it('lists and counts what it made', async () => {
    const listed = JSON.parse(
      (await run(['list', '--pack', 'my-pack', '--json'])).stdout,
    ) as object;
    expect(listed).toMatchObject({
      drills: [{ slug: 'first-drill' }],
      exercises: [{ slug: 'first-review', kind: 'code-review', minutes: 10, pack: 'my-pack' }],
      paths: [{ id: 'onboarding', drills: ['first-drill'] }],
      questions: [{ file: 'questions/dive-deep.yaml', principle: 'dive-deep', questions: 1 }],
      faults: [],
    });
    expect(JSON.parse((await run(['stats', 'my-pack', '--json'])).stdout)).toMatchObject({
      drills: 1,
      exercises: { number: 1, questions: 5, kinds: { 'code-review': 1 } },
    });
  });

  it('writes nothing over, and says what it cannot make', async () => {
    const before = readFileSync(join(folder, 'my-pack/drills/first-drill/drill.yaml'));
    for (const [args, word] of [
      [['drill', 'first-drill'], 'is there already'],
      [['drill', 'Not a slug'], 'cannot be a folder'],
      [['drill', '../out'], 'cannot be a folder'],
      [['exercise', 'first-drill'], 'a drill of this name is there already'],
      [['path', 'x', '--pack', 'empty'], 'has none yet'],
      [['story', 'x'], 'There is no new "story"'],
    ] as const) {
      const { status, stdout, stderr } = await run(['new', ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(word);
    }
    expect(readFileSync(join(folder, 'my-pack/drills/first-drill/drill.yaml'))).toEqual(before);
    expect(existsSync(join(folder, 'empty'))).toBe(false);
  });

  it('finds the pack around the folder it is typed in', async () => {
    const { stdout } = await run(['new', 'drill', 'second', '--json'], {
      cwd: join(folder, 'my-pack/drills'),
    });
    expect(JSON.parse(stdout)).toMatchObject({ pack: '..', files: expect.any(Array) as unknown });
    expect(existsSync(join(folder, 'my-pack/drills/second/drill.yaml'))).toBe(true);
  });
});

describe('drillbook play --from', () => {
  const from = (args: readonly string[], input = 'quit\n') =>
    run(['play', 'first-drill', '--pack', 'my-pack', ...args], { input });

  it('begins as soon as the step is there', async () => {
    expect((await from(['--from', 'engineer', '--log', 'engineer.jsonl'])).stdout).toContain(
      'T+00:04:00 chat 3: Not one of ours',
    );
  });

  it('takes what happened before from a file, and keeps it in the log for the score', async () => {
    writeFileSync(
      join(folder, 'state.yaml'),
      'at: 6\nset: { key_off: true }\ndecided: { caller: stranger }\nopened: [trail]\n',
    );
    const args = ['--from', 'key', '--state', 'state.yaml', '--log', 'from.jsonl'];
    const { stdout } = await from(args, 'decide key watch 50\nend\n');
    expect(stdout).toContain('Begun at "key", T+00:06:00');
    expect(stdout).not.toContain('decide caller until');
    expect(stdout).toContain('The key is off');
    const score = await run(['score', 'from.jsonl', '--pack', 'my-pack']);
    expect(score.status).toBe(0);
    expect(score.stdout).toMatch(/Who called\n\s+decision:caller · no event/);
  });

  it.each([
    ['at: 2\n', 'engineer', 'not there yet at T+00:02:00'],
    ['decided: { key: watch }\n', 'key', 'decided already'],
    ['decided: { key: fly }\n', 'caller', 'decision or option "key: fly"'],
    ['set: { key_off: 3 }\n', 'key', 'variable or value'],
    ['opened: [nothing]\n', 'key', 'piece of evidence "nothing"'],
    ['used: { key-off: nothing }\n', 'key', 'tool or outcome'],
    ['sat: 2\n', 'key', 'wrong.yaml:1:1'],
    ['at: 2\n', 'nowhere', 'There are: caller, key'],
    ['at: 20\n', 'key', 'over by then'],
  ])('refuses the state %j at %s', (text, stepId, word) => {
    const found = findDrillBySlug([readNamedPack(join(folder, 'my-pack'))], 'first-drill');
    const evidence = found.source.readEvidence(found.slug, found.drill);
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, text);
    const find = () => findBeginning(prepareDrill(found.drill, evidence), stepId, path);
    expect(find).toThrow(CommandFault);
    expect(find).toThrow(word);
  });
});
