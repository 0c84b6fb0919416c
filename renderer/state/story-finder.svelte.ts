import { createStorySearch, type StoryHit } from '../../content/engine/story/story-search.ts';
import type { Story } from '../../content/engine/story/story.ts';

/** Of a frame, what reading stories into the index may take. */
const slice_ms = 6;

/** Finds stories as one types. A large bank is read in between, so that nothing waits for it. */
export class StoryFinder {
  readonly #index = createStorySearch();
  /** The newest state of each story that is not in the index yet. */
  #waiting: readonly Story[] = [];
  /** Grows with each slice, so that what was asked is asked again. */
  #read = $state(0);
  #isSet = false;
  readonly #now_ms: () => number;

  constructor(now_ms: () => number = () => performance.now()) {
    this.#now_ms = now_ms;
  }

  /** Takes in stories, new ones or as they are now. */
  put(stories: readonly Story[]): void {
    this.putLater(stories);
    this.#goOn();
  }

  /** The same, read when something is looked for: who writes is not held up by it. */
  putLater(stories: readonly Story[]): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const ids = new Set(stories.map(({ id }) => id));
    this.#waiting = [...this.#waiting.filter(({ id }) => !ids.has(id)), ...stories];
  }

  remove(id: string): void {
    this.#waiting = this.#waiting.filter((one) => one.id !== id);
    this.#index.remove(id);
    this.#read += 1;
  }

  /** Stories that hold every word, the best leading; of those that are read by now. */
  search(typed: string): readonly StoryHit[] {
    void this.#read;
    if (this.#waiting.length > 0) this.#goOn();
    return this.#index.search(typed, 2_000);
  }

  #goOn(): void {
    if (this.#isSet) return;
    this.#isSet = true;
    setTimeout(() => {
      this.#work();
    });
  }

  #work(): void {
    this.#isSet = false;
    const until_ms = this.#now_ms() + slice_ms;
    let done = 0;
    do {
      const story = this.#waiting[done];
      if (!story) break;
      this.#index.put(story);
      done += 1;
    } while (this.#now_ms() < until_ms);
    this.#waiting = this.#waiting.slice(done);
    this.#read += 1;
    if (this.#waiting.length > 0) this.#goOn();
  }
}
