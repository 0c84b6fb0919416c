import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { UpdateReview } from '../../../content/engine/score/debrief.ts';
import type { Point } from '../../../content/engine/score/point.ts';
import { findingTitles } from '../../../content/engine/score/update/finding.ts';
import type { CheckNote } from './number-marks.ts';
import { writePoints, writeStretch } from './write-figures.ts';

/** What the checker says of an update at one place, in words. */
export interface ToldNote {
  readonly label: string;
  /** The numbers of the stretches that it is about; may be empty. */
  readonly numbers: string;
  readonly words: string;
  /** What it costs, or that it is advice; may be empty. */
  readonly cost: string;
}

export const updateNote = 'Words and figures are compared, nothing is understood';

/** When it was sent, or that it was not: "sent T+00:16:00, 1:00 after it was due". */
export function tellSent({ update, sent_s, unsent }: UpdateReview): string {
  if (sent_s === null) return unsent === 'missed' ? 'not sent' : 'not due yet';
  const late = sent_s > update.due ? `, ${writeStretch(sent_s - update.due)} after it was due` : '';
  return `sent ${formatScenarioTime(sent_s)}${late}`;
}

/** Stands before what the reader of an update that was not sent needed; to its writer or their mentor. */
export function tellUnsent(
  unsent: NonNullable<UpdateReview['unsent']>,
  to: 'own' | 'mentor',
): string {
  switch (unsent) {
    case 'missed':
      return `Nobody heard from ${to === 'own' ? 'you' : 'them'}. What the reader needed:`;
    case 'stopped':
      return `${to === 'own' ? 'You' : 'They'} ended the drill before it was due, so it does not count. What the reader would have needed:`;
    case 'unasked':
      return 'Nobody had asked for it yet, so it does not count. What the reader would have needed:';
  }
}

/** What the reader of an update that was not sent needed. */
export function listNeeded({ update, known }: UpdateReview): UpdateReview['update']['facts'] {
  return update.facts.filter(({ id }) => known.size === 0 || known.has(id));
}

/** A note of the checker in words. `points` are those of the score, for what a finding costs. */
export function tellNote(
  { update }: UpdateReview,
  note: CheckNote,
  points: readonly Point[],
): ToldNote {
  const { numbers } = note;
  const costs = (rule: string, why: string): string => {
    const point = points.find(
      (one) => one.rule === `update:${update.id}/${rule}` && one.why === why,
    );
    return point && point.earned < 0 ? `It costs ${writePoints(-point.earned)}.` : '';
  };
  switch (note.kind) {
    case 'fact': {
      const { id, met } = note.fact;
      const words = update.facts.find((one) => one.id === id)?.text ?? id;
      return { label: met ? 'Said' : 'Missing', numbers, words, cost: '' };
    }
    case 'claim': {
      const claim = update.forbidden.find(({ id }) => id === note.claim.id);
      const why = claim?.why ?? '';
      const words = `${claim?.text ?? note.claim.id}. ${why}`;
      return { label: 'No proof', numbers, words, cost: costs(note.claim.id, why) };
    }
    case 'finding': {
      const { rule, why, cost } = note.finding;
      return {
        label: findingTitles[rule] ?? rule,
        numbers,
        words: why,
        cost: cost === 0 ? 'Advice: it costs nothing here.' : costs(rule, why),
      };
    }
  }
}
