import { expect, test } from 'vitest';
import { typeCommand } from './testing/type-command.ts';

interface Scored {
  readonly error?: string;
  readonly total: number;
  readonly dimensions: Readonly<Record<string, number>>;
  readonly sentences: readonly { text: string; start: number; end: number; role: string }[];
  readonly points: readonly {
    rule: string;
    dimension: string;
    effect: number;
    spans: readonly (readonly [number, number])[];
    why: string;
  }[];
}

async function score(lines: readonly string[]) {
  const { status, stdout, stderr } = await typeCommand(['score-answer', '--json'], {
    input: lines.join('\n'),
  });
  const scored = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Scored);
  return { status, stderr, scored };
}

const question = 'Tell me about a time you fixed a problem that nobody owned.';

test('A line of JSON for each answer, in order, and exit code 2 where one cannot be read', async () => {
  const { status, stderr, scored } = await score([
    JSON.stringify({
      question,
      principle: 'Ownership',
      answer: 'I wrote a list. Nobody owned it.',
    }),
    '{"question":',
    JSON.stringify({
      question,
      principle: 'ownership',
      sentences: ['I asked Ana.', '', ' It fell to 2. '],
    }),
    '[]',
    JSON.stringify({ question, principle: 'ownership' }),
    JSON.stringify({ question, principle: 'strive-to-be-earths-best-employer', answer: '' }),
  ]);
  expect(stderr).toBe('');
  expect(status).toBe(2);
  expect(scored.map(({ error }) => error !== undefined)).toEqual([
    false,
    true,
    false,
    true,
    true,
    false,
  ]);
  expect(scored[1]?.error).toMatch(/^line 2: /);
  expect(scored[2]?.sentences.map(({ text, start, end }) => [text, start, end])).toEqual([
    ['I asked Ana.', 0, 12],
    ['', 13, 13],
    [' It fell to 2. ', 14, 29],
  ]);
  expect(scored[5]?.total).toBe(1);
  expect(scored[5]?.points).toEqual([]);
});

test('What is no English text is low, told so, and comes back as it was given', async () => {
  const hostile = '我在银行工作。\u0000 \u202Eאבג <script>alert(1)</script> 😀😀 \uD800 \u009B2J';
  const { status, scored } = await score([
    JSON.stringify({ question, principle: 'nobody knows this', answer: hostile }),
    JSON.stringify({ question, principle: 'Dive Deep', answer: '12 3.5 100% 2024 7' }),
  ]);
  expect(status).toBe(0);
  for (const one of scored) {
    expect(one.total).toBeLessThan(1.3);
    expect(one.points.map(({ why }) => why).join(' ')).toContain('English text only');
  }
  expect(scored[0]?.points.map(({ rule }) => rule)).toContain('unknown-principle');
  for (const { text, start, end } of scored[0]?.sentences ?? []) {
    expect(text).toBe(hostile.slice(start, end));
  }
});
