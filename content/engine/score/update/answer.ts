import type { Element, Statement } from './statement.ts';

export type Asks = NonNullable<Statement['asks']>;

/** Words with which a question is answered, by what it asks. */
export const answering: Readonly<Record<Asks, RegExp>> = {
  why: /^(?:because|due|owing|caused|causes|thanks|by|reason|cause|result|resulted|since|from|as|so)$/,
  how: /^(?:through|via|by|with|using|used|because|from|over|exploited|exploiting|phishing|phished|stolen|thanks)$/,
  who: /^(?:by|group|groups|gang|insider|insiders|employee|employees|contractor|competitor|competitors|former|man|woman|student|students|attacker|attackers|hacker|hackers|criminals?|thief|thieves|person|people|someone|somebody|nobody|supplier|partner|he|she|they)$/,
  where: /^(?:in|on|at|from|via|through|to|by|out)$/,
  count: /^(?:all|none|no|every|everything|everyone|everybody|nobody|nothing|only|both|each)$/,
  when: /^(?:today|tonight|tomorrow|yesterday|soon|shortly|morning|afternoon|evening|noon|hour|now|already|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/,
};

const counted = /^(?:count|percent|money|size)$/;
const timed = /^(?:time|date|stretch)$/;
const means =
  /(?<![-\w])(?:through|via|by|with|using|because|from|over|on|in|exploit\w*|thanks)\b(?! (?:\d|full))/i;
const place =
  /(?<![-\w])(?:in|on|at|from|via|through|to|out of|inside|behind)\b(?! (?:\d|noon|midnight))/i;
const others = /\b(?:others?|rest|remaining|elsewhere|further|more)\b/i;
const ofOthers =
  /\b(?:others?|rest|remaining|elsewhere|further|more|all|every\w*|no|none|nobody|only)\b/i;

/**
 * Whether a fact answers the very question that another leaves open: how is answered by a means, how many by a number,
 * where by a place, who by somebody who is named, when by a time of that deed or by the deed itself; whether by
 * most of what was asked. That some of the same words come up again answers nothing.
 */
export function isAnswerTo(question: Statement, answer: Statement): boolean {
  if (others.test(question.text) && !ofOthers.test(answer.text)) return false;
  switch (question.asks) {
    case 'how':
      return means.test(answer.text);
    case 'where':
      return place.test(answer.text);
    case 'who':
      return /\b(?:by|from)\b(?! \d)/i.test(answer.text) || opensWithOther(question, answer);
    case 'count':
      return answer.elements.some(({ figure, label }) => !label && isOfKind(counted, figure));
    case 'when':
      return question.elements.some(({ concept, key }) => {
        const deed = answer.elements.find((own) => concept?.act === true && own.key === key);
        return deed !== undefined && isTimed(answer, deed);
      });
    case 'why':
      return true;
    case null:
      return tellsMost(question, answer);
  }
}

function isOfKind(kinds: RegExp, figure: Element['figure']): boolean {
  return figure !== null && kinds.test(figure.kind);
}

/** "The yard works again", "half of them will work on Friday": with no time it has to be all of it. */
function isTimed({ text, elements }: Statement, deed: Element): boolean {
  const beside = elements.filter(({ part }) => part === deed.part);
  return (
    beside.some(({ figure }) => isOfKind(timed, figure)) ||
    !(others.test(text) || beside.some(({ figure, label }) => !label && isOfKind(counted, figure)))
  );
}

function opensWithOther(question: Statement, { elements }: Statement): boolean {
  const [first] = elements.filter(({ figure }) => !figure);
  return (
    first !== undefined &&
    first.concept?.act !== true &&
    !question.elements.some(({ key }) => key === first.key)
  );
}

const asked =
  /^(?:known?|unknown|unclear|whether|confirm|find|investigate|number|amount|total|say|evid|sign)$/;

function tellsMost({ elements }: Statement, answer: Statement): boolean {
  const own = elements.filter(({ key, open, figure }) => open && !figure && !asked.test(key));
  const sum = (some: readonly Element[]): number =>
    some.reduce((total, { weight }) => total + weight, 0);
  const told = own.filter(({ key }) => answer.elements.some((one) => one.key === key));
  return sum(told) >= 0.45 * sum(own);
}
