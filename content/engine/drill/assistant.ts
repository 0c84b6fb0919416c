import type { AssistantAnswer, Clue } from '../format/drill-schema.ts';
import { holdsPhrase, parsePhrase } from '../score/phrases.ts';
import { findWords } from '../score/sentences.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import type { AnswerWatch, DrillState } from './state.ts';
import type { WorkingCopy } from './working-copy.ts';

/** Answers whose condition holds, in the order of the drill. */
export function listAnswers(
  prepared: PreparedDrill,
  state: DrillState,
): readonly AssistantAnswer[] {
  const answers = prepared.drill.assistant?.answers ?? [];
  return answers.filter(({ when }) => !when || prepared.test(when)(state));
}

/**
 * What the assistant answers: the answer whose question it is, else the first of which one way of
 * asking is in the words; null where none fits.
 */
export function findAnswer(
  answers: readonly AssistantAnswer[],
  text: string,
): AssistantAnswer | null {
  const plain = (line: string): string => line.trim().toLowerCase();
  const exact = answers.find(({ question }) => plain(question) === plain(text));
  if (exact) return exact;
  const words = findWords(text, [0, text.length]);
  return (
    answers.find(({ ask }) => ask.some((phrase) => holdsPhrase(words, parsePhrase(phrase)))) ?? null
  );
}

export function askAssistant(work: WorkingCopy, text: string, seq: number): void {
  const { prepared, now } = work;
  const answer = findAnswer(listAnswers(prepared, now), text)?.id ?? null;
  work.own.asked.push({ text, answer, at_s: now.at_s, seq });
  if (answer === null || now.watched.has(answer)) return;
  const watch: AnswerWatch = { asked_s: now.at_s, seq, verified_s: null, acted_s: null };
  work.own.watched.set(answer, watch);
}

/**
 * Notes of each answer that was asked for when it was verified and when it was acted on. Whoever
 * cites a check together with the deed has verified it first.
 */
export function watchAnswers(work: WorkingCopy): void {
  const { now, prepared } = work;
  for (const [id, watch] of now.watched) {
    if (watch.acted_s !== null) continue;
    const answer = prepared.drill.assistant?.answers.find((one) => one.id === id);
    if (!answer) continue;
    const verified = watch.verified_s !== null || answer.check.some((clue) => isSeen(work, clue));
    const acted = answer.acted !== undefined && prepared.test(answer.acted)(now);
    const verified_s = watch.verified_s ?? (verified ? now.at_s : null);
    const acted_s = acted ? now.at_s : null;
    if (verified_s === watch.verified_s && acted_s === watch.acted_s) continue;
    work.own.watched.set(id, { ...watch, verified_s, acted_s });
  }
}

/** A check counts where it was cited, or where what holds it was opened. */
function isSeen({ now, prepared }: WorkingCopy, id: string): boolean {
  if (now.facts.has(`cited:${id}`)) return true;
  const clue = prepared.drill.clues.find((one) => one.id === id);
  return clue !== undefined && isOpened(now, clue);
}

function isOpened(now: WorkingCopy['now'], clue: Clue): boolean {
  if ('feed' in clue) return now.feed.get(clue.feed)?.seen ?? false;
  if ('tool' in clue) return now.facts.has(`used:${clue.tool}/${clue.outcome}`);
  return now.facts.has(`opened:${clue.evidence}`);
}
