import type { AnswerRequest } from '../../content/engine/star/answer-request.ts';
import { joinAccount, type Account } from '../../content/engine/star/join-account.ts';
import { chooseProbe } from '../../content/engine/star/probes.ts';
import type { StarScore } from '../../content/engine/star/score-answer.ts';
import { findPrinciple } from '../../content/engine/story/principles.ts';
import { fewestWords } from '../../content/engine/story/read-told-text.ts';
import { countSpokenWords } from '../../content/engine/story/spoken-words.ts';
import {
  practiceScorer,
  type AskedProbe,
  type PracticeRecord,
  type PracticeScores,
  type PracticeStage,
  type RecordingEntry,
} from '../../content/engine/story/practice-record.ts';
import { PracticeClock } from './practice-clock.svelte.ts';
import type { Change } from './store.ts';

export interface PracticeSetup {
  /** Saves the practice, and what belongs to it, in one change. */
  readonly save: (record: PracticeRecord, more?: Change) => void;
  readonly score: (request: AnswerRequest) => Promise<StarScore>;
  readonly now: () => Date;
  /** Of a steady clock. */
  readonly now_ms: () => number;
}

/** How long a keystroke may stay unsaved. */
const longest_ms = 700;
/** UTF-16 units that an answer may have; a stored practice holds no more. */
export const longestAnswer = 120_000;

/** One question that is being practised: thought about, answered, probed, and looked at. */
export class Practice {
  #record = $state.raw<PracticeRecord>() as PracticeRecord;
  #answerScore = $state.raw<StarScore | null>(null);
  #account = $state.raw<Account | null>(null);
  #accountScore = $state.raw<StarScore | null>(null);
  #working = $state(false);
  #problem = $state.raw<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #setup: PracticeSetup;
  readonly #clocks: Readonly<Record<Exclude<PracticeStage, 'done'>, PracticeClock>>;

