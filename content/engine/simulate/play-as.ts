import type { AttemptEvent, Citation, Deed } from '../drill/attempt-log.ts';
import { listChoices } from '../drill/choices.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { createRandomSource, hashText, type RandomSource } from '../drill/random-source.ts';
import { isShiftOver } from '../drill/shift.ts';
import type { DrillState } from '../drill/state.ts';
import { beginAttempt, step } from '../drill/step.ts';
import type { Learner } from './learners.ts';
import { listWantedUses } from './wanted-uses.ts';
import { writeUpdate } from './write-update.ts';

/** A play that is longer does not end, which would be a mistake of ours. */
const mostEvents = 3_000;

/** A deed that a learner wants to do, and what makes it the same deed when it was refused. */
interface Wanted {
  readonly name: string;
  readonly deed: Deed;
}

/** Plays a whole drill as a learner would; the same seed gives the same log. */
export function playAs(prepared: PreparedDrill, learner: Learner, seed: number): AttemptEvent[] {
  const random = createRandomSource(seed);
  const events: AttemptEvent[] = [];
  const tried = new Set<string>();
  let state = beginAttempt(prepared);
  const tell = (deed: Deed, at_s: number): boolean => {
    const event: AttemptEvent = {
      ...deed,
      v: 1,
      attempt: 'simulated',
      branch: 'main',
      seq: events.length,
      at_s,
      actor: state.seat,
    };
    const next = step(prepared, state, event);
    if (!next.ok) return false;
    state = next.state;
    events.push(event);
    return true;
  };
  const wait = (to_s: number): void => void tell({ kind: 'jumped', data: { to_s } }, state.at_s);
  tell({ kind: 'started', data: {} }, 0);
  while (state.phase !== 'ended' && events.length < mostEvents) {
    const wanted = listWanted(prepared, state, learner, seed, random).find(
      ({ name }) => !tried.has(name),
    );
    if (!wanted) {
      wait(Math.min(state.next_s, findDue(prepared, state), prepared.drill.ends_at));
      continue;
    }
    tried.add(wanted.name);
    // Meanwhile a deadline may pass: then the deed is refused, and the time has still gone by.
    const at_s = Math.min(state.at_s + learner.pace_s, prepared.drill.ends_at);
    if (!tell(wanted.deed, at_s)) wait(at_s);
  }
  return events;
}

/** When the next update has to be written, a little before it is due. */
function findDue(prepared: PreparedDrill, state: DrillState): number {
  const times = [...state.updates.values()]
    .filter(({ sent }) => !sent)
    .map(({ update }) => (prepared.byId.updates.get(update)?.due ?? 0) - lead_s)
    .filter((time) => time > state.at_s);
  return Math.min(Infinity, ...times);
}

const lead_s = 90;

/** Everything that a learner would do now, in the order in which they would do it. */
function listWanted(
  prepared: PreparedDrill,
  state: DrillState,
  learner: Learner,
  seed: number,
  random: RandomSource,
): readonly Wanted[] {
  const choices = listChoices(prepared, state);
  /** Whether this learner does a thing of this name: one draw for each, whenever it is asked. */
  const does = (name: string, share: number): boolean =>
    share >= 1 || createRandomSource(seed ^ hashText(name)).next() < share;
  const answers = choices.awaiting.flatMap(({ item: id }): Wanted[] => {
    const item = prepared.byId.feed.get(id);
    if (!item || !does(`answer ${id}`, learner.answers)) return [];
    const reply = learner.reply({ prepared, state }, item, random);
    const deed: Deed = reply
      ? { kind: 'replied', data: { item: id, reply: reply.id } }
      : { kind: 'acknowledged', data: { item: id } };
    return [{ name: `answer ${id}`, deed }];
  });
  const evidence = choices.evidence
    .filter(({ id }) => state.evidence.get(id) === null && does(`open ${id}`, learner.reads))
    .map(({ id }) => ({
      id,
      name: `open ${id} ${state.seat}`,
      deed: { kind: 'evidence_opened' as const, data: { evidence: id } },
    }));
  const asked = listAsked(prepared, choices.decisions);
  const shift: Wanted[] = isShiftOver(prepared, state)
    ? [{ name: 'shift', deed: { kind: 'shift_taken', data: {} } }]
    : [];
  return [
    ...shift,
    ...answers,
    ...listUpdates(prepared, state, learner),
    // What a decision asks for is read before it, everything else afterwards.
    ...evidence.filter(({ id }) => asked.has(id)),
    ...listDecided(prepared, state, learner, random),
    ...listWantedUses(prepared, state).filter(({ name }) => does(name, learner.uses)),
    ...evidence,
    ...(learner.cites ? listNotes(prepared, state) : []),
  ];
}

