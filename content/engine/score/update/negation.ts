import type { BareToken } from './token.ts';

const negators = new Set(
  'not no never none nobody nothing neither nor without cannot nowhere unable impossible'.split(
    ' ',
  ),
);

/** Whether the word at `at` says "not". "Not only", "no later than" and "no doubt" do not. */
export function isNegator(tokens: readonly BareToken[], at: number): boolean {
  const { text, stem, concept } = tokens[at] ?? { text: '', stem: '', concept: null };
  const next = tokens[at + 1]?.text ?? '';
  const after = tokens[at + 2]?.text ?? '';
  // "Cannot be reached" is one expression: it is down.
  if (concept && stem !== 'fail') return false;
  if (
    negators.has(text) ||
    (text.endsWith("n't") && text.length > 3) ||
    /^(?:cant|dont|isnt|wasnt|doesnt|didnt|hasnt|havent|arent|werent|wont)$/.test(text)
  ) {
    // "Protection: none, the stick has no key": an answer, and not a word of what follows.
    if (text === 'none' && tokens[at + 1]?.gap.includes(',') === true) return false;
    // "Get a yes or no", "no or yes".
    if (text === 'no' && tokens[at - 1]?.text === 'or' && tokens[at - 2]?.text === 'yes')
      return false;
    // "The results aren't due until three": that they are due then.
    if (
      /^(?:due|expected|available|ready)$/.test(next) &&
      /^(?:until|till|before)$/.test(after) &&
      text !== 'no'
    )
      return false;
    // "Which is not the same as reading it" compares and denies nothing.
    if (next === 'the' && after === 'same') return false;
    if (/^(?:only|just|least|merely|doubt|question|matter|wonder|later|fewer|less)$/.test(next))
      return false;
    return !(/^(?:more|longer|earlier|sooner|further|farther)$/.test(next) && after === 'than');
  }
  if (
    text === 'zero' &&
    next !== '' &&
    // "Balances show zero in the app": an amount.
    !/^(?:day|days|trust|hour|hours|point|to|or|and|in|on|at|for|from|as|with|by|but|since|when)$/.test(
      next,
    )
  )
    return true;
  if (stem === 'fail' && next === 'to') return true;
  if (/^lack(?:s|ed|ing)?$/.test(text) && tokens[at - 1]?.text !== 'a') return true;
  if (text === 'yet' && next === 'to') return true;
  // "It kept students from beginning their paper".
  if (
    text === 'from' &&
    next.endsWith('ing') &&
    tokens
      .slice(Math.max(0, at - 14), at)
      .some((word) =>
        /^(?:kept|keeps|keep|keeping|prevented|prevents|prevent|stopped|stops)$/.test(word.text),
      )
  )
    return true;
  if (text === 'false' && next === 'that') return true;
  if (text === 'free' && /^(?:of|from)$/.test(next)) return !/^(?:charge|cost)$/.test(after);
  return stem === 'rul' && next === 'out';
}

const undone = new Set([
  'send',
  'notify',
  'pay',
  'down',
  'create',
  'monitor',
  'arrive',
  'order',
  'finish',
]);

/** "The meters stopped reporting": they do not report. Of an attack that stopped something was done. */
function findStopped(clause: readonly BareToken[], at: number): number | null {
  if (!/^(?:stop|ceas)$/.test(clause[at]?.stem ?? '') || clause[at]?.text === 'stopping')
    return null;
  const next = clause[at + 1];
  return next?.text.endsWith('ing') === true && undone.has(next.concept?.id ?? '') ? at + 1 : null;
}

