import { tellOtherScorer } from '../../../content/engine/score/other-scorer.ts';
import { mainBranch } from '../../../content/engine/drill/branch.ts';
import type { AttemptSummary } from '../../state/attempt-summary.ts';
import { partWords, writePoints } from './drill-words.ts';

/** What was earned of each part, in one line. */
export function tellParts(parts: AttemptSummary['parts']): string {
  return parts
    .map(({ part, earned, possible }) =>
      possible > 0
        ? `${partWords[part]} ${writePoints(earned)} of ${writePoints(possible)}`
        : `${partWords[part]} not reached`,
    )
    .join(' · ');
}

/**
 * What stands beside the points of a road that this version counts where its log names another
 * scorer, with the score that stands if it is kept; null where they are the score that stands.
 */
export function tellSecondScore(
  header: AttemptSummary['header'],
  summary: AttemptSummary | undefined,
  branch: string,
): string | null {
  const kept =
    branch === mainBranch ? summary : summary?.roads?.find((road) => road.branch === branch);
  const first =
    kept && kept.status !== 'open' && kept.scorer === undefined ? tellParts(kept.parts) : '';
  return tellOtherScorer(header, first === '' ? null : first);
}