/** The evidence in which what open decisions accept lies. */
function listAsked(
  prepared: PreparedDrill,
  open: readonly { readonly decision: string }[],
): ReadonlySet<string> {
  const accepted = new Set(
    open.flatMap(({ decision }) => prepared.byId.decisions.get(decision)?.citations?.accepts ?? []),
  );
  return new Set(
    prepared.drill.clues.flatMap((clue) =>
      'evidence' in clue && accepted.has(clue.id) ? [clue.evidence] : [],
    ),
  );
}

function listDecided(
  prepared: PreparedDrill,
  state: DrillState,
  learner: Learner,
  random: RandomSource,
): readonly Wanted[] {
  const [open] = listChoices(prepared, state).decisions;
  const decision = open && prepared.byId.decisions.get(open.decision);
  const option = decision && learner.choose({ prepared, state }, decision, random);
  if (!decision || !option) return [];
  const accepts = learner.cites ? (decision.citations?.accepts ?? []) : [];
  const deed: Deed = {
    kind: 'decided',
    data: {
      decision: decision.id,
      option: option.id,
      confidence: decision.asks_confidence ? learner.confidence : null,
      citations: accepts.map(citeClue),
      reason: '',
    },
  };
  return [{ name: `decide ${decision.id}`, deed }];
}

/** The true events whose clues lie in what was opened, arrived or was answered, as timeline entries. */
function listNotes(prepared: PreparedDrill, state: DrillState): readonly Wanted[] {
  const known = new Set(
    prepared.drill.clues
      .filter((clue) =>
        'evidence' in clue
          ? state.facts.has(`opened:${clue.evidence}`)
          : 'feed' in clue
            ? state.feed.has(clue.feed)
            : state.facts.has(`used:${clue.tool}/${clue.outcome}`),
      )
      .map(({ id }) => id),
  );
  return prepared.drill.truth.flatMap(({ id, at, title, clues }): Wanted[] => {
    const cited = clues.filter((clue) => known.has(clue));
    if (cited.length === 0) return [];
    const data = {
      id: `simulated-${id}`.slice(0, 64),
      at,
      text: title,
      citations: cited.map(citeClue),
    };
    return [{ name: `note ${id}`, deed: { kind: 'timeline_added', data } }];
  });
}

function citeClue(id: string): Citation {
  return { file: 'clue', locator: { kind: 'clue', id } };
}

function listUpdates(
  prepared: PreparedDrill,
  state: DrillState,
  learner: Learner,
): readonly Wanted[] {
  if (learner.writes === 'nothing') return [];
  return listChoices(prepared, state).updates.flatMap(({ update: id }): Wanted[] => {
    const update = prepared.byId.updates.get(id);
    if (!update || (learner.writes === 'all' && state.at_s < update.due - lead_s)) return [];
    const text = writeUpdate(prepared, state, update, learner.writes === 'first');
    return [
      {
        name: `send ${id}`,
        deed: { kind: 'update_sent', data: { update: id, text, citations: [] } },
      },
    ];
  });
}
