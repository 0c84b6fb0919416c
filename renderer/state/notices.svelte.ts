/** A message that stays until it is read. */
export interface Notice {
  readonly id: number;
  readonly tone: 'note' | 'problem';
  readonly text: string;
  /** What can be done about it: "Undo", "Try again". */
  readonly action?: { readonly title: string; run(): void };
}

export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #count = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Shows a notice; one with the same text is replaced, not repeated. Returns its id. */
  show(notice: Omit<Notice, 'id'>): number {
    this.#count += 1;
    const id = this.#count;
    this.#list = [...this.#list.filter(({ text }) => text !== notice.text), { ...notice, id }];
    return id;
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }
}
