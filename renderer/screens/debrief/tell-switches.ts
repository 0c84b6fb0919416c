import type { AttemptEvent } from '../../../content/engine/drill/attempt-log.ts';
import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import {
  findContextSwitches,
  type ContextSwitches,
} from '../../../content/engine/score/context-switches.ts';
import { sayDuration } from '../../state/room-words.ts';
import { endSentence } from './write-figures.ts';

/** How often work was left for an interrupt, in words; null where it never was. */
export interface ToldSwitches {
  readonly sum: string;
  readonly each: readonly { readonly at: string; readonly words: string }[];
}

export function tellSwitches(
  prepared: PreparedDrill,
  events: readonly AttemptEvent[],
  state: DrillState,
): ToldSwitches | null {
  const found = findContextSwitches(prepared, events, state.end?.at_s ?? state.at_s);
  if (found.switches.length === 0) return null;
  return {
    sum: sumUp(found),
    each: found.switches.map(({ at_s, items, left, away_s, back_s }) => {
      const subjects = items.map((item) => prepared.byId.feed.get(item)?.subject ?? item);
      const back = back_s === null ? ', not gone back to' : `, back after ${sayDuration(back_s)}`;
      return {
        at: formatScenarioTime(at_s),
        words: `${endSentence(subjects.join('; '))} Away ${sayDuration(away_s)} from: ${nameWork(prepared, left)}${back}.`,
      };
    }),
  };
}

function sumUp({ switches, away_s, back_s, notBack }: ContextSwitches): string {
  const count = switches.length;
  const often = count === 1 ? 'Once' : `${count} times`;
  const left = `${often} you left your work for an interrupt, for ${sayDuration(away_s)} in all.`;
  if (back_s === null) return `${left} You did not go back to it.`;
  const mean = count > 1 ? ' on average' : '';
  const never = notBack > 0 ? `; ${notBack} you did not go back to` : '';
  return `${left} Back at it after ${sayDuration(back_s)}${mean}${never}.`;
}

function nameWork({ byId }: PreparedDrill, subject: string): string {
  const [kind = '', id = ''] = subject.split(/:(.*)/);
  if (kind === 'feed') return byId.feed.get(id)?.subject ?? id;
  if (kind === 'evidence') return byId.evidence.get(id)?.title ?? id;
  if (kind === 'decision') return byId.decisions.get(id)?.title ?? id;
  if (kind === 'update') return byId.updates.get(id)?.title ?? id;
  return { tools: 'the tools', notebook: 'the notebook', assistant: 'the assistant' }[kind] ?? kind;
}
