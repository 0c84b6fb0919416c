import type { TimelineEntry } from '../../../content/engine/drill/state.ts';

/** Timeline entries by the time they speak of; those without one last, in order of writing. */
export function sortEntries(entries: Iterable<TimelineEntry>): readonly TimelineEntry[] {
  return [...entries].sort((a, b) => {
    if (a.at === b.at) return a.written_s - b.written_s;
    if (a.at === null) return 1;
    if (b.at === null) return -1;
    return a.at < b.at ? -1 : 1;
  });
}
