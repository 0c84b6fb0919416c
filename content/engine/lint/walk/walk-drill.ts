import type { PreparedDrill } from '../../drill/prepared-drill.ts';
import { createRandomSource } from '../../drill/random-source.ts';
import { compileWalk, type WalkModel } from './walk-model.ts';
import { WalkMachine } from './walk-machine.ts';
import { NumberList } from './number-list.ts';
import { SeenStates } from './seen-states.ts';
import { StateQueue } from './state-queue.ts';
import { writeWay, type Way } from './write-way.ts';

/** So many moments are followed unless more are asked for: under a second for most drills. */
export const usualBound = 60_000;
/** Where a walk is bounded, as many plays go to the end at random, to see what comes late. */
const usualDives = 1_500;
/** Waiting moments may take so much; beyond it the walk stops. */
const mostBytes = 256 * 1024 * 1024;
/** Moments that may be dead ends are kept, and looked at more closely, up to these numbers. */
const mostSuspects = 5_000;
const mostExamined = 100;

/** What a walk over a drill came to. */
export interface Walk {
  /** Different moments that were visited. */
  readonly states: number;
  /** Moments that were found and not followed; 0 where every path was walked. */
  readonly left: number;
  readonly exhaustive: boolean;
  /** Plays to the end by chance, where the walk was bounded. */
  readonly dives: number;
  /** What was followed and never came up: `decision/x`, `decision/x/option`, `ending/x`, … */
  readonly uncovered: readonly string[];
  /** Decisions that open and are closed again before anybody can answer, each with a way there. */
  readonly unanswered: readonly { readonly decision: string; readonly way: Way }[];
  /** What ends a play by an effect, each with the fewest decisions that were asked by then. */
  readonly ends: readonly {
    /** The deed, `tool/x/outcome`, or `silence/decision/x` and `silence/feed/x`. */
    readonly id: string;
    readonly asked: number;
    readonly way: () => Way;
  }[];
  /** Moments without an open decision while others were never asked, each but once, shortest first. */
  readonly suspects: () => Iterable<Way>;
}

/**
 * Walks the plays of a drill, breadth first, so that the first way to anything is a shortest one:
 * every deed on which it depends whether a decision opens or which ending is told, and letting time
 * pass. Time is taken as regions between the moments at which the clock changes something: two
 * moments are one where the same is known, open and answered and clock and timers lie in the same
 * regions. Moments of one kind are visited once, by the way that came first.
 */
export function walkDrill(prepared: PreparedDrill, bound = usualBound, dives = usualDives): Walk {
  return new Search(compileWalk(prepared), bound).run(dives);
}

class Search {
  readonly #model: WalkModel;
  readonly #machine: WalkMachine;
  readonly #bound: number;
  readonly #queue: StateQueue;
  readonly #seen = new SeenStates();
  readonly #hashes = new Int32Array(2);
  readonly #current: Int32Array;
  /** By number of a moment: the one it came from, and the move; -1 for letting time pass. */
  readonly #parents = new NumberList();
  readonly #moves = new NumberList();
  /** By number of a moment: how many decisions were asked by then. */
  readonly #asked = new NumberList();
  /** The moments that wait or were followed, as they came: an end of play leads nowhere. */
  readonly #open = new NumberList();
  readonly #found = new NumberList();
  readonly #possible: Uint8Array;
  /** Items → the moment and the move by which each came first. */
  readonly #first = new Map<number, readonly [parent: number, move: number]>();
  readonly #told = new Set<number>();
  readonly #suspects = new Map<number, number>();
  /** By what has ended a play: the decisions asked by then, the fewest, and the moment. */
  readonly #ends = new Map<string, { readonly asked: number; readonly number: number }>();
  readonly #ending: readonly boolean[];
  readonly #words: number;
  readonly #decisions: number;
  /** Which of `#open` comes next, and up to which moment all were followed. */
  #next = 0;
  #followed = 0;

