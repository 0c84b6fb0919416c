/** What a play lists, each kind with what one of it is called and the command that lists it. */
export const namedKinds = {
  feed: { called: 'message', list: 'feed' },
  evidence: { called: 'evidence', list: 'evidence' },
  decisions: { called: 'decision', list: 'decide' },
  updates: { called: 'update', list: 'updates' },
  tools: { called: 'tool', list: 'tools' },
  hints: { called: 'hint', list: 'hints' },
} as const;

export type NamedKind = keyof typeof namedKinds;

/**
 * Numbers in the order in which things were first there. A player is never shown an id: where a drill
 * has a benign twin, some things have one id in the one play and another in the other, and so would
 * their place in the drill.
 */
export class ShownNumbers {
  readonly #shown = new Map<NamedKind, Set<string>>();

  /** Gives the next numbers to those that have none. */
  add(kind: NamedKind, ids: Iterable<string>): void {
    const shown = this.#shown.get(kind) ?? new Set();
    for (const id of ids) shown.add(id);
    this.#shown.set(kind, shown);
  }

  /** From 1; 0 for what has not been there. */
  find(kind: NamedKind, id: string): number {
    return [...(this.#shown.get(kind) ?? [])].indexOf(id) + 1;
  }
}
