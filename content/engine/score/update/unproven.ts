import type { Span } from '../sentences.ts';
import { findSupport, type Claims } from './support.ts';
import { isSameFigure } from './figures.ts';
import type { Finding } from './finding.ts';
import { matchClause, spanOf, type Match } from './match.ts';
import { isQuoted, isRetracted } from './correction.ts';
import { keyOf, readStatement, signOf, type SaidSentence } from './statement.ts';
import type { Token } from './token.ts';

const none: ReadonlySet<never> = new Set();

/** A clause as a match of nothing, to ask what bears it out. */
function asMatch(sentence: SaidSentence, clause: number): Match {
  return {
    coverage: 0,
    agreed: 0,
    sense: 'absent',
    mood: 'plain',
    met: none,
    turned: none,
    near: none,
    span: spanOf(sentence, clause),
    sentence,
    clause,
  };
}

function eachClause(
  { said }: Claims,
  see: (tokens: readonly Token[], match: Match) => Finding | null,
): readonly Finding[] {
  return said.flatMap((sentence) =>
    Array.from({ length: Math.min(50, sentence.clauses) }, (_, clause) => {
      const tokens = sentence.byClause[clause] ?? [];
      return tokens.length === 0 ? null : see(tokens, asMatch(sentence, clause));
    }).filter((finding) => finding !== null),
  );
}

const harms = new Set(['take', 'access', 'expose', 'compromise', 'lose']);
const valuables = new Set([
  'data',
  'customer',
  'person',
  'card',
  'account',
  'credential',
  'token',
  'money',
  'backup',
  'order',
  'mail',
  'staff',
  'pay',
]);

