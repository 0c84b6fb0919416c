import { readCommentBank, type CommentBank } from '../../content/engine/packet/packet-records.ts';
import type { SaveStatus } from './save-status.svelte.ts';

export const bankId = 'comment-bank';
/** The bank is for what is used again: the oldest go. */
const mostTexts = 300;

interface BankSetup {
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly newId: () => string;
}

/** A mentor's own comments, to use again. */
export class CommentBankDesk {
  #texts = $state.raw<CommentBank['texts']>([]);
  readonly #setup: BankSetup;

  constructor(setup: BankSetup, stored: unknown) {
    this.#setup = setup;
    this.#texts = readCommentBank(stored);
  }

  /** Those that hold all typed words; those used last lead. */
  search(typed: string): CommentBank['texts'] {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    return this.#texts.filter(({ text }) => {
      const low = text.toLowerCase();
      return words.every((word) => low.includes(word));
    });
  }

  /** Keeps a comment; one that is there already comes to the front. */
  keep(text: string): void {
    const words = text.trim();
    if (words === '') return;
    const known = this.#texts.find((one) => one.text === words);
    const others = this.#texts.filter((one) => one.text !== words);
    this.#put([known ?? { id: this.#setup.newId(), text: words }, ...others].slice(0, mostTexts));
  }

  /** Takes one out, and returns how to put it back. */
  remove(id: string): () => void {
    const before = this.#texts;
    this.#put(before.filter((one) => one.id !== id));
    return () => {
      this.#put(before);
    };
  }

  has(text: string): boolean {
    return this.#texts.some((one) => one.text === text.trim());
  }

  #put(texts: CommentBank['texts']): void {
    this.#texts = texts;
    void this.#setup.saves.save({
      puts: [{ table: 'settings', id: bankId, body: { format: 1, texts } }],
    });
  }
}
