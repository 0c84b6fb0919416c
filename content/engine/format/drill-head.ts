import type { Drill } from './drill-schema.ts';

type Shown =
  | ('id' | 'title' | 'summary' | 'role' | 'level' | 'minutes' | 'kind')
  | ('tags' | 'benign' | 'attack' | 'nice' | 'nist' | 'duties');

/** What lists and the page of a drill show of it: a fortieth of the whole, which only play needs. */
export interface DrillHead extends Pick<Drill, Shown> {
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** Whether a seed other than 0 changes anything. */
  readonly varies: boolean;
  /** Whether somebody takes over in the middle. */
  readonly handsOver: boolean;
  /** Titles of the files, in order; a benign twin's file may have the same one. */
  readonly evidence: readonly string[];
  /** How many there are of each; `noise` and `interrupts` are items of the feed. */
  readonly counts: Readonly<
    Record<'decisions' | 'updates' | 'tools' | 'noise' | 'interrupts', number>
  >;
}

export function readDrillHead(drill: Drill): DrillHead {
  const { id, title, summary, role, level, minutes, kind } = drill;
  const { tags, benign, attack, nice, nist, duties } = drill;
  return {
    ...{ id, title, summary, role, level, minutes, kind },
    ...{ tags, benign, attack, nice, nist, duties },
    roles: drill.roles.map((one) => ({ id: one.id, name: one.name })),
    varies: drill.parameters.length > 0,
    handsOver: drill.handover !== undefined,
    evidence: drill.evidence.map((one) => one.title),
    counts: {
      decisions: drill.decisions.length,
      updates: drill.updates.length,
      tools: drill.tools.length,
      noise: drill.feed.filter((item) => item.noise).length,
      interrupts: drill.feed.filter((item) => item.interrupt).length,
    },
  };
}