  constructor(model: WalkModel, bound: number) {
    this.#model = model;
    this.#machine = new WalkMachine(model);
    this.#bound = bound;
    this.#queue = new StateQueue(this.#machine.moment.size);
    this.#current = new Int32Array(this.#machine.moment.size);
    this.#possible = new Uint8Array(model.moves.length);
    this.#ending = model.moves.map(({ effects }) => effects.some(({ kind }) => kind === 'end'));
    this.#words = (model.items.length + 31) >>> 5;
    this.#decisions = model.prepared.drill.decisions.length;
  }

  run(dives: number): Walk {
    const machine = this.#machine;
    machine.begin();
    this.#keep(-1, -1);
    while (
      this.#queue.length > 0 &&
      this.#seen.size < this.#bound &&
      this.#queue.bytes <= mostBytes
    ) {
      this.#follow();
    }
    const left = this.#queue.length === 0 ? 0 : this.#parents.length - this.#followed;
    const states = this.#seen.size;
    if (left > 0) this.#dive(dives);
    return {
      states,
      left,
      exhaustive: left === 0,
      dives: left === 0 ? 0 : dives,
      uncovered: this.#listUncovered(),
      unanswered: this.#listUnanswered(),
      ends: [...this.#ends].map(([id, { asked, number }]) => ({
        id,
        asked,
        way: () => writeWay(this.#model, this.#trace(number)),
      })),
      suspects: () => this.#writeSuspects(),
    };
  }

  /** Makes every move that is possible at the first moment that waits, and lets time pass. */
  #follow(): void {
    this.#queue.shift(this.#current);
    const machine = this.#machine;
    const number = this.#open.at(this.#next);
    this.#next += 1;
    this.#followed = number + 1;
    machine.unpack(this.#current);
    const possible = this.#listPossible();
    for (let n = 0; n < possible.length; n += 1) {
      const move = possible.at(n);
      const made = this.#model.moves[move];
      if (!made) continue;
      machine.make(made);
      this.#keep(number, move);
      machine.restore();
    }
    machine.advance(machine.findNext());
    this.#keep(number, -1);
  }

  /** The moves that a person has at this moment: those of what is open, found a word at a time. */
  #listPossible(): NumberList {
    const { bits } = this.#machine.now;
    const found = this.#found;
    found.clear();
    for (let word = 0; word < this.#words; word += 1) {
      let open = (bits[word] ?? 0) & ~(bits[word + this.#words] ?? 0);
      while (open !== 0) {
        const bit = 31 - Math.clz32(open & -open);
        open &= open - 1;
        for (const move of this.#model.byItem[word * 32 + bit] ?? []) this.#note(move, found);
      }
    }
    for (const move of this.#model.free) this.#note(move, found);
    return found;
  }

  #note(move: number, found: NumberList): void {
    const made = this.#model.moves[move];
    if (!made || !this.#machine.allows(made)) return;
    this.#possible[move] = 1;
    found.push(move);
  }

  /** Keeps the moment that the machine is at, if none of its kind was seen. */
  #keep(parent: number, move: number): void {
    const machine = this.#machine;
    for (let n = 0; n < machine.come.length; n += 1) {
      const item = machine.come.at(n);
      if (!this.#first.has(item)) this.#first.set(item, [parent, move]);
    }
    machine.come.clear();
    machine.moment.readHashes(this.#hashes);
    if (!this.#seen.add(this.#hashes[0] ?? 0, this.#hashes[1] ?? 0)) return;
    const number = this.#parents.length;
    this.#parents.push(parent);
    this.#moves.push(move);
    this.#look(number);
    if (machine.now.ended) {
      this.#noteEnd(number, move);
      return;
    }
    this.#open.push(number);
    const { words, at } = this.#queue.push();
    machine.moment.pack(words, at);
  }

  /** Notes which ending is told here, and whether somebody might wait here in vain. */
  #look(number: number): void {
    const { now, moment } = this.#machine;
    const { asked, answered } = moment;
    this.#asked.push(asked);
    if (now.ended) this.#tell();
    else if (asked === answered && asked < this.#decisions && this.#suspects.size < mostSuspects) {
      const key = moment.readBits();
      if (!this.#suspects.has(key)) this.#suspects.set(key, number);
    }
  }

  #noteEnd(number: number, move: number): void {
    const { endedBy, moment } = this.#machine;
    const { asked } = moment;
    const silent = this.#model.items[endedBy];
    const made = this.#ending[move] ? this.#model.moves[move] : undefined;
    const id = silent ? `silence/${silent.kind}/${silent.id}` : made?.id;
    if (id === undefined || asked >= (this.#ends.get(id)?.asked ?? Infinity)) return;
    this.#ends.set(id, { asked, number });
  }

  #tell(): void {
    if (this.#told.size === this.#model.endings.length) return;
    const ending = this.#model.endings.findIndex(({ test }) => !test || test(this.#machine.now));
    if (ending >= 0) this.#told.add(ending);
  }

  /** Plays to the end by chance: what comes late in a drill that is too large to be walked whole. */
  #dive(dives: number): void {
    const machine = this.#machine;
    const begun = new WalkMachine(this.#model);
    begun.begin();
    begun.moment.pack(this.#current, 0);
    const random = createRandomSource(1);
    const left = new Uint8Array(this.#model.moves.length);
    for (let dive = 0; dive < dives; dive += 1) {
      machine.unpack(this.#current);
      // Each play leaves other things undone, or all would do a little of everything.
      const share = (dive % 5) / 5;
      for (let move = 0; move < left.length; move += 1) left[move] = random.next() < share ? 1 : 0;
      const patience = random.next() * 3;
      while (!machine.now.ended) {
        const moves = this.#listPossible()
          .toArray()
          .filter((move) => left[move] === 0);
        const chosen = moves[Math.floor(random.next() * (moves.length + patience))];
        const made = chosen === undefined ? undefined : this.#model.moves[chosen];
        if (made) machine.make(made);
        else machine.advance(machine.findNext());
      }
      machine.come.clear();
      this.#tell();
    }
  }

  #listUncovered(): readonly string[] {
    const { items, moves, endings } = this.#model;
    const names = [
      ...items
        .filter(({ there }) => !this.#machine.moment.wasSeen(there))
        .map(({ kind, id }) => `${kind}/${id}`),
      ...moves.flatMap(({ id }, index) => (this.#possible[index] === 1 ? [] : [id])),
      ...endings.flatMap(({ id }, index) => (this.#told.has(index) ? [] : [`ending/${id}`])),
    ];
    return [...new Set(names)];
  }

  #listUnanswered(): Walk['unanswered'] {
    const { items, byItem } = this.#model;
    return items.flatMap(({ kind, id, there }, index) => {
      const first = this.#first.get(index);
      if (kind !== 'decision' || !first || !this.#machine.moment.wasSeen(there)) return [];
      if (byItem[index]?.some((move) => this.#possible[move] === 1)) return [];
      return [{ decision: id, way: writeWay(this.#model, [...this.#trace(first[0]), first[1]]) }];
    });
  }

  /** Leaves out moments after which the walk itself has seen another decision open. */
  *#writeSuspects(): Generator<Way> {
    const most = Int32Array.from({ length: this.#asked.length }, (_, n) => this.#asked.at(n));
    for (let number = most.length - 1; number > 0; number -= 1) {
      const parent = this.#parents.at(number);
      most[parent] = Math.max(most[parent] ?? 0, most[number] ?? 0);
    }
    let examined = 0;
    for (const number of this.#suspects.values()) {
      if ((most[number] ?? 0) > this.#asked.at(number)) continue;
      if (examined === mostExamined) return;
      examined += 1;
      yield writeWay(this.#model, this.#trace(number));
    }
  }

  /** The moves that lead to a moment. */
  #trace(number: number): readonly number[] {
    const moves: number[] = [];
    for (let at = number; at > 0; at = this.#parents.at(at)) moves.push(this.#moves.at(at));
    return moves.reverse();
  }
}
