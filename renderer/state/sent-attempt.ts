import type { AttemptEvent, AttemptLog } from '../../content/engine/drill/attempt-log.ts';
import { collectBranch } from '../../content/engine/drill/branch.ts';
import { viewOwn } from '../../content/engine/drill/own-view.ts';
import type { PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../content/engine/drill/state.ts';
import { replay } from '../../content/engine/drill/step.ts';

/** An attempt of a learner, to look at. Nothing in it can be played on. */
export interface SentAttempt {
  readonly id: string;
  readonly log: AttemptLog;
  readonly prepared: PreparedDrill;
  /** The first attempt, then the other roads. */
  readonly branches: readonly string[];
  /** The events of a road from the very beginning. */
  eventsOf(branch: string): readonly AttemptEvent[];
  /** The whole state at the end of a road. */
  stateOf(branch: string): DrillState;
  /** What whoever had the seat could see after so many steps of a road. */
  viewAfter(branch: string, steps: number): DrillState;
}

export function sentAttempt(
  given: Pick<SentAttempt, 'id' | 'log' | 'prepared' | 'branches'>,
): SentAttempt {
  const { log, prepared } = given;
  const eventsOf = (branch: string) => collectBranch(log.events, branch).events;
  return {
    ...given,
    eventsOf,
    stateOf: (branch) => replay(prepared, eventsOf(branch)).state,
    viewAfter: (branch, steps) =>
      viewOwn(prepared, replay(prepared, eventsOf(branch).slice(0, steps)).state),
  };
}
