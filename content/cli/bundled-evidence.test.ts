import { expect, it } from 'vitest';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { readMail } from '../engine/evidence/read-mail.ts';
import { readBundledPacks } from './find-packs.ts';

/** What evidence of one format holds to in every bundled drill, as written and as drawn. */

const seeds = [0, 1, 2, 3, 4, 5];

function listFiles(format: string): readonly (readonly [name: string, text: string])[] {
  return readBundledPacks().flatMap((source) =>
    source.pack.drills.flatMap((entry) => {
      if (entry.kind !== 'ready') return [];
      const files = entry.drill.evidence.filter((file) => file.format === format);
      if (files.length === 0) return [];
      const written = source.readEvidence(entry.slug, entry.drill);
      return seeds.flatMap((seed) => {
        const { evidence } = prepareDrill(entry.drill, written, seed);
        return files.map(
          ({ id }) => [`${entry.slug}, ${id}, seed ${seed}`, evidence.get(id) ?? ''] as const,
        );
      });
    }),
  );
}

it('a balancer names a trace by the second in which it received the request, and answers after the work', () => {
  const wrong = listFiles('alb').flatMap(([name, text]) =>
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const fields = line.match(/"[^"]*"|\S+/g) ?? [];
        const received = Date.parse(fields[21] ?? '') / 1000;
        const answered = Date.parse(fields[1] ?? '') / 1000;
        const worked = fields.slice(5, 8).reduce((sum, part) => sum + Math.max(0, Number(part)), 0);
        const second = Number.parseInt(/Root=1-([0-9a-f]{8})-/.exec(line)?.[1] ?? '', 16);
        // Each of the three is rounded to a millisecond.
        return second === Math.floor(received) && answered - received >= worked - 0.003
          ? []
          : [`${name}: ${line.slice(0, 40)}`];
      }),
  );
  expect(wrong).toEqual([]);
});

it('a store counts the time it worked on a request into the time the request took', () => {
  const files = listFiles('s3-access');
  const wrong = files.flatMap(([name, text]) =>
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        // Total time and turn-around time, in milliseconds, stand before the quoted referrer.
        const [, total, turnAround] = / (\d+) (\d+) "[^"]*" "[^"]*" /.exec(line) ?? [];
        return Number(turnAround ?? 0) <= Number(total ?? 0)
          ? []
          : [`${name}: ${line.slice(66, 110)}`];
      }),
  );
  expect(files).not.toEqual([]);
  expect(wrong).toEqual([]);
});

it('a mail that passed DKIM carries a signature of that domain, and answers the last message that it refers to', async () => {
  const wrong: string[] = [];
  for (const [name, text] of listFiles('mail')) {
    const { headers } = await readMail(text);
    const read = (field: string) => headers.find((header) => header.name === field)?.value;
    const result = /dkim=pass(?:[^;]*header\.d=([\w.-]+))?/.exec(
      read('Authentication-Results') ?? '',
    );
    const tags = (read('DKIM-Signature') ?? '').split(/[;\s]+/);
    const isSigned =
      result === null || tags.some((tag) => tag === `d=${result[1] ?? tag.slice(2)}`);
    const parent = read('In-Reply-To');
    const isAnswer = parent === undefined || (read('References')?.endsWith(parent) ?? true);
    if (!isSigned || !isAnswer) wrong.push(name);
  }
  expect(wrong).toEqual([]);
});
