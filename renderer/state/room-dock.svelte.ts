import type { Citation, Deed } from '../../content/engine/drill/attempt-log.ts';
import type { DecisionState } from '../../content/engine/drill/state.ts';
import type { Attempt } from './attempt.svelte.ts';
import { sameCitation } from './room-citations.ts';
import type { DecisionDraft, RoomDrafts } from './room-drafts.svelte.ts';
import type { RoomHistory } from './room-history.svelte.ts';

interface DockParts {
  readonly attempt: Attempt;
  readonly drafts: RoomDrafts;
  readonly history: RoomHistory;
  readonly perform: (deed: Deed) => boolean;
}

/** The decisions that are open or were just made, and which of them is in front. */
export class RoomDock {
  /** What was brought to the front, and whether it could be decided then. */
  #front = $state.raw<{ readonly decision: string; readonly open: boolean } | null>(null);
  #dismissed = $state.raw<readonly string[]>([]);
  #folded = $state.raw<readonly string[]>([]);
  #aside = $state(false);
  /** The decision of which the grounds are shown. */
  #grounds = $state.raw<string | null>(null);
  readonly #parts: DockParts;
  /** Open ones first, then those just decided, each in the order in which they opened. */
  readonly #waiting = $derived.by(() => {
    const all = [...this.#parts.attempt.state.decisions.values()];
    const open = all.filter(({ choice }) => !choice);
    const decided = all.filter(
      ({ decision, choice }) => choice && !this.#dismissed.includes(decision),
    );
    return [...open, ...decided];
  });

  constructor(parts: DockParts) {
    this.#parts = parts;
    const decided = [...parts.attempt.state.decisions.values()].filter(({ choice }) => choice);
    this.#dismissed = decided.map(({ decision }) => decision);
  }

  get waiting(): readonly DecisionState[] {
    return this.#waiting;
  }
  /**
   * The decision in front; null where the dock is a line. One that the clock closed makes room for what
   * is open now, unless somebody looks it up afterwards.
   */
  get front(): DecisionState | null {
    if (this.#aside) return null;
    const shown = this.#waiting.filter(({ decision }) => !this.#folded.includes(decision));
    const chosen = this.#waiting.find(({ decision }) => decision === this.#front?.decision);
    const ranOut = this.#front?.open === true && chosen?.choice?.option === 'none';
    if (chosen && !ranOut && shown.includes(chosen)) return chosen;
    const open = shown.find(({ choice }) => !choice);
    if (open || !chosen) return open ?? shown[0] ?? null;
    return shown.includes(chosen) ? chosen : null;
  }
  /** At small heights: first the options, then what the choice rests on. */
  get step(): 'options' | 'grounds' {
    const front = this.front?.decision;
    return front !== undefined && front === this.#grounds ? 'grounds' : 'options';
  }
  set step(step: 'options' | 'grounds') {
    this.#grounds = step === 'grounds' ? (this.front?.decision ?? null) : null;
  }

  /**
   * Whether the dock is a line because something else is being written and there is no room for both;
   * it ends with that, or when a decision is brought to the front.
   */
  set aside(aside: boolean) {
    this.#aside = aside;
  }

  /** Brings a decision to the front, also one that was set aside. */
  show(decision: string): void {
    this.#aside = false;
    this.#folded = this.#folded.filter((one) => one !== decision);
    this.#bring(decision);
  }

  /** Folds the dock to a line; nothing is decided or recorded by that. */
  fold(): void {
    this.#folded = this.#waiting.map(({ decision }) => decision);
  }

  dismiss(decision: string): void {
    this.#dismissed = [...this.#dismissed, decision];
    this.#grounds = null;
  }

  /** Dismisses every decision that is made or closed; what is open stays. */
  dismissAll(): void {
    for (const { decision, choice } of this.#waiting) if (choice) this.dismiss(decision);
  }

  draft(decision: string): DecisionDraft {
    return this.#parts.drafts.decision(decision);
  }

  /** Changes the draft; what is not typed can be undone. */
  change(decision: string, changes: Partial<DecisionDraft>, undoable = true): void {
    const { drafts, history } = this.#parts;
    const before = drafts.decision(decision);
    const after = { ...before, ...changes };
    drafts.setDecision(decision, after);
    if (!undoable) return;
    const put = (draft: DecisionDraft): void => {
      drafts.setDecision(decision, draft);
    };
    history.record({
      title: 'draft of a decision',
      undo: () => {
        put(before);
      },
      redo: () => {
        put(after);
      },
    });
  }

  /** Links evidence to the decision in front. Returns its title, null where none is open. */
  link(citation: Citation): string | null {
    const open = this.front?.choice === null ? this.front : null;
    const decision = open ?? this.#waiting.find(({ choice }) => !choice);
    if (!decision) return null;
    const { citations } = this.draft(decision.decision);
    if (!citations.some((one) => sameCitation(one, citation))) {
      this.change(decision.decision, { citations: [...citations, citation] });
    }
    return this.#parts.attempt.prepared.byId.decisions.get(decision.decision)?.title ?? null;
  }

  unlink(decision: string, citation: Citation): void {
    const { citations } = this.draft(decision);
    this.change(decision, { citations: citations.filter((one) => !sameCitation(one, citation)) });
  }

  /** What is still missing before this can be decided, for people; null when nothing is. */
  missing(decision: string): string | null {
    const { option, confidence } = this.draft(decision);
    const asks = this.#parts.attempt.prepared.byId.decisions.get(decision)?.asks_confidence ?? true;
    if (option === null) return 'Choose an option first.';
    if (asks && confidence === null) return 'Say how sure you are first.';
    return null;
  }

  decide(decision: string): boolean {
    const { option, confidence, citations, reason } = this.draft(decision);
    if (option === null || this.missing(decision) !== null) return false;
    const data = { decision, option, confidence, citations: [...citations], reason };
    if (!this.#parts.perform({ kind: 'decided', data })) return false;
    this.#parts.drafts.drop(`decision.${decision}`);
    this.#bring(decision);
    return true;
  }

  /** Sets the decision aside, with a note why. The clock runs on. */
  defer(decision: string): boolean {
    const { note } = this.draft(decision);
    if (!this.#parts.perform({ kind: 'deferred', data: { decision, note } })) return false;
    this.#folded = [...this.#folded, decision];
    return true;
  }

  #bring(decision: string): void {
    const { decisions } = this.#parts.attempt.state;
    this.#front = { decision, open: decisions.get(decision)?.choice === null };
    this.#grounds = null;
  }
}
