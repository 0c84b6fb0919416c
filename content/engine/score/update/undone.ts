import type { Span } from '../sentences.ts';
import { isDeniedBehind } from './label-clause.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Token } from './token.ts';

const leads = /^(?:please|just|simply|then|so|and|or|but|now|first|also|kindly|better|do|instead)$/;
const erasing = /^(?:delete|erase|wipe|destroy|discard|shred|purge|remove|bin)$/;
const bidding =
  /^(?:ask|bring|call|check|escalate|find|freeze|give|hand|hold|keep|leave|let|look|make|mark|page|ping|pull|put|raise|read|rotate|send|stop|take|tell|treat|use|wait|watch|write|don't)$/;
const objects =
  /^(?:it|them|him|her|me|us|the|this|that|these|those|any|all|your|our|every|such|everything|anything|nobody|both|one|an?|what|whatever|each|old|on|off|out|for|to|first)$/;

/** "Take the first call from them", "then keep it off": asked of the reader. "Call volumes rise" tells. */
export function isOrder(tokens: readonly Token[]): boolean {
  return isBidden(tokens, bidding) || isBidden(tokens, erasing);
}

function isBidden(tokens: readonly Token[], verbs: RegExp): boolean {
  const at = tokens.findIndex(({ text }) => !leads.test(text));
  const { text = '', raw = '' } = tokens[at + 1] ?? {};
  return (
    verbs.test(tokens[at]?.text ?? '') &&
    (objects.test(text) || /^\p{Lu}\p{Ll}/u.test(raw) || /^don't$/.test(tokens[at]?.text ?? ''))
  );
}

/**
 * "If you see one, delete it", asked of the reader, and "deletion: none": no deed is told there that would put anybody at
 * ease.
 */
export function findUndone(said: readonly SaidSentence[]): readonly Span[] {
  return said.flatMap((sentence) =>
    sentence.byClause.flatMap((tokens, clause) =>
      isBidden(tokens, erasing) || isDeniedBehind({ sentence, clause })
        ? [spanOf(sentence, clause)]
        : [],
    ),
  );
}
