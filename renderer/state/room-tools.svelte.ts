/** A list to choose from, a terminal, or an assistant to ask. */
export type ToolsWay = 'list' | 'terminal' | 'assistant';

/** A line of the terminal and what came of it. */
export interface TerminalEntry {
  readonly line: string;
  readonly answer: readonly string[];
  readonly wrong: boolean;
}

const mostEntries = 200;

/**
 * What stands among the tools while one looks elsewhere: to look an answer up, one leaves them for the
 * evidence and comes back. It lasts as long as the room of the one who has the seat.
 */
export class RoomTools {
  way = $state<ToolsWay>('list');
  /** What is looked for in the list. */
  search = $state('');
  /** The tool whose form is open. */
  chosen = $state<string | null>(null);
  /** The line that is typed in the terminal. */
  line = $state('');
  /** The question that is typed for the assistant. */
  question = $state('');
  #entries = $state.raw<readonly TerminalEntry[]>([]);
  #args = $state.raw<Readonly<Record<string, Readonly<Record<string, string>>>>>({});

  get entries(): readonly TerminalEntry[] {
    return this.#entries;
  }
  addEntry(entry: TerminalEntry): void {
    this.#entries = [...this.#entries, entry].slice(-mostEntries);
  }

  /** What was given so far, by the id of the argument. */
  argsOf(tool: string): Readonly<Record<string, string>> {
    return this.#args[tool] ?? {};
  }
  setArg(tool: string, arg: string, value: string): void {
    this.#args = { ...this.#args, [tool]: { ...this.argsOf(tool), [arg]: value } };
  }
}
