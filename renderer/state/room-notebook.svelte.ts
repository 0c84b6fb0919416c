import type { Citation, Deed } from '../../content/engine/drill/attempt-log.ts';
import type { IndicatorType } from '../../content/engine/drill/attempt-terms.ts';
import type { Attempt } from './attempt.svelte.ts';
import type { Citable } from './room-citations.ts';
import { sameCitation } from './room-citations.ts';
import type { RoomDrafts } from './room-drafts.svelte.ts';
import type { RoomHistory } from './room-history.svelte.ts';

/** How long typing must rest before notes become an event. */
const rest_ms = 1_500;

interface NotebookParts {
  readonly attempt: Attempt;
  readonly history: RoomHistory;
  readonly drafts: RoomDrafts;
  readonly newId: () => string;
  /** Does a deed and says why if it was refused. */
  readonly perform: (deed: Deed) => boolean;
}

/** What a person writes down: every step can be taken back and done again. */
export class RoomNotebook {
  #notesSaved = $state.raw<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #parts: NotebookParts;

  constructor(parts: NotebookParts) {
    this.#parts = parts;
  }

  get #state() {
    return this.#parts.attempt.state;
  }

  /** Does `redo` now, and remembers how to go back. */
  #write(title: string, redo: Deed, undo: Deed): boolean {
    const { perform, history } = this.#parts;
    if (!perform(redo)) return false;
    history.record({ title, undo: () => perform(undo), redo: () => perform(redo) });
    return true;
  }

  isPinned(citation: Citation): boolean {
    return [...this.#state.pins.values()].some((pin) => sameCitation(pin.citation, citation));
  }

  /** Pins it, or takes its pin away. Returns whether it is pinned now. */
  togglePin({ citation, label }: Pick<Citable, 'citation' | 'label'>): boolean {
    const pin = [...this.#state.pins.values()].find((one) => sameCitation(one.citation, citation));
    if (pin) {
      const back: Deed = { kind: 'pinned', data: { ...pin } };
      this.#write('pin', { kind: 'unpinned', data: { pin: pin.pin } }, back);
      return false;
    }
    const id = this.#parts.newId();
    const data = { pin: id, citation, label: label.slice(0, 300) };
    return this.#write('pin', { kind: 'pinned', data }, { kind: 'unpinned', data: { pin: id } });
  }

  addEntry(at: string | null, text: string, citations: readonly Citation[]): string | null {
    const id = this.#parts.newId();
    const data = { id, at, text: text.slice(0, 2_000), citations: [...citations] };
    const added = this.#write(
      'timeline entry',
      { kind: 'timeline_added', data },
      { kind: 'timeline_removed', data: { id } },
    );
    return added ? id : null;
  }
  changeEntry(
    id: string,
    changes: Partial<{ at: string | null; text: string; citations: readonly Citation[] }>,
  ): void {
    const entry = this.#state.timeline.get(id);
    if (!entry) return;
    const before = { id, at: entry.at, text: entry.text, citations: [...entry.citations] };
    const citations = [...(changes.citations ?? before.citations)];
    const data = { ...before, ...changes, citations };
    if (JSON.stringify(data) === JSON.stringify(before)) return;
    this.#write(
      'change of a timeline entry',
      { kind: 'timeline_changed', data },
      { kind: 'timeline_changed', data: before },
    );
  }
  removeEntry(id: string): void {
    const entry = this.#state.timeline.get(id);
    if (!entry) return;
    const data = { id, at: entry.at, text: entry.text, citations: [...entry.citations] };
    this.#write(
      'deletion of a timeline entry',
      { kind: 'timeline_removed', data: { id } },
      { kind: 'timeline_added', data },
    );
  }

  addHypothesis(text: string, confidence: number): void {
    const id = this.#parts.newId();
    this.#write(
      'hypothesis',
      { kind: 'hypothesis_added', data: { id, text: text.slice(0, 2_000), confidence } },
      { kind: 'hypothesis_removed', data: { id } },
    );
  }
  changeHypothesis(id: string, changes: Partial<{ text: string; confidence: number }>): void {
    const before = this.#state.hypotheses.get(id);
    if (!before) return;
    const data = { id, text: before.text, confidence: before.confidence };
    const after = { ...data, ...changes };
    if (after.text === data.text && after.confidence === data.confidence) return;
    this.#write(
      'change of a hypothesis',
      { kind: 'hypothesis_changed', data: after },
      { kind: 'hypothesis_changed', data },
    );
  }
  removeHypothesis(id: string): void {
    const before = this.#state.hypotheses.get(id);
    if (!before) return;
    const data = { id, text: before.text, confidence: before.confidence };
    this.#write(
      'deletion of a hypothesis',
      { kind: 'hypothesis_removed', data: { id } },
      { kind: 'hypothesis_added', data },
    );
  }

  /** Adds an indicator; one of the same value gets the citation as well instead. */
  addIndicator(type: IndicatorType, value: string, citations: readonly Citation[]): void {
    const known = [...this.#state.indicators.values()].find((one) => one.value === value);
    if (known) {
      const fresh = citations.filter(
        (citation) => !known.citations.some((one) => sameCitation(one, citation)),
      );
      if (fresh.length > 0) {
        this.changeIndicator(known.id, { citations: [...known.citations, ...fresh] });
      }
      return;
    }
    const id = this.#parts.newId();
    this.#write(
      'indicator',
      {
        kind: 'indicator_added',
        data: { id, type, value: value.slice(0, 500), note: '', citations: [...citations] },
      },
      { kind: 'indicator_removed', data: { id } },
    );
  }
  changeIndicator(
    id: string,
    changes: Partial<{
      type: IndicatorType;
      value: string;
      note: string;
      citations: readonly Citation[];
    }>,
  ): void {
    const known = this.#state.indicators.get(id);
    if (!known) return;
    const before = { ...known, citations: [...known.citations] };
    const data = { ...before, ...changes, citations: [...(changes.citations ?? before.citations)] };
    if (JSON.stringify(data) === JSON.stringify(before)) return;
    this.#write(
      'change of an indicator',
      { kind: 'indicator_changed', data },
      { kind: 'indicator_changed', data: before },
    );
  }
  removeIndicator(id: string): void {
    const known = this.#state.indicators.get(id);
    if (!known) return;
    this.#write(
      'deletion of an indicator',
      { kind: 'indicator_removed', data: { id } },
      { kind: 'indicator_added', data: { ...known, citations: [...known.citations] } },
    );
  }

  /** Notes as they stand in the field. */
  get notes(): string {
    return this.#parts.drafts.notes ?? this.#state.notes;
  }
  /** Scenario second at which notes last became an event here. */
  get notesSaved_s(): number | null {
    return this.#notesSaved;
  }
  /** Kept as a draft at once, and as an event when typing rests. */
  writeNotes(text: string): void {
    this.#parts.drafts.setNotes(text);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.saveNotes();
    }, rest_ms);
  }
  saveNotes(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { drafts, attempt } = this.#parts;
    const text = drafts.notes;
    if (text === null || attempt.ended) return;
    const before = this.#state.notes;
    const changed =
      text !== before &&
      this.#write(
        'notes',
        { kind: 'notes_changed', data: { text } },
        { kind: 'notes_changed', data: { text: before } },
      );
    if (changed || text === before) drafts.drop('notes');
    if (changed) this.#notesSaved = attempt.state.at_s;
  }
}
