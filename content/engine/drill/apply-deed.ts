import type { AttemptEvent, EventKind, EventOf } from './attempt-log.ts';
import { abandon, changeSpeed, end, jump, pause, resume, start } from './deeds/clock.ts';
import { decide, defer, dispute, sendUpdate } from './deeds/judgement.ts';
import { acknowledge, handOver, openItem, park, reply, write } from './deeds/messages.ts';
import {
  addEntry,
  addHypothesis,
  addIndicator,
  changeEntry,
  changeHypothesis,
  changeIndicator,
  changeNotes,
  pin,
  removeEntry,
  removeHypothesis,
  removeIndicator,
  unpin,
} from './deeds/notebook.ts';
import { ask, openEvidence, takeHint, useTool } from './deeds/research.ts';
import { takeOver, takeSeat } from './deeds/seats.ts';
import { refuseForbidden, type Refusal } from './refusal.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Does what an event says, or refuses what does not fit: the batch is then thrown away. */
export function applyDeed(work: WorkingCopy, event: AttemptEvent): Refusal | null {
  if (work.now.phase === 'ended' && event.kind !== 'disputed') {
    return { code: 'ended', message: 'The drill has ended.' };
  }
  // Two switches: the compiler joins what it calls only where that is short, and what fills long logs is here.
  switch (event.kind) {
    case 'notes_changed':
      return changeNotes(work, event);
    case 'pinned':
      return pin(work, event);
    case 'unpinned':
      return unpin(work, event);
    case 'timeline_added':
      return addEntry(work, event);
    case 'timeline_changed':
      return changeEntry(work, event);
    case 'timeline_removed':
      return removeEntry(work, event);
    case 'hypothesis_added':
      return addHypothesis(work, event);
    case 'hypothesis_changed':
      return changeHypothesis(work, event);
    case 'hypothesis_removed':
      return removeHypothesis(work, event);
    case 'indicator_added':
      return addIndicator(work, event);
    case 'indicator_changed':
      return changeIndicator(work, event);
    case 'indicator_removed':
      return removeIndicator(work, event);
    case 'feed_opened':
      return openItem(work, event);
    case 'paused':
      return pause(work, event);
    case 'resumed':
      return resume(work);
    default:
      return applyRarer(work, event);
  }
}

type Written = `${'timeline' | 'hypothesis' | 'indicator'}_${'added' | 'changed' | 'removed'}`;
type Frequent =
  | Written
  | 'notes_changed'
  | 'pinned'
  | 'unpinned'
  | 'feed_opened'
  | 'paused'
  | 'resumed';

function applyRarer(
  work: WorkingCopy,
  event: EventOf<Exclude<EventKind, Frequent>>,
): Refusal | null {
  switch (event.kind) {
    case 'started':
      return start(work);
    case 'speed_changed':
      return changeSpeed(work, event);
    case 'jumped':
      return jump(work, event);
    case 'acknowledged':
      return acknowledge(work, event);
    case 'replied':
      return reply(work, event);
    case 'wrote':
      return write(work, event);
    case 'parked':
      return park(work, event);
    case 'handed_over':
      return handOver(work, event);
    case 'evidence_opened':
      return openEvidence(work, event);
    case 'tool_used':
      return useTool(work, event);
    case 'decided':
      return decide(work, event);
    case 'deferred':
      return defer(work, event);
    case 'update_sent':
      return sendUpdate(work, event);
    case 'asked':
      return ask(work, event);
    case 'seat_taken':
      return takeSeat(work, event);
    case 'shift_taken':
      return takeOver(work, event);
    case 'hint_taken':
      return takeHint(work, event);
    case 'disputed':
      return dispute(work, event);
    case 'branched':
      return refuseForbidden('A branch begins a log of its own; see collectBranch.');
    case 'ended':
      return end(work);
    case 'abandoned':
      return abandon(work);
  }
}
