import type { Debrief, UpdateReview } from '../../../../content/engine/score/debrief.ts';
import type { Point } from '../../../../content/engine/score/point.ts';
import type { ToldComment } from '../../reviews/tell-comment.ts';
import { numberMarks } from '../number-marks.ts';
import { listNeeded, tellNote, tellSent, tellUnsent, updateNote } from '../tell-update.ts';
import { writeWord } from '../write-figures.ts';
import { heading, list, paragraph, quote, type Block } from './block.ts';

/** Each update as it was sent, with what the checker says of its words; or what its reader needed. */
export function writeUpdates(
  { updates, score }: Debrief,
  comments: readonly ToldComment[],
): readonly Block[] {
  const points = score.parts.flatMap((part) => part.points);
  return updates.flatMap((review) => [
    heading(2, review.update.title),
    paragraph(`${writeWord(tellSent(review))}.`),
    ...writeText(review, points),
    ...comments
      .filter(({ on }) => on.kind === 'update_sentence' && on.update === review.update.id)
      .flatMap(writeComment),
  ]);
}

/** What a mentor wrote to one place. */
export function writeComment({ sentence, text, by }: ToldComment): readonly Block[] {
  return [
    ...(sentence === null ? [] : [paragraph('A mentor to this sentence:'), quote(sentence)]),
    quote(text),
    paragraph(by),
  ];
}

function writeText(review: UpdateReview, points: readonly Point[]): readonly Block[] {
  const { text, check, unsent } = review;
  if (text === null || !check) {
    const needed = listNeeded(review);
    return [
      paragraph(tellUnsent(unsent ?? 'missed', 'own')),
      ...list(needed.map((fact) => `${writeWord(fact.kind)}: ${fact.text}`)),
    ];
  }
  const { notes, stretches } = numberMarks(check);
  const told = notes.map((note) => tellNote(review, note, points));
  // A number that nothing is said of would only raise a question.
  const named = new Set(told.flatMap(({ numbers }) => numbers.split(', ')));
  return [
    quote(text),
    paragraph('Its marked words:'),
    ...list(
      stretches
        .filter(({ number }) => named.has(String(number)))
        .map(({ number, start, end }) => `(${number}) “${text.slice(start, end)}”`),
    ),
    // Two lists that follow each other are one in Markdown.
    paragraph('What is said of them:'),
    ...list(
      told.map(({ label, numbers, words, cost }) =>
        [`${label}${numbers === '' ? '' : ` (${numbers})`}: ${words}`, cost]
          .filter((part) => part !== '')
          .join(' '),
      ),
    ),
    paragraph(`${updateNote}.`),
  ];
}
