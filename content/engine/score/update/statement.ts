import type { Figure } from './figure.ts';
import { findMeaning, type Concept } from './lexicon.ts';
import { readText } from './reading.ts';
import { isFaint } from './small-words.ts';
import { findStem } from './stem.ts';
import type { Mood, Token } from './token.ts';

/** One thing a statement says: a matter, or a figure. */
export interface Element {
  readonly key: string;
  readonly concept: Concept | null;
  /** -1 where it is said not to be so. */
  readonly sign: 1 | -1;
  readonly figure: Figure | null;
  readonly units: readonly string[];
  /** A number that names a thing ("nodes 3 and 6") and counts nothing. */
  readonly label: boolean;
  /** Of "gateway 3" both words: the key of the thing that has a number for a name. */
  readonly numbered: string | null;
  readonly weight: number;
  readonly name: boolean;
  /** Said of what is still to come, or of what was not found, beside what is so. */
  readonly aside: boolean;
  /** A thing that is denied beside a deed that was done: "a name, but no address". */
  readonly spared: boolean;
  /** Said not to be known. */
  readonly open: boolean;
  /** A deed by which only something is named ("the infection is not contained"), or a reason behind "because". */
  readonly beside: boolean;
  /** The clause of the statement that it stands in. */
  readonly part: number;
}

/** A fact or a claim, taken apart for comparison with what was written. */
export interface Statement {
  readonly text: string;
  readonly elements: readonly Element[];
  /** The sum of the weights of the elements. */
  readonly weight: number;
  readonly mood: Mood;
  /** Figures that the statement itself calls old: "not 14 but 13,000". */
  readonly oldFigures: readonly Figure[];
  /** "Not 14", "turned out", "wrong": it takes the place of something said before. */
  readonly corrects: boolean;
  /** What an open statement asks: with an answer to that it is settled. */
  readonly asks: 'why' | 'how' | 'where' | 'when' | 'who' | 'count' | null;
}

export function keyOf(token: Token): string {
  return token.concept?.id ?? token.stem;
}

export function signOf(token: Token): 1 | -1 {
  return token.negated ? (token.sign === 1 ? -1 : 1) : token.sign;
}

/** An identifier of a machine, a record or a rule: no word that a reader outside needs. */
export function isCode(raw: string): boolean {
  // "3.1M/min" is a measure.
  if (/^\d[\d.,]*[a-z]{0,3}\/(?:s|sec|min|minute|h|hr|hour|day|week|month)$/i.test(raw))
    return false;
  return (
    (/\d/.test(raw) &&
      /[a-z]/i.test(raw) &&
      raw.length >= 5 &&
      !/^\d+(?:st|nd|rd|th|min|mins|hrs|am|pm)$/i.test(raw)) ||
    /^\d{1,3}(?:\.\d{1,3}){3}$/.test(raw) ||
    /[a-z]_[a-z]|[a-z][A-Z]|\w@\w|\w\/\w.*\/|::/.test(raw)
  );
}

const corrections =
  /\b(?:(?:is|are|was|were|be|been|out|proved|it|this|that|figure|number|count) (?:\w+ )?(?:wrong|incorrect)|wrong (?:figures?|numbers?|count|information)|wrongly|mistaken|corrects?|corrected(?! (?!figures?|numbers?|counts?|totals?|estimates?|to|from|by|at|as|and|in|on)\w)|correction|revised|turned out|turns out|in fact|actually|no longer|supersedes?|replaces the|not \d+|rather than|(?:up|down) from(?! \d{1,2}[:.]\d\d)|higher than|lower than|instead|was the (?:number|count|figure|estimate))\b/i;
const oldLead =
  /^(?:from|first|earlier|initial|initially|previous|previously|originally|original|not|instead|than|old)$/;

