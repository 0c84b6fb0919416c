import { drawIndex } from '../../engine/drill/instantiate.ts';
import type { Drill } from '../../engine/format/drill-schema.ts';

/** Whether a seed draws a variable otherwise than it is written: what is true is something else then. */
export function isTwin(drill: Drill, seed: number): boolean {
  return drill.parameters.some(
    (one) =>
      'variable' in one &&
      seed !== 0 &&
      one.values[drawIndex(seed, one.id, one.values.length)] !== drill.state[one.variable]?.initial,
  );
}

/** The first seed that is one; null where a drill has no twin. */
export function findTwinSeed(drill: Drill): number | null {
  if (!drill.parameters.some((one) => 'variable' in one)) return null;
  for (let seed = 1; ; seed += 1) if (isTwin(drill, seed)) return seed;
}