/** "No data was accessed", "your data is safe": nobody knows without proof, which takes a fact. */
export function findUnprovenSafety(
  claims: Claims,
  taken: readonly Span[],
  forbidden: readonly string[] = [],
): readonly Finding[] {
  // What a claim must not be made of is open, whatever it is; the opposite is no better known.
  const open = new Set(
    forbidden.flatMap((text) =>
      readStatement(text, false)
        .elements.filter(
          ({ concept, figure, weight }) => !concept?.act && !figure && weight >= 0.75,
        )
        .map(({ key }) => key),
    ),
  );
  return eachClause(claims, (tokens, match) => {
    const act = tokens.find(
      (token) =>
        harms.has(token.concept?.id ?? '') &&
        !token.hollow &&
        signOf(token) === -1 &&
        (token.mood === 'plain' || token.mood === 'weak') &&
        // Disks and logs are preserved as evidence; that says nothing of what was taken.
        !/^preserv/.test(token.text),
    );
    if (!act || isShutOut(tokens, act)) return null;
    const advice = tokens
      .slice(0, 3)
      .some(({ text }) => /^(?:please|do|don't|never|you|if|should|must|be|avoid)$/.test(text));
    // "No other tape is missing" is not said of the one that is.
    const spared = tokens.some(({ text }) => /^(?:other|others|further|else)$/.test(text));
    const thing =
      tokens.some(
        (token) =>
          valuables.has(keyOf(token)) || (!token.hollow && !spared && open.has(keyOf(token))),
      ) || tokens.some(({ text }) => /^(?:nothing|nobody|everything|none|anything)$/.test(text));
    if (
      !thing ||
      advice ||
      overlaps(match.span, taken) ||
      isRetracted(match.sentence, match.clause)
    )
      return null;
    if (supportsSafety(claims, match, act) || isQuoted(match.sentence)) return null;
    const why =
      'Nothing in the facts proves this. Until it is proven, say what was looked at and what it showed: “we have no evidence so far that …”.';
    return {
      rule: 'no-access-without-proof',
      cost: act.mood === 'plain' ? 0.25 : 0.1,
      spans: [match.span],
      why,
    };
  });
}

/** "Customers could not log in" tells of harm. That an attacker could not is what takes proof. */
function isShutOut(tokens: readonly Token[], act: Token): boolean {
  const at = tokens.findIndex(({ text }) =>
    /^(?:cannot|can't|could|couldn't|can|unable|able)$/.test(text),
  );
  return (
    at > 0 &&
    at < tokens.indexOf(act) &&
    keyOf(act) === 'access' &&
    tokens
      .slice(0, at)
      .some((token) =>
        /^(?:customer|staff|person|you|people|we)$/.test(token.concept?.id ?? token.text),
      )
  );
}

function supportsSafety({ facts }: Claims, { sentence, clause }: Match, act: Token): boolean {
  const tokens = sentence.byClause[clause] ?? [];
  const named = tokens.filter((token) => valuables.has(keyOf(token)));
  // "None is lost" speaks of what was named just before; "nothing" of anything at all.
  const pointed = named.length > 0 || tokens.some(({ text }) => text === 'none');
  return facts.some(({ state, statement }) => {
    if (state !== 'asked' || statement.mood === 'open') return false;
    const { elements } = statement;
    // "Untouched" is how people say "not affected".
    const whole = /^(?:untouched|unharmed|intact)$/.test(act.text);
    const isDenied = (key: string): boolean =>
      elements.some((element) => element.key === key && element.sign === -1);
    if (![...harms].some(isDenied) && !(whole && isDenied('affect'))) return false;
    // A fact of two parts ("no order is lost, and nobody was charged twice") bears out each.
    const sameAct = isDenied(keyOf(act)) || (whole && isDenied('affect'));
    const known = (token: Token): boolean => elements.some(({ key }) => key === keyOf(token));
    if (sameAct && pointed && named.every(known)) return true;
    // "Nothing lost", where no documents are lost: of data as a whole, not of one kind.
    const kinds = elements.filter(({ key }) => valuables.has(key)).map(({ key }) => key);
    if (
      sameAct &&
      named.length === 0 &&
      kinds[0] === 'data' &&
      !kinds.some((key) => /^(?:card|credential|money|customer|person|account|token)$/.test(key))
    )
      return true;
    const match = matchClause(statement, sentence, clause, false);
    return match.sense === 'same' && match.agreed >= 0.5;
  });
}

export function overlaps([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some(([from, to]) => start < to && from < end);
}

const wholes =
  /^(?:incident|it|this|attack|threat|situation|everything|breach|issue|problem|all|matter|danger|risk|emergency|case)$/;

/** "It is over", "fully contained": a reader who hears it stops asking. */
export function findAllClear(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  return eachClause(claims, (tokens, match) => {
    const end = tokens.find(
      (token) =>
        /^(?:finish|contain|gone)$/.test(token.concept?.id ?? '') &&
        signOf(token) === 1 &&
        token.mood === 'plain',
    );
    if (!end || overlaps(match.span, taken)) return null;
    if (
      !tokens.some(
        ({ text }) => wholes.test(text) || /^(?:fully|completely|entirely|totally)$/.test(text),
      )
    )
      return null;
    if (tokens.some(({ text }) => /^(?:until|till|once|when|before|not|after)$/.test(text)))
      return null;
    const key = keyOf(end);
    const known = claims.facts.some(
      ({ state, statement }) =>
        state === 'asked' &&
        statement.elements.some((element) => element.key === key && element.sign === 1),
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

const attributions = new Set([
  'former',
  'insider',
  'state-actor',
  'russia',
  'china',
  'north-korea',
  'iran',
]);
const groups =
  /^(?:apt\d+|competitor|competitors|activist|activists|hacktivist|hacktivists|gang|cartel|mafia|ex-employee|teenager|teenagers)$/;
const certain = /^(?:clearly|obviously|undoubtedly|certainly|surely|definitely|evidently)$/;
const motive = /^(?:wanted|intended|motivated|motive|aimed|goal|revenge|trying)$/;

/** Who did it, why, and how they came in, told without a fact that says so. */
export function findSpeculation(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  return eachClause(claims, (tokens, match) => {
    if (overlaps(match.span, taken) || tokens.some(({ mood }) => mood === 'open')) return null;
    if (tokens.some(({ text }) => /^(?:sorry|regret|apolog(?:[iy][sz]e|ies))$/.test(text)))
      return null;
    const stated = (keep: (token: Token) => boolean): Token | undefined =>
      tokens.find((token) => keep(token) && !token.negated && !isInFacts(claims, keyOf(token)));
    const who = stated((token) => attributions.has(keyOf(token)) || groups.test(token.text));
    const sure = stated(({ text }) => certain.test(text));
    const aim =
      stated(({ text }) => motive.test(text)) &&
      tokens.some((token) => /^(?:attacker|attack)$/.test(keyOf(token)) || token.text === 'they');
    const must = tokens.some(({ text }, at) => text === 'must' && tokens[at + 1]?.text === 'have');
    const cause = tokens.find(
      (token) => keyOf(token) === 'cause' || (token.text === 'because' && tokens.length > 5),
    );
    // "The cause is known: a certificate ran out" is told in two parts.
    const baseless =
      shareInFacts(claims, tokens) < 0.5 && shareInFacts(claims, match.sentence.tokens) < 0.5;
    const found =
      who ?? (baseless ? (sure ?? (aim || must ? tokens[0] : undefined) ?? cause) : undefined);
    // Only a "because": a writer knows more than the facts tell.
    const mild = found === cause;
    if (!found) return null;
    const weak = tokens.some(({ mood }) => mood === 'weak') && !must;
    const why =
      'No fact says who did it, why or how. A guess that is told as a fact is quoted as one: say that it is being looked into, or leave it out.';
    const cost = (who ? 0.18 : mild ? 0.03 : 0.12) * (weak ? 0.5 : 1);
    return { rule: 'speculation', cost, spans: [match.span], why };
  });
}

export function isOfFacts(claims: Claims, token: Token): boolean {
  return isInFacts(claims, keyOf(token));
}

function isInFacts({ facts }: Claims, key: string): boolean {
  let keys = keysOf.get(facts);
  if (!keys) {
    keys = new Set(
      facts
        .filter(({ state }) => state !== 'future')
        .flatMap(({ statement }) => statement.elements.map((element) => element.key)),
    );
    keysOf.set(facts, keys);
  }
  return keys.has(key);
}

const keysOf = new WeakMap<Claims['facts'], ReadonlySet<string>>();

function shareInFacts(claims: Claims, tokens: readonly Token[]): number {
  const told = tokens.filter(({ hollow, figure }) => !hollow && !figure);
  const known = told.filter((token) => isInFacts(claims, keyOf(token)));
  return told.length === 0 ? 1 : known.length / told.length;
}

/** Whether nothing in the facts bears a clause out. */
export function isBaseless(claims: Claims, sentence: SaidSentence, clause: number): boolean {
  return (
    shareInFacts(claims, sentence.byClause[clause] ?? []) < 0.4 &&
    findSupport(claims, asMatch(sentence, clause)) < 0.35
  );
}

/** "Staff data is not affected": that something did not happen, told as certain. */
export function isDenial(sentence: SaidSentence, clause: number): boolean {
  return (sentence.byClause[clause] ?? []).some(
    (token) => token.concept?.act === true && token.mood === 'plain' && signOf(token) === -1,
  );
}

/** Statements that no fact bears out and no reader needs: not a fault that is named, but no news either. */
export function findUnsupported(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  const found = eachClause(claims, (tokens, match) => {
    const told = tokens.filter(({ hollow }) => !hollow);
    if (told.length < 3 || overlaps(match.span, taken) || isRetracted(match.sentence, match.clause))
      return null;
    if (tokens.some(({ mood }) => mood === 'open' || mood === 'planned')) return null;
    if (tokens.some(({ text }) => courtesy.test(text))) return null;
    if (shareInFacts(claims, tokens) >= 0.4 || findSupport(claims, match) >= 0.35) return null;
    const why = 'Nothing in the facts bears this out. Say what it rests on, or leave it out.';
    return { rule: 'unsupported-statement', cost: 0, spans: [match.span], why };
  });
  const [first] = found;
  if (!first) return [];
  const spans = found.flatMap(({ spans: own }) => own);
  return [{ ...first, cost: Math.min(0.08, 0.015 * spans.length), spans: spans.slice(0, 12) }];
}

const courtesy =
  /^(?:sorry|apologise|apologize|apologies|thank|thanks|please|you|your|regret|dear|hello|regards|questions?|contact|call|write|help|we|i)$/;

/** A text that for a good part speaks of something else: what matters is there, and is not found. */
export function findDigressions(claims: Claims, taken: readonly Span[]): readonly Finding[] {
  let words = 0;
  let idle = 0;
  const spans: Span[] = [];
  eachClause(claims, (tokens, match) => {
    words += tokens.length;
    const bears =
      shareInFacts(claims, tokens) >= 0.34 ||
      tokens.some(({ figure }) => figure) ||
      overlaps(match.span, taken);
    if (!bears) {
      idle += tokens.length;
      spans.push(match.span);
    }
    return null;
  });
  const share = idle / Math.max(1, words);
  if (words < 60 || share < 0.35) return [];
  const why = 'A good part of this speaks of something else. What the reader needs is lost in it.';
  return [
    {
      rule: 'digression',
      cost: Math.min(0.35, 0.02 + (share - 0.35) * 0.8),
      spans: spans.slice(0, 12),
      why,
    },
  ];
}
