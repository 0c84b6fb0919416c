import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInPack } from './new/create-in-pack.ts';
import { commands } from './commands.ts';
import { openMemoryTerminal, typeCommand } from './testing/type-command.ts';

// Whatever is typed: exit code 0, 1 or 2, on 2 one line of complaint, and never half a JSON.
const program = fileURLToPath(new URL('drillbook.ts', import.meta.url));
let folder = '';
const at = (name: string): string => join(folder, name);

async function run(args: readonly string[]) {
  const { status, written, complained } = await typeCommand(args, { cwd: folder });
  const withoutEnd = (text: string): string => text.replace(/\n$/, '');
  return { status, written: written.map(withoutEnd), complained: complained.map(withoutEnd) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-hostile-'));
  createInPack(openMemoryTerminal().terminal, {
    kind: 'drill',
    slug: 'first',
    pack: at('good'),
    json: false,
  });
  expect((await run(['pack', at('good'), '-o', at('good.drillpack')])).status).toBe(0);
  mkdirSync(at('folder'));
  writeFileSync(at('empty'), '');
  writeFileSync(at('binary'), Buffer.from([0, 1, 2, 255, 254, 0, 7, 200]));
  writeFileSync(at('huge-line'), 'a'.repeat(3_000_000));
  writeFileSync(at('not-utf8'), Buffer.from('{"kind":"attempt","x":"\xff\xfe"}', 'latin1'));
  writeFileSync(at('bom'), '\ufeff{"sat":1}\n');
  writeFileSync(at('crlf'), '{}\r\n{}\r\n');
  writeFileSync(at('two\nlines'), 'x');
  symlinkSync(at('circle'), at('circle'));
  mkdirSync(at('bad-pack/drills/x'), { recursive: true });
  writeFileSync(at('bad-pack/pack.yaml'), Buffer.from([0, 255, 1]));
  writeFileSync(at('bad-pack/drills/x/drill.yaml'), Buffer.from([0, 255, 1]));
  mkdirSync(at('hollow-pack/pack.yaml'), { recursive: true });
  mkdirSync(at('hollow-drill/drill.yaml'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const inputs = [
  ...['missing', 'missing/below', 'folder', 'empty', 'empty/below', 'binary', 'huge-line'],
  ...['not-utf8', 'bom', 'crlf', 'two\nlines', 'circle', 'bad-pack', 'hollow-pack', 'hollow-drill'],
  ...['a\0b', 'x'.repeat(300)],
];

/** Commands that read; IN stands for the input, nothing they write lies outside `written`. */
const readers: readonly (readonly string[])[] = [
  ['list', '--pack', 'IN'],
  ['play', 'first', '--pack', 'IN', '--log', 'written/log'],
  ['play', '--resume', 'IN'],
  ['play', 'first', '--pack', 'good', '--from', 'key', '--state', 'IN', '--log', 'written/log'],
  ['evidence', 'IN'],
  ['lint', 'IN'],
  ['lint', 'good', 'IN'],
  ['simulate', 'IN', '--runs', '1'],
  ['stats', 'IN'],
  ['migrate', 'IN'],
  ['pack', 'IN', '-o', 'written/pack'],
  ['pack', 'diff', 'IN', 'good'],
  ['pack', 'diff', 'good', 'IN'],
  ['pack', 'sign', 'IN', '--key', 'empty'],
  ['pack', 'sign', 'good.drillpack', '--key', 'IN'],
  ['pack', 'verify', 'IN'],
  ['pack', 'key', 'show', 'IN'],
  ['unpack', 'IN', 'written/unpacked'],
  ['review', 'IN'],
  ['score', 'IN'],
];

const place = (words: readonly string[], input: string): readonly string[] =>
  words.map((word) => {
    if (word === 'IN') return at(input);
    return /^(?:good|good\.drillpack|empty|written\/.*)$/.test(word) ? at(word) : word;
  });

/** What is wrong with what a run said, in words; empty where nothing is. */
function findFaults(
  { status, written, complained }: Awaited<ReturnType<typeof run>>,
  json: boolean,
): readonly string[] {
  const said = complained.join('\n');
  const refused =
    status === 2 &&
    json &&
    written.length === 1 &&
    /^\{"file":.*"ok":false,"code":/.test(written[0] ?? '');
  // `pack verify --json` says the refusal where its answer would stand.
  if (refused) return complained.length === 0 ? [] : ['said twice'];
  return [
    ...([0, 1, 2].includes(status) ? [] : [`exit code ${status}`]),
    ...(status === 2 && complained.length !== 1 ? [`${complained.length} complaints`] : []),
    ...(status === 2 && written.length > 0 ? ['something written although it failed'] : []),
    ...(said.includes('\n') ? ['a complaint of several lines'] : []),
    ...(/made a mistake|refused something|\bat .*:\d+:\d+\)|undefined/.test(said)
      ? [`no clear line: ${said}`]
      : []),
    ...(json ? written.filter((text) => !isJson(text)).map(() => 'half a JSON') : []),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe.each(readers.map((words) => ({ words, typed: words.join(' ') })))(
  'drillbook $typed',
  { timeout: 120_000 },
  ({ words }) => {
    it.each(inputs)('answers %j with a code and at most one line', async (input) => {
      const args = place(words, input);
      const takesJson = words[0] !== 'play';
      const said = await run(takesJson ? [...args, '--json'] : args);
      expect({ faults: findFaults(said, takesJson), said: said.complained }).toEqual({
        faults: [],
        said: said.complained,
      });
    });
  },
);

describe('options', () => {
  const named = commands.map((command) => ({ name: command.name, command }));

  it.each(named)('that $name does not know are refused in one line', async ({ name }) => {
    for (const wrong of ['--nonsense', '-z', '--js on', '--__proto__', '--json=1x', '--=']) {
      const said = await run([...name.split(' '), 'a', 'b', wrong]);
      expect({ wrong, status: said.status, faults: findFaults(said, false) }).toEqual({
        wrong,
        status: 2,
        faults: [],
      });
    }
  });

  it.each(named)('of $name are refused where they stand twice or empty', async (one) => {
    for (const [option, { value }] of Object.entries(one.command.options)) {
      const given = value === undefined ? [`--${option}`] : [`--${option}`, '1'];
      const twice = await run([...one.name.split(' '), ...given, ...given]);
      expect(twice).toMatchObject({ status: 2, written: [] });
      expect(twice.complained).toEqual([expect.stringContaining(`--${option} is given twice`)]);
      if (value === undefined) continue;
      const hollow = await run([...one.name.split(' '), `--${option}=`]);
      expect(hollow.complained).toEqual([expect.stringContaining('has an empty value')]);
    }
  });

  it.each(named)('without the words that $name needs are refused', async ({ command, name }) => {
    const [least, most] = command.words;
    const words = (count: number): readonly string[] => Array.from({ length: count }, () => 'x');
    if (least > 0) {
      const said = await run([...name.split(' '), ...words(least - 1)]);
      // `pack` with a word less than `pack check` needs is another command, with its own line.
      expect({ status: said.status, faults: findFaults(said, false) }).toEqual({
        status: 2,
        faults: [],
      });
    }
    if (most < 100) {
      const said = await run([...name.split(' '), ...words(most + 1)]);
      expect({ status: said.status, faults: findFaults(said, false) }).toEqual({
        status: 2,
        faults: [],
      });
    }
  });

  it.each([
    [],
    [''],
    ['--'],
    ['-'],
    ['constructor'],
    ['__proto__'],
    ['pack', 'chek'],
    ['help', 'x'],
  ])('and words that are no command: %j', async (...words: readonly string[]) => {
    const said = await run(words);
    expect({ status: said.status, faults: findFaults(said, false) }).toEqual({
      status: 2,
      faults: [],
    });
  });
});

describe('as a process', { timeout: 120_000 }, () => {
  const start = (line: string, input?: string | Buffer) =>
    spawnSync(
      '/bin/sh',
      ['-c', line.replaceAll('drillbook', `"${process.execPath}" "${program}"`)],
      {
        cwd: folder,
        input: input ?? '',
        encoding: 'utf8',
        env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder },
      },
    );

  it('says nothing where the reader of its pipe leaves', () => {
    const { stdout, stderr } = start('drillbook schema drill | head -1; drillbook help | head -1');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\{\n/);
  });

  it.each([
    ['nothing', '', 0],
    ['empty lines', '\n\n', 0],
    ['a byte order mark', '\ufeff', 0],
    ['a torn line', '{', 2],
    ['what is not UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x0a]), 2],
    ['a line of 2 MB', 'x'.repeat(2_000_000), 2],
    ['lines of Windows', '{}\r\n', 2],
  ] as const)('answers %s at its input, line by line', (_, input, status) => {
    const said = start('drillbook score-answer --json', input);
    expect(said).toMatchObject({ status, stderr: '' });
    for (const line of said.stdout.split('\n')) if (line !== '') expect(isJson(line)).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('does not read a device without end', () => {
    const said = start('drillbook score /dev/zero');
    expect(said).toMatchObject({ status: 2, stdout: '' });
    expect(said.stderr).toBe('drillbook: /dev/zero is larger than 256 MB: too much to read.\n');
  });
});