  constructor(record: PracticeRecord, setup: PracticeSetup) {
    this.#record = record;
    this.#setup = setup;
    const { planned, spent } = record;
    const clock = (planned_s: number | null, spent_s: number): PracticeClock =>
      new PracticeClock(setup.now_ms, planned_s, spent_s);
    this.#clocks = {
      thinking: clock(planned.thinking_s, spent.thinking_s),
      answering: clock(planned.answering_s, spent.answering_s),
      probing: clock(null, spent.probing_s),
    };
  }

  get record(): PracticeRecord {
    return this.#record;
  }
  get id(): string {
    return this.#record.id;
  }
  get stage(): PracticeStage {
    return this.#record.stage;
  }
  /** Of the stage that goes on; null when it is done. */
  get clock(): PracticeClock | null {
    return this.stage === 'done' ? null : this.#clocks[this.stage];
  }
  /** Being scored. */
  get working(): boolean {
    return this.#working;
  }
  /** Why something was not taken or not done, in words for the person. */
  get problem(): string | null {
    return this.#problem;
  }
  /** The probe that waits for an answer. */
  get probe(): AskedProbe | null {
    if (this.stage !== 'probing') return null;
    return this.#record.probes.findLast(({ after, skipped }) => after === null && !skipped) ?? null;
  }
  /** Reasons of the figures; null until they were found (`prepare`). */
  get answerScore(): StarScore | null {
    return this.#answerScore;
  }
  get account(): Account | null {
    return this.#account;
  }
  get accountScore(): StarScore | null {
    return this.#accountScore;
  }
  /** Words of the answer with what the probes brought. */
  get words(): number {
    const { answer, probes } = this.#record;
    return countSpokenWords([answer, ...probes.map((probe) => probe.answer)].join(' '));
  }

  setAnswer(text: string): boolean {
    if (!this.#takes(text)) return false;
    this.#change({ answer: text });
    return true;
  }
  setProbeAnswer(id: string, text: string): boolean {
    if (!this.#takes(text)) return false;
    this.#change({
      probes: this.#record.probes.map((probe) =>
        probe.id === id ? { ...probe, answer: text } : probe,
      ),
    });
    return true;
  }
  setNote(text: string): boolean {
    if (!this.#takes(text)) return false;
    this.#change({ note: text });
    return true;
  }
  setStory(story: string | null): void {
    this.#change({ story });
    this.flush();
  }

  /** A recording began, grew or ended: stored at once, with its sound. */
  keepRecording(entry: RecordingEntry, pieces: Change['puts'] = []): void {
    const { recordings } = this.#record;
    const known = recordings.some(({ id }) => id === entry.id);
    this.#record = {
      ...this.#record,
      recordings: known
        ? recordings.map((one) => (one.id === entry.id ? entry : one))
        : [...recordings, entry],
    };
    this.#save({ puts: pieces });
  }

  /** Puts the list of recordings to what it is now, with what goes or comes in the same change. */
  setRecordings(recordings: readonly RecordingEntry[], change: Change): void {
    this.#record = { ...this.#record, recordings: [...recordings] };
    this.#save(change);
  }

  /** Whether the clock of the stage runs. Only while the practice is on the screen. */
  pause(): void {
    if (!this.clock?.running) return;
    this.clock.pause();
    this.#save();
  }
  resume(): void {
    this.clock?.run();
  }

  /** From thinking to answering, from an answer to the next probe, from the last one to the result. */
  async goOn(): Promise<void> {
    if (this.#working) return;
    const { stage } = this.#record;
    this.clock?.pause();
    if (stage === 'thinking') {
      this.#change({ stage: 'answering' });
      this.clock?.run();
      this.flush();
      return;
    }
    if (stage === 'done') return;
    await this.#work(async () => {
      const score = stage === 'answering' ? await this.#scoreAnswer() : await this.#scoreAccount();
      const { probe } = this;
      if (probe) {
        const after = score.dimensions[probe.dimension];
        this.#change({
          probes: this.#record.probes.map((one) => (one.id === probe.id ? { ...one, after } : one)),
        });
      }
      this.#askNext(score);
    });
  }

  /** Leaves a probe without an answer; another may follow. */
  async skipProbe(): Promise<void> {
    const { probe } = this;
    if (!probe || this.#working) return;
    await this.#work(async () => {
      const score = await this.#scoreAccount();
      this.#change({
        probes: this.#record.probes.map((one) =>
          one.id === probe.id ? { ...one, skipped: true } : one,
        ),
      });
      this.#askNext(score);
    });
  }

  /** No more probes: the result of what is there. */
  async finishNow(): Promise<void> {
    if (this.stage !== 'probing' || this.#working) return;
    await this.#work(async () => {
      const { dimensions } = await this.#scoreAccount();
      this.#change({
        probes: this.#record.probes.map((one) => {
          if (one.after !== null || one.skipped) return one;
          // What was typed is part of the account already.
          if (one.answer.trim() === '') return { ...one, skipped: true };
          return { ...one, after: dimensions[one.dimension] };
        }),
      });
      this.#finish();
    });
  }

  /** Finds the reasons of a result, or what goes on needs: to be called when it is opened. */
  async prepare(): Promise<void> {
    if (this.stage !== 'probing' && this.stage !== 'done') return;
    if (this.#accountScore !== null) return;
    await this.#work(async () => {
      await this.#scoreAccount();
    });
  }

  /** Saves at once what still waits: on leaving. */
  flush(): void {
    if (this.#timer === null) return;
    this.#save();
  }

  #askNext(score: StarScore): void {
    const asked = this.#record.probes;
    const next = chooseProbe(this.#record.question.probes, score, asked);
    if (next === null) {
      this.#finish();
      return;
    }
    this.#change({
      stage: 'probing',
      probes: [...asked, { ...next, after: null, answer: '', skipped: false }],
    });
    this.clock?.run();
    this.flush();
  }

  #finish(): void {
    const { answerScore, accountScore } = this;
    if (!answerScore || !accountScore) return;
    const scored = (words: number, score: StarScore): PracticeScores | null =>
      words < fewestWords || findForeign(score) !== null
        ? null
        : { total: score.total, dimensions: score.dimensions };
    this.#change({
      stage: 'done',
      result: {
        scorer: practiceScorer,
        at: this.#setup.now().toISOString(),
        answer: scored(countSpokenWords(this.#record.answer), answerScore),
        account: scored(this.words, accountScore),
      },
    });
    this.flush();
  }

  async #scoreAnswer(): Promise<StarScore> {
    const score = await this.#ask(this.#record.answer);
    this.#answerScore = score;
    this.#account = joinAccount(this.#record.answer, score.sentences, []);
    this.#accountScore = score;
    return score;
  }

  async #scoreAccount(): Promise<StarScore> {
    const { answer, probes } = this.#record;
    const alone = this.#answerScore ?? (await this.#ask(answer));
    const account = joinAccount(
      answer,
      alone.sentences,
      probes.map((probe) => ({ id: probe.id, dimension: probe.dimension, text: probe.answer })),
    );
    const score =
      account.text === answer ? alone : await this.#ask(account.text, listPlaced(account));
    this.#answerScore = alone;
    this.#account = account;
    this.#accountScore = score;
    return score;
  }

  /** @param placed stretches that stand where they do by our doing: their order costs nothing */
  #ask(answer: string, placed: AnswerRequest['placed'] = []): Promise<StarScore> {
    const { text, principle } = this.#record.question;
    return this.#setup.score({
      question: text,
      principle: principle === null ? '' : (findPrinciple(principle)?.name ?? ''),
      answer,
      ...(placed.length > 0 ? { placed } : {}),
    });
  }

  async #work(work: () => Promise<void>): Promise<void> {
    this.#working = true;
    this.#problem = null;
    try {
      await work();
    } catch {
      this.#problem =
        'The answer could not be scored. What you wrote and recorded is kept. Try again; if it happens twice, start Drillbook anew.';
      this.clock?.run();
    } finally {
      this.#working = false;
    }
  }

  #takes(text: string): boolean {
    this.#problem =
      text.length <= longestAnswer
        ? null
        : `This is longer than the ${longestAnswer.toLocaleString('en-GB')} characters that fit here, so it was not taken. What stood there is unchanged. Paste the part that answers the question.`;
    return this.#problem === null;
  }

  #change(changes: Partial<PracticeRecord>): void {
    this.#record = { ...this.#record, ...changes };
    this.#timer ??= setTimeout(() => {
      this.#save();
    }, longest_ms);
  }

  #save(more: Change = {}): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { thinking, answering, probing } = this.#clocks;
    for (const clock of [thinking, answering, probing]) clock.tick();
    this.#record = {
      ...this.#record,
      planned: {
        ...this.#record.planned,
        thinking_s: thinking.planned_s,
        answering_s: answering.planned_s,
      },
      spent: {
        thinking_s: round(thinking.spent_s),
        answering_s: round(answering.spent_s),
        probing_s: round(probing.spent_s),
      },
      updated_at: this.#setup.now().toISOString(),
    };
    this.#setup.save(this.#record, more);
  }
}

/** Why a text has no figures because of its language; null where it is read as English. */
export function findForeign({ points }: Pick<StarScore, 'points'>): string | null {
  return points.find(({ rule }) => rule === 'english-only')?.why ?? null;
}

function round(seconds: number): number {
  return Math.min(86_400, Math.round(seconds * 10) / 10);
}

function listPlaced({ parts }: Account): readonly (readonly [number, number])[] {
  return parts.filter(({ probe }) => probe !== null).map(({ start, end }) => [start, end] as const);
}
