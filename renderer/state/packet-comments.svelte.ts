import { writeTargetKey } from '../../content/engine/packet/comment-targets.ts';
import type { Comment, CommentTarget } from '../../content/engine/packet/packet-schema.ts';
import { prefixes, type CommentsDraft } from '../../content/engine/packet/packet-records.ts';
import { RoomHistory } from './room-history.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';

export interface PacketCommentsSetup {
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** A comment that is being written and was not kept yet. */
export interface UnkeptComment {
  /** The id of the comment that is changed; `new` for a new one. */
  readonly which: string;
  readonly text: string;
}

/** What a mentor writes to one packet. Every change is saved, and can be taken back. */
export class PacketComments {
  #draft = $state.raw<CommentsDraft>() as CommentsDraft;
  readonly #history = new RoomHistory();
  /** By what they stand beside: whoever looks at another part meanwhile finds them again. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, by a box that comes again
  readonly #unkept = new Map<string, UnkeptComment>();
  readonly #setup: PacketCommentsSetup;

  constructor(setup: PacketCommentsSetup, draft: CommentsDraft) {
    this.#setup = setup;
    this.#draft = draft;
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

  unkeptAt(on: CommentTarget): UnkeptComment | null {
    return this.#unkept.get(writeTargetKey(on)) ?? null;
  }
  holdUnkept(on: CommentTarget, comment: UnkeptComment | null): void {
    if (comment) this.#unkept.set(writeTargetKey(on), comment);
    else this.#unkept.delete(writeTargetKey(on));
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
    this.#change([...this.#draft.comments, comment], 'comment');
  }

  change(id: string, text: string): void {
    const words = text.trim();
    if (words === '') return;
    const at = this.#setup.now().toISOString();
    this.#change(
      this.#draft.comments.map((one) => (one.id === id ? { ...one, text: words, at } : one)),
      'change to a comment',
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

  #change(comments: readonly Comment[], title: string): void {
    const before = this.#draft.comments;
    const set = (list: readonly Comment[]): void => {
      this.#put({ ...this.#draft, comments: [...list] });
    };
    set(comments);
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

  #put(draft: CommentsDraft): void {
    this.#draft = draft;
    const id = prefixes.draft + draft.packet;
    void this.#setup.saves.save({ puts: [{ table: 'packets', id, body: draft }] });
  }
}
