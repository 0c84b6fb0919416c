import type { BareToken } from './token.ts';

/** "Until the service is back", "once it is over": of what is not so yet. "Until we closed it" is. */
export function isYetToCome(tokens: readonly BareToken[], at: number): boolean {
  if (!/^(?:until|till|once|unless)$/.test(tokens[at]?.text ?? '')) return false;
  for (const { text, gap, figure } of tokens.slice(at + 1, at + 9)) {
    if (/[,;:.]/.test(gap) || figure) return false;
    if (/^(?:is|are|has|have|can|works?)$/.test(text)) return true;
    // "Until tomorrow we are busy" names a time, and "until we closed it" is over.
    if (
      /^(?:was|were|had|did|now|then|today|tonight|tomorrow|further|morning|noon|afternoon|evening|night|midnight|\w+day|week|month)$/.test(
        text,
      )
    )
      return false;
  }
  return false;
}
