import type { AnswerRequest } from '../../content/engine/star/answer-request.ts';
import type { StarScore } from '../../content/engine/star/score-answer.ts';
import {
  readPractice,
  writePieceId,
  type AskedQuestion,
  type PracticeRecord,
  type RecordingEntry,
} from '../../content/engine/story/practice-record.ts';
import { readBase64 } from './base64.ts';
import type { Microphone } from './microphone.ts';
import {
  planLengths,
  repairPracticeSettings,
  type PracticeSettings,
  type TimeGiven,
} from './practice-settings.ts';
import { Practice } from './practice.svelte.ts';
import { Recorder } from './recorder.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Change, Store } from './store.ts';

export interface PracticesSetup {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly saves: Pick<SaveStatus, 'save' | 'addWriter' | 'waitFor'>;
  readonly now: () => Date;
  /** Of a steady clock. */
  readonly now_ms: () => number;
  readonly newId: () => string;
  readonly microphone: Microphone;
  readonly score: (request: AnswerRequest) => Promise<StarScore>;
}

const settingsId = 'practice';

/** Reads what is stored. Rejects where the store cannot be read. */
export async function openPractices(setup: PracticesSetup): Promise<Practices> {
  const practices = new Practices(setup);
  await practices.load();
  return practices;
}

/** All practised answers of the person, the one that goes on, and how they like to practise. */
export class Practices {
  #all = $state.raw<readonly PracticeRecord[]>([]);
  #unreadable = $state(0);
  #current = $state.raw<Practice | null>(null);
  #settings = $state.raw<PracticeSettings>(repairPracticeSettings(null));
  readonly recorder: Recorder;
  readonly #setup: PracticesSetup;

  constructor(setup: PracticesSetup) {
    this.#setup = setup;
    this.recorder = new Recorder({
      microphone: setup.microphone,
      now: setup.now,
      now_ms: setup.now_ms,
      newId: setup.newId,
      keep: (entry, pieces) => this.#current?.keepRecording(entry, pieces),
    });
    setup.saves.addWriter(async () => {
      this.#current?.flush();
      // The last seconds are in no piece yet: a window that goes now would take them along.
      await this.recorder.stop();
    });
  }

  /** Newest first, by when they were begun. */
  get all(): readonly PracticeRecord[] {
    return this.#all;
  }
  /** Stored records that this version cannot read. They stay as they are. */
  get unreadable(): number {
    return this.#unreadable;
  }
  /** The practice that is open; it stays so while the person looks at something else. */
  get current(): Practice | null {
    return this.#current;
  }
  get settings(): PracticeSettings {
    return this.#settings;
  }

  async load(): Promise<void> {
    const [rows, settings] = await Promise.all([
      this.#setup.store.list('practices'),
      this.#setup.store.get('settings', settingsId),
    ]);
    const read = rows.flatMap(({ body }) => readPractice(body) ?? []);
    this.#unreadable = rows.length - read.length;
    this.#all = read.sort(byNewest);
    this.#settings = repairPracticeSettings(settings);
  }

  changeSettings(changes: Partial<PracticeSettings>): void {
    this.#settings = { ...this.#settings, ...changes };
    void this.#setup.saves.save({
      puts: [{ table: 'settings', id: settingsId, body: this.#settings }],
    });
  }