/** "A script that does not belong to us was there", "those who were not asked could read it". */
function isRelative(clause: readonly BareToken[], at: number): boolean {
  const before = clause.slice(Math.max(0, at - 3), at);
  const pronoun = before.findLastIndex(({ text }) => /^(?:that|who|which)$/.test(text));
  if (pronoun >= 0)
    return (
      at - before.length + pronoun > 0 &&
      before.slice(pronoun + 1).every(({ text }) => auxiliary.test(text)) &&
      // "We know that not all are": what is known, and nothing that hangs on a thing.
      (before.length - pronoun > 1 || /n't$/.test(clause[at]?.text ?? ''))
    );
  // "A build of the game we have not announced was copied".
  const owner = /n't$/.test(clause[at]?.text ?? '') ? at - 1 : at - 2;
  const thing = clause[owner - 1];
  if (
    /^(?:we|you|they|i|he|she)$/.test(clause[owner]?.text ?? '') &&
    clause[owner]?.gap.trim() === '' &&
    (owner === at - 1 || auxiliary.test(clause[at - 1]?.text ?? '')) &&
    thing?.hollow === false &&
    thing.concept?.act !== true &&
    !/(?:ed|ly)$/.test(thing.text)
  )
    return true;
  // "We found a key nobody here added".
  if (
    at > 1 &&
    clause[at]?.text === 'nobody' &&
    clause[at].gap.trim() === '' &&
    clause[at - 1]?.hollow === false &&
    clause[at - 1]?.concept?.act !== true &&
    clause.slice(0, at - 1).some(({ concept }) => concept?.act)
  )
    return true;
  // "A script not placed by us was there".
  return (
    at > 0 &&
    clause[at]?.text === 'not' &&
    /(?:ed|en|ing)$/.test(clause[at + 1]?.text ?? '') &&
    !auxiliary.test(clause[at - 1]?.text ?? '') &&
    /^(?:by|to|in|on|from)$/.test(clause[at + 2]?.text ?? '')
  );
}

/** Whether "nothing" and the like leave out what "apart from" or "but" names. */
export function isBesides(clause: readonly { readonly text: string }[], at: number): boolean {
  if (!/^(?:nothing|nobody|none|no)$/.test(clause[at]?.text ?? '')) return false;
  const words = clause.slice(Math.max(0, at - 14), at + 8).map(({ text }) => text);
  return /\b(?:apart from|aside from|other than|nothing (?:but|except)|with the exception of|except for|except)\b/.test(
    words.join(' '),
  );
}

const auxiliary =
  /^(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|may|might)$/;

/** The verb of the sentence around a relative clause that has had its own. */
function isMainVerb(clause: readonly BareToken[], at: number, to: number): boolean {
  return (
    (to > at + 2 || (to === at + 2 && /[a-z]{2}(?:ed|en)$/.test(clause[at + 1]?.text ?? ''))) &&
    (/^(?:is|are|was|were|has|have|had|can|could|will|would)$/.test(clause[to]?.text ?? '') ||
      // "Water that had not been treated entered the tank".
      (/[a-z]{2}ed$/.test(clause[to]?.text ?? '') &&
        /[a-z]{2}(?:ed|en)$/.test(clause[to - 1]?.text ?? '') &&
        clause.slice(at + 1, to - 1).some(({ text }) => /^(?:been|was|were|is|are)$/.test(text))) ||
      // "Somebody who is not from here wrote to us".
      (/^(?:wrote|sent|took|got|read|saw|made|put|used|asked|called|opened|changed|copied|signed|stole|ran|came)$/.test(
        clause[to]?.text ?? '',
      ) &&
        (clause[to - 1]?.hollow === false ||
          /^(?:ours|yours|known|staff|here)$/.test(clause[to - 1]?.text ?? '')))) &&
    !/^(?:which|who|that|it|they|we|and|or)$/.test(clause[to - 1]?.text ?? '')
  );
}

/** Verbs that take no object: behind "and" they are no second participle to an "is not". */
const goesOn =
  /^(?:works?|worked|runs?|ran|operates?|operated|produces?|functions?|functioned|remains?|remained|stays?|stayed|continues?|continued|keeps?|kept|serves?|goes|go|went|flows?|sells?|delivers?)$/;

/** "Are not affected and work normally": a verb of its own behind "and", which the "not" does not reach. */
function isNextPredicate(clause: readonly BareToken[], at: number, to: number): boolean {
  if (!/^(?:and|but)$/.test(clause[to]?.text ?? '')) return false;
  const next = clause[to + 1]?.text ?? '';
  if (/^(?:is|are|was|were|has|have|can|will)$/.test(next)) return true;
  // "Does not open and work" shares its "does".
  const ofBe =
    /^(?:is|are|was|were|has|have|had)n't$/.test(clause[at]?.text ?? '') ||
    /^(?:is|are|was|were|has|have|had|been)$/.test(clause[at - 1]?.text ?? '');
  return ofBe && goesOn.test(next);
}

/** "No effect on safety and trains run to plan", "it is not affected and the pumps work": something else, with its verb. */
function isNextSentence(clause: readonly BareToken[], at: number, to: number): boolean {
  if (
    clause[to]?.text !== 'and' ||
    !(clause[at]?.text === 'no' || /^(?:is|are|was|were)$/.test(clause[at - 1]?.text ?? ''))
  )
    return false;
  const next = clause.slice(to + 1, to + 6);
  const verb = next.findIndex(({ text }) =>
    /^(?:runs?|works?|goes|go|stays?|remains?|continues?|keeps?)$/.test(text),
  );
  const named = next.slice(0, verb).filter(({ hollow }) => !hollow);
  return (
    verb > 0 && named.length > 0 && named.length <= 2 && !named.some(({ concept }) => concept?.act)
  );
}

/** An item of a list of "no" that says by itself how it is: "no heating, lamps on batteries", "no mail, phones up". */
function isInstead(clause: readonly BareToken[], at: number, to: number): boolean {
  if (clause[at]?.text !== 'no') return false;
  const end = clause.findIndex(({ gap }, place) => place > to && /[,;]/.test(gap));
  const item = clause.slice(to, end < 0 ? clause.length : end);
  const sign = item.findIndex(
    ({ text }, place) =>
      /^(?:up|running|working|open|manual|manually|instead|only|ok|fine)$/.test(text) ||
      (/^(?:on|by|via|with|using)$/.test(text) &&
        item.slice(place + 1, place + 4).some((word) => means.test(word.text))),
  );
  return (
    sign > 0 &&
    sign <= 3 &&
    item[0]?.hollow === false &&
    !item.some(({ text }) => /^(?:or|nor|and)$/.test(text))
  );
}

const means =
  /^(?:paper|hand|phone|telephone|radio|foot|batter(?:y|ies)|generators?|diesel|spreadsheets?|cash|fax|post|courier|pen|manual|backup|spare|tags?|cards?|forms?|whiteboards?)$/;

/** For each word of a clause, whether a negation reaches it. */
export function findNegated(clause: readonly BareToken[]): readonly boolean[] {
  const negated = clause.map(() => false);
  for (let at = 0; at < clause.length; at += 1) {
    // "The risk is zero" is "no risk".
    if (
      /^(?:zero|nil|nonexistent|non-existent)$/.test(clause[at]?.text ?? '') &&
      /^(?:is|was|are|be)$/.test(clause[at - 1]?.text ?? '')
    ) {
      for (let to = Math.max(0, at - 20); to < at; to += 1) negated[to] = !negated[to];
      continue;
    }
    // "Apart from the marks nothing was visible", "nothing but marks": the marks were.
    if (isBesides(clause, at)) continue;
    const stopped = findStopped(clause, at);
    if (stopped !== null) negated[stopped] = !negated[stopped];
    if (!isNegator(clause, at)) continue;
    // "They took no data", "it sent zero notices": not taken, not sent.
    const deed = clause[at - 1];
    if (
      /^(?:no|zero)$/.test(clause[at]?.text ?? '') &&
      deed?.concept?.act === true &&
      clause[at]?.gap.trim() === '' &&
      // "We see no use" tells what a search did not find.
      !/^(?:see|sees|saw|seen)$/.test(deed.text) &&
      !/^(?:find|confirm|investigate|notify)$/.test(deed.concept.id)
    )
      negated[at - 1] = !negated[at - 1];
    // "Changing a booking does not work", "cancelling is not possible": it cannot be changed.
    if (/^(?:works?|working|possible)$/.test(clause[at + 1]?.text ?? ''))
      for (const [back, { text, concept }] of clause
        .slice(Math.max(0, at - 12), at)
        .toReversed()
        .entries())
        if (text.endsWith('ing') && concept?.act) negated[at - 1 - back] = !negated[at - 1 - back];
    const relative = isRelative(clause, at);
    let acts = 0;
    let reached = 0;
    for (let to = at + 1; to < Math.min(clause.length, at + 40); to += 1) {
      const token = clause[to];
      if (!token) break;
      if (token.gap.includes(',') && acts > 0) break;
      // "The disk is ruled out, the queue has no key": what was ruled out stands before.
      if (token.gap.includes(',') && clause[at]?.stem === 'rul') break;
      // "They had no code, only prefix 34": what follows is so.
      if (token.gap.includes(',') && reached > 0 && /^(?:only|just)$/.test(token.text)) break;
      // "None was in danger, signals work on their own".
      if (
        token.gap.includes(',') &&
        reached > 0 &&
        !token.hollow &&
        !token.concept?.act &&
        clause[to + 1]?.concept?.act === true &&
        (/^(?:was|were|is|are)$/.test(clause[at + 1]?.text ?? '') ||
          /^(?:uses?|works?|runs?|goes|go)$/.test(clause[to + 1]?.text ?? ''))
      )
        break;
      // "No rosters, no files, orders on paper": how it is done instead.
      if (token.gap.includes(',') && reached > 0 && isInstead(clause, at, to)) break;
      // "No new records since the switch is off": what follows is another matter.
      // "Someone without permission took": what was done was done.
      if (
        reached > 0 &&
        clause[at]?.text === 'without' &&
        token.concept?.act &&
        !token.text.endsWith('ing') &&
        !/^(?:being|been)$/.test(clause[to - 1]?.text ?? '')
      )
        break;
      // "86 do not report and few keep logs".
      if (
        token.text === 'and' &&
        acts > 0 &&
        /^(?:few|some|many|most|others|several)$/.test(clause[to + 1]?.text ?? '')
      )
        break;
      if (reached > 0 && isNextSentence(clause, at, to)) break;
      if (relative && isMainVerb(clause, at, to)) break;
      // "No errors, no outage" are two denials, and not one of the other.
      if (to > at + 1 && /[,;]/.test(token.gap) && isNegator(clause, to)) break;
      // "We do not have the laptop back which was left": the "not" ends with what it has its verb with.
      if (
        /^(?:which|who|that)$/.test(token.text) &&
        /^(?:back|anymore)$/.test(clause[to - 1]?.text ?? '')
      )
        break;
      if (
        (acts > 0 || (reached > 0 && /^(?:is|are|was|were)$/.test(clause[to + 1]?.text ?? ''))) &&
        isNextPredicate(clause, at, to)
      )
        break;
      if (
        to > at + 1 &&
        /^(?:since|because|while|during|until|unless|after|before)$/.test(token.text)
      )
        break;
      // "We could not see six stations": six are out of sight. "Not 14" is another figure.
      if (token.figure && acts > 0 && !clause.some(({ text }) => text === 'but')) continue;
      if (reached >= 14) break;
      if (!token.hollow) reached += 1;
      negated[to] = !negated[to];
      if (token.concept?.act || /[a-z]{2}(?:ed|en)$/.test(token.text)) acts += 1;
    }
    // "Names were shown, card numbers were not": the "not" closes, and denies what stands before it.
    // Bounded: a line of nothing but negations must not be read again and again.
    const closing = clause
      .slice(at + 1, at + 7)
      .findIndex(({ text }) => /^(?:since|because|after|until|when|due)$/.test(text));
    const end = closing < 0 ? clause.length : at + 1 + closing;
    const rest = clause.slice(at + 1, Math.min(end, at + 7)).filter(({ hollow }) => !hollow);
    if (
      !relative &&
      /^(?:not|isn't|wasn't|aren't|weren't)$/.test(clause[at]?.text ?? '') &&
      end - at <= 6 &&
      // "The encryption was not on" denies it.
      rest.every(({ text }) =>
        /^(?:among|included|part|on|active|enabled|activated)$/.test(text),
      ) &&
      (clause[at]?.text !== 'not' || /^(?:is|was|are|were)$/.test(clause[at - 1]?.text ?? ''))
    ) {
      const from = clause
        .slice(0, at)
        .findLastIndex((token) => token.gap.includes(',') || /^(?:and|but)$/.test(token.text));
      for (let to = Math.max(0, from); to < at; to += 1) negated[to] = !negated[to];
    }
    // "Seen by nobody", "of the files they took none".
    if (
      acts === 0 &&
      /^(?:nobody|none|nothing|nowhere)$/.test(clause[at]?.text ?? '') &&
      // "The vendor is looking, nothing back": what it brought, and they do look.
      !(clause[at]?.gap.includes(',') === true && clause[at + 1] !== undefined)
    ) {
      // "They looked around and changed nothing": only the last of two deeds.
      const joint = clause
        .slice(0, at)
        .findLastIndex(({ text }) => /^(?:and|but|then)$/.test(text));
      const deeds = clause
        .slice(joint + 1, at)
        .some(({ concept, text }) => concept?.act || /ed$/.test(text));
      const from = deeds ? joint + 1 : 0;
      for (let to = Math.max(from, at - 20); to < at; to += 1) negated[to] = !negated[to];
    }
  }
  return negated;
}
