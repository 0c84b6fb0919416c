import type { Citation } from '../../content/engine/drill/attempt-log.ts';
import type { EvidenceContent } from '../../content/engine/evidence/read-evidence.ts';
import type { Attempt } from './attempt.svelte.ts';
import { readInWorker } from './read-in-worker.ts';
import { RoomTable } from './room-table.svelte.ts';

export type BenchTab =
  | 'brief'
  | 'evidence'
  | 'times'
  | 'tools'
  | `open:${string}`
  | `update:${string}`;

/** The bench may show two tabs side by side; alone there is the first half only. */
export const benchHalves = ['first', 'second'] as const;
export type BenchHalf = (typeof benchHalves)[number];

/** An evidence file as it is shown: a table with its view, or the content itself. */
export type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'table'; readonly table: RoomTable }
  | Exclude<EvidenceContent, { kind: 'table' }>;

/** A place in the evidence that was asked for; a viewer goes there once. */
export interface Target {
  readonly citation: Citation;
}

/** Which tabs lie where, as it is kept with the attempt. */
export interface BenchLayout {
  readonly first: string;
  readonly second: string | null;
}

/** The tabs of the bench, what each shows, and which place was asked for. */
export class RoomBench {
  #tabs = $state.raw<Readonly<Record<BenchHalf, BenchTab | null>>>({
    first: 'brief',
    second: null,
  });
  #front = $state.raw<BenchHalf>('first');
  #opened = $state.raw<readonly string[]>([]);
  #updates = $state.raw<readonly string[]>([]);
  #shown = $state.raw<Readonly<Record<string, Shown>>>({});
  #target = $state.raw<Target | null>(null);
  /** What was in front before, newest first: the split begins with it. */
  #before: readonly BenchTab[] = [];
  readonly #attempt: Attempt;
  readonly #keep: (layout: BenchLayout) => void;

  /** `keep` hears of each change of what lies where. */
  constructor(attempt: Attempt, keep: (layout: BenchLayout) => void = () => undefined) {
    this.#attempt = attempt;
    this.#keep = keep;
    const opened = [...attempt.state.evidence].filter(([, opened_s]) => opened_s !== null);
    this.#opened = opened.map(([id]) => id);
    const last = this.#opened.at(-1);
    if (last !== undefined) this.#put('first', `open:${last}`);
    this.#before = [];
  }

  /** The tab of the half in front. */
  get tab(): BenchTab {
    return this.#tabs[this.#front] ?? this.#tabs.first ?? 'brief';
  }
  /** null: the bench is not split. */
  tabOf(half: BenchHalf): BenchTab | null {
    return this.#tabs[half];
  }
  get split(): boolean {
    return this.#tabs.second !== null;
  }
  /** The half that was used last. */
  get front(): BenchHalf {
    return this.#front;
  }
  /** Evidence that has a tab, in the order of opening. */
  get opened(): readonly string[] {
    return this.#opened;
  }
  /** Updates that have a tab. */
  get updates(): readonly string[] {
    return this.#updates;
  }
  /** The place asked for in this evidence; null where none is. */
  targetOf(evidence: string): Target | null {
    return this.#target?.citation.file === evidence ? this.#target : null;
  }
  /** The update that is in view, in either half; null where none is. */
  get update(): string | null {
    const other = this.#tabs[this.#other(this.#front)];
    const tab = [this.tab, other].find((one) => one?.startsWith('update:'));
    return tab?.slice('update:'.length) ?? null;
  }

  shownOf(evidence: string): Shown {
    return this.#shown[evidence] ?? { kind: 'loading' };
  }

  /** Brings a tab to the front: where it lies, or else in the half that was used last. */
  show(tab: BenchTab): void {
    const half = benchHalves.find((one) => this.#tabs[one] === tab) ?? this.#front;
    this.#front = half;
    this.#target = null;
    this.#put(half, tab);
  }

  /** Chooses a tab of one half; what the other half shows changes places with it. */
  choose(half: BenchHalf, tab: BenchTab): void {
    const other = this.#other(half);
    const mine = this.#tabs[half];
    this.#front = half;
    this.#target = null;
    if (this.#tabs[other] === tab && mine !== null) this.#put(other, mine);
    this.#put(half, tab);
  }

  /** A half was gone to, by pointer or by keys. */
  use(half: BenchHalf): void {
    if (this.#tabs[half] !== null) this.#front = half;
  }

  /** Two tabs side by side, or one again: the one in front stays. */
  toggleSplit(): void {
    if (this.split) {
      const stays = this.tab;
      this.#front = 'first';
      this.#tabs = { first: stays, second: null };
      this.#tell();
      return;
    }
    const first = this.tab;
    const opened = this.#opened.map((id) => `open:${id}` as const);
    const second = [...this.#before, ...opened, 'evidence' as const, 'brief' as const].find(
      (tab) => tab !== first,
    );
    this.#put('second', second ?? 'evidence');
  }

  showUpdate(update: string): void {
    this.#addUpdate(update);
    this.show(`update:${update}`);
  }
  /** A tab for it, when it is chosen in a half of its own. */
  #addUpdate(update: string): void {
    if (!this.#updates.includes(update)) this.#updates = [...this.#updates, update];
  }

  /**
   * Shows evidence that has been opened, with its own tab from now on. Next to an update that is
   * being written it takes the other half, so that the update stays in view.
   */
  showEvidence(evidence: string, citation: Citation | null = null): void {
    if (!this.#opened.includes(evidence)) this.#opened = [...this.#opened, evidence];
    if (this.split && this.tab.startsWith('update:')) this.#front = this.#other(this.#front);
    this.show(`open:${evidence}`);
    this.#target = citation && { citation };
  }

  /** The viewer has gone to the place asked for. */
  reached(): void {
    this.#target = null;
  }

  /** Lays the tabs out as they were left, unless somebody was faster, or one of them is not there. */
  restore(layout: BenchLayout | null): void {
    if (!layout || this.#before.length > 0) return;
    const { first, second } = layout;
    if (!this.#isKnown(first) || (second !== null && !this.#isKnown(second))) return;
    this.#put('first', first);
    if (second !== null && second !== first) this.#put('second', second);
  }

  #isKnown(tab: string): tab is BenchTab {
    if (['brief', 'evidence', 'times', 'tools'].includes(tab)) return true;
    if (tab.startsWith('open:')) return this.#opened.includes(tab.slice('open:'.length));
    if (!tab.startsWith('update:')) return false;
    return this.#attempt.choices.updates.some(({ update }) => `update:${update}` === tab);
  }

  #other(half: BenchHalf): BenchHalf {
    return half === 'first' ? 'second' : 'first';
  }

  #put(half: BenchHalf, tab: BenchTab): void {
    const was = this.#tabs[half];
    if (was !== null && was !== tab) {
      this.#before = [was, ...this.#before.filter((one) => one !== was && one !== tab)];
    }
    this.#tabs = { ...this.#tabs, [half]: tab };
    if (tab.startsWith('open:')) void this.#read(tab.slice('open:'.length));
    if (tab.startsWith('update:')) this.#addUpdate(tab.slice('update:'.length));
    this.#tell();
  }

  #tell(): void {
    this.#keep({ first: this.#tabs.first ?? 'brief', second: this.#tabs.second });
  }

  /** Reads everything that is open, also what is not in front. */
  async readOpened(): Promise<void> {
    for (const id of this.#opened) await this.#read(id);
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
