import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeSubject } from '../engine/lint/lint-subject.ts';
import { misquotedDay } from '../engine/lint/rules/misquoted-day.ts';
import { misquotedFigure } from '../engine/lint/rules/misquoted-figure.ts';
import { nearMiss } from '../engine/lint/rules/near-miss.ts';
import type { LintSubject } from '../engine/lint/rule.ts';
import { listDates } from '../engine/lint/told-dates.ts';
import { listFigures } from '../engine/lint/told-figures.ts';
import { readPackFolder } from './read-pack-folder.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const subjects = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readPackFolder(join(packs, name)))
  .flatMap((source) =>
    source.pack.drills.flatMap((entry) =>
      entry.kind === 'ready'
        ? [makeSubject(entry.drill, source.readEvidence(entry.slug, entry.drill))]
        : [],
    ),
  );

/** What the clues of all drills say, each with one thing in it changed, and whether lint tells of that clue. */
function tell(
  change: (says: string, subject: LintSubject) => readonly string[],
  rules: readonly { check(subject: LintSubject): readonly { path: readonly unknown[] }[] }[],
): readonly { readonly says: string; readonly found: boolean }[] {
  return subjects.flatMap((subject) =>
    subject.drill.clues.flatMap((clue, at) =>
      change(clue.says, subject).map((says) => {
        const clues = subject.drill.clues.map((other) =>
          other === clue ? { ...other, says } : other,
        );
        const changed = { ...subject, drill: { ...subject.drill, clues } };
        const found = rules.some((rule) =>
          rule.check(changed).some(({ path }) => path[0] === 'clues' && path[1] === at),
        );
        return { says, found };
      }),
    ),
  );
}

function share(all: readonly { readonly found: boolean }[]): number {
  return all.filter(({ found }) => found).length / all.length;
}

it('finds most counts of three figures or more that are changed far off in what a clue says', () => {
  const all = tell(
    (says) =>
      listFigures(says)
        .filter(({ value }) => value >= 100 && Number.isInteger(value))
        .map(({ written, value }) =>
          says.replace(written, Math.round(value * 1.7 + 3).toLocaleString('en-GB')),
        ),
    [misquotedFigure, nearMiss],
  );
  console.info(
    `figures changed: ${all.filter(({ found }) => found).length} of ${all.length} found`,
  );
  expect(all.length).toBeGreaterThan(20);
  expect(share(all)).toBeGreaterThanOrEqual(0.85);
}, 60_000);

it('finds most days that are moved by three in what a clue says', () => {
  const all = tell(
    (says, { drill }) =>
      listDates(says, drill.starts_at.slice(0, 4)).map(({ written }) =>
        says.replace(
          written,
          written.replace(/\d+/, (day) => String((Number(day) % 27) + 3)),
        ),
      ),
    [misquotedDay],
  );
  console.info(`days changed: ${all.filter(({ found }) => found).length} of ${all.length} found`);
  expect(all.length).toBeGreaterThan(20);
  expect(share(all)).toBeGreaterThanOrEqual(0.8);
}, 60_000);
