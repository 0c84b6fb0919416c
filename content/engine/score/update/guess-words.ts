import type { BareToken } from './token.ts';

const pickOne =
  /\b(?:take your pick|pick (?:one|any)|(?:any(?:one|body)['’]s|your) guess(?: is as good as|\b)|who knows$|^(?:(?:and|but|well) )?who knows(?: yet| how| what| which| where| why| if| whether|$)|(?:any|all|each) of (?:them|these|those|which|the (?:two|three|four|five)) (?:is|are|fits?|would fit|remains?|still)\b|all (?:equally )?(?:possible|plausible|conceivable|on the table)|nothing (?:that )?(?:ties|links|connects) )/;

/** "Cookie theft, a phished prompt, take your pick": told as guesses, of which none is meant. */
export function isLeftToGuess(clause: readonly BareToken[]): boolean {
  return (
    clause.some(({ text }) =>
      /^(?:pick|guess|knows|fits?|possible|plausible|conceivable|table|remains?|still|is|are|ties|links|connects)$/.test(
        text,
      ),
    ) && pickOne.test(clause.map(({ text }) => text).join(' '))
  );
}

const guesses =
  /^(?:theories|hypotheses|guesses|ideas|candidates|possibilities|scenarios|suspicions|speculation)$/;

/** "Theories so far:", "candidates:" over what follows. One candidate may be meant, of several none is. */
export function isGuessLabel(
  clause: readonly BareToken[],
  next: readonly BareToken[] | undefined,
): boolean {
  return (
    clause.length <= 6 &&
    /:/.test(next?.[0]?.gap ?? '') &&
    clause.some(({ text }) => guesses.test(text)) &&
    !clause.some(({ text }) => /^(?:no|not|none|without|ruled|out)$/.test(text))
  );
}
