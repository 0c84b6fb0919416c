import { besideRule, relevanceMost, type StarScore } from './score-answer.ts';
import { starDampers } from './star-dampers.ts';
import { starRules } from './star-rules.ts';
import { starDimensions, type StarDimension } from './star-rule.ts';

export interface Lift {
  readonly dimension: StarDimension;
  /** The score it starts from, 1..5. */
  readonly from: number;
  /** Fewest steps first; together they give one point, or all that is left to 5. */
  readonly steps: readonly {
    readonly rule: string;
    /** The most it can add. */
    readonly gain: number;
    readonly advice: string;
  }[];
}

const relevanceRules = [
  {
    id: 'what-was-asked',
    most: relevanceMost.topic,
    lift: 'Tell the part of the story that shows what the question asks for, or choose another story.',
  },
  {
    id: 'words-of-the-question',
    most: relevanceMost.literal,
    lift: 'Take up the matter of the question where you tell it.',
  },
  {
    id: 'one-account',
    most: relevanceMost.account,
    lift: 'Tell one thing that happened, in the past tense, with you in it.',
  },
];

const beside = {
  id: besideRule,
  lift: 'Give most of the story to what was asked, or choose another story.',
};

/** Above this nothing big is left, and advice about a tenth would only send people after words. */
export const nearlyWhole = 4.5;

/** What would lift each dimension by one, from the rules themselves: what they left unearned or took. */
export function liftByOne({
  dimensions,
  points,
}: Pick<StarScore, 'dimensions' | 'points'>): readonly Lift[] {
  return starDimensions.flatMap((dimension): Lift[] => {
    const from = dimensions[dimension];
    if (from > nearlyWhole) return [];
    const wanted = Math.min(1, 5 - from);
    const effectOf = (rule: string): number =>
      points.find((point) => point.rule === rule && point.dimension === dimension)?.effect ?? 0;
    const rules =
      dimension === 'relevance'
        ? relevanceRules
        : starRules.filter((rule) => rule.dimension === dimension);
    const open = [
      ...rules.map(({ id, most, lift }) => ({
        rule: id,
        gain: most - effectOf(id),
        advice: lift,
      })),
      ...[...starDampers, beside].map(({ id, lift }) => ({
        rule: id,
        gain: -effectOf(id),
        advice: lift,
      })),
    ]
      .filter(({ gain }) => gain >= 0.05)
      .sort((a, b) => b.gain - a.gain);
    const steps: (typeof open)[number][] = [];
    let gained = 0;
    for (const step of open) {
      if (gained >= wanted - 0.005) break;
      steps.push(step);
      gained += step.gain;
    }
    return [{ dimension, from, steps }];
  });
}
