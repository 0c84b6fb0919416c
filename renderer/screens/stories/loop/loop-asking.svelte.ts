import { findLastAsked } from '../../../../content/engine/story/draw-question.ts';
import type { QuestionPlace } from '../../../../content/engine/story/plan-loop.ts';
import {
  drawAnother,
  proposeQuestions,
} from '../../../../content/engine/story/plan-loop-questions.ts';
import type { BankQuestion } from '../../../state/filter-questions.ts';
import type { LoopPlanner } from '../../../state/loop-plan.svelte.ts';
import type { LoopQuestions } from './open-loop-questions.ts';

interface LoopAskingSetup {
  readonly newSeed: () => number;
  /** Writes a day for the eye. */
  readonly day: (iso: string) => string;
  readonly practise: (place: {
    readonly story: string | null;
    readonly principle: string;
    readonly question: string;
  }) => void;
}

/** What each interviewer of the loop may ask: proposed by the place, kept once it was chosen or practised. */
export class LoopAsking {
  #given = $state.raw<LoopQuestions>({ questions: [], practices: [] });
  readonly #planner: LoopPlanner;
  readonly #setup: LoopAskingSetup;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a value, made anew
  readonly #byId = $derived(new Map(this.#given.questions.map((one) => [one.id, one])));
  readonly #last = $derived(findLastAsked(this.#given.practices));
  readonly #proposed = $derived.by(() => {
    const { plan } = this.#planner;
    const { questions, practices } = this.#given;
    return plan ? proposeQuestions(plan, questions, practices) : [];
  });

  constructor(planner: LoopPlanner, setup: LoopAskingSetup) {
    this.#planner = planner;
    this.#setup = setup;
  }

  give(questions: LoopQuestions): void {
    this.#given = questions;
  }

  /** The question at a place; null where the packs have none left. */
  find({ interviewer, question }: QuestionPlace): BankQuestion | null {
    return this.#byId.get(this.#proposed[interviewer]?.[question] ?? '') ?? null;
  }

  /** "last practised on 20 Nov"; null where it never was. */
  sayPractised(id: string): string | null {
    const at = this.#last.get(id);
    return at === undefined ? null : `last practised on ${this.#setup.day(at)}`;
  }

  hasAnother(place: QuestionPlace): boolean {
    return this.#drawAnother(place, 0) !== null;
  }

  another(place: QuestionPlace): void {
    const id = this.#drawAnother(place, this.#setup.newSeed());
    if (id !== null) this.#planner.keepQuestion(place, id);
  }

  /** Leads to practice; the question stays at its place, also when it is no longer a fresh one. */
  practise(place: QuestionPlace): void {
    const question = this.find(place);
    const asked = this.#planner.plan?.interviewers[place.interviewer]?.questions[place.question];
    if (!question || !asked) return;
    this.#planner.keepQuestion(place, question.id);
    this.#setup.practise({
      story: asked.story,
      principle: asked.principle,
      question: question.id,
    });
  }

  #drawAnother(place: QuestionPlace, seed: number): string | null {
    const { plan } = this.#planner;
    const { questions, practices } = this.#given;
    if (!plan) return null;
    return drawAnother(plan, place, this.#proposed, questions, practices, seed);
  }
}
