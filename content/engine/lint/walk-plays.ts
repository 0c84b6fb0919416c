import type { AttemptEvent, Deed } from '../drill/attempt-log.ts';
import { listChoices } from '../drill/choices.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import { beginAttempt, step } from '../drill/step.ts';
import type { Decision, DecisionOption, Tool } from '../format/drill-schema.ts';
import { findDecisionNeeds, setsAny, type Needs } from './decision-needs.ts';

/** A moment of a play, and what was done to come there, in words for the author. */
export interface Play {
  readonly state: DrillState;
  readonly way: readonly string[];
}

interface Move {
  readonly deed: Deed;
  readonly words: string | null;
}

/** Enough for every path of a drill of usual size; a larger one is walked this far, shortest first. */
const longestWalk = 800;

/**
 * Walks the plays of a drill, breadth first: every option of every open decision, every other deed
 * on which it depends whether a decision opens, and letting time pass. Moments that differ in
 * nothing of that kind are visited once.
 */
export function* walkPlays(prepared: PreparedDrill): Generator<Play> {
  const needs = findDecisionNeeds(prepared.drill);
  const queue: Play[] = [];
  const seen = new Set<string>();
  const visit = (state: DrillState, way: readonly string[]): void => {
    const key = writeKey(prepared, state, needs);
    if (seen.has(key) || seen.size >= longestWalk) return;
    seen.add(key);
    queue.push({ state, way });
  };
  const started = act(prepared, beginAttempt(prepared), { kind: 'started', data: {} });
  if (started) visit(started, []);
  for (let play = queue.shift(); play; play = queue.shift()) {
    yield play;
    if (play.state.phase === 'ended') continue;
    for (const { deed, words } of listMoves(prepared, play.state, needs)) {
      const next = act(prepared, play.state, deed);
      if (next) visit(next, words === null ? play.way : [...play.way, words]);
    }
  }
}

function act(prepared: PreparedDrill, state: DrillState, deed: Deed): DrillState | null {
  const event: AttemptEvent = {
    ...deed,
    v: 1,
    attempt: 'walk',
    branch: 'main',
    seq: (state.last?.seq ?? -1) + 1,
    at_s: state.at_s,
    actor: 'walker',
  };
  const next = step(prepared, state, event);
  return next.ok ? next.state : null;
}

function writeKey(prepared: PreparedDrill, state: DrillState, needs: Needs): string {
  const passed = prepared.times.filter((time) => time <= state.at_s).length;
  const decisions = [...state.decisions.values()]
    .map(({ decision, choice }) => (choice ? `${decision}.` : decision))
    .sort();
  const facts = [...state.facts].filter((fact) => needs.facts.has(fact)).sort();
  const variables = [...state.variables].filter(([name]) => needs.variables.has(name));
  return [state.phase, passed, ...decisions, '|', ...facts, '|', ...variables.flat()].join(' ');
}

function listMoves(prepared: PreparedDrill, state: DrillState, needs: Needs): readonly Move[] {
  const choices = listChoices(prepared, state);
  const decided = choices.decisions.flatMap(({ decision }) =>
    listDifferent(prepared.byId.decisions.get(decision), needs).map(({ id }): Move => ({
      deed: {
        kind: 'decided',
        data: { decision, option: id, confidence: 50, citations: [], reason: '' },
      },
      words: `${decision} = ${id}`,
    })),
  );
  const opened = choices.evidence
    .filter(({ id }) => needs.facts.has(`opened:${id}`) && !state.facts.has(`opened:${id}`))
    .map(({ id }): Move => ({
      deed: { kind: 'evidence_opened', data: { evidence: id } },
      words: `opening ${id}`,
    }));
  const waited: Move = {
    deed: { kind: 'jumped', data: { to_s: Math.min(state.next_s, prepared.drill.ends_at) } },
    words: null,
  };
  return [
    ...decided,
    ...opened,
    ...choices.tools.flatMap((tool) => listUses(tool, state, needs)),
    ...listReplies(prepared, state, needs),
    ...choices.updates
      .filter(({ update }) => needs.facts.has(`sent:${update}`))
      .map(({ update }): Move => ({
        deed: { kind: 'update_sent', data: { update, text: 'sent', citations: [] } },
        words: `sending ${update}`,
      })),
    waited,
  ];
}

/** One option of each kind: those that cost the same time and lead to the same are walked once. */
function listDifferent(decision: Decision | undefined, needs: Needs): readonly DecisionOption[] {
  const kinds = new Map<string, DecisionOption>();
  for (const option of decision?.options ?? []) {
    const fact = `decided:${decision?.id}/${option.id}`;
    const kind = JSON.stringify([
      option.minutes,
      needs.facts.has(fact) ? fact : '',
      option.effects.filter((effect) => 'end' in effect || setsAny([effect], needs.variables)),
    ]);
    if (!kinds.has(kind)) kinds.set(kind, option);
  }
  return [...kinds.values()];
}

/** Each outcome of a tool that changes something and has not come yet. */
function listUses(tool: Tool, state: DrillState, needs: Needs): readonly Move[] {
  return tool.outcomes.flatMap((outcome): Move[] => {
    const facts = [`used:${tool.id}`, `used:${tool.id}/${outcome.id}`];
    const matters =
      setsAny(outcome.effects, needs.variables) || facts.some((fact) => needs.facts.has(fact));
    if (!matters || state.facts.has(`used:${tool.id}/${outcome.id}`)) return [];
    const args = Object.fromEntries(
      tool.args.map(({ id, values }) => [
        id,
        [outcome.match?.[id] ?? values?.[0] ?? 'anything'].flat()[0] ?? '',
      ]),
    );
    return [
      { deed: { kind: 'tool_used', data: { tool: tool.id, args } }, words: `using ${tool.id}` },
    ];
  });
}

function listReplies(prepared: PreparedDrill, state: DrillState, needs: Needs): readonly Move[] {
  return [...state.feed.values()].flatMap(({ item, answer }): Move[] => {
    const replies = answer ? [] : (prepared.byId.feed.get(item)?.replies ?? []);
    const replied = replies
      .filter(
        ({ id, effects }) =>
          setsAny(effects, needs.variables) || needs.facts.has(`answered:${item}/${id}`),
      )
      .map(({ id }): Move => ({
        deed: { kind: 'replied', data: { item, reply: id } },
        words: `answering ${item} with ${id}`,
      }));
    if (answer || !needs.facts.has(`answered:${item}`)) return replied;
    const deed: Deed = { kind: 'acknowledged', data: { item } };
    return [...replied, { deed, words: `acknowledging ${item}` }];
  });
}
