import type { Citation } from '../attempt-log.ts';
import type { WorkingCopy } from '../working-copy.ts';

/** From now on conditions know what the person has cited. */
export function learnCitations(work: WorkingCopy, citations: readonly Citation[]): void {
  if (work.uncited === 0) return;
  for (const citation of citations) learnCitation(work, citation);
}

export function learnCitation(work: WorkingCopy, citation: Citation): void {
  if (work.uncited === 0) return;
  for (const fact of work.prepared.citedFacts.find(citation)) {
    if (work.learn(fact)) work.uncited -= 1;
  }
}
