import type { Drill, Effect } from '../format/drill-schema.ts';

type Path = readonly (string | number)[];

/** Every effect of a drill with its place, in the order of the drill. */
export function listEffects(
  drill: Drill,
): readonly { readonly path: Path; readonly effect: Effect }[] {
  const at = (path: Path, effects: readonly Effect[]) =>
    effects.map((effect, index) => ({ path: [...path, index], effect }));
  return [
    ...drill.feed.flatMap(({ expects, replies }, i) => [
      ...at(['feed', i, 'expects', 'missed'], expects?.missed ?? []),
      ...replies.flatMap(({ effects }, j) => at(['feed', i, 'replies', j, 'effects'], effects)),
    ]),
    ...drill.tools.flatMap(({ outcomes }, i) =>
      outcomes.flatMap(({ effects }, j) => at(['tools', i, 'outcomes', j, 'effects'], effects)),
    ),
    ...drill.decisions.flatMap(({ none, options }, i) => [
      ...at(['decisions', i, 'none', 'effects'], none.effects),
      ...options.flatMap(({ effects }, j) =>
        at(['decisions', i, 'options', j, 'effects'], effects),
      ),
    ]),
  ];
}
