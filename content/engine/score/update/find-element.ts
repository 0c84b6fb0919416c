import { isSameFigure } from './figures.ts';
import { nearActs, nearThings, relatedTo } from './near-meanings.ts';
import type { SaidSentence } from './said-sentence.ts';
import { keyOf, signOf, type Element } from './statement.ts';
import type { Token } from './token.ts';

export interface Found {
  readonly near?: true;
  readonly share: number;
  readonly opposite: boolean;
  readonly token: Token | null;
}

const nothing: Found = { share: 0, opposite: false, token: null };

/** Whether a clause says one thing of a statement, by which word, and whether the other way round. */
export function findElement(
  element: Element,
  sentence: SaidSentence,
  clause: number,
  claim: boolean,
): Found {
  if (element.figure) {
    const { figure } = element;
    const token = sentence.figures.find(
      (said) =>
        said.figure &&
        !said.negated &&
        isSameFigure(said.figure, figure) &&
        // "Two robots" are not told by "at 14:00", nor six in the evening by "six nodes".
        !(figure.kind === 'count' && element.units.length > 0 && said.figure.kind === 'time') &&
        !(figure.kind === 'time' && said.figure.kind === 'count' && said.units.length > 0),
    );
    if (token) return { share: 1, opposite: false, token };
    const short = findShort(element, sentence);
    return short ? { share: 1, opposite: false, token: short } : nothing;
  }
  const direct = sentence.byKey.get(element.key) ?? [];
  const { concept } = element;
  if (!concept?.act) {
    const token = direct[0];
    if (token) return { share: 1, opposite: false, token };
    if (sentence.sweeping && (element.key === 'data' || element.key === 'customer')) {
      return { share: 0.8, opposite: false, token: null };
    }
    // "It is not coming back": what must not come back is the matter itself.
    if (claim && element.key === 'error' && isOfTheMatter(sentence, clause))
      return { share: 1, opposite: false, token: null };
    const meant = sentence.before?.get(element.key)?.[0];
    if (meant) return { share: 0.85, opposite: false, token: null };
    const short = findShort(element, sentence);
    return short ? { share: 1, opposite: false, token: short } : findNearThing(element, sentence);
  }
  let best: Found = nothing;
  const consider = (token: Token, share: number, opposite: boolean): void => {
    if (token.clause !== clause) return;
    // "The patch is not the fix": what is denied of a thing is meant, not its name.
    const named = claim && token.negated !== best.token?.negated;
    if (
      share > best.share ||
      (share === best.share && (named ? !best.opposite && opposite : best.opposite && !opposite))
    ) {
      best = { share, opposite, token };
    }
  };
  // "You could not pay" and "payments failed": paying is what failed.
  const barred =
    element.key === 'pay' && (sentence.unable[clause] !== null || isFailing(sentence, clause));
  for (const token of direct) consider(token, 1, signOf(token) !== element.sign && !barred);
  if (best.share === 1) return best;
  for (const related of relatedTo(element.key)) {
    for (const token of sentence.byKey.get(related.key) ?? []) {
      const sign = signOf(token);
      if (related.stronger) {
        // They took it, so they had access to it; "not taken" says less than "not accessed".
        if (sign === 1) consider(token, 0.9, element.sign === -1);
        else if (element.sign === -1) consider(token, claim ? 0.85 : 0.5, false);
      } else if (sign === -1) {
        // "Safe", so not accessed, so not taken either.
        consider(token, 0.9, element.sign === 1);
      }
    }
  }
  if (best.share > 0) return best;
  // "Customers cannot order": ordering is down.
  const unable = barring.test(element.key) && !claim ? sentence.unable[clause] : undefined;
  // "Nobody can buy": sales are closed; of a case that is closed it says nothing.
  if (unable && (element.key === 'down' || element.sign === 1))
    consider(unable, 0.8, element.sign === -1);
  if (best.share > 0)
    return { ...best, ...(element.key === 'down' ? {} : { near: true as const }) };
  const ceased =
    element.key === 'stop' && element.sign === 1 && !claim ? sentence.ceased[clause] : undefined;
  if (ceased) return { share: 0.8, opposite: false, token: ceased, near: true };
  for (const { key, turned } of nearActs.get(element.key) ?? []) {
    // What is sent has not arrived: as good as that for a fact, another claim.
    if (claim && key === 'send' && element.key === 'arrive') continue;
    for (const token of sentence.byKey.get(key) ?? []) {
      consider(token, 0.7, (signOf(token) !== element.sign) !== turned);
    }
  }
  if (best.share > 0) return { ...best, near: true };
  return best;
}

/** "Card payments are failing", "transfers do not work". */
function isFailing({ byClause }: SaidSentence, clause: number): boolean {
  const words = byClause[clause] ?? [];
  const thing = words.findIndex(({ text }) =>
    /^(?:payments?|purchases|transactions?|transfers?)$/.test(text),
  );
  return (
    thing >= 0 && words.slice(thing).some((token) => keyOf(token) === 'down' && signOf(token) === 1)
  );
}

/** "It will not happen again", and not "it will not be back before noon", which is said of a machine. */
function isOfTheMatter({ byClause }: SaidSentence, clause: number): boolean {
  const words = byClause[clause] ?? [];
  return (
    words
      .slice(0, 2)
      .some(
        ({ text }, at) =>
          /^(?:it|this)$/.test(text) &&
          /^(?:is|isn't|was|will|won't|cannot|can't|not|never)$/.test(words[at + 1]?.text ?? ''),
      ) &&
    !words.some(
      ({ text, figure }) =>
        figure !== null ||
        /^(?:until|before|yet|soon|today|tonight|tomorrow|online|up)$/.test(text),
    )
  );
}

/** "Gw3" is gateway 3, and "fw 5" firmware 5: people shorten what has a number. */
export function findShort(
  { numbered, figure }: Element,
  { tokens }: SaidSentence,
): Token | undefined {
  if (numbered === null) return undefined;
  return tokens.find((token, at) => {
    const [, letters = '', digits = ''] = /^([a-z]{2,4})(\d{0,4})$/.exec(token.text) ?? [];
    if (letters === '' || token.hollow || token.concept) return false;
    if (digits === '' && !tokens[at + 1]?.figure) return false;
    return (
      isShortOf(letters, numbered) &&
      (!figure || (digits !== '' && Number(digits) === figure.value))
    );
  });
}

function isShortOf(letters: string, word: string): boolean {
  if (letters[0] !== word[0] || word.length < letters.length + 3) return false;
  let from = 0;
  for (const letter of letters) {
    from = word.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

/** What not being able to do something comes to. */
export const barring = /^(?:down|finish|stop)$/;

function findNearThing(element: Element, sentence: SaidSentence): Found {
  for (const near of nearThings.get(element.key) ?? []) {
    const token = sentence.byKey.get(near)?.[0];
    if (token) return { share: 0.6, opposite: false, token };
  }
  return nothing;
}
