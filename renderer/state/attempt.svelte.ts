import { advance } from '../../content/engine/drill/advance.ts';
import type { AttemptEvent, AttemptHeader, Deed } from '../../content/engine/drill/attempt-log.ts';
import type { Speed } from '../../content/engine/drill/attempt-terms.ts';
import { mainBranch } from '../../content/engine/drill/branch.ts';
import { listChoices, type Choices } from '../../content/engine/drill/choices.ts';
import { orderOptions } from '../../content/engine/drill/option-order.ts';
import type { PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../content/engine/drill/state.ts';
import type { Refusal } from '../../content/engine/drill/refusal.ts';
import { beginAttempt, replay, step } from '../../content/engine/drill/step.ts';
import type { Decision, DecisionOption } from '../../content/engine/format/drill-schema.ts';
import { summarise, type AttemptSummary } from './attempt-summary.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import { writeEventId, type Change } from './store.ts';

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
  /** Events that are stored already. */
  readonly events?: readonly AttemptEvent[];
  /** Scenario second of the last heartbeat. */
  readonly heartbeat_s?: number;
  readonly summary?: AttemptSummary | null;
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
  #events = $state.raw<readonly AttemptEvent[]>([]);
  #state = $state.raw<DrillState>() as DrillState;
  #refusal = $state.raw<Refusal | null>(null);
  readonly #choices = $derived.by(() => listChoices(this.prepared, this.#state));
  readonly #setup: AttemptSetup;
  #summary: AttemptSummary | null;
  #lastTick_ms: number | null = null;
  #owed_s = 0;
  #sinceHeartbeat_ms = 0;

  constructor(setup: AttemptSetup) {
    this.#setup = setup;
    this.header = setup.header;
    this.prepared = setup.prepared;
    this.#summary = setup.summary ?? null;
    const events = setup.events ?? [];
    const { state, refused } = replay(this.prepared, events);
    this.#events = refused ? events.slice(0, refused.index) : events;
    this.#state = events.length === 0 ? beginAttempt(this.prepared) : state;
    this.#stopAfterCrash();
  }

  /** The moment now: the log, advanced by the clock. */
  get state(): DrillState {
    return this.#state;
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
    const event: AttemptEvent = {
      ...deed,
      v: 1,
      attempt: this.header.attempt,
      branch: mainBranch,
      seq: this.#events.length,
      at_s: this.#state.at_s,
      actor: this.header.roles[0] ?? 'responder',
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
    const to_s = Math.min(this.#state.next_s, this.prepared.drill.ends_at);
    if (Number.isFinite(to_s)) this.perform({ kind: 'jumped', data: { to_s } });
  }
  /** Leaving the room pauses, and is recorded. */
  leave(): void {
    if (this.running && !this.noClock) this.perform({ kind: 'paused', data: { reason: 'left' } });
  /** Scenario time moves only by deeds and by `jumpToNext`: then there is nothing to pause. */
  get noClock(): boolean {
    return this.header.accommodations.no_clock;
  }
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
    if (!this.#summary || this.#summary.debrief_seen) return;
    this.#summary = { ...this.#summary, debrief_seen: true };
    this.#put(this.#summary, []);
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
    const id = this.header.attempt;
    void this.#setup.saves.save({
      puts: [{ table: 'drafts', id: `heartbeat/${id}`, body: { at_s: this.#state.at_s } }],
    });
  }

  #save(event: AttemptEvent): void {
    const summary = summarise(
      this.prepared,
      this.header,
      this.#state,
      this.#setup.now().toISOString(),
      this.#summary,
    );
    this.#put(summary, [{ table: 'events', id: writeEventId(event), body: event }]);
  }

  #put(summary: AttemptSummary, puts: NonNullable<Change['puts']>): void {
    this.#summary = summary;
    void this.#setup.saves.save({
      puts: [...puts, { table: 'attempts', id: summary.id, body: summary }],
    });
    this.#setup.onSummary?.(summary);
  }
}
