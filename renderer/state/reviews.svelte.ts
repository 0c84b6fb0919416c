import {
  listDue,
  readReview,
  type DueAction,
  type ImprovementAction,
  type Review,
} from './review.ts';
import { RoomHistory } from './room-history.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Store } from './store.ts';

export interface ReviewsSetup {
  readonly store: Pick<Store, 'list'>;
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The after-action reviews of all attempts, and what of their plans is due. */
export class Reviews {
  #all = $state.raw<readonly Review[]>([]);
  #loaded = $state(false);
  readonly #history = new RoomHistory();
  readonly #setup: ReviewsSetup;

  constructor(setup: ReviewsSetup) {
    this.#setup = setup;
  }

  get loaded(): boolean {
    return this.#loaded;
  }
  /** What the next undo takes back, as a noun phrase; null where there is nothing. */
  get undoTitle(): string | null {
    return this.#history.undoTitle;
  }

  /** Reads them anew: at the start, and after attempts were deleted or brought back. */
  async load(): Promise<void> {
    const rows = await this.#setup.store.list('reviews');
    this.#all = rows.flatMap(({ body }) => readReview(body) ?? []);
    this.#loaded = true;
  }

  find(attempt: string): Review | null {
    return this.#all.find((one) => one.attempt === attempt) ?? null;
  }

  listDue(now: Date): readonly DueAction[] {
    return listDue(this.#all, now);
  }

  /** Writes into the review of an attempt, which begins with the first thing written. */
  write(
    about: Pick<Review, 'attempt' | 'code' | 'title'>,
    changes: Partial<Pick<Review, 'went_well' | 'to_improve' | 'actions'>>,
    title: string,
  ): void {
    const before = this.find(about.attempt);
    const after: Review = {
      went_well: '',
      to_improve: '',
      actions: [],
      ...before,
      ...about,
      ...changes,
      updated_at: this.#setup.now().toISOString(),
    };
    this.#put(about.attempt, after);
    this.#history.record({
      title,
      undo: () => {
        this.#put(about.attempt, before);
      },
      redo: () => {
        this.#put(about.attempt, after);
      },
    });
  }

  /** Adds an empty action and returns its id. */
  addAction(about: Pick<Review, 'attempt' | 'code' | 'title'>): string {
    const id = this.#setup.newId();
    const empty = { id, what: '', owner: '', due: null, proof: '', done_on: null };
    this.write(about, { actions: [...this.#actionsOf(about.attempt), empty] }, 'added action');
    return id;
  }

  changeAction(
    about: Pick<Review, 'attempt' | 'code' | 'title'>,
    id: string,
    changes: Partial<Omit<ImprovementAction, 'id'>>,
    title = 'change to an action',
  ): void {
    const actions = this.#actionsOf(about.attempt).map((action) =>
      action.id === id ? { ...action, ...changes } : action,
    );
    this.write(about, { actions }, title);
  }

  removeAction(about: Pick<Review, 'attempt' | 'code' | 'title'>, id: string): void {
    const actions = this.#actionsOf(about.attempt).filter((action) => action.id !== id);
    this.write(about, { actions }, 'removed action');
  }

  /** Takes back the last thing; returns what it was, null where there is nothing. */
  undo(): string | null {
    return this.#history.undo();
  }
  redo(): string | null {
    return this.#history.redo();
  }

  #actionsOf(attempt: string): readonly ImprovementAction[] {
    return this.find(attempt)?.actions ?? [];
  }

  #put(attempt: string, review: Review | null): void {
    const others = this.#all.filter((one) => one.attempt !== attempt);
    this.#all = review ? [...others, review] : others;
    void this.#setup.saves.save(
      review
        ? { puts: [{ table: 'reviews', id: attempt, body: review }] }
        : { deletes: [{ table: 'reviews', id: attempt }] },
    );
  }
}
