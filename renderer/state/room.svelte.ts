import type { Citation, Deed } from '../../content/engine/drill/attempt-log.ts';
import type { IndicatorType } from '../../content/engine/drill/attempt-terms.ts';
import { mayWriteTo } from '../../content/engine/drill/own-words.ts';
import type { Attempt } from './attempt.svelte.ts';
import type { Attempts } from './attempts.svelte.ts';
import { EvidenceTimes } from './evidence-times.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import { RoomBench } from './room-bench.svelte.ts';
import { RoomTools } from './room-tools.svelte.ts';
import { describeCitation, findIndicators, sameCitation, type Citable } from './room-citations.ts';
import { RoomDock } from './room-dock.svelte.ts';
import { RoomDrafts } from './room-drafts.svelte.ts';
import { RoomHistory } from './room-history.svelte.ts';
import { QueryBook } from './query-book.svelte.ts';
import { RoomNotebook } from './room-notebook.svelte.ts';
import { RoomSql } from './room-sql.svelte.ts';
import { RoomVoice } from './room-voice.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { SqlBench } from './sql-bench.ts';
import { sayDuration } from './room-words.ts';
import { writeDraftOwner } from './store.ts';

export const roomPanes = ['feed', 'bench', 'dock', 'notebook'] as const;
export type RoomPane = (typeof roomPanes)[number];

export interface RoomParts {
  readonly attempt: Attempt;
  readonly attempts: Pick<Attempts, 'readDraft'>;
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly notices: Pick<Notices, 'show' | 'dismiss'>;
  readonly newId: () => string;
  /** Whether single letters act. */
  readonly letterKeys: () => boolean;
  /** Starts the engine for SQL, when it is first needed. */
  readonly openSqlBench: () => Promise<SqlBench>;
  readonly steadyNow_ms: () => number;
}

/** A drill room while it is open: what is in front, and what the person does in it. */
export class Room {
  readonly attempt: Attempt;
  readonly drafts: RoomDrafts;
  readonly history = new RoomHistory();
  readonly voice: RoomVoice;
  readonly bench: RoomBench;
  readonly tools = new RoomTools();
  readonly times: EvidenceTimes;
  readonly queries: QueryBook;
  readonly sql: RoomSql;
  readonly dock: RoomDock;
  readonly notebook: RoomNotebook;
  /** The feed item that is open. */
  #item = $state.raw<string | null>(null);
  /** In narrow windows: the pane that is in front. */
  pane = $state.raw<RoomPane>('bench');
  /** What indicators are being picked from; null while nobody does. */
  #picking = $state.raw<Citable | null>(null);
  /** Until then nothing that was kept is written over. */
  #loaded = false;
  /** The notice that says so. */
  #nothingToLink: number | null = null;
  readonly #parts: RoomParts;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.attempt = parts.attempt;
    this.#item = findTaken(parts.attempt);
    this.drafts = new RoomDrafts(
      // Who takes a shift over finds nothing half written by whoever had it before.
      writeDraftOwner(parts.attempt.header.attempt, parts.attempt.branch) +
        (parts.attempt.state.shift ? '/second-half' : ''),
      parts.saves,
    );
    this.voice = new RoomVoice(parts.attempt);
    this.bench = new RoomBench(parts.attempt, (layout) => {
      if (this.#loaded) this.drafts.setBench(layout);
    });
    this.times = new EvidenceTimes(parts.attempt, this.bench);
    this.queries = new QueryBook((pages) => {
      this.drafts.setQueries(pages);
    });
    this.sql = new RoomSql({
      attempt: parts.attempt,
      open: parts.openSqlBench,
      book: this.queries,
      now_ms: parts.steadyNow_ms,
    });
    const shared = {
      attempt: parts.attempt,
      drafts: this.drafts,
      history: this.history,
      newId: parts.newId,
      perform: (deed: Deed) => this.perform(deed),
    };
    this.dock = new RoomDock(shared);
    this.notebook = new RoomNotebook(shared);
  }

  /** Reads back what was being written. */
  async load(): Promise<void> {
    const { drill } = this.attempt.prepared;
    await this.drafts.load(
      [
        'notes',
        'bench',
        'queries',
        ...drill.decisions.map(({ id }) => `decision.${id}`),
        ...drill.updates.map(({ id }) => `update.${id}`),
        ...drill.feed.filter(mayWriteTo).map(({ id }) => `words.${id}`),
      ],
      (id) => this.#parts.attempts.readDraft(id),
    );
    this.bench.restore(this.drafts.bench);
    this.queries.load(this.drafts.queries);
    this.#loaded = true;
  }

  /** Saves what was typed and still waits for a pause of typing. */
  saveTyped(): void {
    this.notebook.saveNotes();
    this.drafts.flush();
  }

  /** On leaving: the clock stands, and nothing that was typed waits any longer. */
  leave(): void {
    this.saveTyped();
    this.#answered(null);
    this.sql.dispose();
    this.attempt.leave();
  }

