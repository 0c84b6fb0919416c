import type { AttemptEvent, Deed } from '../../content/engine/drill/attempt-log.ts';
import { citeRecord } from '../../content/engine/drill/citation.ts';
import { listChoices } from '../../content/engine/drill/choices.ts';
import type { PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import { createRandomSource, type RandomSource } from '../../content/engine/drill/random-source.ts';
import type { DrillState } from '../../content/engine/drill/state.ts';
import { beginAttempt, step } from '../../content/engine/drill/step.ts';

/** Tools, evidence and replies cost minutes, so they are spread over the whole log. */
const costlyShare = 0.01;
/** How much of the scenario the events are spread over: what costs minutes needs the rest. */
const usedShare = 0.5;

/**
 * A legal log of exactly `length` events, played at random by seed: every decision, update and
 * message that comes, and between them far more notebook work than anybody does.
 *
 * @throws if the scenario ends before
 */
export function playLong(prepared: PreparedDrill, seed: number, length: number): AttemptEvent[] {
  const random = createRandomSource(seed);
  const events: AttemptEvent[] = [];
  let state = beginAttempt(prepared);
  const tell = (deed: Deed): void => {
    const due_s = Math.floor((events.length / length) * prepared.drill.ends_at * usedShare);
    const event: AttemptEvent = {
      ...deed,
      v: 1,
      attempt: 'long',
      branch: 'main',
      seq: events.length,
      at_s: Math.max(state.at_s, due_s),
      actor: 'responder',
    };
    const next = step(prepared, state, event);
    if (!next.ok || next.state.phase === 'ended') return;
    state = next.state;
    events.push(event);
  };
  tell({ kind: 'started', data: {} });
  for (let turn = 0; turn < length * 3 && events.length < length; turn += 1) {
    tell(chooseDeed(prepared, state, random, turn));
  }
  if (events.length < length) throw new Error(`The log ended at ${events.length} events.`);
  return events;
}

function chooseDeed(
  prepared: PreparedDrill,
  state: DrillState,
  random: RandomSource,
  turn: number,
): Deed {
  const pick = <T>(list: readonly T[]): T | undefined =>
    list[Math.floor(random.next() * list.length)];
  const costly = random.next() < costlyShare ? choosePlay(prepared, state, pick) : null;
  return costly ?? writeNotebook(prepared, state, turn, pick);
}

type Pick = <T>(list: readonly T[]) => T | undefined;

/** Whatever the drill offers now, or null. */
function choosePlay(prepared: PreparedDrill, state: DrillState, pick: Pick): Deed | null {
  const { decisions, awaiting, evidence, updates, hints } = listChoices(prepared, state);
  const [open] = decisions;
  const option = pick(prepared.byId.decisions.get(open?.decision ?? '')?.options ?? []);
  if (open && option) {
    const { decision } = open;
    return {
      kind: 'decided',
      data: { decision, option: option.id, confidence: 80, citations: [], reason: '' },
    };
  }
  const [asked] = updates;
  if (asked) {
    const text = 'The key is off. The next update is at 10:00.';
    return { kind: 'update_sent', data: { update: asked.update, text, citations: [] } };
  }
  const [waiting] = awaiting;
  const reply = pick(prepared.byId.feed.get(waiting?.item ?? '')?.replies ?? []);
  if (waiting && reply) return { kind: 'replied', data: { item: waiting.item, reply: reply.id } };
  if (waiting) return { kind: 'acknowledged', data: { item: waiting.item } };
  const unread = pick(evidence.filter(({ id }) => state.evidence.get(id) === null));
  if (unread) return { kind: 'evidence_opened', data: { evidence: unread.id } };
  const hint = pick(hints);
  return hint ? { kind: 'hint_taken', data: { hint: hint.hint.id, tier: hint.tier } } : null;
}

function writeNotebook(prepared: PreparedDrill, state: DrillState, turn: number, pick: Pick): Deed {
  const clue = pick(prepared.drill.clues);
  const citations = clue ? [{ file: 'clue', locator: { kind: 'clue' as const, id: clue.id } }] : [];
  const item = pick([...state.feed.keys()]);
  const hypothesis = pick(recent(state.hypotheses.keys(), state.hypotheses.size));
  switch (turn % 8) {
    case 0: {
      const at = prepared.drill.starts_at;
      return { kind: 'timeline_added', data: { id: `t${turn}`, at, text: 'seen', citations } };
    }
    case 1:
      return {
        kind: 'hypothesis_added',
        data: { id: `h${turn}`, text: 'perhaps', confidence: 40 },
      };
    case 2:
      return hypothesis === undefined
        ? { kind: 'notes_changed', data: { text: `note ${turn}` } }
        : { kind: 'hypothesis_changed', data: { id: hypothesis, text: 'rather', confidence: 80 } };
    case 3: {
      const citation = citeRecord(prepared.drill.evidence[0]?.id ?? 'feed', `e-${turn % 3}`);
      return { kind: 'pinned', data: { pin: `p${turn}`, citation, label: 'row' } };
    }
    case 4:
      return item === undefined
        ? { kind: 'notes_changed', data: { text: `note ${turn}` } }
        : { kind: 'feed_opened', data: { item } };
    case 5: {
      const data = {
        id: `i${turn}`,
        type: 'ip',
        value: '198.51.100.23',
        note: '',
        citations,
      } as const;
      return { kind: 'indicator_added', data };
    }
    case 6:
      return state.phase === 'paused'
        ? { kind: 'resumed', data: {} }
        : { kind: 'paused', data: { reason: 'person' } };
    default:
      return { kind: 'notes_changed', data: { text: `note ${turn}` } };
  }
}

/** The first few keys: picking among thousands would copy them all for each event. */
function recent(keys: Iterator<string>, size: number): string[] {
  return Array.from({ length: Math.min(size, 8) }, () => keys.next().value as string);
}
