import type { Drill } from '../../../content/engine/format/drill-schema.ts';
import type { LaneMark } from '../../../content/engine/score/debrief.ts';
import { writeStretch } from './write-figures.ts';

/** What the state of a mark is called. */
export const laneWords: Readonly<Record<LaneMark['state'], string>> = {
  fact: 'fact',
  best: 'best time',
  match: 'match',
  later: 'later',
  missed: 'missed',
  unreached: 'not reached',
  unmatched: 'yours only',
};

/** How far a mark lies from what it is compared with: "2:40 after best", "1:10 off"; may be empty. */
export function compareMark({ milestones }: Drill, { id, state, off_s }: LaneMark): string {
  if (state !== 'later' || off_s === null || off_s <= 0) return '';
  const best = milestones.some((one) => one.id === id);
  return `${writeStretch(off_s)} ${best ? 'after best' : 'off'}`;
}