  /** Does a deed; says why where it is refused, and how much time it took. */
  perform(deed: Deed): boolean {
    const { at_s } = this.attempt.state;
    if (!this.attempt.perform(deed)) {
      this.#parts.notices.show({
        tone: 'problem',
        text: `${this.attempt.refusal?.message ?? 'That cannot be done now.'} Nothing has changed.`,
      });
      return false;
    }
    const took_s = this.attempt.state.at_s - at_s;
    if (took_s > 0) this.voice.say(`That took ${sayDuration(took_s)}.`);
    return true;
  }

  get item(): string | null {
    return this.#item;
  }
  /** Opens a feed item in its place, or closes it. */
  toggleItem(item: string): void {
    this.#item = this.#item === item ? null : item;
    if (this.#item !== null && this.attempt.state.feed.get(item)?.seen === false) {
      this.perform({ kind: 'feed_opened', data: { item } });
    }
  }
  showItem(item: string): void {
    this.pane = 'feed';
    if (this.#item !== item) this.toggleItem(item);
  }

  /** Opens evidence: the first time this may cost scenario time. */
  openEvidence(evidence: string, citation: Citation | null = null): boolean {
    const opened_s = this.attempt.state.evidence.get(evidence);
    if (opened_s === undefined || opened_s === null) {
      if (!this.perform({ kind: 'evidence_opened', data: { evidence } })) return false;
    }
    this.pane = 'bench';
    this.bench.showEvidence(evidence, citation);
    return true;
  }

  /** Leads to the place that a citation names. */
  follow(citation: Citation): void {
    if (citation.file === 'feed' && citation.locator.kind === 'record') {
      this.showItem(citation.locator.id);
    } else if (citation.file === 'tools') {
      this.pane = 'bench';
      this.bench.show('tools');
    } else this.openEvidence(citation.file, citation);
  }

  describe(citation: Citation): string {
    return describeCitation(this.attempt.prepared, this.attempt.state, citation);
  }

  pin(citable: Citable): void {
    this.voice.say(this.notebook.togglePin(citable) ? 'Pinned.' : 'Unpinned.');
  }
  toTimeline({ at, says, citation }: Citable): void {
    const added = this.notebook.addEntry(at, says, [citation]);
    if (added !== null) this.voice.say('Added to your timeline.');
  }
  get letterKeys(): boolean {
    return this.#parts.letterKeys();
  }

  get picking(): Citable | null {
    return this.#picking;
  }
  /** Takes the one value that looks like an indicator, or asks which. */
  pickIndicator(citable: Citable): void {
    const [only, second] = findIndicators(citable.texts);
    if (!only || second) this.#picking = citable;
    else this.addIndicator(only.type, only.value, citable.citation);
  }
  addIndicator(type: IndicatorType, value: string, citation: Citation): void {
    this.notebook.addIndicator(type, value, [citation]);
    this.voice.say(`Indicator noted: ${value}.`);
  }
  stopPicking(): void {
    this.#picking = null;
  }

  /** The four letters that act on a row, a line or a message. Returns whether the key was one. */
  pressOn(key: string, citable: () => Citable): boolean {
    if (!this.letterKeys) return false;
    switch (key.toLowerCase()) {
      case 'p':
        this.pin(citable());
        return true;
      case 't':
        this.toTimeline(citable());
        return true;
      case 'i':
        this.pickIndicator(citable());
        return true;
      case 'l':
        this.link(citable());
        return true;
      default:
        return false;
    }
  }

  /** Links to the update that is being written, else to the open decision, else to an update that is due. */
  link({ citation }: Pick<Citable, 'citation'>): void {
    const { updates } = this.attempt.state;
    const isUnsent = (id: string | null): id is string =>
      id !== null && updates.get(id)?.sent === null;
    const written = this.bench.update;
    const title = isUnsent(written) ? null : this.dock.link(citation);
    if (title !== null) {
      this.#answered(`Linked to the decision: ${title}`);
      return;
    }
    const update = isUnsent(written) ? written : [...updates.keys()].find(isUnsent);
    if (update !== undefined) {
      this.linkToUpdate(update, citation);
      this.#answered('Linked to the update.');
      return;
    }
    this.#nothingToLink = this.#parts.notices.show({
      tone: 'note',
      text: 'No decision is open and no update is due, so there is nothing to link to. Pin it, and link it when one comes.',
    });
  }
  /** What was said of a link that could not be made is over once one could, and when the room is left. */
  #answered(said: string | null): void {
    if (said !== null) this.voice.say(said);
    if (this.#nothingToLink !== null) this.#parts.notices.dismiss(this.#nothingToLink);
    this.#nothingToLink = null;
  }
  linkToUpdate(update: string, citation: Citation): void {
    const before = this.drafts.update(update);
    if (before.citations.some((one) => sameCitation(one, citation))) return;
    this.#setCitations(update, [...before.citations, citation]);
  }
  unlinkFromUpdate(update: string, citation: Citation): void {
    const { citations } = this.drafts.update(update);
    this.#setCitations(
      update,
      citations.filter((one) => !sameCitation(one, citation)),
    );
  }
  #setCitations(update: string, after: readonly Citation[]): void {
    const before = this.drafts.update(update).citations;
    const put = (citations: readonly Citation[]): void => {
      this.drafts.setUpdate(update, { ...this.drafts.update(update), citations });
    };
    put(after);
    this.history.record({
      title: 'evidence of an update',
      undo: () => {
        put(before);
      },
      redo: () => {
        put(after);
      },
    });
  }

  sendUpdate(update: string): boolean {
    const { text, citations } = this.drafts.update(update);
    const sent = this.perform({
      kind: 'update_sent',
      data: { update, text, citations: [...citations] },
    });
    if (sent) this.drafts.drop(`update.${update}`);
    return sent;
  }

  undo(): void {
    const title = this.history.undo();
    this.voice.say(title === null ? 'Nothing to undo.' : `Undone: ${title}.`);
  }
  redo(): void {
    const title = this.history.redo();
    this.voice.say(title === null ? 'Nothing to do again.' : `Done again: ${title}.`);
  }
}

/** The message that was opened last, if it still waits for an answer: it was taken, and its card is away. */
function findTaken({ events, choices }: Attempt): string | null {
  const last = events.findLast(({ kind }) => kind === 'feed_opened');
  if (last?.kind !== 'feed_opened') return null;
  const { item } = last.data;
  return choices.awaiting.some((one) => one.item === item && one.seen) ? item : null;
}
