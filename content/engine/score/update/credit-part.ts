import type { Span } from '../sentences.ts';
import type { Credit } from './credit.ts';
import type { PreparedFact } from './facts.ts';
import { isSameFigure } from './figures.ts';
import { spanOf } from './match.ts';
import { findNextUpdate } from './next-update.ts';
import { findOwner } from './owner.ts';
import type { SaidSentence } from './said-sentence.ts';
import { keyOf } from './statement.ts';
import type { Audience } from './update-request.ts';

type Prose = (sentence: SaidSentence) => number;

/**
 * Three facts that every update has are told by how such sentences are built: who leads, by the name
 * and whatever word for it, when the next word comes, by its time, and that nobody knows when it ends.
 * null where a fact is none of these, or is not told so.
 */
export function creditPart(
  prepared: PreparedFact,
  said: readonly SaidSentence[],
  audience: Audience,
  prose: Prose,
): Credit | null {
  const told =
    tellsNext(prepared, said) ??
    namesLead(prepared, said, audience) ??
    leavesEndOpen(prepared, said);
  if (!told || prose(told.sentence) < 0.9) return null;
  return { share: 1, spans: [told.span], why: `Said: ${prepared.fact.text}` };
}

interface Told {
  readonly sentence: SaidSentence;
  readonly span: Span;
}

const next =
  /^(?:the |our )?(?:next|following|further) (?:[\w-]+ ){0,2}(?:update|report|note|post|word|bulletin|statement|message|briefing|call|information|news|review)\b/i;

/** "The next update is at 18:30": "we post here again at half past six". */
function tellsNext({ fact, statement }: PreparedFact, said: readonly SaidSentence[]): Told | null {
  const times = statement.elements.filter(({ figure }) => figure?.kind === 'time');
  const [time] = times;
  if (!next.test(fact.text) || times.length !== 1 || statement.elements.some(({ name }) => name))
    return null;
  const sign = findNextUpdate(said).find(
    ({ strength, sentence }) =>
      strength >= 0.9 &&
      sentence.figures.some(
        ({ figure }) => figure && time?.figure && isSameFigure(figure, time.figure),
      ),
  );
  return sign ?? null;
}

const endUnknown =
  /^(?:the )?(?:(?:time|date|hour|day|duration) (?:of|for) (?:the |a |full |final |complete )*(?:repair\w*|return\w*|restor\w+|recover\w*|resum\w+|resolution|fix\w*|end|full service|normal service|completion|reopening)|(?:repair\w*|return\w*|restor\w+|recover\w*|resum\w+|resolution|fix\w*|end|full service|normal service|completion|reopening) (?:time|date)|(?:when|how long) .{0,40}\b(?:back|again|takes?|lasts?|repair\w*|return\w*|restor\w+|recover\w*|resum\w+|resolution|fix\w*|end|full service|normal service|completion|reopening))\b/i;
const endOpen =
  /\bhow (?:much )?long(?:er)?\b.*\b(?:takes?|lasts?|until|before|goes on)\b|\bhow (?:much )?long(?:er)? (?:it|this|that) (?:\w+ )?be\b|\bwhen\b.*\b(?:back|again|ends?|over|done|ready|works?|working|normal|repair\w*|return\w*|restor\w+|recover\w*|resum\w+|resolution|fix\w*|end|full service|normal service|completion|reopening)\b|\b(?:repair\w*|return\w*|restor\w+|recover\w*|resum\w+|resolution|fix\w*|end|full service|normal service|completion|reopening) (?:time|date)\b|\b(?:time|date) (?:of|for) (?:the |a |full |final |complete )*(?:repair\w*|return\w*|restor\w+|recover\w*|resum\w+|resolution|fix\w*|end|full service|normal service|completion|reopening)\b|\b(?:eta|no time)\b/i;

/** "Time of repair not known": "we can't say yet when it is back", "repair time: unknown". */
function leavesEndOpen(
  { fact, statement }: PreparedFact,
  said: readonly SaidSentence[],
): Told | null {
  if (
    statement.mood !== 'open' ||
    !endUnknown.test(fact.text) ||
    statement.elements.some(({ figure }) => figure)
  )
    return null;
  for (const sentence of said) {
    for (const [clause, tokens] of sentence.byClause.entries()) {
      const behind = sentence.byClause[clause + 1] ?? [];
      const label =
        tokens.length <= 4 && behind[0]?.gap.includes(':') === true && behind.length <= 4;
      const open = (label ? behind : tokens).some(({ mood }) => mood === 'open');
      if (open && endOpen.test(tokens.map(({ text }) => text).join(' ')))
        return { sentence, span: spanOf(sentence, clause) };
    }
  }
  return null;
}

const leading =
  /\b(?:leads?|leading|owns?|owner|in charge|commander|coordinat\w+|responsible|heads|runs|is lead|has command|holds command)\b/i;

/** "Lakshmi Raghavan, director of delivery, leads": "Lakshmi Raghavan is running this". */
function namesLead(
  { fact, statement }: PreparedFact,
  said: readonly SaidSentence[],
  audience: Audience,
): Told | null {
  const names = statement.elements.filter(({ name }) => name);
  // Of one person alone, and of nothing that is counted or dated beside.
  if (!leading.test(fact.text) || names.length === 0 || names.length > 2) return null;
  if (statement.elements.some(({ figure }) => figure) || fact.text.length > 90) return null;
  for (const sentence of said) {
    if (!names.every(({ key }) => sentence.tokens.some((token) => keyOf(token) === key))) continue;
    const clause = sentence.byClause.findIndex(
      (tokens) => findOwner(tokens, sentence, audience) >= 0.85,
    );
    if (clause >= 0) return { sentence, span: spanOf(sentence, clause) };
  }
  return null;
}
