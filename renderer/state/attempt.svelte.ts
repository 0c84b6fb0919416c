import { advance } from '../../content/engine/drill/advance.ts';
import type { AttemptEvent, AttemptHeader, Deed } from '../../content/engine/drill/attempt-log.ts';
import type { Speed } from '../../content/engine/drill/attempt-terms.ts';
import { collectBranch, mainBranch } from '../../content/engine/drill/branch.ts';
import { listChoices, type Choices } from '../../content/engine/drill/choices.ts';
import { findNextEvent } from '../../content/engine/drill/next-event.ts';
import { orderOptions } from '../../content/engine/drill/option-order.ts';
import { countDecisions, viewOwn } from '../../content/engine/drill/own-view.ts';
import type { PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import { findShiftEnd, isShiftOver } from '../../content/engine/drill/shift.ts';
import type { DrillState } from '../../content/engine/drill/state.ts';
import type { Refusal } from '../../content/engine/drill/refusal.ts';
import { beginAttempt, replay, step, type Replay } from '../../content/engine/drill/step.ts';
import type { Decision, DecisionOption } from '../../content/engine/format/drill-schema.ts';
import { summarise, summariseRoad, type AttemptSummary } from './attempt-summary.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import { writeEventId, writeHeartbeatId, type Change } from './store.ts';

/** One advance covers at most this much real time: a suspended machine moves no scenario clock. */
const longestTick_ms = 2_000;
/** How often the clock's anchor is overwritten in storage while it runs. */
const heartbeat_ms = 5_000;

export interface AttemptSetup {
  readonly header: AttemptHeader;
  readonly prepared: PreparedDrill;
  readonly saves: SaveStatus;
  /** Wall-clock time, for summaries only. */
  readonly now: () => Date;
  /** Events that are stored already, of all roads. */
  readonly events?: readonly AttemptEvent[];
  /** The road that is played; without it, the first one. */
  readonly branch?: string;
  /** Scenario second of the last heartbeat. */
  readonly heartbeat_s?: number;
  readonly summary?: AttemptSummary | null;
  /** The summary as it stands now: another road may have changed it meanwhile. */
  readonly readSummary?: () => AttemptSummary | null;
  /** Told after each event, with the new summary. */
  readonly onSummary?: (summary: AttemptSummary) => void;
}

/**
 * A drill in play: the log, the state that follows from it, and the clock that lets it advance.
 * Nothing else holds state of a drill; screens read this and tell it what the person did.
 */
export class Attempt {
  readonly header: AttemptHeader;
  readonly prepared: PreparedDrill;
  readonly branch: string;
  /**
   * The first event of the log that the rules of this engine do not allow; `state` is that before it.
   * Nothing can be done then, so that what is stored stays as it is.
   */
  readonly misfit: Replay['refused'];
  #events = $state.raw<readonly AttemptEvent[]>([]);
  #state = $state.raw<DrillState>() as DrillState;
  #refusal = $state.raw<Refusal | null>(null);
  readonly #view = $derived.by(() => viewOwn(this.prepared, this.#state));
  readonly #choices = $derived.by(() => listChoices(this.prepared, this.#view));
  readonly #setup: AttemptSetup;
  #summary: AttemptSummary | null;
  /** Seq in its own branch of the first event that is not inherited, less its place in `events`. */
  readonly #shift: number;
  #lastTick_ms: number | null = null;
  #owed_s = 0;
  #sinceHeartbeat_ms = 0;

  constructor(setup: AttemptSetup) {
    this.#setup = setup;
    this.header = setup.header;
    this.prepared = setup.prepared;
    this.#summary = setup.summary ?? null;
    this.branch = setup.branch ?? mainBranch;
    const { events, origins } = collectBranch(setup.events ?? [], this.branch);
    const inherited = origins.filter(({ branch }) => branch !== this.branch).length;
    // Seq 0 of a branch says where it leaves; the others are the person's.
    this.#shift = this.branch === mainBranch ? 0 : 1 - inherited;
    const { state, refused } = replay(this.prepared, events);
    this.#events = events;
    this.#state = events.length === 0 ? beginAttempt(this.prepared) : state;
    this.misfit = refused;
    if (!refused) this.#stopAfterCrash();
  }

  /** The moment now, as whoever has the seat may see it: the log, advanced by the clock. */
  get state(): DrillState {
    return this.#view;
  }
  /** The first half is over: its note was sent, and somebody else is to take over. */
  get shiftOver(): boolean {
    return isShiftOver(this.prepared, this.#state);
  }
  /** Who takes over, and at which scenario second, where the note is sent and time alone is waited for. */
  get nextShift(): { readonly name: string; readonly at_s: number } | null {
    const at_s = findShiftEnd(this.prepared, this.#state);
    const { handover, roles } = this.prepared.drill;
    const next = roles.find(({ id }) => id === handover?.to);
    return at_s === null || !next ? null : { name: next.name, at_s };
  }
  /** How many decisions whoever has the seat has made, and can have. */
  get decisionCounts(): { readonly made: number; readonly all: number } {
    return countDecisions(this.prepared, this.#state, this.#view);
  }
  get events(): readonly AttemptEvent[] {
    return this.#events;
  }
  /** What can be done now. */
  get choices(): Choices {
    return this.#choices;
  }
  /** Why the last deed was refused, for people; null after one that was done. */
  get refusal(): Refusal | null {
    return this.#refusal;
  }
  get running(): boolean {
    return this.#state.phase === 'running';
  }
  get ended(): boolean {
    return this.#state.phase === 'ended';
  }

  /**
   * Does what the person did, at this moment of the scenario: at once on the screen, then saved.
   * Returns whether it was done; if not, `refusal` says why and nothing has changed.
   */
  perform(deed: Deed): boolean {
    if (this.misfit) {
      this.#refusal = this.misfit.refusal;
      return false;
    }
    const event: AttemptEvent = {
      ...deed,
      v: 1,
      attempt: this.header.attempt,
      branch: this.branch,
      seq: this.#events.length,
      at_s: this.#state.at_s,
      actor: this.#state.seat,
    };
    const next = step(this.prepared, this.#state, event);
    if (!next.ok) {
      this.#refusal = next.refusal;
      return false;
    }
    this.#refusal = null;
    this.#state = next.state;
    this.#events = [...this.#events, event];
    this.#save(event);
    return true;
  }

  start(): void {
    this.perform({ kind: 'started', data: {} });
  }
  /** Scenario time moves only by deeds and by `jumpToNext`: then there is nothing to pause. */
  get noClock(): boolean {
    return this.header.accommodations.no_clock;
  }
  pause(): void {
    if (this.running && !this.noClock) this.perform({ kind: 'paused', data: { reason: 'person' } });
  }
  resume(): void {
    if (this.#state.phase === 'paused') this.perform({ kind: 'resumed', data: {} });
  }
  togglePause(): void {
    if (this.running) this.pause();
    else this.resume();
  }
  setSpeed(speed: Speed): void {
    if (speed !== this.#state.speed) this.perform({ kind: 'speed_changed', data: { speed } });
  }
  /** Leads to the next thing that happens by itself. */
  jumpToNext(): void {
    const to_s = findNextEvent(this.prepared, this.#state);
    this.perform({ kind: 'jumped', data: { to_s } });
  }
  /** Leaving the room pauses, and is recorded. */
  leave(): void {
    if (this.running && !this.noClock) this.perform({ kind: 'paused', data: { reason: 'left' } });
    this.#lastTick_ms = null;
  }
  finish(): void {
    this.perform({ kind: 'ended', data: {} });
  }

  /**
   * Lets the clock run on to `now_ms`, a steady clock in real milliseconds that the screen reads
   * several times a second. Extra time slows the scenario; it never changes a deadline.
   */
  tick(now_ms: number): void {
    const last = this.#lastTick_ms;
    this.#lastTick_ms = now_ms;
    if (last === null || !this.running || this.noClock) return;
    const real_ms = Math.min(longestTick_ms, Math.max(0, now_ms - last));
    const { extra_time } = this.header.accommodations;
    this.#owed_s += ((real_ms / 1000) * this.#state.speed) / extra_time;
    const whole_s = Math.floor(this.#owed_s);
    this.#sinceHeartbeat_ms += real_ms;
    if (whole_s > 0) {
      this.#owed_s -= whole_s;
      this.#advance(this.#state.at_s + whole_s);
    }
    if (this.#sinceHeartbeat_ms >= heartbeat_ms) this.#beat();
  }

  /** The options of a decision in the order this attempt shows them. */
  orderOptions(decision: Decision): readonly DecisionOption[] {
    return orderOptions(this.header, decision);
  }

  /** Marks that the debrief was opened: from then on the library may name techniques. */
  markDebriefSeen(): void {
    const summary = this.#latestSummary();
    if (!summary || summary.debrief_seen) return;
    this.#put({ ...summary, debrief_seen: true }, []);
  }

  /** After a crash the clock stands: at the last event or the last heartbeat, whichever is later. */
  #stopAfterCrash(): void {
    if (this.#state.phase !== 'running' || this.noClock) return;
    const at_s = Math.max(this.#state.at_s, this.#setup.heartbeat_s ?? 0);
    this.#advance(at_s);
    if (!this.ended) this.perform({ kind: 'paused', data: { reason: 'crash' } });
  }

  /**
   * Lets the clock reach a time. Where the drill ends on the way, an anchor goes into the log: without
   * one a log that is replayed elsewhere would stop before its end.
   */
  #advance(to_s: number): void {
    const next = advance(this.prepared, this.#state, to_s);
    if (next.end) this.perform({ kind: 'jumped', data: { to_s: next.end.at_s } });
    else this.#state = next;
  }

  #beat(): void {
    this.#sinceHeartbeat_ms = 0;
    const id = writeHeartbeatId(this.header.attempt, this.branch);
    void this.#setup.saves.save({
      puts: [{ table: 'drafts', id, body: { at_s: this.#state.at_s } }],
    });
  }

  #latestSummary(): AttemptSummary | null {
    return this.#setup.readSummary?.() ?? this.#summary;
  }

  #save(event: AttemptEvent): void {
    const stored = { ...event, seq: event.seq + this.#shift };
    this.#put(this.#summarise(), [{ table: 'events', id: writeEventId(stored), body: stored }]);
  }

  /** Another road changes nothing of what the first attempt earned. */
  #summarise(): AttemptSummary {
    const before = this.#latestSummary();
    const at = this.#setup.now().toISOString();
    return before && this.branch !== mainBranch
      ? summariseRoad(before, this.prepared, this.branch, this.#state, at)
      : summarise(this.prepared, this.header, this.#state, at, before);
  }

  #put(summary: AttemptSummary, puts: NonNullable<Change['puts']>): void {
    this.#summary = summary;
    void this.#setup.saves.save({
      puts: [...puts, { table: 'attempts', id: summary.id, body: summary }],
    });
    this.#setup.onSummary?.(summary);
  }
}
