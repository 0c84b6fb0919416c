import { scoreAnswer } from '../../content/engine/star/score-answer.ts';
import type { Telling } from '../../content/engine/story/coverage-telling.ts';
import { findPrinciple, type PrincipleSlug } from '../../content/engine/story/principles.ts';
import type { PractisedAnswer } from '../../content/engine/story/readiness.ts';
import type { Story, StoryText } from '../../content/engine/story/story.ts';
import { listGivenRoles } from '../../content/engine/story/story-sentences.ts';
import { readPractice, readPractisedAnswer } from '../../content/engine/story/practice-record.ts';
import { fewestWords } from '../../content/engine/story/read-told-text.ts';
import type { Store } from './store.ts';

/** UTF-16 units that are read of a text: five minutes of fast speech are well below it. */
const mostRead = 12_000;
/** Scoring rests after this long, so that a frame is painted. */
const slice_ms = 12;

/** What the views on all stories know of how each was told: practised, or else as written. */
export class StoryTellings {
  #answers = $state.raw<readonly PractisedAnswer[]>([]);
  #written = $state.raw<readonly Telling[]>([]);
  #unreadable = $state(0);
  #scoring = $state(false);
  #round = 0;
  /** By story, principle and text: what was scored once is not scored again. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what is shown follows from #written
  readonly #known = new Map<string, Telling>();
  readonly #store: Pick<Store, 'list'>;
  readonly #all = $derived([...this.#answers.flatMap(readTelling), ...this.#written]);

  constructor(store: Pick<Store, 'list'>) {
    this.#store = store;
  }

  /** Answers that were practised to their result, in no order. */
  get answers(): readonly PractisedAnswer[] {
    return this.#answers;
  }
  get tellings(): readonly Telling[] {
    return this.#all;
  }
  /** Stored practices that this version cannot read. */
  get unreadable(): number {
    return this.#unreadable;
  }
  get scoring(): boolean {
    return this.#scoring;
  }

  /** Reads what was practised. Rejects where the store cannot be read. */
  async load(): Promise<void> {
    const rows = await this.#store.list('practices');
    const read = rows.flatMap(({ body }) => readPractice(body) ?? []);
    this.#unreadable = rows.length - read.length;
    this.#answers = read.flatMap((one) => readPractisedAnswer(one) ?? []);
  }

  /** Scores the texts of all stories for the principles they are tied to, where it is not known yet. */
  async scoreWritten(stories: readonly Story[]): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#scoring = true;
    const found: Telling[] = [];
    let until = performance.now() + slice_ms;
    for (const story of stories) {
      const text = findToldText(story);
      if (text === null) continue;
      const roles = JSON.stringify(text.own_roles);
      for (const principle of story.principles) {
        const key = `${story.id}/${principle}/${roles}/${text.text}`;
        const telling = this.#known.get(key) ?? scoreText(story, principle, text);
        this.#known.set(key, telling);
        found.push(telling);
        if (performance.now() < until) continue;
        await new Promise((resolve) => setTimeout(resolve));
        // Stories were changed meanwhile: a newer round is on its way.
        if (round !== this.#round) return;
        until = performance.now() + slice_ms;
      }
    }
    this.#written = found;
    this.#scoring = false;
  }
}

/** The text that stands for a story: two minutes are what is asked for, else the longer, else the shorter. */
export function findToldText({ texts }: Pick<Story, 'texts'>): StoryText | null {
  const inOrder = [texts.middle, texts.long, texts.short];
  const told = inOrder.find(({ text }) => countWords(text) >= fewestWords);
  if (!told || told.text.length <= mostRead) return told ?? null;
  return { ...told, text: told.text.slice(0, mostRead) };
}

function countWords(text: string): number {
  return text.slice(0, mostRead).match(/\S+/g)?.length ?? 0;
}

function scoreText(story: Story, principle: PrincipleSlug, told: StoryText): Telling {
  const name = findPrinciple(principle)?.name ?? principle;
  const { dimensions } = scoreAnswer(
    { question: '', principle: name, answer: told.text },
    listGivenRoles(told),
  );
  return { story: story.id, principle, from: 'written', at: story.updated_at, dimensions };
}

function readTelling({ story, principle, at, dimensions }: PractisedAnswer): Telling[] {
  return story === null || principle === null || dimensions === null
    ? []
    : [{ story, principle, from: 'practice', at, dimensions }];
}
