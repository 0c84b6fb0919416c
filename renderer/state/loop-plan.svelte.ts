import {
  applySuggestion,
  suggestStories,
  type LoopSuggestion,
  type QuestionPlace,
} from '../../content/engine/story/plan-loop.ts';
import {
  askAbout,
  findNextStart,
  newLoop,
  readLoopPlan,
  type Interviewer,
  type LoopPlan,
} from '../../content/engine/story/plan-loop-record.ts';
import type { CoveredStory } from '../../content/engine/story/coverage.ts';
import type { Telling } from '../../content/engine/story/coverage-telling.ts';
import type { PrincipleSlug } from '../../content/engine/story/principles.ts';
import { RoomHistory } from './room-history.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Store } from './store.ts';

export interface LoopPlannerSetup {
  readonly store: Pick<Store, 'get'>;
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly now: () => Date;
}

/** One plan is kept; its key in the table `plans`. */
const planId = 'loop';

/**
 * The planned loop. Nothing is stored until the person changes something; every change is saved at
 * once and can be taken back.
 */
export class LoopPlanner {
  #plan = $state.raw<LoopPlan | null>(null);
  #foreign = $state(false);
  readonly #history = new RoomHistory();
  readonly #setup: LoopPlannerSetup;

  constructor(setup: LoopPlannerSetup) {
    this.#setup = setup;
  }

  /** The stored plan, or a new one; null until it is loaded. */
  get plan(): LoopPlan | null {
    return this.#plan;
  }
  /** A plan is stored that this version cannot read: it is left as it is until something is changed. */
  get foreign(): boolean {
    return this.#foreign;
  }
  get undoTitle(): string | null {
    return this.#history.undoTitle;
  }
  get redoTitle(): string | null {
    return this.#history.redoTitle;
  }

  /**
   * Reads the plan. Rejects where the store cannot be read.
   *
   * @param competencies slugs that a new plan is dealt from
   */
  async load(competencies: readonly string[]): Promise<void> {
    const body = await this.#setup.store.get('plans', planId);
    const read = readLoopPlan(body);
    this.#foreign = body !== undefined && body !== null && read === null;
    this.#plan = read ?? newLoop(planId, this.#at(), competencies);
  }

  rename(interviewer: number, name: string): void {
    this.#change(interviewer, () => ({ name: name.slice(0, 400) }), 'name of an interviewer');
  }

  /** One or two principles; the stories of those that stay stay with them. */
  setPrinciples(interviewer: number, first: PrincipleSlug, second: PrincipleSlug | null): void {
    const asked = second === null || second === first ? [first] : [first, second];
    this.#change(
      interviewer,
      ({ questions }) => ({
        principles: asked,
        questions: askAbout(asked, questions.length, questions),
      }),
      'principles of an interviewer',
    );
  }

  setCompetency(interviewer: number, competency: string | null): void {
    this.#change(interviewer, () => ({ competency }), 'competency of an interviewer');
  }

  setQuestionCount(interviewer: number, count: 2 | 3): void {
    this.#change(
      interviewer,
      ({ principles, questions }) => ({ questions: askAbout(principles, count, questions) }),
      'number of questions',
    );
  }

  /** What the person chooses stays through every suggestion; null leaves the question open. */
  chooseStory({ interviewer, question }: QuestionPlace, story: string | null): void {
    this.#change(
      interviewer,
      ({ questions }) => ({
        questions: questions.map((asked, index) =>
          index === question
            ? { ...asked, story, by: story === null ? 'suggestion' : 'person' }
            : asked,
        ),
      }),
      'choice of a story',
    );
  }

  /** Keeps a question of the bank at its place, so that no later look proposes another one. */
  keepQuestion({ interviewer, question }: QuestionPlace, ask: string): void {
    this.#change(
      interviewer,
      ({ questions }) => ({
        questions: questions.map((one, index) => (index === question ? { ...one, ask } : one)),
      }),
      'choice of a question',
    );
  }

  /** Fills what is open, and thinks earlier suggestions over. Null while nothing is loaded. */
  suggest(stories: readonly CoveredStory[], tellings: readonly Telling[]): LoopSuggestion | null {
    const plan = this.#plan;
    if (!plan) return null;
    const suggestion = suggestStories(plan, stories, tellings);
    this.#put(applySuggestion(plan, suggestion), 'suggestion of stories');
    return suggestion;
  }

  /** Deals the principles and competencies that come next; names stay, stories are chosen anew. */
  dealNext(competencies: readonly string[]): void {
    const plan = this.#plan;
    if (!plan) return;
    const dealt = newLoop(planId, this.#at(), competencies, findNextStart(plan));
    this.#put(
      {
        ...dealt,
        interviewers: dealt.interviewers.map((one, index) => ({
          ...one,
          name: plan.interviewers[index]?.name ?? one.name,
        })),
      },
      'deal of principles',
    );
  }

  /** Takes back the last change; returns what it was, null where there is nothing. */
  undo(): string | null {
    return this.#history.undo();
  }
  redo(): string | null {
    return this.#history.redo();
  }

  #change(
    interviewer: number,
    change: (before: Interviewer) => Partial<Interviewer>,
    title: string,
  ): void {
    const plan = this.#plan;
    if (!plan?.interviewers[interviewer]) return;
    const interviewers = plan.interviewers.map((one, index) =>
      index === interviewer ? { ...one, ...change(one) } : one,
    );
    this.#put({ ...plan, interviewers }, title);
  }

  #put(after: LoopPlan, title: string): void {
    const before = this.#plan;
    if (!before || sameLoop(before, after)) return;
    this.#save(after);
    this.#history.record({
      title,
      undo: () => {
        this.#save(before);
      },
      redo: () => {
        this.#save(after);
      },
    });
  }

  #save(plan: LoopPlan): void {
    const body: LoopPlan = { ...plan, updated_at: this.#at() };
    this.#plan = body;
    this.#foreign = false;
    void this.#setup.saves.save({ puts: [{ table: 'plans', id: planId, body }] });
  }

  #at(): string {
    return this.#setup.now().toISOString();
  }
}

function sameLoop(a: LoopPlan, b: LoopPlan): boolean {
  return JSON.stringify(a.interviewers) === JSON.stringify(b.interviewers);
}
