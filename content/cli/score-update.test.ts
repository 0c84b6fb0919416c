import { describe, expect, it } from 'vitest';
import { typeCommand } from './testing/type-command.ts';

async function run(args: readonly string[], input: string | Uint8Array) {
  const { status, stdout, stderr } = await typeCommand(['score-update', ...args], { input });
  expect(stdout + stderr).not.toMatch(/\n\s+at |node:internal/);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { status, stderr, answers: lines.map((line) => JSON.parse(line) as Answer) };
}

interface Answer {
  readonly error?: string;
  readonly total?: number;
  readonly points?: readonly {
    readonly rule: string;
    readonly weight: number;
    readonly earned: number;
    readonly spans: readonly (readonly [number, number])[];
    readonly why: string;
  }[];
}

const request = {
  audience: 'executive',
  at_min: 30,
  facts: [
    { id: 'off', text: 'The key was disabled at 09:17', known_from_min: 20 },
    { id: 'orders', text: '1,400 orders are late', known_from_min: 5, any: ['1,400 late'] },
    { id: 'later', text: 'The attacker copied 13,000 records', known_from_min: 60 },
  ],
  forbidden: ['No customer data was accessed'],
  text: '',
};
const good =
  'At 09:17 we turned the key off. 1,400 orders are late. Whether customer data was read we do not know. Priya Raman leads. Next update at 10:00.';
const line = (text: string, more: object = {}) => JSON.stringify({ ...request, text, ...more });

describe('drillbook score-update', { timeout: 60_000 }, () => {
  it('answers every line in its place, and names what is wrong with a bad one', async () => {
    const bad = `${good} Customers' data is safe. The attacker copied thirteen thousand records. 😀`;
    const { status, stderr, answers } = await run(
      ['--json'],
      [
        `\uFEFF${line(good)}`,
        'no json',
        line(bad),
        '[]',
        line(good, { audience: 'friends' }),
        line(good, { facts: [{ id: 'x', text: 'y', known_from_min: 'soon' }] }),
        JSON.stringify({ ...request, text: 7 }),
        '',
        line(good, { at_min: undefined }),
        line(good, { facts: [null] }),
        line(good).replace('"at_min":30', '"at_min":1e999'),
        line(''),
        '',
        '',
      ].join('\r\n'),
    );
    expect(status).toBe(2);
    expect(stderr).toBe('');
    expect(answers.map(({ error }) => error ?? 'scored')).toEqual([
      'scored',
      expect.stringMatching(/^line 2: .*JSON/),
      'scored',
      expect.stringMatching(/^line 4: /),
      expect.stringMatching(/^line 5: audience: must be one of executive/),
      expect.stringMatching(/^line 6: facts\.0\.known_from_min: /),
      expect.stringMatching(/^line 7: text: /),
      expect.stringMatching(/^line 8: /),
      'line 9: at_min: is missing.',
      'line 10: facts.0: must be an object with id, text and known_from_min.',
      'line 11: at_min: must be a number of minutes that has an end.',
      'scored',
    ]);
    expect(Number(answers[0]?.total)).toBeGreaterThan(Number(answers[2]?.total));
    expect(answers[11]?.total).toBe(0);
    const [claim] = answers[2]?.points?.filter(({ rule }) => rule === 'forbidden-claim') ?? [];
    expect(claim?.spans.map(([start, end]) => bad.slice(start, end))).toEqual([
      "Customers' data is safe",
    ]);
    for (const { points = [], total } of answers) {
      const sum = (of: 'weight' | 'earned') => points.reduce((all, point) => all + point[of], 0);
      if (total !== undefined) expect(sum('earned') / sum('weight')).toBeCloseTo(total, 9);
    }
  });

  it('takes a phrasing for the fact, and asks for nothing that could not be known', async () => {
    const { status, answers } = await run([], `${line('1,400 of them are late.')}\n`);
    expect(status).toBe(0);
    const rules = answers[0]?.points?.map(({ rule }) => rule) ?? [];
    expect(rules).toContain('fact:orders');
    expect(rules).not.toContain('fact:later');
    expect(answers[0]?.points?.find(({ rule }) => rule === 'fact:orders')?.earned).toBeGreaterThan(
      0,
    );
  });

  it('outlives bytes that are no text, a deep nest and no input at all', async () => {
    const bytes = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 97) % 256);
    expect((await run([], bytes)).status).toBe(2);
    expect((await run([], `${'['.repeat(200_000)}\n`)).status).toBe(2);
    expect(await run([], '')).toEqual({ status: 0, stderr: '', answers: [] });
  });
});
