import { isSameFigure } from './figures.ts';
import type { Match } from './match.ts';
import { keyOf, type Statement } from './statement.ts';
import type { Token } from './token.ts';
import { readText } from './reading.ts';

interface Counted {
  readonly token: Token;
  /** The matter behind a figure, up to the next one. */
  readonly behind: ReadonlySet<string>;
}

/** Each count of a row of words with what it counts, in their order. */
function listCounted(tokens: readonly Token[]): readonly Counted[] {
  const counts = tokens.flatMap(({ figure }, at) => (figure?.kind === 'count' ? [at] : []));
  return counts.map((at, index) => ({
    token: tokens[at] as Token,
    behind: new Set(
      tokens
        .slice(at + 1, counts[index + 1])
        .filter(({ hollow, figure }) => !hollow && !figure)
        .map(keyOf),
    ),
  }));
}

/** "61 trains cancelled, 27 delayed" where it is the other way round: both figures are known, and each is put to the other's. */
export function isSwapped({ text, elements }: Statement, { met, sentence }: Match): boolean {
  const own = elements.filter(({ figure, label }) => figure?.kind === 'count' && !label);
  if (own.length < 2 || !own.every((element) => met.has(element))) return false;
  const told = listCounted(readText(text).sentences.flatMap(({ tokens }) => tokens));
  const said = listCounted(sentence.tokens);
  const find = ({ token }: Counted): Counted | undefined =>
    said.find(
      (other) =>
        token.figure && other.token.figure && isSameFigure(token.figure, other.token.figure),
    );
  return told.some((one, index) => {
    const other = told[index + 1];
    if (!other) return false;
    const [first, second] = [find(one), find(other)];
    if (!first || !second) return false;
    const only = (a: Counted, b: Counted): readonly string[] =>
      [...a.behind].filter((key) => !b.behind.has(key));
    const [ofOne, ofOther] = [only(one, other), only(other, one)];
    const has = (where: Counted, keys: readonly string[]): boolean =>
      keys.some((key) => where.behind.has(key));
    return has(first, ofOther) && !has(first, ofOne) && has(second, ofOne) && !has(second, ofOther);
  });
}