  /** Practices of the same question, newest first, without the one itself. */
  earlierOf({ id, question }: Pick<PracticeRecord, 'id' | 'question'>): readonly PracticeRecord[] {
    return this.#all.filter(
      (one) =>
        one.id !== id &&
        (question.id === null
          ? one.question.id === null && one.question.text === question.text
          : one.question.id === question.id),
    );
  }

  /**
   * Begins a practice. Without thinking time it begins with the answer; `answer` is where to start
   * from. Extra time makes the chosen lengths longer, or takes the clock away: neither is in a score.
   */
  async begin(
    question: AskedQuestion,
    {
      story = null,
      answer = '',
      extraTime = 1,
      noClock = false,
    }: { story?: string | null; answer?: string } & Partial<TimeGiven> = {},
  ): Promise<Practice> {
    await this.close();
    const at = this.#setup.now().toISOString();
    const { thinking_s } = this.#settings;
    const planned = planLengths(this.#settings, { extraTime, noClock });
    const record: PracticeRecord = {
      format: 1,
      id: this.#setup.newId(),
      story,
      question,
      stage: thinking_s === 0 ? 'answering' : 'thinking',
      planned: extraTime === 1 || noClock ? planned : { ...planned, extra_time: extraTime },
      spent: { thinking_s: 0, answering_s: 0, probing_s: 0 },
      answer,
      note: '',
      probes: [],
      recordings: [],
      result: null,
      started_at: at,
      updated_at: at,
    };
    this.#all = [record, ...this.#all];
    this.#write(record);
    return this.#take(record);
  }

  /** Goes on with a practice, or looks at its result. Null where it is gone. */
  async open(id: string): Promise<Practice | null> {
    if (this.#current?.id === id) return this.#current;
    await this.close();
    const record = this.#all.find((one) => one.id === id);
    if (!record) return null;
    const practice = this.#take(record);
    await practice.prepare();
    return practice;
  }

  /** Back to the choice of a question; what was written and recorded is kept. */
  async close(): Promise<void> {
    await this.recorder.stop();
    if (this.#current?.clock?.running) this.#current.pause();
    this.#current?.flush();
    this.#current = null;
  }

  /**
   * Deletes a practice with its recordings; the returned function brings all of it back. Null where it
   * is gone, or its sound could not be stored yet: nothing is deleted then.
   */
  async remove(id: string): Promise<(() => void) | null> {
    if (this.#current?.id === id) await this.close();
    const record = this.#all.find((one) => one.id === id);
    if (!record || !(await this.#areStored(record.recordings))) return null;
    const pieces = await this.#readPieces(record.recordings);
    // Asked for twice: what this one read may be a part, and the first one brings back all of it.
    if (!this.#all.some((one) => one.id === id)) return null;
    this.#all = this.#all.filter((one) => one.id !== id);
    void this.#setup.saves.save({
      deletes: [{ table: 'practices', id }, ...listPieces(record.recordings)],
    });
    return () => {
      if (this.#all.some((one) => one.id === id)) return;
      this.#all = [record, ...this.#all].sort(byNewest);
      this.#write(record, { puts: pieces });
    };
  }

  /** Deletes a recording of the open practice; the returned function brings it back. Not while it runs. */
  async removeRecording(entry: RecordingEntry): Promise<(() => void) | null> {
    const practice = this.#current;
    if (!practice || (this.recorder.busy && this.recorder.entry?.id === entry.id)) return null;
    if (!(await this.#areStored([entry]))) return null;
    const pieces = await this.#readPieces([entry]);
    if (!practice.record.recordings.some(({ id }) => id === entry.id)) return null;
    const without = practice.record.recordings.filter(({ id }) => id !== entry.id);
    practice.setRecordings(without, { deletes: listPieces([entry]) });
    return () => {
      const now = practice.record.recordings;
      if (now.some(({ id }) => id === entry.id)) return;
      practice.setRecordings([...now, entry], { puts: pieces });
    };
  }

  /** The sound of a recording; null where it is not on this machine, as after an import without it. */
  async readSound(entry: RecordingEntry): Promise<Blob | null> {
    const pieces = await this.#readPieces([entry]);
    if (pieces.length === 0 || pieces.length < entry.pieces) return null;
    const parts = pieces.map(({ body }) => readBase64((body as { data?: unknown }).data));
    return parts.some((part) => part === null)
      ? null
      : new Blob(
          parts.flatMap((part) => part ?? []),
          { type: entry.mime },
        );
  }

  /** Pieces that are still on their way could not be read, and an undo would bring back a part. */
  async #areStored(entries: readonly RecordingEntry[]): Promise<boolean> {
    const stored = entries.map(({ id }) => this.#setup.saves.waitFor(id));
    return (await Promise.all(stored)).every(Boolean);
  }

  async #readPieces(entries: readonly RecordingEntry[]): Promise<NonNullable<Change['puts']>> {
    const found = await Promise.all(
      listPieces(entries).map(async ({ table, id }) => ({
        table,
        id,
        body: await this.#setup.store.get(table, id),
      })),
    );
    return found.filter(({ body }) => body !== undefined && body !== null);
  }

  #take(record: PracticeRecord): Practice {
    const practice = new Practice(record, {
      save: (next, more) => {
        // What was deleted stays so, though its screen has a last word.
        if (!this.#all.some(({ id }) => id === next.id)) return;
        this.#all = this.#all.map((one) => (one.id === next.id ? next : one));
        this.#write(next, more);
      },
      score: this.#setup.score,
      now: this.#setup.now,
      now_ms: this.#setup.now_ms,
    });
    this.#current = practice;
    return practice;
  }

  #write(record: PracticeRecord, { puts = [], deletes = [] }: Change = {}): void {
    void this.#setup.saves.save({
      puts: [{ table: 'practices', id: record.id, body: record }, ...puts],
      deletes,
    });
  }
}

function listPieces(entries: readonly RecordingEntry[]) {
  return entries.flatMap(({ id, pieces }) =>
    Array.from({ length: pieces }, (_, index) => ({
      table: 'recordings' as const,
      id: writePieceId(id, index),
    })),
  );
}

function byNewest(a: PracticeRecord, b: PracticeRecord): number {
  return a.started_at < b.started_at ? 1 : a.started_at > b.started_at ? -1 : 0;
}
