import type { Citation } from '../attempt-log.ts';
import type { WorkingCopy } from '../working-copy.ts';

/** From now on conditions know what the person has cited. */
export function learnCitations(work: WorkingCopy, citations: readonly Citation[]): void {
  for (const citation of citations) learnCitation(work, citation);
}

export function learnCitation(work: WorkingCopy, citation: Citation): void {
  work.learnCited(work.prepared.citedFacts(citation));
}
