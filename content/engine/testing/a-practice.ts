import type { PracticeRecord } from '../story/practice-record.ts';
import { aTelling } from './a-covered-story.ts';
import { someStoryText } from './a-story.ts';

/** A practice of `aStory` for ownership, told to its result: 2 in every part, 3 with the probes. */
export function aPractice(changes: Partial<PracticeRecord> = {}): PracticeRecord {
  return {
    format: 1,
    id: 'p1',
    story: 's1',
    question: {
      id: null,
      text: 'What did you take on that was nobody’s?',
      principle: 'ownership',
      angle: null,
      competency: null,
      depth: null,
      roles: [],
      probes: [],
    },
    stage: 'done',
    planned: { thinking_s: null, answering_s: null },
    spent: { thinking_s: 0, answering_s: 60, probing_s: 0 },
    answer: someStoryText,
    note: '',
    probes: [],
    recordings: [],
    result: {
      scorer: 1,
      at: '2026-11-03T10:00:00.000Z',
      answer: { total: 2, dimensions: aTelling(2).dimensions },
      account: { total: 3, dimensions: aTelling(3).dimensions },
    },
    started_at: '2026-11-03T09:50:00.000Z',
    updated_at: '2026-11-03T10:00:00.000Z',
    ...changes,
  };
}
