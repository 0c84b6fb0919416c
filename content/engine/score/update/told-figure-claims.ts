import { isDisputed, isRetracted } from './correction.ts';
import { isSameFigure } from './figures.ts';
import type { Finding } from './finding.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Element, Statement } from './statement.ts';
import type { Claims } from './support.ts';
import type { Token } from './token.ts';

/** A smaller number may stand in a text by chance. */
const leastCount = 10;
const restoring =
  /\b(?:restor\w*|back|fixed|sorted|resolved|repaired|solved|working|works?|normal\w*|online|running|available|operational|gone|over|end(?:s|ed)?|ready|finished|up|open|service|full)\b/;
const hearing =
  /\b(?:updates?|report|reports|write|hear|news|inform|call|meet\w*|briefing|decide|decision|review|check|look|tell|know|say)\b/;
const people =
  /\b(?:victims?|affected|concerned|impacted|impact|hit|involved|caught up|part of (?:it|this)|exposed|leaked|stolen|lost|suffer\w*)\b/;

/**
 * A claim of how many or by when, made with its very number or hour in other words: "4,200 victims" for "4,200 people
 * were affected", "sorted by six this evening" for "it will be fixed by 18:00".
 */
export function findToldFigure(claims: Claims, statement: Statement): readonly Finding[] {
  const told = statement.elements.filter(({ figure, label }) => figure !== null && !label);
  const [element] = told;
  if (!element?.figure || told.length !== 1 || isKnown(claims, element)) return [];
  const { kind, value } = element.figure;
  const text = statement.text.toLowerCase();
  const asked =
    kind === 'count' && value >= leastCount && people.test(text)
      ? people
      : kind === 'time' && restoring.test(text) && /\b(?:by|at|before|will|until)\b/.test(text)
        ? restoring
        : null;
  if (asked === null) return [];
  const spans = claims.said.flatMap((sentence) =>
    sentence.byClause.flatMap((words, clause) =>
      isTold(claims, element, sentence, clause, words, asked) ? [spanOf(sentence, clause)] : [],
    ),
  );
  if (spans.length === 0) return [];
  const why = `This says in other words what must not be claimed: “${statement.text}”. Say what was seen, and what is not known yet.`;
  return [{ rule: 'forbidden-claim', cost: 0.2, spans, why }];
}

function isKnown({ facts }: Claims, { figure }: Element): boolean {
  return facts.some(
    ({ state, statement }) =>
      state !== 'future' &&
      state !== 'superseded' &&
      statement.elements.some((own) => own.figure && figure && isSameFigure(own.figure, figure)),
  );
}

function isTold(
  { said }: Claims,
  { figure }: Element,
  sentence: SaidSentence,
  clause: number,
  words: readonly Token[],
  asked: RegExp,
): boolean {
  const text = words.map((word) => word.text).join(' ');
  return (
    words.some(
      (word) => word.figure && figure && isSameFigure(word.figure, figure) && !word.negated,
    ) &&
    words.every(({ mood }) => mood === 'plain' || mood === 'planned') &&
    !words.some(({ negated, concept }) => negated && concept?.act) &&
    asked.test(text) &&
    !(asked === restoring && hearing.test(text)) &&
    !/\b(?:test|quoted|rumou?r|unlikely|hop(?:e|ing)|aim|wrong|correct\w*|earlier|not|until|yesterday|went down|helpdesk|line)\b/.test(
      text,
    ) &&
    !isDisputed(said, sentence) &&
    !isRetracted(sentence, clause)
  );
}
