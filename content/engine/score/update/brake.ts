import { matchBest } from './match.ts';
import type { Element, Statement } from './statement.ts';
import type { Claims } from './support.ts';

/**
 * Whether a fact that holds tells of a brake put on what did the harm, and the text tells it too: the key revoked, the
 * folder closed, the machine taken off. Then "it is contained" and "no more are lost since" say what follows, and the
 * reader sees from what. A word of comfort with no brake beside it rests on nothing.
 */
export function tellsBrake(claims: Claims): boolean {
  const known = told.get(claims) ?? findBrake(claims);
  told.set(claims, known);
  return known;
}

/** Each clause of a text may ask. */
const told = new WeakMap<Claims, boolean>();

function findBrake({ facts, said }: Claims): boolean {
  return facts.some(
    ({ state, statement }) =>
      state === 'asked' &&
      statement.mood === 'plain' &&
      isBrake(statement) &&
      matchBest(statement, said, false).some(
        (match) =>
          match.sense === 'same' &&
          match.mood === 'plain' &&
          match.agreed >= 0.6 &&
          [...match.met].some(isBraking),
      ),
  );
}

/** Whether the facts leave open how far it reaches: then nobody can say that it is held. */
export function isReachOpen({ facts }: Claims): boolean {
  return facts.some(
    ({ state, statement, fact }) =>
      state === 'asked' && statement.mood === 'open' && reach.test(fact.text),
  );
}

const reach =
  /\b(?:others?|same|also|more|further|else|elsewhere|another|any|still|remaining|spread|spreading|beyond|moved|got in|entry|way in|left behind|back door)\b/i;

function isBraking({ key, sign, open, aside }: Element): boolean {
  return sign === 1 && !open && !aside && /^(?:off|isolate|gone|rotate|finish)$/.test(key);
}

/** A deed of ours: what expired, ran out or refuses is harm, and "the case is closed" no brake. */
function isBrake({ text, elements }: Statement): boolean {
  return (
    elements.some(
      (element) =>
        isBraking(element) && (element.key !== 'finish' || /\b(?:closed|shut)\b/i.test(text)),
    ) &&
    !/\b(?:expired?|ran out|run out|refus\w+|den(?:y|ied)|dead|inactive|cancell?ed|locked out|will be|is to be|are to be)\b/i.test(
      text,
    )
  );
}
