import { answerRoles, type AnswerRole } from '../star/answer-role.ts';
import type { AnswerRequest } from '../star/answer-request.ts';
import { scoreAnswer } from '../star/score-answer.ts';
import {
  makeAlikePairs,
  makeStarPairs,
  readToldAlike,
  readToldPairs,
  rolesOf,
  type Alike,
  type Asked,
  type StarStory,
  type TextsForAny,
  type ToldTexts,
} from './star-cases.ts';

/** The parsed files of star/cases; reading them is the work of whoever has a disk. */
export interface StarCases {
  readonly stories: readonly StarStory[];
  readonly roleTexts: readonly StarStory['parts'][];
  readonly forAny: TextsForAny;
  readonly alike: Readonly<Record<string, readonly Alike[]>>;
  readonly told: ToldTexts;
  readonly crossed: readonly (Asked & { readonly id: string })[];
}

export interface Held {
  readonly kind: string;
  readonly held: number;
  readonly all: number;
}

/** Orderings by kind, and those that do not hold, by name. */
export function measureOrderings({ stories, forAny, told }: StarCases): {
  readonly kinds: readonly Held[];
  readonly failed: readonly string[];
} {
  const kinds = new Map<string, { held: number; all: number }>();
  const failed: string[] = [];
  // One whole answer stands against a dozen that lack something, and is scored once.
  const totals = new Map<string, number>();
  const score = (request: AnswerRequest): number => {
    const key = JSON.stringify(request);
    const total = totals.get(key) ?? scoreAnswer(request).total;
    totals.set(key, total);
    return total;
  };
  for (const { name, kind, better, worse } of [
    ...makeStarPairs(stories, forAny),
    ...readToldPairs(told),
  ]) {
    const count = kinds.get(kind) ?? { held: 0, all: 0 };
    kinds.set(kind, count);
    count.all += 1;
    const [above, below] = [score(better), score(worse)];
    if (above > below) count.held += 1;
    else failed.push(`${name}: ${above.toFixed(2)} against ${below.toFixed(2)}`);
  }
  return { kinds: [...kinds].map(([kind, count]) => ({ kind, ...count })), failed };
}

/** Answers, each to its own question against each other that was given to another principle's. */
export function measureCrossed(crossed: StarCases['crossed']): {
  readonly held: number;
  readonly all: number;
  readonly failed: readonly string[];
} {
  const failed: string[] = [];
  let all = 0;
  for (const own of crossed) {
    const above = scoreAnswer(own).total;
    for (const { id, principle, answer } of crossed) {
      if (principle === own.principle) continue;
      all += 1;
      const below = scoreAnswer({ ...own, answer }).total;
      if (above <= below)
        failed.push(`${own.id} against ${id}: ${above.toFixed(2)} against ${below.toFixed(2)}`);
    }
  }
  return { held: all - failed.length, all, failed };
}

/** Pairs that must score alike: how far apart they are, and those more than 0.25 apart. */
export function measureAlike({ stories, alike, told }: StarCases): {
  readonly all: number;
  readonly widest: number;
  readonly failed: readonly string[];
} {
  const pairs = [...makeAlikePairs(stories, alike), ...readToldAlike(told)].map(
    ({ name, one, other }) => ({
      name,
      gap: Math.abs(scoreAnswer(one).total - scoreAnswer(other).total),
    }),
  );
  return {
    all: pairs.length,
    widest: Math.max(...pairs.map(({ gap }) => gap)),
    failed: pairs
      .filter(({ gap }) => gap > 0.25)
      .map(({ name, gap }) => `${name}: ${gap.toFixed(2)} apart`),
  };
}

/** Sentences whose role is as their author meant it, and the table of meant (rows) against found. */
export function measureRoles({ stories, roleTexts, told }: StarCases): {
  readonly texts: number;
  readonly right: number;
  readonly all: number;
  readonly table: Readonly<Record<AnswerRole, Readonly<Record<AnswerRole, number>>>>;
} {
  const table = Object.fromEntries(
    answerRoles.map((meant) => [meant, Object.fromEntries(answerRoles.map((role) => [role, 0]))]),
  ) as Record<AnswerRole, Record<AnswerRole, number>>;
  let right = 0;
  let all = 0;
  const texts = [...roleTexts, ...told.roles, ...stories.map(({ parts }) => parts)];
  for (const parts of texts) {
    const meant = rolesOf({ parts });
    const answer = meant.map(([, text]) => text);
    const { sentences } = scoreAnswer({ question: '', principle: '', answer });
    for (const [at, [role]] of meant.entries()) {
      const found = sentences[at]?.role ?? 'other';
      table[role as AnswerRole][found] += 1;
      all += 1;
      if (found === role) right += 1;
    }
  }
  return { texts: texts.length, right, all, table };
}
