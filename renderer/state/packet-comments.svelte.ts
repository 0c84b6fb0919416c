import { writeTargetKey } from '../../content/engine/packet/comment-targets.ts';
import type { Comment, CommentTarget } from '../../content/engine/packet/packet-schema.ts';
import {
  prefixes,
  writeUnkeptId,
  type CommentsDraft,
  type UnkeptComment,
  type UnkeptComments,
} from '../../content/engine/packet/packet-records.ts';
import { RoomHistory } from './room-history.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Change } from './store.ts';

export interface PacketCommentsSetup {
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** How long a keystroke may stay unsaved. */
const longest_ms = 700;

/** What a mentor writes to one packet. Every change is saved, and can be taken back. */
export class PacketComments {
  #draft = $state.raw<CommentsDraft>() as CommentsDraft;
  readonly #history = new RoomHistory();
  /** One a place: whoever looks at another part meanwhile, or comes back tomorrow, finds them again. */
  #unkept = $state.raw<readonly UnkeptComment[]>([]);
  /** Those that are stored, written out. */
  #unkeptStored: string;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #setup: PacketCommentsSetup;

  constructor(
    setup: PacketCommentsSetup,
    draft: CommentsDraft,
    unkept: readonly UnkeptComment[] = [],
  ) {
    this.#setup = setup;
    this.#draft = draft;
    this.#unkept = unkept;
    this.#unkeptStored = JSON.stringify(unkept);
  }

  /** As it is stored. */
  get draft(): CommentsDraft {
    return this.#draft;
  }
  get all(): readonly Comment[] {
    return this.#draft.comments;
  }
  get message(): string {
    return this.#draft.message;
  }
  /** ISO 8601; null while nothing was sent back. */
  get sentAt(): string | null {
    return this.#draft.sent_at;
  }
  /** What the next undo takes back, as a noun phrase; null where there is nothing. */
  get undoTitle(): string | null {
    return this.#history.undoTitle;
  }

  listAt(on: CommentTarget): readonly Comment[] {
    const key = writeTargetKey(on);
    return this.#draft.comments.filter((one) => writeTargetKey(one.on) === key);
  }

  /** Those that say something their place does not hold yet. */
  get unkept(): readonly UnkeptComment[] {
    return this.#unkept.filter(
      ({ which, text }) =>
        text.trim() !== '' &&
        !this.#draft.comments.some((one) => one.id === which && one.text === text),
    );
  }
  unkeptAt(on: CommentTarget): UnkeptComment | null {
    const key = writeTargetKey(on);
    return this.#unkept.find((one) => writeTargetKey(one.on) === key) ?? null;
  }
  /** For each keystroke: saved within a second. null: it is not wanted any more. */
  holdUnkept(on: CommentTarget, comment: Pick<UnkeptComment, 'which' | 'text'> | null): void {
    const others = this.#unkeptBut(on);
    if (comment === null && others.length === this.#unkept.length) return;
    this.#unkept = comment ? [...others, { on, ...comment }] : others;
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, longest_ms);
  }

  /** Saves at once what still waits: on leaving. */
  flush(): void {
    this.forgetWaiting();
    const change = this.#writeUnkept();
    if (change) void this.#setup.saves.save(change);
  }
  /** What waits to be saved is not saved: its packet was taken away. */
  forgetWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  add(on: CommentTarget, text: string): void {
    const words = text.trim();
    if (words === '') return;
    const comment: Comment = {
      id: this.#setup.newId(),
      on,
      text: words,
      at: this.#setup.now().toISOString(),
      // The name is put in when they are sent.
      author: '',
    };
    this.#change([...this.#draft.comments, comment], 'comment', on);
  }

  change(id: string, text: string): void {
    const words = text.trim();
    const known = this.#draft.comments.find((one) => one.id === id);
    if (words === '' || !known) return;
    const at = this.#setup.now().toISOString();
    this.#change(
      this.#draft.comments.map((one) => (one.id === id ? { ...one, text: words, at } : one)),
      'change to a comment',
      known.on,
    );
  }

  remove(id: string): void {
    this.#change(
      this.#draft.comments.filter((one) => one.id !== id),
      'removed comment',
    );
  }

  setMessage(message: string): void {
    this.#put({ ...this.#draft, message });
  }

  markSent(): void {
    this.#put({ ...this.#draft, sent_at: this.#setup.now().toISOString() });
  }

  /** Takes back the last thing; returns what it was, null where there is nothing. */
  undo(): string | null {
    return this.#history.undo();
  }

  /** @param written the place whose unkept comment has become one of them */
  #change(comments: readonly Comment[], title: string, written?: CommentTarget): void {
    const before = this.#draft.comments;
    const set = (list: readonly Comment[], also: Change | null = null): void => {
      this.#put({ ...this.#draft, comments: [...list] }, also);
    };
    if (written) this.#unkept = this.#unkeptBut(written);
    // In one change: a crash between two would leave the comment and its draft.
    set(comments, this.#writeUnkept());
    this.#history.record({
      title,
      undo: () => {
        set(before);
      },
      redo: () => {
        set(comments);
      },
    });
  }

  #unkeptBut(on: CommentTarget): readonly UnkeptComment[] {
    const key = writeTargetKey(on);
    return this.#unkept.filter((one) => writeTargetKey(one.on) !== key);
  }

  /** How the unkept comments are stored from now on; null where they are already. */
  #writeUnkept(): Change | null {
    const id = writeUnkeptId(this.#draft.packet);
    const comments = [...this.unkept];
    const stored = JSON.stringify(comments);
    if (stored === this.#unkeptStored) return null;
    this.#unkeptStored = stored;
    if (comments.length === 0) return { deletes: [{ table: 'drafts', id }] };
    const body: UnkeptComments = { format: 1, comments };
    return { puts: [{ table: 'drafts', id, body }] };
  }

  #put(draft: CommentsDraft, also: Change | null = null): void {
    const { puts = [], deletes = [] } = also ?? {};
    this.#draft = draft;
    const id = prefixes.draft + draft.packet;
    void this.#setup.saves.save({
      puts: [{ table: 'packets', id, body: draft }, ...puts],
      deletes,
    });
  }
}
