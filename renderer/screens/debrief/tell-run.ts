import type { AttemptHeader } from '../../../content/engine/drill/attempt-log.ts';
import { describeLevers } from '../../../content/engine/drill/levers.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';
import { severityNames } from '../../../content/engine/format/drill-terms.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { Debrief } from '../../../content/engine/score/debrief.ts';
import { writeCount } from '../../state/room-words.ts';

/** What stands beside every score. */
export const claimWords =
  'Claim level 1: the rules match the team’s own test cases. Nothing more is measured.';

/** What ending a drill early does to its score. */
export const earlyWords =
  'Ended early: what had not been asked by then does not count, and parts that were not reached are left out.';

export const noPartWords = 'No part was reached before the drill ended.';

/** Whose the rehearsal story of a drill is. */
export function storyOf(drill: string): string {
  return `of a good play of drill ${drill}, not your experience`;
}

export function storyWarning(drill: string): string {
  return `A rehearsal from drill ${drill}. Never tell it as something that happened to you.`;
}

/** The severity that stood at the end, and who set it when. */
function tellSeverity({ level, provisional, set }: DrillState['severity']): string {
  const what = `Severity ${severityNames[level]}${provisional ? ', provisional' : ''}`;
  if (set === null) return `${what}, as the drill began.`;
  const at = formatScenarioTime(set.at_s);
  return set.seq === null
    ? `${what}, set at ${at}, when a time ran out.`
    : `${what}, set by you at ${at}.`;
}

/** How long it ran and how it was played, in sentences. */
export function tellRun(
  header: AttemptHeader,
  state: DrillState,
  { pauses, hintsTaken, score }: Debrief,
): string {
  const played = describeLevers(header);
  const ran = formatScenarioTime(state.end?.at_s ?? state.at_s).slice(2);
  return [
    `Ran ${ran} of scenario time, ${writeCount(pauses, 'pause')}, ${writeCount(hintsTaken, 'hint')}${
      score.early ? ', ended early' : ''
    }.`,
    `${score.parts.length === 1 ? 'One part' : `${score.parts.length} parts`}, no overall mark.`,
    tellSeverity(state.severity),
    ...(played.length > 0 ? [`Played: ${played.join(', ')}.`] : []),
  ].join(' ');
}
