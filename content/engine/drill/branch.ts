import type { AttemptEvent } from './attempt-log.ts';

/** The branch that every attempt begins with. */
export const mainBranch = 'main';

/**
 * The events that one branch consists of, from the very beginning: its parents' events up to where
 * it left them, then its own. `seq` is rewritten to the place in this list, so that `replay` reads
 * it like a log of its own; `origins` says where each event stands in the full log. A branch whose
 * parent is missing, or that names itself as an ancestor, is cut there.
 */
export function collectBranch(
  log: readonly AttemptEvent[],
  branch: string = mainBranch,
): {
  readonly events: readonly AttemptEvent[];
  readonly origins: readonly { readonly branch: string; readonly seq: number }[];
} {
  const byBranch = new Map<string, AttemptEvent[]>();
  for (const event of log) {
    const known = byBranch.get(event.branch);
    if (known) known.push(event);
    else byBranch.set(event.branch, [event]);
  }
  const stretches: AttemptEvent[][] = [];
  const visited = new Set<string>();
  let name = branch;
  let limit = Infinity;
  for (;;) {
    visited.add(name);
    const before = limit;
    const own = (byBranch.get(name) ?? [])
      .filter(({ seq }) => seq <= before)
      .sort((a, b) => a.seq - b.seq);
    const first = own[0];
    stretches.push(own.filter(({ kind }) => kind !== 'branched'));
    if (first?.kind !== 'branched' || visited.has(first.data.parent)) break;
    name = first.data.parent;
    limit = first.data.seq;
  }
  const kept = stretches.reverse().flat();
  return {
    events: kept.map((event, seq) => ({ ...event, seq })),
    origins: kept.map(({ branch: from, seq }) => ({ branch: from, seq })),
  };
}
