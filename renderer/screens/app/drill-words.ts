import type { Level, Part } from '../../../content/engine/format/drill-terms.ts';
import type { AttemptStatus, AttemptSummary } from '../../state/attempt-summary.ts';

/** The words of this product for its own terms: the same on every screen. */
export const levelWords: Readonly<Record<Level, string>> = {
  entry: 'Entry',
  mid: 'Mid',
  senior: 'Senior',
};

export const partWords: Readonly<Record<Part, string>> = {
  containment: 'Containment',
  scoping: 'Scoping',
  evidence: 'Evidence',
  communication: 'Communication',
  escalation: 'Escalation',
};

export const statusWords: Readonly<Record<AttemptStatus, string>> = {
  open: 'Paused',
  finished: 'Finished',
  early: 'Ended early',
  abandoned: 'Abandoned',
};

export const purposeWords = {
  onboarding: 'Onboarding',
  interviewing: 'Interviewing',
  mentoring: 'Mentoring',
} as const;

/** What stands with "Start again" and "Start the same again". */
export const drawsAnew =
  'Starting again draws other names, addresses and times, so that no answer can be remembered.';

/** Where a person stands with a drill; told by its attempts, newest first. */
export type Standing =
  | { readonly kind: 'paused'; readonly attempt: AttemptSummary }
  | { readonly kind: 'done'; readonly attempt: AttemptSummary }
  | { readonly kind: 'not_yet' };

export function findStanding(attempts: readonly AttemptSummary[]): Standing {
  const paused = attempts.find(({ status }) => status === 'open');
  if (paused) return { kind: 'paused', attempt: paused };
  const done = attempts.find(({ status }) => status === 'finished' || status === 'early');
  return done ? { kind: 'done', attempt: done } : { kind: 'not_yet' };
}

/** Quarters of a ball for points earned; an empty part has an empty ball. */
export function countQuarters(earned: number, possible: number): 0 | 1 | 2 | 3 | 4 {
  if (possible <= 0) return 0;
  const quarters = Math.round((4 * earned) / possible);
  return quarters <= 0 ? 0 : quarters === 1 ? 1 : quarters === 2 ? 2 : quarters === 3 ? 3 : 4;
}

/** Points with at most one decimal: "7", "6.5". */
export function writePoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}
