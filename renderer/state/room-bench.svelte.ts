import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { EvidenceContent } from '../../content/engine/evidence/read-evidence.ts';
import type { Attempt } from './attempt.svelte.ts';
import { readInWorker } from './read-in-worker.ts';
import { RoomTable } from './room-table.svelte.ts';

export type BenchTab = 'brief' | 'evidence' | 'tools' | `open:${string}` | `update:${string}`;

/** An evidence file as it is shown: a table with its view, or the content itself. */
export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'table'; readonly table: RoomTable }
  | Exclude<EvidenceContent, { kind: 'table' }>;

/** A place in the evidence that was asked for; a viewer goes there once. */
export interface Target {
  readonly citation: Citation;
}

/** The tabs of the bench, what each shows, and which place was asked for. */
export class RoomBench {
  #tab = $state.raw<BenchTab>('brief');
  #opened = $state.raw<readonly string[]>([]);
  #updates = $state.raw<readonly string[]>([]);
  #shown = $state.raw<Readonly<Record<string, Shown>>>({});
  #target = $state.raw<Target | null>(null);
  readonly #attempt: Attempt;

  constructor(attempt: Attempt) {
    this.#attempt = attempt;
    const opened = [...attempt.state.evidence].filter(([, opened_s]) => opened_s !== null);
    this.#opened = opened.map(([id]) => id);
    const last = this.#opened.at(-1);
    if (last !== undefined) this.show(`open:${last}`);
  }

  get tab(): BenchTab {
    return this.#tab;
  }
  /** Evidence that has a tab, in the order of opening. */
  get opened(): readonly string[] {
    return this.#opened;
  }
  /** Updates that have a tab. */
  get updates(): readonly string[] {
    return this.#updates;
  }
  get target(): Target | null {
    return this.#target;
  }
  /** The evidence in front; null where another tab is. */
  get evidence(): string | null {
    return this.#tab.startsWith('open:') ? this.#tab.slice('open:'.length) : null;
  }
  /** The update in front; null where another tab is. */
  get update(): string | null {
    return this.#tab.startsWith('update:') ? this.#tab.slice('update:'.length) : null;
  }

  shownOf(evidence: string): Shown {
    return this.#shown[evidence] ?? { kind: 'loading' };
  }

  show(tab: BenchTab): void {
    this.#tab = tab;
    this.#target = null;
    if (tab.startsWith('open:')) void this.#read(tab.slice('open:'.length));
  }

  showUpdate(update: string): void {
    if (!this.#updates.includes(update)) this.#updates = [...this.#updates, update];
    this.show(`update:${update}`);
  }

  /** Shows evidence that has been opened, with its own tab from now on. */
  showEvidence(evidence: string, citation: Citation | null = null): void {
    if (!this.#opened.includes(evidence)) this.#opened = [...this.#opened, evidence];
    this.show(`open:${evidence}`);
    this.#target = citation && { citation };
  }

  /** The viewer has gone to the place asked for. */
  reached(): void {
    this.#target = null;
  }

  async #read(id: string): Promise<void> {
    if (this.#shown[id]) return;
    const { prepared } = this.#attempt;
    const shape = prepared.byId.evidence.get(id);
    if (!shape) return;
    const content = await readInWorker(shape, prepared.evidence.get(id) ?? '');
    const shown: Shown =
      content.kind === 'table'
        ? { kind: 'table', table: new RoomTable(content, shape.columns) }
        : content;
    this.#shown = { ...this.#shown, [id]: shown };
  }
}
