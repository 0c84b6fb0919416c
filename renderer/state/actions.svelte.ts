import { untrack } from 'svelte';

/** Something the person can do from the palette, a menu or a shortcut. */
export interface Action {
  readonly id: string;
  /** A verb with an object, sentence case: "Export everything". */
  readonly title: string;
  readonly group: 'Go on' | 'Places' | 'Drills' | 'Here' | 'Commands';
  /** Where it leads or what it matches, small, to the right. */
  readonly detail?: string;
  /** Other words it is found by. */
  readonly also?: readonly string[];
  /** As tinykeys writes it: `$mod+k`, `Alt+1`, `?`. */
  readonly keys?: string;
  run(): void;
}

/** All that can be done now: each screen adds its own while it is shown. */
export class Actions {
  #lists = $state.raw<readonly (() => readonly Action[])[]>([]);
  #recent = $state.raw<readonly string[]>([]);
  readonly #all = $derived(this.#lists.flatMap((list) => list()));

  get all(): readonly Action[] {
    return this.#all;
  }

  /** The last five that were run, newest first. */
  get recent(): readonly Action[] {
    return this.#recent.flatMap((id) => this.#all.find((action) => action.id === id) ?? []);
  }

  /** Adds actions until the returned function is called. `list` is read anew when its state changes. */
  add(list: () => readonly Action[]): () => void {
    // Called from effects, which must not run again because a list was added.
    this.#lists = [...untrack(() => this.#lists), list];
    return () => {
      this.#lists = untrack(() => this.#lists).filter((one) => one !== list);
    };
  }

  run(action: Action): void {
    this.#recent = [action.id, ...this.#recent.filter((id) => id !== action.id)].slice(0, 5);
    action.run();
  }

  /** Runs the action of that id, as a menu item or another screen asks; false where there is none now. */
  runById(id: string): boolean {
    const action = this.#all.find((one) => one.id === id);
    if (action) this.run(action);
    return action !== undefined;
  }
}

/** A match of what was typed, with the letters that matched, for underlining. */
export interface ActionMatch {
  readonly action: Action;
  /** 0 is best: every word begins the title. */
  readonly rank: number;
  /** UTF-16 spans into the title, end exclusive. */
  readonly spans: readonly (readonly [number, number])[];
  /** The other words by which it was found, where its title and detail do not show why. */
  readonly by: readonly string[];
}

/**
 * Actions that hold every typed word, at the beginning of a word first; `>` in front asks for
 * commands only.
 */
export function findActions(actions: readonly Action[], typed: string): readonly ActionMatch[] {
  const commandsOnly = typed.trimStart().startsWith('>');
  const words = typed
    .replace(/^\s*>/, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const ranked = actions
    .filter(({ group }) => !commandsOnly || group === 'Commands' || group === 'Here')
    .flatMap((action, order) => {
      const rank = rankAction(action, words);
      return rank === null ? [] : [{ action, rank, order }];
    });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ action, rank }) => ({
      action,
      rank,
      spans: markWords(action.title, words),
      by: findOthers(action, words),
    }));
}

function findOthers({ title, detail, also }: Action, words: readonly string[]): readonly string[] {
  const shown = `${title} ${detail ?? ''}`.toLowerCase();
  const hidden = words.filter((word) => !shown.includes(word));
  return [
    ...new Set(
      hidden.flatMap((word) => also?.find((one) => one.toLowerCase().includes(word)) ?? []),
    ),
  ];
}

function rankAction(action: Action, words: readonly string[]): number | null {
  const title = action.title.toLowerCase();
  const rest = [action.detail ?? '', ...(action.also ?? [])].join(' ').toLowerCase();
  let rank = 0;
  for (const word of words) {
    if (title.startsWith(word)) continue;
    if (title.includes(` ${word}`)) rank += 1;
    else if (title.includes(word)) rank += 2;
    else if (rest.includes(word)) rank += 4;
    else return null;
  }
  return rank;
}

function markWords(title: string, words: readonly string[]): [number, number][] {
  const lower = title.toLowerCase();
  const found = words.flatMap((word): [number, number][] => {
    const at = lower.indexOf(word);
    return at < 0 ? [] : [[at, at + word.length]];
  });
  const merged: [number, number][] = [];
  for (const span of found.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else merged.push(span);
  }
  return merged;
}
