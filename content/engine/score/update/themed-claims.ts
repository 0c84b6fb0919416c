import type { Span } from '../sentences.ts';
import type { ClaimTheme } from './claim-theme.ts';
import { claimThemes, pointingAtPeople, thingKinds } from './claim-themes.ts';
import { isDisputed, isRetracted } from './correction.ts';
import type { Finding } from './finding.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import { type Element, readStatement, type Statement } from './statement.ts';
import type { Claims } from './support.ts';
import { unfinished } from './other-matter.ts';
import { denial } from './sayings.ts';
import { isTakenBack } from './taken-back.ts';
import type { Token } from './token.ts';

/**
 * A claim that must not be made, said in words that share none with it: "the burglars went home without it" for "the
 * key was not stolen". Told by the theme of the claim, in plain mood, of its thing or of nothing else; not where it is
 * denied, asked, put as a condition, refuted, or borne out by a fact that is known.
 */
export function findThemed(claims: Claims, statement: Statement): readonly Finding[] {
  // "Root cause found" asks nothing.
  if (statement.mood === 'open' && doubted.test(statement.text)) return [];
  const made = claimThemes
    .filter(({ claim, not }) => claim.test(statement.text) && !not?.test(statement.text))
    .filter((theme) => !isBorneOut(claims, theme, statement))
    .flatMap((theme) => claims.said.flatMap((one) => findSaid(claims, theme, statement, one)));
  if (made.length === 0) return [];
  const cost = Math.max(...made.map((one) => one.cost));
  const why = `This says in other words what must not be claimed: “${statement.text}”. Say what was seen, and what is not known yet.`;
  return [{ rule: 'forbidden-claim', cost, spans: made.map(({ span }) => span), why }];
}

const doubted =
  /\b(?:whether|if|how|why|who|not known|unknown|unclear|no (?:evidence|signs?|indications?))\b/i;

interface Said {
  readonly span: Span;
  readonly cost: number;
}

function findSaid(
  claims: Claims,
  theme: ClaimTheme,
  statement: Statement,
  sentence: SaidSentence,
): readonly Said[] {
  const { text, starts } = writePlainly(sentence);
  const hit = theme.said.exec(text);
  if (!hit || theme.also?.test(text) === false) return [];
  const [said] = hit;
  const end = hit.index + said.length;
  const tokens = sentence.tokens.filter(
    (_, at) => (starts[at] ?? 0) >= hit.index && (starts[at] ?? 0) < end,
  );
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || isLeftOpen(theme, text, hit.index, end) || isDeniedInside(theme, said))
    return [];
  if (tokens.some(({ mood }) => mood === 'open')) return [];
  const clause = first.clause;
  if (
    !isAbout(claims, theme, statement, sentence) ||
    isDisputed(claims.said, sentence) ||
    isRetracted(sentence, clause) ||
    isTakenBack(claims.said, { sentence, clause })
  )
    return [];
  const isHedged = !theme.future && tokens.some(({ mood }) => mood === 'weak');
  return [
    {
      span: [spanOf(sentence, clause)[0], spanOf(sentence, last.clause)[1]],
      cost: isHedged ? 0.15 : 0.25,
    },
  ];
}

/** What stands before an idiom in its part of the sentence and takes the claim back. */
const opening =
  /\b(?:whether|if|unless|until|till|once|when|assum\w+|suppos\w+|hop(?:e|es|ed|ing)|would|might|may|should|could|cannot|rumou?rs?|claims?|claimed|says?|said|heard|reads?|wr(?:o|i)te|written|asks?|asked|unclear|unknown|open|theory|theories|guess|question|nobody|no one|no (?:proof|evidence|signs?|indications?)|not|never|hardly|nothing|neither|nor|rather than|instead of|far from|stop|as though|possib\w+|perhaps|maybe|in case|even if|to be sure that|check\w* that|at least)\b|n't\b/;
const openBehind =
  /\b(?:(?:is|are|was|remains?|has|have) (?:\w+ )?(?:not|un\w+|open|yet|still)\b|isn't|hasn't|whether|we (?:do not|don't|cannot|can't) (?:know|say|tell)|nobody (?:knows|can))/;

