import type { Span } from '../sentences.ts';
import { eachClause } from './baseless.ts';
import { isReachOpen, tellsBrake } from './brake.ts';
import { isSameFigure } from './figures.ts';
import { overlaps, type Finding } from './finding.ts';
import { spanOf } from './match.ts';
import { keyOf, signOf, type Statement } from './statement.ts';
import { findSupport, type Claims } from './support.ts';
import { isTakenBack } from './taken-back.ts';
import type { Token } from './token.ts';

export const wholes =
  /^(?:incident|it|this|attack|threat|situation|everything|breach|issue|problem|all|matter|danger|risk|emergency|case)$/;

/** "The e-mails contained the details of another", "hers from start to finish": nothing is over by that. */
function holdsSomething(tokens: readonly Token[], token: Token): boolean {
  const at = tokens.indexOf(token);
  const before = tokens[at - 1]?.text ?? '';
  if (token.text === 'finish' && before === 'to') return true;
  return (
    token.text === 'contained' &&
    !/^(?:is|are|was|were|be|been|being|fully|now|completely|largely)$/.test(before) &&
    /^(?:the|a|an|no|some|one|data|details|names|personal|information)$/.test(
      tokens[at + 1]?.text ?? '',
    )
  );
}

/** "All passwords", "this export": of these, and not of the whole. */
function isOfAThing(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    /^(?:all|this)$/.test(tokens[at]?.text ?? '') &&
    next !== undefined &&
    !next.hollow &&
    !next.concept?.act &&
    !wholes.test(next.text)
  );
}

/** "It is the web shop that was closed": between the whole and its end stands another thing. */
function isSaidOfAnother(tokens: readonly Token[], at: number, end: Token): boolean {
  const to = tokens.indexOf(end);
  return (
    to < at ||
    tokens
      .slice(at + 1, to)
      .some(
        ({ hollow, figure, concept, text }) =>
          !hollow && !figure && !concept?.act && !wholes.test(text),
      )
  );
}

/** "…, but not closed", "but it is not over yet". */
function isTakenBackBehind(next: readonly Token[]): boolean {
  return (
    /^(?:but|although|though)$/.test(next[0]?.text ?? '') &&
    next.some((token) => token.negated && /^(?:finish|contain|gone|fix|down)$/.test(keyOf(token)))
  );
}

/** "The web form was closed at ten": of a thing, which is shut, and the matter goes on. */
function isShut({ text, elements }: Statement): boolean {
  return (
    /\b(?:closed|shut)\b/i.test(text) &&
    elements.some(({ concept, figure, weight }) => !concept?.act && !figure && weight >= 0.75) &&
    !text
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => wholes.test(word) && !/^(?:it|this|all)$/.test(word))
  );
}

/** "It is closed": what was shut. "The incident is closed" and "it is over" say another thing. */
function isOfPointed(tokens: readonly Token[], end: Token): boolean {
  return (
    /^(?:closed|shut)$/.test(end.text) &&
    tokens.every(({ text }) => !wholes.test(text) || /^(?:it|this)$/.test(text))
  );
}

/** "She owns it through to close", "closely watched": where one is going and how, and no end that is reached. */
function isNotReached(tokens: readonly Token[], end: Token): boolean {
  return tokens[tokens.indexOf(end) - 1]?.text === 'to' || /(?:ly|ness)$/.test(end.text);
}

/**
 * "It is over", "fully contained": a reader who hears it stops asking. It has to be said of the whole, as reached, and
 * no fact may say so. That it is contained follows from a brake that the facts and the text tell, unless the facts
 * leave open how far it reaches.
 */
export function findAllClear(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  return eachClause(claims, (tokens, match) => {
    const end = tokens.find(
      (token) =>
        /^(?:finish|contain|gone)$/.test(token.concept?.id ?? '') &&
        signOf(token) === 1 &&
        token.mood === 'plain' &&
        !holdsSomething(tokens, token) &&
        !isNotReached(tokens, token) &&
        // "It is still closed": shut.
        !(token.text === 'closed' && tokens[tokens.indexOf(token) - 1]?.text === 'still'),
    );
    if (!end || overlaps(match.span, taken) || isTakenBack(claims.said, match)) return null;
    if (
      !tokens.some(
        ({ text }, at) =>
          (wholes.test(text) && !isOfAThing(tokens, at) && !isSaidOfAnother(tokens, at, end)) ||
          /^(?:fully|completely|entirely|totally)$/.test(text),
      )
    )
      return null;
    // "Only 3.8.2 closes it" says what it would take.
    if (
      tokens.some(({ text }) =>
        /^(?:until|till|once|when|before|not|after|only|partly|partially|mostly|moment)$/.test(
          text,
        ),
      )
    )
      return null;
    // "Contained for now", "contained, the investigation goes on", "contained but not closed".
    if (
      isTakenBackBehind(match.sentence.byClause[match.clause + 1] ?? []) ||
      tokens.some(({ text }, at) => text === 'for' && tokens[at + 1]?.text === 'now') ||
      match.sentence.tokens.some(({ text }, at, all) =>
        text === 'on'
          ? /^go(?:es)?$/.test(all[at - 1]?.text ?? '')
          : /^(?:continues|ongoing)$/.test(text) ||
            (text === 'investigation' && all[at - 1]?.text === 'under'),
      )
    )
      return null;
    const key = keyOf(end);
    const known = claims.facts.some(
      ({ state, statement }) =>
        state === 'asked' &&
        statement.elements.some((element) => element.key === key && element.sign === 1) &&
        (!isShut(statement) || isOfPointed(tokens, end)),
    );
    // "It ended at 09:30", where that is the time that is known.
    const timed = tokens.some(
      ({ figure }) =>
        figure !== null &&
        /^(?:time|date)$/.test(figure.kind) &&
        claims.facts.some(
          ({ state, statement }) =>
            state === 'asked' &&
            statement.elements.some((other) => other.figure && isSameFigure(figure, other.figure)),
        ),
    );
    if (known || timed || findSupport(claims, match) >= 0.7) return null;
    if (key === 'contain' && tellsBrake(claims) && !isReachOpen(claims)) return null;
    const why =
      'No fact says that it is over. A reader who hears this stops asking; say which brakes hold and what is still open.';
    return {
      rule: 'unproven-all-clear',
      cost: 0.1,
      spans: [spanOf(match.sentence, match.clause)],
      why,
    };
  });
}
