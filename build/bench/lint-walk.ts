import { compileWalk } from '../../content/engine/lint/walk/walk-model.ts';
import { walkDrill } from '../../content/engine/lint/walk/walk-drill.ts';
import { prepareDrill, type PreparedDrill } from '../../content/engine/drill/prepared-drill.ts';
import { readBundledPacks } from '../../content/cli/find-packs.ts';
import { walkBareGraph } from './bare-graph.ts';
import { buildLongDrill } from './long-drill.ts';
import type { Figure, Measured, Reading } from './figure.ts';
import { interleave, readMedian } from './readings.ts';

const turns = 3;
/** Moments of each bundled drill; those that have fewer are walked whole. */
const bundledBound = 20_000;
/** Decisions of the generated drills; their moments grow with them. */
const lengths = [10, 100, 1_000] as const;

/**
 * How fast lint walks the paths of drills, in processor time of this process, so that what else the
 * machine does counts less: the bundled drills, and generated ones of 10, 100 and 1,000 decisions.
 * The baseline visits a graph of as many nodes, each as wide as a moment of the drill, breadth first
 * with one bit set for each step; it knows no time, no conditions and no drill.
 */
export const lintWalk: Figure = {
  name: 'lint-walk',
  window: false,
  measure: async ({ say }) => {
    const drills = readDrills();
    say(`${drills.length} bundled drills`);
    const bundled = await measureSpeed('the bundled drills', () => walkAll(drills, bundledBound));
    const generated: Measured[] = [];
    const perState: { readonly length: number; readonly reading: Reading }[] = [];
    for (const length of lengths) {
      say(`a generated drill of ${length} decisions`);
      const prepared = prepareDrill(buildLongDrill(length), new Map());
      const one = await measureSpeed(`a drill of ${length} decisions`, () =>
        walkAll([prepared], Infinity),
      );
      generated.push(one.measured);
      perState.push({ length, reading: one.microseconds });
    }
    return [bundled.measured, ...generated, ...compareGrowth(perState)];
  },
};

interface Walked {
  readonly states: number;
  /** Words of 32 bits of a moment. */
  readonly words: number;
}

function readDrills(): readonly PreparedDrill[] {
  return readBundledPacks().flatMap((source) =>
    source.pack.drills.flatMap((entry) =>
      entry.kind === 'ready'
        ? [prepareDrill(entry.drill, source.readEvidence(entry.slug, entry.drill))]
        : [],
    ),
  );
}

function walkAll(drills: readonly PreparedDrill[], bound: number): Walked {
  let states = 0;
  let words = 1;
  for (const prepared of drills) {
    states += walkDrill(prepared, bound, 0).states;
    words = Math.max(words, Math.ceil(compileWalk(prepared).layout.bitCount / 32));
  }
  return { states, words };
}

async function measureSpeed(
  title: string,
  walk: () => Walked,
): Promise<{ readonly measured: Measured; readonly microseconds: Reading }> {
  const { states, words } = walk();
  // A short walk is repeated until it takes long enough to be measured.
  const times = Math.max(1, Math.ceil(40_000 / states));
  const { a, b } = await interleave(
    turns,
    () => readSpeed(states * times, () => repeat(times, walk)),
    () => readSpeed(states * times, () => repeat(times, () => walkBareGraph(states, words))),
  );
  return {
    measured: {
      title: `moments walked, ${title} (${states})`,
      reading: readMedian(a, 'moments/s'),
      baseline: { name: 'a bare graph of as many nodes', reading: readMedian(b, 'nodes/s') },
      limit: { of: 'value', kind: 'at_least', bound: 100_000 },
    },
    microseconds: readMedian(
      a.map((speed) => 1_000_000 / speed),
      'µs',
    ),
  };
}

function repeat(times: number, work: () => unknown): void {
  for (let turn = 0; turn < times; turn += 1) work();
}

/** Things a second of this process's own processor time. */
function readSpeed(things: number, work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (things / (user + system)) * 1_000_000;
}

/** What a moment costs in the longest drill, beside what it costs in the one a tenth as long. */
function compareGrowth(
  perState: readonly { readonly length: number; readonly reading: Reading }[],
): readonly Measured[] {
  const [, middle, long] = perState;
  if (!middle || !long) return [];
  return [
    {
      title: 'a moment of a drill of 1,000 decisions',
      reading: long.reading,
      baseline: { name: 'a moment of a drill of 100 decisions', reading: middle.reading },
      limit: { of: 'ratio', kind: 'at_most', bound: 3 },
    },
  ];
}
