import { anchors } from '../../../../content/engine/star/anchors.ts';
import type { Evidence, ScoredAnswer } from '../../../../content/engine/story/readiness.ts';
import { writeDay } from '../../app/dates.ts';

/** "3 answers, 2 questions". */
export function writePractised({ answers, questions }: Evidence): string {
  if (answers.length === 0) return 'untried';
  const count = answers.length === 1 ? '1 answer' : `${String(answers.length)} answers`;
  const asked = questions === 1 ? '1 question' : `${String(questions)} questions`;
  const spoken = answers.filter((one) => one.spoken).length;
  return `${count}, ${asked}${spoken === 0 ? '' : `, ${String(spoken)} spoken`}`;
}

export function writeLast({ answers }: Evidence, now: Date): string {
  const [last] = answers;
  return last === undefined ? '' : writeDay(last.at, now);
}

/** "2.1 evidence of result": the lowest dimension of an answer. */
function writeLowest(scored: ScoredAnswer | null): string {
  if (scored === null) return '';
  return `${scored.lowest.score.toFixed(1)} ${anchors[scored.lowest.dimension].title.toLowerCase()}`;
}

/** How the lowest dimension scored, and where it began; never what it will be. */
export function writeScored({ answers, first, last }: Evidence): string {
  if (answers.length === 0) return '';
  if (last === null) return 'too short to score';
  if (first === null || first.at === last.at) return writeLowest(last);
  return `${writeLowest(last)}; first time ${writeLowest(first)}`;
}
