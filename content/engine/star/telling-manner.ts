import type { ReadSentence } from './answer-words.ts';
import type { AnswerRole } from './answer-role.ts';
import type { Deed } from './deeds.ts';
import { isPast } from './word-forms.ts';

type Leaning = Partial<Readonly<Record<AnswerRole, number>>>;

/**
 * A sentence in which nobody says "I": early it tells what was, late it tells what came of it. Its
 * words alone do not say which, so it counts with its place only.
 */
const ofOthers: Leaning = { situation: 0.5, result: 0.9 };

/**
 * "Honesty is faster": said in the present, of no one time and without a figure. Late it is what was
 * made of the story; before anything was told it is talk.
 */
const timeless: Leaning = {
  situation: -0.8,
  task: -0.8,
  action: -1,
  result: -1.2,
  reflection: 1.4,
  other: 1.6,
};

/** "I test each one twice", at the end of what was told in the past: what has become of it. */
const customs: Leaning = { action: -1.4, reflection: 2.6 };

/**
 * "It opened 9 tickets in the first month": what was counted of others came of it. As a lesson it would
 * be read only for standing at the end, where an answer to a late question stands as well.
 */
const counted: Leaning = { result: 0.6, reflection: -2.4 };

/** What the manner of a sentence says for each role, beside its words. @param past see isToldInThePast */
export function leanByManner(
  sentence: ReadSentence | undefined,
  deeds: readonly Deed[],
  past: boolean,
): (role: AnswerRole) => number {
  const found = [
    ...(isOfOthers(sentence, deeds) ? [ofOthers] : []),
    ...(past && isCustom(deeds) ? [customs] : []),
    ...(past && isTimeless(sentence) ? [timeless] : []),
    ...(isCounted(sentence, deeds) ? [counted] : []),
  ];
  return (role) => found.reduce((sum, leaning) => sum + (leaning[role] ?? 0), 0);
}

function isCounted(sentence: ReadSentence | undefined, deeds: readonly Deed[]): boolean {
  if (!sentence || !isOfOthers(sentence, deeds) || / (?:my|me|we) /.test(sentence.line))
    return false;
  const { words, line } = sentence;
  const formAt = (at: number): string => words[at]?.form ?? '';
  // What had taken so long, or takes so long by now, is looked at from today.
  const told = words.some(
    ({ form }, at) =>
      isPast(form) &&
      !(form === 'had' && isPast(formAt(at + 1))) &&
      !/^(?:had|has|have|is|are)$/.test(formAt(at - 1)) &&
      [1, 2, 3].some((step) => formAt(at + step) === '#'),
  );
  return (
    told &&
    !/ (?:is|are|has|have|since|now|today|still|should|would|could|lessons?|learn(?:ed)?|taught|showed) /.test(
      line,
    )
  );
}

function isOfOthers(sentence: ReadSentence | undefined, deeds: readonly Deed[]): boolean {
  if (sentence === undefined || / i /.test(sentence.line)) return false;
  // "The count was 1,318, which we confirmed": somebody acts only in passing.
  return deeds.every(({ who, subject }) => who === 'we' && subject > 4);
}

function isTimeless(sentence: ReadSentence | undefined): boolean {
  if (!sentence || sentence.length < 3) return false;
  const { words, line } = sentence;
  return (
    !/ (?:#|@year|@time|half|third|quarter|was|were|had|did|now|today|still|since|yet) /.test(
      line,
    ) &&
    !words.some(({ form }) => isPast(form)) &&
    / (?:is|are|am|has|have|does|do|can|should|must|would|could|needs?|deserves?|beats?|means?|matters?|leads?|begins?|comes?|[a-z]+s) /.test(
      line,
    )
  );
}

function isCustom(all: readonly Deed[]): boolean {
  const deeds = all.filter(({ kind }) => kind === 'past' || kind === 'present');
  return deeds.some(({ who }) => who === 'i') && deeds.every(({ kind }) => kind === 'present');
}

/** Whether most deeds of an answer are told in the past. */
export function isToldInThePast(all: readonly (readonly Deed[])[]): boolean {
  let past = 0;
  let present = 0;
  for (const deeds of all) {
    for (const { kind } of deeds) {
      if (kind === 'past' || kind === 'negated') past += 1;
      else if (kind === 'present') present += 1;
    }
  }
  return past >= 3 && past >= present * 2;
}
