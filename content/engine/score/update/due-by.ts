import type { BareToken } from './token.ts';

const coming =
  /^(?:gets?|goes|go|comes?|returns?|receives?|arrives?|have|has|starts?|opens?|reopens?|resumes?|sends?|pays?|delivers?|decides?)$/;
const deadline =
  /^(?:\w+day|tomorrow|tonight|january|february|march|april|may|june|july|august|september|october|november|december|next|end)$/;

/** "They get it back by Friday": the present tense with a day to come tells what is to be. */
export function isDueBy(clause: readonly BareToken[]): boolean {
  const at = clause.findIndex(({ text }) => text === 'by');
  const when = clause.slice(at + 1, at + 3);
  return (
    at >= 0 &&
    when.some(({ text, figure }) => deadline.test(text) || figure?.kind === 'date') &&
    clause.some(({ text }) => coming.test(text)) &&
    !clause.some(({ text }) =>
      /^(?:was|were|had|did|been|got|gone|came|went|paid|sent|already|now)$|[a-z]{2}ed$/.test(text),
    )
  );
}
