import type { AttemptEvent, AttemptHeader, Deed } from '../../engine/drill/attempt-log.ts';
import { mainBranch } from '../../engine/drill/branch.ts';
import { listChoices, type Choices } from '../../engine/drill/choices.ts';
import { findNextEvent } from '../../engine/drill/next-event.ts';
import { viewOwn } from '../../engine/drill/own-view.ts';
import type { PreparedDrill } from '../../engine/drill/prepared-drill.ts';
import type { Refusal } from '../../engine/drill/refusal.ts';
import { isShiftOver } from '../../engine/drill/shift.ts';
import { beginAttempt, step } from '../../engine/drill/step.ts';
import type { DrillState } from '../../engine/drill/state.ts';
import { CommandFault } from '../command-fault.ts';
import { ShownNumbers } from './shown-numbers.ts';

/** A page of evidence that `more` goes on from. */
export interface EvidenceView {
  readonly evidence: string;
  readonly page: number;
}

/** What is shown of a drill at one moment. */
export interface Seen {
  /** As whoever has the seat may see it, also once it has ended and the debrief shows the rest. */
  readonly own: DrillState;
  /** Ids of what has come for others of the group alone. */
  readonly elsewhere: ReadonlySet<string>;
  /** Somebody else is to take over. */
  readonly shiftOver: boolean;
}

/** A drill in play in a terminal: the log, the state that follows from it, and what is being read. */
export class PlaySession {
  readonly header: AttemptHeader;
  readonly prepared: PreparedDrill;
  readonly columns: number;
  readonly numbers = new ShownNumbers();
  view: EvidenceView | null = null;
  /** An update that is being written over several lines. */
  draft: { readonly update: string; readonly lines: readonly string[] } | null = null;
  readonly #save: (event: AttemptEvent) => void;
  readonly #events: AttemptEvent[];
  #state: DrillState;

  constructor(setup: {
    readonly header: AttemptHeader;
    readonly prepared: PreparedDrill;
    readonly columns: number;
    readonly events: readonly AttemptEvent[];
    /** Puts an event where it lasts; throws if it cannot. */
    readonly save: (event: AttemptEvent) => void;
  }) {
    this.header = setup.header;
    this.prepared = setup.prepared;
    this.columns = setup.columns;
    this.#save = setup.save;
    this.#events = [...setup.events];
    this.#state = beginAttempt(setup.prepared);
    this.#count();
    // Event by event, not as one batch: the numbers follow from when each thing was there.
    for (const [index, event] of setup.events.entries()) {
      const next = step(setup.prepared, this.#state, event);
      if (!next.ok) {
        throw new CommandFault(
          `Event ${index} of the log does not fit its drill: ${next.refusal.message}`,
        );
      }
      this.#state = next.state;
      this.#count();
    }
  }

  /** As whoever has the seat may see it. */
  get state(): DrillState {
    return viewOwn(this.prepared, this.#state);
  }
  get seen(): Seen {
    const own = viewOwn(this.prepared, { ...this.#state, phase: 'running' });
    // Who takes a shift over is not there yet.
    const group = this.prepared.roles.size > 1 && !this.prepared.drill.handover;
    const others = group ? [...this.#state.feed.keys()].filter((id) => !own.feed.has(id)) : [];
    return { own, elsewhere: new Set(others), shiftOver: this.shiftOver };
  }
  /** The scenario second at which something next happens by itself. */
  get nextEvent_s(): number {
    return findNextEvent(this.prepared, this.#state);
  }
  /** The first half is over: its note was sent, and somebody else is to take over. */
  get shiftOver(): boolean {
    return isShiftOver(this.prepared, this.#state);
  }
  get events(): readonly AttemptEvent[] {
    return this.#events;
  }
  get choices(): Choices {
    return listChoices(this.prepared, this.state);
  }
  get ended(): boolean {
    return this.#state.phase === 'ended';
  }

  /** Does a deed at this moment, once it is saved. Returns why not, or null. */
  perform(deed: Deed): Refusal | null {
    const event: AttemptEvent = {
      ...deed,
      v: 1,
      attempt: this.header.attempt,
      branch: mainBranch,
      seq: this.#events.length,
      at_s: this.#state.at_s,
      actor: this.#state.seat,
    };
    const next = step(this.prepared, this.#state, event);
    if (!next.ok) return next.refusal;
    this.#save(event);
    this.#state = next.state;
    this.#events.push(event);
    this.#count();
    return null;
  }

  #count(): void {
    const { state, choices } = this;
    for (const kind of ['feed', 'evidence', 'decisions', 'updates'] as const) {
      this.numbers.add(kind, state[kind].keys());
    }
    this.numbers.add(
      'tools',
      choices.tools.map(({ id }) => id),
    );
    this.numbers.add(
      'hints',
      choices.hints.map(({ hint }) => hint.id),
    );
  }

  /** A new id within this attempt: `t7` for an entry written by event 7. */
  nextId(letter: string): string {
    return `${letter}${this.#events.length}`;
  }

  /**
   * Takes up the play where it was left. What was running when the program stopped had crashed,
   * which is recorded like in the app.
   */
  takeUp(): void {
    if (this.#state.phase === 'ready') this.perform({ kind: 'started', data: {} });
    else if (this.#state.phase === 'running') {
      this.perform({ kind: 'paused', data: { reason: 'crash' } });
    }
    if (this.#state.phase === 'paused') this.perform({ kind: 'resumed', data: {} });
  }

  /** Leaving pauses, and is recorded. */
  leave(): void {
    if (this.#state.phase === 'running') {
      this.perform({ kind: 'paused', data: { reason: 'left' } });
    }
  }
}