/** Reads a fact or a claim. `plain` readers are not asked for identifiers. */
export function readStatement(text: string, plain: boolean): Statement {
  // A fact is a sentence; nothing that is longer is one.
  const given = text.slice(0, 4_000);
  const whole = fillEllipsis(given);
  const tokens = readText(whole).sentences.flatMap(({ tokens: own }) => own);
  const said =
    whole === given ? tokens : readText(given).sentences.flatMap(({ tokens: own }) => own);
  const figures = tokens.filter(({ figure }) => figure);
  const old = new Set(
    figures.filter((token) => {
      const at = tokens.indexOf(token);
      // "7,400 was the number that only downloaded it".
      const former =
        tokens[at + 1]?.text === 'was' &&
        /^(?:number|count|figure|estimate)$/.test(tokens[at + 3]?.text ?? '');
      // "240 sacks; the 5,200 was the whole stock".
      const explained =
        tokens[at - 1]?.text === 'the' &&
        /^(?:was|were)$/.test(tokens[at + 1]?.text ?? '') &&
        /^(?:the|our|all|a)$/.test(tokens[at + 2]?.text ?? '');
      const lead =
        former ||
        explained ||
        [1, 2, 3].some((back) => oldLead.test(tokens[at - back]?.text ?? ''));
      return (
        (token.negated || lead) &&
        corrections.test(text) &&
        figures.some((other) => other !== token && other.figure?.kind === token.figure?.kind)
      );
    }),
  );
  const seen = new Set<string>();
  const labels = findLabels(tokens);
  const numbered = findNumbered(tokens, labels);
  const asides = findAsides(tokens);
  const reviewed = findReviewed(text, tokens);
  const beside = findBeside(tokens);
  const asked = isQuestionAlone(text) || isSoughtAlone(text, figures.length);
  const elements = tokens.flatMap((token): Element[] => {
    if (token.hollow || old.has(token) || isNone(token, tokens)) return [];
    if (namesADeed(token, tokens)) return [];
    const key = token.figure ? `#${token.figure.kind}${token.figure.value}` : keyOf(token);
    // "It failed and runs again" says both, one after the other.
    const name = token.concept?.act ? `${key} ${signOf(token)}` : key;
    if (seen.has(name)) return [];
    seen.add(name);
    const { concept, figure, units } = token;
    const isProper = isName(token, tokens);
    const weight = isElapsed(token, tokens) || isUnnamed(token) ? 0.15 : weigh(token, key, plain);
    const label = labels.has(token);
    const aside = asides.has(token.clause);
    const spared = !figure && !concept?.act && isSpared(token, said);
    return [
      {
        key,
        concept,
        sign: signOf(token),
        figure,
        units,
        label,
        numbered: numbered.get(token) ?? null,
        name: isProper,
        weight,
        aside,
        spared,
        open: asked || (token.mood === 'open' && !reviewed.has(token)),
        beside: beside.has(token),
        part: token.clause,
      },
    ];
  });
  return {
    text,
    elements,
    weight: elements.reduce((sum, { weight }) => sum + weight, 0),
    mood: asked ? 'open' : isToldWhen(text) ? 'plain' : findMood(tokens, asides),
    oldFigures: [...old].flatMap(({ figure }) => figure ?? []),
    corrects: corrections.test(text),
    asks: findQuestion(text),
  };
}

