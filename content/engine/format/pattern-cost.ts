/** One step of a compiled pattern, as the library numbers and links them. */
export interface PatternStep {
  readonly op: number;
  /** The step that follows. */
  readonly out: number;
  /** The other one that follows, where `op` is a fork; flags of a letter. */
  readonly arg: number;
  /** Letters that it takes: one, or pairs of the first and the last. */
  readonly runes: ArrayLike<number>;
}

export interface PatternProgram {
  readonly inst: readonly PatternStep[];
  readonly start: number;
}

const fork = new Set([1, 2]);
/** Steps that take no letter and go on: a group begins, a border of a word, nothing. */
const pass = new Set([3, 4, 7]);
const letter = { list: 8, one: 9, any: 10, anyOfLine: 11 };
const lastLetter = 0x10_ffff;

/**
 * How many steps of a pattern a letter can keep busy at most, over all texts: what one letter costs
 * its search, about 50 ns a step. A plain word keeps few busy, since only those of its letters that
 * are alike can be waited for at once; `a{0,1000}` keeps 2,000.
 *
 * @param most beyond it, more is not told apart: the size of the program is given
 */
export function measurePattern({ inst, start }: PatternProgram, most: number): number {
  if (inst.length > 4 * most) return inst.length;
  const reach = new Map<number, number>();
  const measure = (from: number): number => {
    const known = reach.get(from) ?? countReached(inst, from);
    reach.set(from, known);
    return known;
  };
  const first = measure(start);
  /** By the letters that steps take: what they lead to. Steps of one repetition share their list. */
  const led = new Map<ArrayLike<number>, { readonly step: PatternStep; cost: number }>();
  for (const step of inst) {
    if (step.op < letter.list || step.op > letter.anyOfLine) continue;
    const cost = measure(step.out);
    // Without this, a thousand letters each of which may be left out take a second to measure.
    if (cost > most) return inst.length;
    const before = led.get(step.runes);
    if (before) before.cost += cost;
    else led.set(step.runes, { step, cost });
  }
  // A search begins anew at each letter.
  return Math.min(inst.length, first + findMostShared([...led.values()]));
}

/** How many steps are reached from one, with it, before a letter is taken. */
function countReached(inst: readonly PatternStep[], from: number): number {
  const seen = new Set([from]);
  for (const at of seen) {
    const step = inst[at];
    if (!step) continue;
    if (fork.has(step.op)) seen.add(step.out).add(step.arg);
    else if (pass.has(step.op)) seen.add(step.out);
  }
  return seen.size;
}

/** The letter for which the costs of all that take it are highest: their sum. */
function findMostShared(
  led: readonly { readonly step: PatternStep; readonly cost: number }[],
): number {
  const borders = led.flatMap(({ step, cost }) =>
    listRanges(step).flatMap(([first, last]) => [
      { at: first, cost },
      { at: last + 1, cost: -cost },
    ]),
  );
  borders.sort((a, b) => a.at - b.at || a.cost - b.cost);
  let now = 0;
  let most = 0;
  for (const { cost } of borders) {
    now += cost;
    most = Math.max(most, now);
  }
  return most;
}

function listRanges({ op, runes }: PatternStep): readonly (readonly [number, number])[] {
  if (op === letter.any || op === letter.anyOfLine) return [[0, lastLetter]];
  if (runes.length === 1) {
    const own = String.fromCodePoint(runes[0] ?? 0);
    const cases = new Set([own, own.toLowerCase(), own.toUpperCase()]);
    return [...cases].map((text) => [text.codePointAt(0) ?? 0, text.codePointAt(0) ?? 0]);
  }
  return Array.from({ length: runes.length >> 1 }, (_, at) => [
    runes[2 * at] ?? 0,
    runes[2 * at + 1] ?? 0,
  ]);
}
