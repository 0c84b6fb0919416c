import type { Reading } from './reading.ts';
import { findCeased, findInability } from './inability.ts';
import { keyOf } from './statement.ts';
import type { Token } from './token.ts';

/** What a sentence says, ready to be asked. */
export interface SaidSentence {
  readonly index: number;
  readonly span: Reading['sentences'][number]['span'];
  readonly tokens: readonly Token[];
  readonly byKey: ReadonlyMap<string, readonly Token[]>;
  readonly figures: readonly Token[];
  readonly clauses: number;
  readonly byClause: readonly (readonly Token[])[];
  /** By clause, whether it names something before what happens. */
  readonly ownSubject: readonly boolean[];
  /** What the sentence before was about, where this one begins with "it" or "they". */
  readonly before: ReadonlyMap<string, readonly Token[]> | null;
  /** By clause, the word that says that somebody cannot do something. */
  readonly unable: readonly (Token | null)[];
  /** By clause, the word that says that something is not done any more. */
  readonly ceased: readonly (Token | null)[];
  /** "Nothing", "everything": stands for any data. */
  readonly sweeping: boolean;
}

function groupByClause(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const group = groups[token.clause];
    if (group) group.push(token);
    else groups[token.clause] = [token];
  }
  return groups;
}

function hasSubject(clause: readonly Token[]): boolean {
  // "The cause is a broken index".
  const cause = clause.findIndex(({ concept }) => concept?.id === 'cause');
  if (cause >= 0 && cause <= 2 && /^(?:is|was|lies|lay)$/.test(clause[cause + 1]?.text ?? ''))
    return clause.slice(cause + 2).some(isThing);
  for (const token of clause) {
    if (token.hollow || /[a-z]{2}ly$/.test(token.text)) continue;
    if (token.concept?.act) return false;
    if (!token.figure) return true;
  }
  return false;
}

function isThing(token: Token | undefined): boolean {
  return token !== undefined && !token.hollow && !token.concept?.act && !token.figure;
}

export function indexReading(reading: Reading): readonly SaidSentence[] {
  let previous: ReadonlyMap<string, readonly Token[]> | null = null;
  return reading.sentences.map(({ span, tokens }, index) => {
    const byKey = new Map<string, Token[]>();
    for (const token of tokens) {
      if (token.hollow) continue;
      const key = keyOf(token);
      const list = byKey.get(key);
      if (list) list.push(token);
      else byKey.set(key, [token]);
    }
    const refers = tokens.slice(0, 3).some(
      ({ text }, at) =>
        /^(?:it|it's|they|them)$/.test(text) ||
        // "Both disks", "this key": these name their own thing.
        (/^(?:this|these|those|both)$/.test(text) && !isThing(tokens[at + 1])),
    );
    const before = refers ? previous : null;
    previous = byKey;
    const byClause = groupByClause(tokens);
    return {
      index,
      before,
      span,
      tokens,
      byKey,
      figures: tokens.filter(({ figure }) => figure !== null),
      clauses: byClause.length,
      byClause,
      ownSubject: byClause.map(hasSubject),
      unable: byClause.map(findInability),
      ceased: byClause.map(findCeased),
      sweeping: tokens.some(({ text }) =>
        /^(?:nothing|nobody|everything|none|anything)$/.test(text),
      ),
    };
  });
}

/** A sentence as it was written, with one blank between its words. */
export function writeSentence(sentence: SaidSentence): string {
  const known = written.get(sentence);
  if (known !== undefined) return known;
  const text = sentence.tokens.map(({ raw }) => raw).join(' ');
  written.set(sentence, text);
  return text;
}

/** Several rules ask of each clause and figure of a sentence what the sentence says. */
const written = new WeakMap<SaidSentence, string>();
