import { mainBranch } from '../../../content/engine/drill/branch.ts';
import type { AttemptSummary, RoadSummary } from '../../state/attempt-summary.ts';

/** What stands beside figures of the first attempt where there is another road. */
export const firstStands = 'First attempt: its score stands.';

/** "what-if-2" → "what-if 2"; the road that was played first is "first attempt". */
export function writeRoadName(branch: string): string {
  return branch === mainBranch ? 'first attempt' : branch.replace(/^what-if-(?=\d)/, 'what-if ');
}

/** Roads that are under way, the one touched last leading. */
export function listOpenRoads(
  summaries: readonly AttemptSummary[],
): readonly { readonly attempt: AttemptSummary; readonly road: RoadSummary }[] {
  return summaries
    .flatMap((attempt) => (attempt.roads ?? []).map((road) => ({ attempt, road })))
    .filter(({ road }) => road.status === 'open')
    .sort((a, b) => (a.road.updated_at < b.road.updated_at ? 1 : -1));
}
