import * as v from 'valibot';
import { parseScenarioTime } from './scenario-time.ts';

/** Stable, human-readable, safe in file names and logs. */
export const Id = v.pipe(
  v.string('must be a text'),
  v.regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9])?$/,
    'must be an id: letters, digits, and - _ . inside, at most 64 characters',
  ),
);

/**
 * What a learner reads, as Markdown. In the files it may stand as `{ file: brief.md }` beside
 * drill.yaml: load-pack.ts puts the file's text in its place before the schema sees it.
 */
export const Text = v.pipe(
  v.string('must be Markdown text or { file: name.md }'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(32_768, 'must be at most 32 kB'),
  v.metadata({ markdown: true }),
);

export const Line = v.pipe(
  v.string('must be a text'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(300, 'must be at most 300 characters'),
  v.check(isOneLine, 'must be one line, without signs that cannot be seen'),
  v.check(hasVisibleSign, 'must have a letter, a digit or another sign that can be seen'),
);

/** A second line, an escape or a turned direction would let a name speak as the program. Folding ends with a break. */
function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/\n$/, ''));
}

/**
 * A letter, digit, punctuation or symbol, but for those that Unicode or its fonts leave blank. That a
 * line is empty is said already.
 */
function hasVisibleSign(text: string): boolean {
  if (text === '') return true;
  return /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

export const VariableValue = v.union(
  [v.boolean(), v.number(), Id],
  'must be true, false, a whole number or a word',
);

/** UTC instant to the second, `2026-03-10T08:51:09Z`. */
export const Instant = v.pipe(
  v.string('must be a UTC time in quotes'),
  v.regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/,
    'must be a UTC time such as "2026-03-10T08:51:09Z"',
  ),
  v.check(isDay, 'must be a day that the calendar has'),
);

/** The pattern lets 31 February pass, which would count as 3 March. */
function isDay(instant: string): boolean {
  const [year = 0, month = 0, day = 0] = instant.slice(0, 10).split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= longest;
}

export const ScenarioTime = v.pipe(
  v.union([v.number(), v.string()], 'must be minutes (12) or "mm:ss" ("12:30")'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const seconds = parseScenarioTime(dataset.value);
    if (seconds === null) {
      addIssue({ message: 'must be minutes (12) or "mm:ss" ("12:30"), not negative' });
      return NEVER;
    }
    return seconds;
  }),
);

/** A stretch within which something can happen: what ends as it begins was written by mistake. */
export const ScenarioSpan = v.pipe(ScenarioTime, v.minValue(1, 'must be longer than 0'));
