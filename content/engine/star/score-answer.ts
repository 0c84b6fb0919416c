import type { Span } from '../score/sentences.ts';
import type { AnswerRole } from './answer-role.ts';
import type { AnswerRequest } from './answer-request.ts';
import { readByRules, settleRoles, type AnswerReading, type RuledAnswer } from './read-answer.ts';
import { findRelevance, type Relevance } from './relevance.ts';
import { blankMarkup, joinSentences, splitAnswer } from './split-answer.ts';
import { starDampers } from './star-dampers.ts';
import { starRules } from './star-rules.ts';
import { saturate, starDimensions, type StarDimension } from './star-rule.ts';

export interface StarPoint {
  readonly rule: string;
  readonly dimension: StarDimension;
  /** What it adds to the dimension, or takes from it; 0 for a note. A dimension is 1 and all its effects. */
  readonly effect: number;
  /** UTF-16, end exclusive. */
  readonly spans: readonly Span[];
  readonly why: string;
}

export interface StarScore {
  /** 1..5, the mean of the dimensions; never to be shown without them. */
  readonly total: number;
  /** 1..5 each. */
  readonly dimensions: Readonly<Record<StarDimension, number>>;
  readonly sentences: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly role: AnswerRole;
  }[];
  readonly points: readonly StarPoint[];
}

/**
 * Scores an answer by the rules of this folder. Total, pure, linear in the length of the text.
 *
 * @param given roles set by the person, one or null for each sentence in order: they take part in the
 *   score, and each point that comes out otherwise by them says so
 */
export function scoreAnswer(
  request: AnswerRequest,
  given: readonly (AnswerRole | null)[] = [],
): StarScore {
  const { question, principle, answer, placed } = request;
  const text = typeof answer === 'string' ? answer : answer.join(' ');
  const split =
    typeof answer === 'string' ? splitAnswer(blankMarkup(answer)) : joinSentences(answer);
  const ruled = readByRules({ text: blankMarkup(text), spans: split.spans }, question, placed);
  return scoreRuled(ruled, { text, principle, given });
}

/**
 * The score of an answer that was read before.
 *
 * @param told.text as it was given, which the reading has without its markup
 */
export function scoreRuled(
  ruled: RuledAnswer,
  told: {
    readonly text: string;
    readonly principle: string;
    readonly given: readonly (AnswerRole | null)[];
  },
): StarScore {
  const { text, principle, given } = told;
  const byRule = scoreReading(settleRoles(ruled, []), text, principle);
  return given.some((role, at) => role !== null && role !== byRule.sentences[at]?.role)
    ? nameOwnRoles(scoreReading(settleRoles(ruled, given), text, principle), byRule)
    : byRule;
}

function scoreReading(reading: AnswerReading, text: string, principle: string): StarScore {
  const relevance = findRelevance(reading, principle);
  const earned = [
    ...starRules.map(({ id, dimension, most, why, find }): StarPoint => {
      const { share, spans } = find(reading);
      return { rule: id, dimension, effect: round(most * share), spans, why };
    }),
    ...earnRelevance(reading, relevance),
  ].filter(({ effect }) => effect !== 0);
  const taken = takeAway(reading, relevance, earned);
  const points = [...earned, ...taken, ...writeNotes(reading, relevance, principle)];
  const dimensions = Object.fromEntries(
    starDimensions.map((dimension) => [
      dimension,
      round(
        points.reduce((sum, point) => sum + (point.dimension === dimension ? point.effect : 0), 1),
      ),
    ]),
  ) as Record<StarDimension, number>;
  const total =
    starDimensions.reduce((sum, dimension) => sum + dimensions[dimension], 0) /
    starDimensions.length;
  return {
    total,
    dimensions,
    sentences: reading.sentences.map(({ span: [start, end], role }) => ({
      text: text.slice(start, end),
      start,
      end,
      role,
    })),
    points,
  };
}

/** The rule of a note that says what a part would be by the rules alone. */
export const ownRolesRule = 'own-roles';

/**
 * The score with the roles that the person set, made open: a point that would be another one by the
 * rules alone ends with “Role set by you.”, and each part that comes out otherwise has a note with
 * the figure it would have.
 */
