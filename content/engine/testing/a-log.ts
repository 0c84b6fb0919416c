import type { AttemptEvent, AttemptHeader, Deed, EventKind } from '../drill/attempt-log.ts';
import { usualLevers } from '../drill/attempt-terms.ts';
import { citeRecord } from '../drill/citation.ts';
import { listChoices } from '../drill/choices.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { createRandomSource } from '../drill/random-source.ts';
import { beginAttempt, step } from '../drill/step.ts';

/** A header for `aDrill`. */
export function aHeader(changes: Partial<AttemptHeader> = {}): AttemptHeader {
  return {
    kind: 'attempt',
    format: 1,
    attempt: 'a1',
    pack: { id: 'test', version: '1.0.0' },
    drill: { slug: 'a-key', id: 'T01', hash: 'hash' },
    engine: 1,
    scorer: 'points-1',
    seed: 0,
    levers: usualLevers,
    accommodations: { extra_time: 1, no_clock: false },
    roles: ['responder'],
    started_at: '2026-11-01T10:00:00Z',
    ...changes,
  };
}

type At = readonly [at_s: number, kind: EventKind, data?: object];

/** A log from short lines: `[seconds, kind, data]`. The first, `started`, is added. */
export function aLog(...lines: At[]): AttemptEvent[] {
  return [[0, 'started', {}] as At, ...lines].map(([at_s, kind, data = {}], seq) => ({
    ...({ kind, data } as Deed),
    v: 1,
    attempt: 'a1',
    branch: 'main',
    seq,
    at_s,
    actor: 'responder',
  }));
}

/**
 * A legal log of at most `length` events, played at random by seed: whatever `listChoices` offers,
 * notebook work between, time passing now and then.
 */
export function playAtRandom(
  prepared: PreparedDrill,
  seed: number,
  length: number,
): AttemptEvent[] {
  const random = createRandomSource(seed);
  const pick = <T>(list: readonly T[]): T | undefined =>
    list[Math.floor(random.next() * list.length)];
  let state = beginAttempt(prepared);
  const events: AttemptEvent[] = [];
  const tell = (deed: Deed, at_s: number): void => {
    const event: AttemptEvent = {
      ...deed,
      v: 1,
      attempt: 'a1',
      branch: 'main',
      seq: events.length,
      at_s,
      actor: 'responder',
    };
    const next = step(prepared, state, event);
    if (!next.ok) return;
    state = next.state;
    events.push(event);
  };
  tell({ kind: 'started', data: {} }, 0);
  for (
    let turn = 0;
    turn < length * 3 && events.length < length && state.phase !== 'ended';
    turn += 1
  ) {
    const at_s = state.at_s + (random.next() < 0.5 ? Math.floor(random.next() * 40) : 0);
    const deed = chooseDeed(prepared, state, random, turn, pick);
    if (deed) tell(deed, at_s);
  }
  return events;
}

function chooseDeed(
  prepared: PreparedDrill,
  state: ReturnType<typeof beginAttempt>,
  random: { next(): number },
  turn: number,
  pick: <T>(list: readonly T[]) => T | undefined,
): Deed | null {
  const choices = listChoices(prepared, state);
  const clue = pick(prepared.drill.clues);
  const citations = clue ? [{ file: 'clue', locator: { kind: 'clue' as const, id: clue.id } }] : [];
  switch (Math.floor(random.next() * 14)) {
    case 0: {
      const open = pick(choices.decisions);
      const item = open && prepared.byId.decisions.get(open.decision);
      const option = item && pick(item.options);
      if (!open || !option) return null;
      const confidence = pick([50, 60, 70, 80, 90, 99] as const) ?? 50;
      return {
        kind: 'decided',
        data: { decision: open.decision, option: option.id, confidence, citations, reason: '' },
      };
    }
    case 1: {
      const waiting = pick(choices.awaiting);
      const item = waiting && prepared.byId.feed.get(waiting.item);
      const reply = item && pick(item.replies);
      if (!item) return null;
      if (item.interrupt && random.next() < 0.3) {
        return { kind: 'parked', data: { item: item.id, until_s: state.at_s + 90 } };
      }
      return reply && random.next() < 0.7
        ? { kind: 'replied', data: { item: item.id, reply: reply.id } }
        : { kind: 'acknowledged', data: { item: item.id } };
    }
    case 2: {
      const evidence = pick(choices.evidence);
      return evidence ? { kind: 'evidence_opened', data: { evidence: evidence.id } } : null;
    }
    case 3: {
      const tool = pick(choices.tools);
      if (!tool) return null;
      const args = Object.fromEntries(
        tool.args.map(({ id, values }) => [
          id,
          pick(
            values ?? tool.outcomes.flatMap(({ match }) => [match?.[id] ?? 'something'].flat()),
          ) ?? 'something',
        ]),
      );
      return { kind: 'tool_used', data: { tool: tool.id, args } };
    }
    case 4: {
      const item = pick([...state.feed.keys()]);
      return item === undefined ? null : { kind: 'feed_opened', data: { item } };
    }
    case 5:
      return {
        kind: 'timeline_added',
        data: { id: `t${turn}`, at: prepared.drill.starts_at, text: 'seen', citations },
      };
    case 6:
      return {
        kind: 'hypothesis_added',
        data: { id: `h${turn}`, text: 'perhaps', confidence: 40 },
      };
    case 7: {
      const hypothesis = pick([...state.hypotheses.values()]);
      return hypothesis
        ? {
            kind: 'hypothesis_changed',
            data: { id: hypothesis.id, text: hypothesis.text, confidence: 80 },
          }
        : null;
    }
    case 8:
      return {
        kind: 'pinned',
        data: { pin: `p${turn}`, citation: citeRecord('trail', `e-${turn % 3}`), label: 'row' },
      };
    case 9:
      return { kind: 'notes_changed', data: { text: `note ${turn}` } };
    case 10: {
      const update = pick(choices.updates);
      return update
        ? {
            kind: 'update_sent',
            data: {
              update: update.update,
              text: 'The key is off. Next update at 10:00.',
              citations,
            },
          }
        : null;
    }
    case 11: {
      const hint = pick(choices.hints);
      return hint ? { kind: 'hint_taken', data: { hint: hint.hint.id, tier: hint.tier } } : null;
    }
    case 12:
      return state.phase === 'paused'
        ? { kind: 'resumed', data: {} }
        : { kind: 'paused', data: { reason: 'person' } };
    default:
      return {
        kind: 'indicator_added',
        data: { id: `i${turn}`, type: 'ip', value: '198.51.100.23', note: '', citations },
      };
  }
}
