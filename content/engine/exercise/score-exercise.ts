import type { Exercise, ExerciseQuestion, QuestionOfKind } from '../format/exercise-schema.ts';
import { writeLines } from '../format/line-range.ts';
import { findPattern, fitsPattern } from '../format/pack-pattern.ts';
import type { ExerciseAnswer } from './answer.ts';
import type { ExerciseState } from './exercise-state.ts';

/** What one question earned, and by which rule. */
export interface ExercisePoint {
  readonly question: string;
  readonly rule:
    | 'unanswered'
    | 'lines-found'
    | 'value-right'
    | 'option-chosen'
    | 'options-that-hold'
    | 'points-said';
  /** Points that it could earn. */
  readonly weight: number;
  /** From 0 to `weight`, hints taken off. */
  readonly earned: number;
  /** Points that hints took, at most what the answer had earned. */
  readonly hints: number;
  /** Why, a sentence each. */
  readonly why: readonly string[];
}

export interface ExerciseScore {
  readonly earned: number;
  readonly possible: number;
  readonly points: readonly ExercisePoint[];
}

/** A line that is marked in vain takes a quarter of what one finding earns. */
const vainLine = 0.25;

/** What the answers of an exercise earn so far: a point for each question, in its order. */
export function scoreExercise(exercise: Exercise, state: ExerciseState): ExerciseScore {
  const points = exercise.questions.map((question) => scoreQuestion(question, state));
  const sum = (read: (point: ExercisePoint) => number): number =>
    points.reduce((total, point) => total + read(point), 0);
  return { earned: sum(({ earned }) => earned), possible: sum(({ weight }) => weight), points };
}

interface Judged {
  readonly rule: ExercisePoint['rule'];
  /** Share of the weight, 0 to 1. */
  readonly share: number;
  readonly why: readonly string[];
}

function scoreQuestion(question: ExerciseQuestion, state: ExerciseState): ExercisePoint {
  const { id, weight } = question;
  const answer = state.answers.get(id);
  const { rule, share, why } = answer
    ? judge(question, answer)
    : { rule: 'unanswered' as const, share: 0, why: ['It was not answered.'] };
  const taken = question.hints.slice(0, state.hints.get(id) ?? 0);
  const cost = taken.reduce((sum, hint) => sum + hint.cost, 0);
  const hints = Math.min(cost, share * weight);
  const said =
    taken.length === 0 ? [] : [`${count(taken.length, 'hint')} took ${writePoints(hints)}.`];
  return {
    question: id,
    rule,
    weight,
    earned: share * weight - hints,
    hints,
    why: [...why, ...said],
  };
}

function judge(question: ExerciseQuestion, answer: ExerciseAnswer): Judged {
  if (question.kind === 'lines' && answer.kind === 'lines') return judgeLines(question, answer);
  if (question.kind === 'value' && answer.kind === 'value') return judgeValue(question, answer);
  if (question.kind === 'choice' && answer.kind === 'choice') return judgeChoice(question, answer);
  if (question.kind === 'several' && answer.kind === 'several')
    return judgeSeveral(question, answer);
  if (question.kind === 'text' && answer.kind === 'text') return judgeText(question, answer);
  return { rule: 'unanswered', share: 0, why: ['The answer is of another kind.'] };
}

type AnswerOfKind<Kind extends ExerciseAnswer['kind']> = Extract<ExerciseAnswer, { kind: Kind }>;

/** Where it is clean, only "none" earns. Else each finding that a mark touches earns its share. */
function judgeLines(
  { findings }: QuestionOfKind<'lines'>,
  { ranges }: AnswerOfKind<'lines'>,
): Judged {
  const rule = 'lines-found';
  if (findings.length === 0) {
    return ranges.length === 0
      ? { rule, share: 1, why: ['It is clean, and you said so.'] }
      : { rule, share: 0, why: ['It is clean: nothing there had to be marked.'] };
  }
  const merged = mergeRanges(ranges);
  const found = findings.filter(({ lines }) =>
    merged.some(({ from, to }) => from <= lines.to && to >= lines.from),
  );
  const missed = findings.filter((finding) => !found.includes(finding));
  const vain = merged.reduce((sum, range) => sum + countOutside(range, findings), 0);
  const share = Math.max(0, (found.length - vain * vainLine) / findings.length);
  return {
    rule,
    share,
    why: [
      ...found.map(({ lines, says }) => `Found, line ${writeLines(lines)}: ${says}`),
      ...missed.map(({ lines, says }) => `Missed, line ${writeLines(lines)}: ${says}`),
      ...(vain === 0
        ? []
        : [`${count(vain, 'line')} marked in vain; each takes a quarter of a finding.`]),
    ],
  };
}