function nameOwnRoles(score: StarScore, byRule: StarScore): StarScore {
  const before = new Map(byRule.points.map((point) => [keyOf(point), point.effect]));
  const spans = score.sentences.flatMap(({ start, end, role }, at) =>
    role === byRule.sentences[at]?.role ? [] : [[start, end] as const],
  );
  const points = score.points.map((point) =>
    before.get(keyOf(point)) === point.effect
      ? point
      : { ...point, why: `${point.why} Role set by you.` },
  );
  const notes = starDimensions
    .filter((dimension) => score.dimensions[dimension] !== byRule.dimensions[dimension])
    .map((dimension): StarPoint => ({
      rule: ownRolesRule,
      dimension,
      effect: 0,
      spans,
      why: `Counts the roles set by you. By the rules alone this part would be ${byRule.dimensions[dimension].toFixed(1)}.`,
    }));
  return { ...score, points: [...points, ...notes] };
}

const keyOf = ({ rule, dimension }: StarPoint): string => `${dimension}/${rule}`;

/** The rule that takes from every part where the answer is one to another question. */
export const besideRule = 'beside-the-question';

/** The most that each of the three ways to answer what was asked can give. */
export const relevanceMost = { topic: 2.7, literal: 0.3, account: 1 } as const;

function earnRelevance(
  reading: AnswerReading,
  { topic, topicSpans, literal }: Relevance,
): readonly StarPoint[] {
  const told = reading.sentences.filter(
    ({ deeds, hypothetical, habit }) =>
      !hypothetical && !habit && deeds.some(({ kind }) => kind === 'past' || kind === 'present'),
  );
  const account = saturate(
    told.reduce((sum, { weight }) => sum + weight, 0),
    4,
  );
  const most = relevanceMost;
  // Slogans are full of the words of their principle: what nobody did was not told.
  const known =
    Math.min(1, topic === null ? literal * 1.2 : topic / 0.8) *
    (0.5 + 0.5 * Math.min(1, account * 2));
  return [
    {
      rule: 'what-was-asked',
      dimension: 'relevance',
      effect: round(most.topic * known),
      spans: topicSpans,
      why: 'Tells of what the question and its principle ask for.',
    },
    {
      rule: 'words-of-the-question',
      dimension: 'relevance',
      effect: round(most.literal * literal),
      spans: [],
      why: 'Takes up the matter of the question in sentences of its own.',
    },
    {
      rule: 'one-account',
      dimension: 'relevance',
      effect: round(most.account * account),
      spans: told.slice(0, 12).map(({ span }) => span),
      why: 'Tells one thing that happened, with you in it.',
    },
  ];
}

function takeAway(
  reading: AnswerReading,
  relevance: Relevance,
  earned: readonly StarPoint[],
): readonly StarPoint[] {
  const left = new Map<StarDimension, number>();
  for (const { dimension, effect } of earned)
    left.set(dimension, (left.get(dimension) ?? 0) + effect);
  const points: StarPoint[] = [];
  const take = (
    rule: string,
    dimension: StarDimension,
    share: number,
    spans: readonly Span[],
    why: string,
  ): void => {
    const effect = -round((left.get(dimension) ?? 0) * share);
    if (effect >= 0) return;
    left.set(dimension, (left.get(dimension) ?? 0) + effect);
    points.push({ rule, dimension, effect, spans, why });
  };
  for (const { id, dimensions, why, find } of starDampers) {
    const { share, spans } = find(reading);
    if (share > 0) for (const dimension of dimensions) take(id, dimension, share, spans, why);
  }
  // Beside a question lies only what was told to one; a story in the bank may answer none.
  const aside = reading.question.words.length > 0 ? findAside(relevance) : 0;
  if (aside > 0) {
    for (const dimension of starDimensions) {
      take(
        besideRule,
        dimension,
        aside,
        [],
        'Tells more of something else than of what was asked, however good the story is.',
      );
    }
  }
  return points;
}

/** Up to 0.6 of everything, where what is asked for takes little of the story and something else much. */
function findAside({ told, leading, literal }: Relevance): number {
  const met =
    told === null || leading === null
      ? 0.7 + 0.3 * literal
      : 0.1 * told + 0.9 * leading + 0.2 * literal;
  return 0.6 * Math.max(0, 1 - met);
}

function writeNotes(
  { foreign }: AnswerReading,
  { known }: Relevance,
  principle: string,
): readonly StarPoint[] {
  const note = (rule: string, why: string): StarPoint => ({
    rule,
    dimension: 'relevance',
    effect: 0,
    spans: [],
    why,
  });
  return [
    ...(foreign === null
      ? []
      : [note('english-only', `This is scored for English text only: ${foreign}.`)]),
    ...(known
      ? []
      : [
          note(
            'unknown-principle',
            principle.trim() === ''
              ? 'No principle was named: relevance is judged from the question alone.'
              : 'This principle is not known here: relevance is judged from the question alone.',
          ),
        ]),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
