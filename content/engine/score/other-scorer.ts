import type { AttemptHeader } from '../drill/attempt-log.ts';
import { scorerVersion } from '../drill/attempt-terms.ts';

/** Whether a log names rules of points that this version does not have. */
export function hasOtherScorer({ scorer }: Pick<AttemptHeader, 'scorer'>): boolean {
  return scorer !== scorerVersion;
}

/**
 * What stands beside points that are not by the scorer their log names (foundations, section 1);
 * null where they are. `first`: the points of the score that stands, in words, where they are kept.
 */
export function tellOtherScorer(
  header: Pick<AttemptHeader, 'scorer'>,
  first: string | null = null,
): string | null {
  if (!hasOtherScorer(header)) return null;
  const { scorer } = header;
  return [
    `This attempt is scored by ${scorer}, which this version of Drillbook does not have.`,
    first === null
      ? `That score stands; a Drillbook that has ${scorer} can work it out from the log.`
      : `That score stands: ${first}.`,
    `The points shown here are a second score, by ${scorerVersion}.`,
  ].join(' ');
}

/**
 * For programs: what is told of the score that stands, and apart from it of a second one by the rules
 * of this version. What only another version can work out is null.
 */
export function separateScores(
  header: Pick<AttemptHeader, 'scorer'>,
  told: Readonly<Record<string, unknown>>,
): object {
  const { scorer } = header;
  if (!hasOtherScorer(header)) return { scorer, ...told, second_score: null };
  const unknown = Object.fromEntries(Object.keys(told).map((key) => [key, null]));
  return { scorer, ...unknown, second_score: { scorer: scorerVersion, ...told } };
}
