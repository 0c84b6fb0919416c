import type { AttemptSummary } from './attempt-summary.ts';
import type { Store } from './store.ts';

/** Rows that are taken in at once: some ten milliseconds of the window's thread. */
const atOnce = 200;

/** Reads every summary, the one touched longest ago first, in pieces between which the window can do other things. */
export async function readOlderAttempts(
  store: Pick<Store, 'listFrom'>,
): Promise<readonly AttemptSummary[]> {
  const found = new Map<string, AttemptSummary>();
  let from = '';
  let limit = atOnce;
  for (;;) {
    const rows = await store.listFrom(from, limit);
    for (const { id, body } of rows) found.set(id, body as AttemptSummary);
    const last = rows.at(-1)?.body as AttemptSummary | undefined;
    if (!last || rows.length < limit) return [...found.values()];
    // More were touched at one moment than are read at once.
    limit = last.updated_at === from ? 2 * limit : atOnce;
    from = last.updated_at;
  }
}

/**
 * Newest first. Nothing is ordered anew: of a hundred thousand that would be felt.
 *
 * @param newest as they are now, which is newer than what was read
 * @param before what was known when the reading began: what has gone since stays gone
 * @param read the one touched longest ago first
 */
export function joinAttempts(
  newest: readonly AttemptSummary[],
  before: readonly AttemptSummary[],
  read: readonly AttemptSummary[],
): readonly AttemptSummary[] {
  const known = new Set([...before, ...newest].map(({ id }) => id));
  return newest.concat(read.filter(({ id }) => !known.has(id)).toReversed());
}
