import type { AttemptEvent, Citation } from '../drill/attempt-log.ts';

/**
 * What somebody was at: `feed:x`, `evidence:x`, `tools`, `decision:x`, `update:x`, `notebook`.
 * A log knows deeds, not looks, so a stretch begins with a deed and lasts until the next one at
 * something else. Times are seconds of scenario time; a pause takes none.
 */
export interface Stretch {
  readonly subject: string;
  readonly from_s: number;
  readonly to_s: number;
}

/** What a whole attempt was spent on, in order, neighbours never the same. */
export function followAttention(
  events: readonly AttemptEvent[],
  end_s: number,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const event of events) {
    const subject = findSubject(event);
    const last = stretches.at(-1);
    if (subject === null || subject === last?.subject) continue;
    if (last) stretches[stretches.length - 1] = { ...last, to_s: event.at_s };
    stretches.push({ subject, from_s: event.at_s, to_s: Math.max(end_s, event.at_s) });
  }
  return stretches;
}

/** null: the deed says nothing about it, such as those that move the clock. */
function findSubject(event: AttemptEvent): string | null {
  switch (event.kind) {
    case 'feed_opened':
    case 'acknowledged':
    case 'replied':
    case 'wrote':
    case 'parked':
    case 'handed_over':
      return `feed:${event.data.item}`;
    case 'evidence_opened':
      return `evidence:${event.data.evidence}`;
    case 'pinned':
      return findCited(event.data.citation);
    case 'tool_used':
      return 'tools';
    case 'asked':
      return 'assistant';
    case 'decided':
    case 'deferred':
      return `decision:${event.data.decision}`;
    case 'update_sent':
      return `update:${event.data.update}`;
    case 'timeline_added':
    case 'indicator_added': {
      const [citation] = event.data.citations;
      return citation ? findCited(citation) : 'notebook';
    }
    case 'timeline_changed':
    case 'timeline_removed':
    case 'hypothesis_added':
    case 'hypothesis_changed':
    case 'hypothesis_removed':
    case 'indicator_changed':
    case 'indicator_removed':
    case 'notes_changed':
      return 'notebook';
    default:
      return null;
  }
}

/** Who takes a line into the notebook is still at the line. */
function findCited({ file, locator }: Citation): string | null {
  if (file === 'tools') return 'tools';
  if (file !== 'feed') return locator.kind === 'clue' ? null : `evidence:${file}`;
  return locator.kind === 'record' ? `feed:${locator.id}` : null;
}