/** Ranges without overlap, in order: a line that is marked twice is marked once. */
function mergeRanges(
  ranges: AnswerOfKind<'lines'>['ranges'],
): readonly { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

function countOutside(
  { from, to }: { readonly from: number; readonly to: number },
  findings: QuestionOfKind<'lines'>['findings'],
): number {
  const inside = mergeRanges(findings.map(({ lines }) => lines)).reduce(
    (sum, lines) => sum + Math.max(0, Math.min(to, lines.to) - Math.max(from, lines.from) + 1),
    0,
  );
  return to - from + 1 - inside;
}

/** With `every`, each right value earns its share and each wrong one takes as much away. */
function judgeValue(
  { accepts, every }: QuestionOfKind<'value'>,
  { values }: AnswerOfKind<'value'>,
): Judged {
  const rule = 'value-right';
  if (!every) {
    const right = values.some((value) => accepts.some((one) => fits(one, value)));
    const told = accepts.map(tellAnswer).join(' or ');
    return { rule, share: right ? 1 : 0, why: [right ? 'Right.' : `It is ${told}.`] };
  }
  const open = new Set(accepts);
  const wrong: string[] = [];
  for (const value of new Set(values.map(simplify))) {
    const hit = [...open].find((one) => fits(one, value));
    if (hit) open.delete(hit);
    else wrong.push(value);
  }
  const right = accepts.length - open.size;
  return {
    rule,
    share: Math.max(0, (right - wrong.length) / accepts.length),
    why: [
      `${right} of ${accepts.length} named.`,
      ...[...open].map((one) => `Missed: ${tellAnswer(one)}.`),
      ...wrong.map((value) => `Wrong: ${value}.`),
    ],
  };
}

type Accepted = QuestionOfKind<'value'>['accepts'][number];

function fits(accepted: Accepted, value: string): boolean {
  return 're2' in accepted
    ? fitsPattern(accepted.re2, value.trim())
    : simplify(accepted.exact) === simplify(value);
}

function tellAnswer(accepted: Accepted): string {
  return 're2' in accepted ? accepted.says : accepted.exact;
}

/** Letter case, spaces around and how many of them are no part of an answer. */
function simplify(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function judgeChoice(
  { options }: QuestionOfKind<'choice'>,
  { option }: AnswerOfKind<'choice'>,
): Judged {
  const rule = 'option-chosen';
  const chosen = options.find(({ id }) => id === option);
  const most = Math.max(...options.map(({ earns }) => earns));
  const best = options.filter(({ earns }) => earns === most);
  if (!chosen) return { rule, share: 0, why: ['There is no such option.'] };
  const better = chosen.earns === most ? [] : best.map(({ text, reason }) => `${text}: ${reason}`);
  return { rule, share: chosen.earns, why: [`${chosen.text}: ${chosen.reason}`, ...better] };
}

/** Each option that holds earns its share; each that does not takes as much away. */
function judgeSeveral(
  { options }: QuestionOfKind<'several'>,
  { options: chosen }: AnswerOfKind<'several'>,
): Judged {
  const rule = 'options-that-hold';
  const holding = options.filter(({ holds }) => holds);
  const isChosen = ({ id }: { readonly id: string }): boolean => chosen.includes(id);
  const wrong = options.filter((option) => !option.holds && isChosen(option));
  const missed = holding.filter((option) => !isChosen(option));
  const why = [
    ...(missed.length + wrong.length === 0 ? ['Right.'] : []),
    ...missed.map(({ text, reason }) => `Missed: ${text}: ${reason}`),
    ...wrong.map(({ text, reason }) => `Does not hold: ${text}: ${reason}`),
  ];
  if (holding.length === 0) return { rule, share: wrong.length === 0 ? 1 : 0, why };
  const right = holding.length - missed.length;
  return { rule, share: Math.max(0, (right - wrong.length) / holding.length), why };
}

/** A point is said where one of its patterns occurs; how well is not judged. */
function judgeText(
  { points, most_words: most }: QuestionOfKind<'text'>,
  { text }: AnswerOfKind<'text'>,
): Judged {
  const words = [...text.matchAll(/\S+/g)];
  const cut = most === undefined ? undefined : words[most]?.index;
  const read = cut === undefined ? text : text.slice(0, cut);
  const said = points.filter(({ any }) => any.some((pattern) => findPattern(pattern, read)));
  const missed = points.filter((point) => !said.includes(point));
  const weigh = (list: typeof points): number => list.reduce((sum, { weight }) => sum + weight, 0);
  return {
    rule: 'points-said',
    share: weigh(said) / weigh(points),
    why: [
      ...said.map(({ says }) => `Said: ${says}`),
      ...missed.map(({ says }) => `Not found: ${says}`),
      ...(cut === undefined
        ? []
        : [`${words.length} words; what follows the first ${most} was not read.`]),
    ],
  };
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** Points with at most one decimal. */
export function writePoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return `${rounded} ${rounded === 1 ? 'point' : 'points'}`;
}