/** "Nobody gets to say that they are gone", "if they got away with it", "… is not known". */
function isLeftOpen({ not }: ClaimTheme, text: string, from: number, to: number): boolean {
  // "Not yet told" is no turn.
  const lead = text.slice(0, from).replace(/\b(not|n't) yet\b/g, '$1');
  const part = lead.slice(
    Math.max(...[', ', ' but ', ' yet ', ' still '].map((cut) => lead.lastIndexOf(cut) + 1)),
  );
  const behind = text.slice(to).split(', ', 1)[0] ?? '';
  // "No message has been lost": of a claim that something was.
  if (not === denial && /\b(?:no|none|without)\b/.test(part)) return true;
  return opening.test(part) || openBehind.test(behind) || unfinished.test(text);
}

/** "They did not go home empty-handed": what says the same without its "not" is denied by it. */
function isDeniedInside({ said }: ClaimTheme, hit: string): boolean {
  const bare = hit.replace(
    /\b(?:did|does|do|has|have|is|was|were|are) not |\b(?:not|never|hardly) |n't\b/g,
    '',
  );
  return bare !== hit && said.test(bare);
}

/** What is known may be said: in the words of the claim, or in others. */
function isBorneOut({ facts }: Claims, { said, about }: ClaimTheme, claim: Statement): boolean {
  return facts.some(({ state, fact, statement }) => {
    if (state === 'future' || state === 'superseded' || statement.mood !== 'plain') return false;
    const has = (own: Element): boolean =>
      statement.elements.some(({ key, sign }) => key === own.key && sign === own.sign);
    // "Three changes are candidates for the cause" names each, and settles none.
    const isOneOfSome = /\b(?:candidates?|suspects?|suspected|possible|possibly|whether)\b/i.test(
      fact.text,
    );
    if (
      !isOneOfSome &&
      claim.elements.every((own) => (own.weight < 0.5 && !own.concept?.act) || has(own))
    )
      return true;
    return (
      said.test(fact.text.toLowerCase().replaceAll('-', ' ')) &&
      (about === 'any' || claim.elements.some((own) => isThing(own) && has(own)))
    );
  });
}

function isAbout(
  { said }: Claims,
  theme: ClaimTheme,
  statement: Statement,
  sentence: SaidSentence,
): boolean {
  if (theme.about === 'any') return true;
  // "The support desk caused the incident": of the incident nothing has to be said.
  const before = theme.about === 'whoever' ? theme.claim.exec(statement.text)?.index : undefined;
  const about = before ? readStatement(statement.text.slice(0, before), false) : statement;
  if (names(about, sentence)) return true;
  const { text } = writePlainly(sentence);
  if (theme.about === 'pointed')
    return pointing.test(text) && !thingKinds.slice(0, valuables).some((kind) => kind.test(text));
  return (
    theme.about === 'whoever' &&
    pointingAtPeople.test(text) &&
    said
      .slice(Math.max(0, sentence.index - 2), sentence.index)
      .some((earlier) => names(about, earlier))
  );
}

/** "It", "nothing", or only who did it: what the text is about is meant. */
const pointing =
  /\b(?:it|they|them|these|those|none|nothing|anything|nobody|no one|not a|everything|you|yours|attackers?|intruders?|hackers?|burglars?|thie(?:f|ves)|criminals?|crooks?|gang|strangers?)\b/;

/** The first of the kinds: what somebody may have taken. */
const valuables = 9;

function names({ text, elements }: Statement, sentence: SaidSentence): boolean {
  const asked = text.toLowerCase().replaceAll('-', ' ');
  const own = writePlainly(sentence).text;
  return (
    elements.some((element) => isThing(element) && sentence.byKey.has(element.key)) ||
    thingKinds.some((kind) => kind.test(asked) && kind.test(own))
  );
}

function isThing({ key, figure, concept, weight }: Element): boolean {
  return (
    !figure && !concept?.act && weight >= 0.75 && !/^(?:attacker|customer|incident)$/.test(key)
  );
}

interface Plain {
  readonly text: string;
  /** Where each token begins in it. */
  readonly starts: readonly number[];
}

/** A sentence in lower case, a blank between its words, and a comma where its parts are set apart. */
function writePlainly(sentence: SaidSentence): Plain {
  const known = written.get(sentence);
  if (known) return known;
  let text = '';
  const starts = sentence.tokens.map(({ raw, gap }: Token) => {
    if (text !== '') text += /[,;:()–—]/.test(gap) ? ', ' : ' ';
    const at = text.length;
    text += raw.toLowerCase().replaceAll('’', "'").replaceAll('-', ' ');
    return at;
  });
  const plain = { text, starts };
  written.set(sentence, plain);
  return plain;
}

const written = new WeakMap<SaidSentence, Plain>();
