import { TimeFinder } from '../../evidence/find-times.ts';
import { writeEpoch } from '../../evidence/instants.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { readSource } from '../clue-sources.ts';
import { seenFirst } from '../list-texts.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';
import { listDates, nameWeekday } from '../told-dates.ts';

const isoDay = /\b\d{4}-\d\d-\d\d(?!\d)/g;
const weekday = /\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g;

interface ToldDay {
  readonly written: string;
  /** Whether a day, `2026-03-10`, is the one that is told. */
  readonly is: (day: string) => boolean;
}

export const misquotedDay: LintRule = {
  name: 'misquoted-day',
  severity: 'warning',
  reason:
    'Whoever puts together what happened when is told of one thing on two days, and cannot know which is right.',
  remedy: 'Write the day that the evidence has, or cite what tells of it.',
  bad: `clues: [{ id: first-use, says: A stranger used the key on 12 March. }]`,
  good: `clues: [{ id: first-use, says: A stranger used the key on 10 March. }]`,
  check: (subject) => {
    const { drill } = subject;
    let all: readonly string[] | null = null;
    const find = (path: LintHit['path'], text: string, own: readonly string[]): LintHit[] => {
      const told = listDays(drill, text);
      if (told.length === 0) return [];
      const days = own.length > 0 ? own : (all ??= listAllDays(subject));
      const rests = own.slice(0, 4).join(', ');
      const why =
        own.length > 0 ? `what it rests on is of ${rests}.` : 'nothing that one can read does.';
      return told
        .filter(({ is }) => !days.some(is))
        .map(({ written }) => ({ path, words: written, message: `This says ${written}; ${why}` }));
    };
    const listOf = (id: string): readonly string[] => listDaysOf(drill, readSource(subject, id));
    return [
      ...drill.clues.flatMap(({ id, says }, i) => find(['clues', i, 'says'], says, listOf(id))),
      ...drill.truth.flatMap(({ title, at, clues }, i) =>
        find(['truth', i, 'title'], title, [
          ...new Set([at.slice(0, 10), ...clues.flatMap(listOf)]),
        ]),
      ),
    ];
  },
};

/** Every day that the evidence, a message, an answer of a tool or the truth tells. */
function listAllDays({ drill, texts, files }: LintSubject): readonly string[] {
  const met = texts.filter(({ path }) => seenFirst.test(path.join('.')));
  return [
    ...[...files, ...met].flatMap(({ text }) => listDaysOf(drill, text)),
    ...drill.truth.map(({ at }) => at.slice(0, 10)),
  ];
}

/** The days that a sentence tells: as dates, or by the weekday alone. */
function listDays({ starts_at }: Drill, text: string): readonly ToldDay[] {
  const dates = listDates(text, starts_at.slice(0, 4));
  const weekdays = dates.some((one) => one.weekday !== undefined)
    ? []
    : [...text.matchAll(weekday)].map(([written]) => written);
  return [
    ...dates.map(({ written, day }) => ({ written, is: (one: string) => one === day })),
    ...[...text.matchAll(isoDay)].map(([written]) => ({
      written,
      is: (one: string) => one === written,
    })),
    ...weekdays.map((written) => ({
      written,
      is: (one: string) => one === written || nameWeekday(one) === written,
    })),
  ];
}

/** The days that a text tells, `2026-03-10`, and the weekdays by their name. */
function listDaysOf({ starts_at }: Drill, text: string): readonly string[] {
  const finder = new TimeFinder(readInstant(starts_at));
  const times = text.split('\n').flatMap((line) => finder.read(line).map(({ at_s }) => at_s));
  return [
    ...new Set([
      ...times.map((at_s) => writeEpoch(Math.floor(at_s)).slice(0, 10)),
      ...[...text.matchAll(isoDay)].map(([day]) => day),
      ...listDates(text, starts_at.slice(0, 4)).map(({ day }) => day),
      ...[...text.matchAll(weekday)].map(([day]) => day),
    ]),
  ];
}