const auxiliary =
  /^(?:is|are|was|were|has|have|had|can|could|cannot|can't|will|won't|isn't|aren't|wasn't|weren't|hasn't|haven't|did|didn't|does|doesn't|do|don't)$/;

/** Deeds that name what a clause is about ("the infection is not contained"), and those that give its reason. */
function findBeside(tokens: readonly Token[]): ReadonlySet<Token> {
  const clauses = new Set(tokens.map(({ clause }) => clause));
  return new Set(
    [...clauses].flatMap((own): readonly Token[] => {
      const words = tokens.filter(({ clause }) => clause === own);
      const acts = words.filter(({ concept }) => concept?.act);
      if (/^(?:because|since|as|after)$/.test(words[0]?.text ?? '')) return acts;
      const turn = words.findIndex(({ text }) => auxiliary.test(text));
      const named = acts.filter((token) => {
        const at = words.indexOf(token);
        // "Work on two titles stands still".
        const noun = at === 0 && /^(?:on|of|at|in|by|from)$/.test(words[1]?.text ?? '');
        return at < turn || noun;
      });
      return named.length < acts.length ? named : [];
    }),
  );
}

/**
 * "Two reports are under review", "they are being examined": that there are two, and that somebody looks, is known;
 * open is only what will come of it.
 */
function findReviewed(text: string, tokens: readonly Token[]): ReadonlySet<Token> {
  if (/\b(?:whether|if|how|who|which|possible|possibly|alleged\w*|suspected|claims?)\b/i.test(text))
    return new Set();
  const look = tokens.findIndex((token, at) => {
    const [next = '', after = ''] = tokens.slice(at + 1, at + 3).map(({ text: own }) => own);
    return (
      (token.text === 'under' && (reviews.test(next) || reviews.test(after))) ||
      (token.text === 'being' && looks.test(next))
    );
  });
  const clause = tokens[look]?.clause;
  return new Set(tokens.slice(0, look + 3).filter((token) => token.clause === clause));
}

const reviews = /^(?:review|investigation|examination|analysis)$/;
const looks =
  /^(?:examined|checked|reviewed|read|searched|analysed|analyzed|inspected|compared|tested)$/;

/** "The gallery is affected; the apps are not": what they are not stands before. */
function fillEllipsis(text: string): string {
  const [, state] = /\b(?:is|are|was|were) (\w+(?: again)?)\b/.exec(text) ?? [];
  const [word = ''] = state?.split(' ') ?? [];
  // "Cards were not [shown]" denies the cards by itself.
  return findMeaning(word, findStem(word))?.concept.act !== true
    ? text
    : text.replace(
        /(?<=[;,][^;,.]*\b(?:is|are|was|were) not)(?=\s*(?:[.;,]|$))/g,
        () => ` ${state}`,
      );
}

/** "The risk is zero", "zero risk": a denial, and no figure of its own. */
function isNone(token: Token, all: readonly Token[]): boolean {
  if (token.text !== 'zero') return false;
  const at = all.indexOf(token);
  const next = all[at + 1];
  return (
    /^(?:is|was|are|be)$/.test(all[at - 1]?.text ?? '') ||
    (next !== undefined && !next.hollow && !next.figure)
  );
}

/** Whether a thing is denied while nothing that happens in its clause is. */
function isSpared(token: Token, all: readonly Token[]): boolean {
  return (
    token.negated &&
    token.mood !== 'open' &&
    all.some(({ concept, negated }) => concept?.act && !negated) &&
    !all.some(({ clause, concept, negated }) => clause === token.clause && concept?.act && negated)
  );
}

/** "When they hear again": names what is to be told, and is no unknown. */
function isToldWhen(text: string): boolean {
  return (
    /^(?:by )?when (?:we|i|you|they|he|she|it|the)\b[^,;:]*$/i.test(text) &&
    !/\b(?:not|unknown|unclear|open|nobody|no one|whether|if)\b/i.test(text)
  );
}

/** "Why the probe stayed green": a fact that only asks names what is not known. */
function isQuestionAlone(text: string): boolean {
  return (
    /^(?:why|how|who|whose|which|what|where|if|whether) \w+ [^,;:]*$/i.test(text) &&
    // "Which files they were is being listed" says what is done about it.
    !/\b(?:known|clear|found|established|confirmed|being|(?:is|are) (?:still |now )?(?:under|open|to be|asked|looked|checked))\b/i.test(
      text,
    ) &&
    // "What was read are names" and "who leads is Ana" tell.
    !/\b(?:is|are|was|were) (?:a|an|the|our|\p{Lu})/u.test(text)
  );
}

/** "The cause", "number of callers without help": with no figure and no verb it is named as sought. */
function isSoughtAlone(text: string, figures: number): boolean {
  return (
    figures === 0 &&
    /^(?:the )?(?:exact |total |final |full |root )?(?:number|amount|total|count|extent|cause|reason|origin|source)\b[^,;:]*$/i.test(
      text,
    ) &&
    !/\b(?:is|are|was|were|has|have|remains?|lies|being)\b/i.test(text)
  );
}

function findQuestion(text: string): Statement['asks'] {
  if (/\bhow (?:many|much)\b/i.test(text)) return 'count';
  const word = /\b(why|how(?! (?:many|much|long|far))|where|when|whether|if|who|which|what)\b/i
    .exec(text)?.[1]
    ?.toLowerCase();
  return word === 'why' || word === 'how' || word === 'where' || word === 'when' || word === 'who'
    ? word
    : null;
}

/** "At minute 45": a mark of the case file; an update gives the time of day, or none. */
function isElapsed(token: Token, all: readonly Token[]): boolean {
  const at = all.indexOf(token);
  return token.figure
    ? all[at - 1]?.text === 'minute'
    : (token.text === 'minute' && all[at + 1]?.figure != null) || /^t\+\d+$/.test(token.text);
}

/** "Somebody left the door open" and "the door was left open" say the same. */
function isUnnamed({ text }: Token): boolean {
  return /^(?:somebody|someone)$/.test(text);
}

function findLabels(tokens: readonly Token[]): ReadonlySet<Token> {
  const labels = new Set<Token>();
  for (const [at, token] of tokens.entries()) {
    if (token.figure?.kind !== 'count' || token.units.length > 0) continue;
    const before = tokens[at - 1];
    const earlier = tokens[at - 2];
    const named = before && !before.hollow && !before.figure && !before.concept?.act;
    const listed = before?.text === 'and' && earlier !== undefined && labels.has(earlier);
    if ((named && token.gap.trim() === '') || listed) labels.add(token);
  }
  return labels;
}

function findNumbered(
  tokens: readonly Token[],
  labels: ReadonlySet<Token>,
): ReadonlyMap<Token, string> {
  const numbered = new Map<Token, string>();
  for (const label of labels) {
    const thing = tokens
      .slice(0, tokens.indexOf(label))
      .findLast((token) => !token.hollow && !token.figure);
    if (!thing) continue;
    numbered.set(label, thing.text);
    numbered.set(thing, thing.text);
  }
  return numbered;
}

function isName(token: Token, all: readonly Token[]): boolean {
  return /^\p{Lu}\p{Ll}+/u.test(token.raw) && token !== all[0] && !token.concept;
}

function weigh({ figure, concept, raw, stem }: Token, key: string, plain: boolean): number {
  if (figure) {
    if (figure.kind === 'count') return figure.value === 0 ? 1.5 : figure.value <= 1 ? 0.5 : 2;
    if (figure.kind === 'money' || figure.kind === 'percent') return 2;
    if (figure.kind === 'size') return 1.5;
    return figure.kind === 'year' ? 0.5 : 1.2;
  }
  // Where to write is for every reader.
  if (/^[^@]+@[^@]+\.[^@]+$/.test(raw)) return 1.2;
  if (isCode(raw)) return plain ? 0.2 : 1.2;
  if (isFaint(key) || isFaint(stem)) return 0.35;
  // That it was found is how it is known; what was found is the matter.
  if (concept?.id === 'find') return 0.8;
  if (concept?.act) return 1.5;
  return concept ? 1 : 0.8;
}

/** Clauses that tie a statement to what is to come, or tell what a search did not find: the rest is certain. */
function findAsides(tokens: readonly Token[]): ReadonlySet<number> {
  return new Set(
    tokens.flatMap(({ text, clause, mood }, at) =>
      clause > 0 &&
      mood === 'open' &&
      tokens[at - 1]?.clause !== clause &&
      (/^(?:until|till|once|unless)$/.test(text) ||
        (/^(?:and|but)$/.test(text) &&
          /^(?:shows?|showed|sees?|saw|found|no|none|nothing)$/.test(tokens[at + 1]?.text ?? '') &&
          tokens[at + 2]?.text !== 'one'))
        ? [clause]
        : [],
    ),
  );
}

function findMood(tokens: readonly Token[], asides: ReadonlySet<number>): Mood {
  const told = tokens.filter(({ hollow, clause }) => !hollow && !asides.has(clause));
  const count = (mood: Mood): number => told.filter((token) => token.mood === mood).length;
  if (count('open') > 0) return 'open';
  if (count('weak') * 2 > told.length) return 'weak';
  return count('planned') * 2 > told.length ? 'planned' : 'plain';
}

/** Names alone, with nothing that happens. */
export function isBare(statement: Statement): boolean {
  return !statement.elements.some(({ concept }) => concept?.act);
}

/** "Tokens are not revoked because the revocation job crashes": what the job is called does not say that they are. */
function namesADeed(token: Token, tokens: readonly Token[]): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return (
    /(?:tion|ment|al|ing)$/.test(token.text) &&
    !token.negated &&
    next !== undefined &&
    !next.hollow &&
    /^(?:jobs?|process|scripts?|runs?|tools?|tasks?|services?|workers?|steps?|procedures?)$/.test(
      next.text,
    ) &&
    tokens.some((other) => other !== token && other.negated && keyOf(other) === keyOf(token))
  );
}
