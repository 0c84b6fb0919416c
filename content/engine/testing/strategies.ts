import type { AttemptEvent } from '../drill/attempt-log.ts';
import { listChoices } from '../drill/choices.ts';
import { advance } from '../drill/advance.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { beginAttempt, step } from '../drill/step.ts';
import type { Decision, DecisionOption } from '../format/drill-schema.ts';
import { scoreAttempt, shareOfTotal } from '../score/score.ts';
import { findWords } from '../score/sentences.ts';

const calling =
  'page paging wake declare bridge escalate manager director executive board p1 call ring everybody everyone inform notify tell legal police authority raise';
const acting =
  'block lock deny isolate off revoke disable stop cut delete remove wipe shut close suspend pause take terminate detach deactivate restrict quarantine kill rotate freeze hold';

/** Ways of choosing without reading; a drill that rewards one of them gives itself away. */
export const blindStrategies = {
  first: ({ options }: Decision) => options[0],
  last: ({ options }: Decision) => options.at(-1),
  longest: ({ options }: Decision) => [...options].sort((a, b) => b.text.length - a.text.length)[0],
  /** Whatever calls the most people. */
  escalate: ({ options }: Decision) => pickByWords(options, calling),
  /** Whatever cuts off the most. */
  contain: ({ options }: Decision) => pickByWords(options, acting),
} as const;
export type BlindStrategy = keyof typeof blindStrategies;

/** Plays a whole drill by one blind strategy, deciding as soon as it is asked and doing nothing else. */
export function playBlindly(prepared: PreparedDrill, strategy: BlindStrategy): AttemptEvent[] {
  const events: AttemptEvent[] = [];
  let state = beginAttempt(prepared);
  const tell = (deed: Pick<AttemptEvent, 'kind' | 'data'>): void => {
    const event = {
      ...deed,
      v: 1,
      attempt: 'blind',
      branch: 'main',
      seq: events.length,
      at_s: state.at_s,
      actor: 'responder',
    } as AttemptEvent;
    const next = step(prepared, state, event);
    if (!next.ok) throw new Error(next.refusal.message);
    state = next.state;
    events.push(event);
  };
  tell({ kind: 'started', data: {} });
  while (state.phase !== 'ended') {
    const [open] = listChoices(prepared, state).decisions;
    const decision = open && prepared.byId.decisions.get(open.decision);
    const option = decision && blindStrategies[strategy](decision);
    if (decision && option) {
      const confidence = decision.asks_confidence ? 80 : null;
      tell({
        kind: 'decided',
        data: { decision: decision.id, option: option.id, confidence, citations: [], reason: '' },
      });
    } else state = advance(prepared, state, Math.min(state.next_s, prepared.drill.ends_at));
  }
  return events;
}

/** The option with the most of these words; the first of them where several have as many. */
function pickByWords(options: Decision['options'], words: string): DecisionOption | undefined {
  const wanted = new Set(words.split(' '));
  const count = ({ text }: DecisionOption): number =>
    findWords(text.toLowerCase(), [0, text.length]).filter((word) => wanted.has(word.text)).length;
  return [...options].sort((a, b) => count(b) - count(a))[0];
}

/** Shares that a strategy earns: of the whole drill, and of the points for decisions alone. */
export function measureStrategy(
  prepared: PreparedDrill,
  strategy: BlindStrategy,
): { readonly total: number; readonly decisions: number } {
  const score = scoreAttempt(prepared, playBlindly(prepared, strategy));
  const decided = score.parts
    .flatMap(({ points }) => points)
    .filter(({ rule }) => rule.startsWith('decision:'));
  const possible = decided.reduce((sum, { weight }) => sum + weight, 0);
  const earned = decided.reduce((sum, point) => sum + point.earned, 0);
  return { total: shareOfTotal(score), decisions: possible === 0 ? 0 : earned / possible };
}
