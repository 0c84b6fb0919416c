import { isDueBy } from './due-by.ts';
import { isFoundSoFar } from './found-so-far.ts';
import { isFrontedQuestion, questions } from './fronted-question.ts';
import { isLeftToGuess } from './guess-words.ts';
import { isFigureWithheld, isNotFoundYet, isToldApart } from './open-answer.ts';
import { isNegator } from './negation.ts';
import { isNoneKnown, isOfThings, isSearchResult } from './search-result.ts';
import type { BareToken } from './token.ts';
import { isSilence, isViewed } from './no-doubt.ts';
import { isYetToCome } from './yet-to-come.ts';

const unknowns = new Set(
  'whether unknown unknowns unclear unconfirmed unsure uncertain undetermined unverified unproven undecided tbc tbd unestablished unchecked unexamined dunno idk'.split(
    ' ',
  ),
);
const knowing = new Set(
  'know known knows say tell sure certain clear confirm confirmed confirms clarified establish established determine determined verified verify prove proven proved shown aware answer answers certainty exclude excluded conclude concluded understand understood decided explain explained traced promise promised predict estimate foresee saying claiming suggesting implying alleging alleged accusing speculating speculate idea clue count tally explanation view visibility picture overview insight decision verdict confirmation knowledge foreseeable predictable'.split(
    ' ',
  ),
);
const proofs = new Set(
  'evidence indication indications sign signs proof trace traces hint seen found observed detected identified known'.split(
    ' ',
  ),
);
/** Words that ask. */
export const asking =
  /^(?:know|known|knows|say|tell|test|tested|testing|check|checking|ask|asked|see|establish|establishing|determine|determining|confirm|investigate|investigating|verify|verifying|clear|sure|out|learn|understand|wonder|examining|assessing)$/;
export const sought = /^(?:cause|causes|reason|reasons|origin|source|extent|motive)$/;
const weakWords = new Set(
  'may might could possibly perhaps maybe probably likely unlikely apparently presumably potentially seemingly allegedly reportedly suspect suspects suspected suspicion believe believes believed think thinks thought guess assume assumes assumed assumption seem seems seemed appear appears appeared suggest suggests suggested theory hypothesis should possible possibility conceivable hope hopes hoped'.split(
    ' ',
  ),
);
const plans = new Set(
  'will shall ll intend intends planned plan plans expect expects expected'.split(' '),
);

const openable =
  /^(?:is|are|was|were|be|stays?|remains?|shops?|stores?|site|branch|branches|ports?|doors?|offices?|lines?|hotline|desk|window|counter|tickets?|cases?|valve|gate|gates|wide)$/;

export type Doubt = 'unknown' | 'unproven' | 'condition' | 'weak' | 'planned';

/** What a clause says of its own certainty; null where it states. */
export function findDoubt(clause: readonly BareToken[]): Doubt | null {
  let found: Doubt | null = null;
  const rank: readonly Doubt[] = ['planned', 'weak', 'condition', 'unproven', 'unknown'];
  const raise = (doubt: Doubt): void => {
    if (found === null || rank.indexOf(doubt) > rank.indexOf(found)) found = doubt;
  };
  clause.forEach((token, at) => {
    const { text } = token;
    const word = (offset: number): string => clause[at + offset]?.text ?? '';
    if (
      unknowns.has(text) &&
      !(text === 'whether' && word(-1) === 'of') &&
      !isAttribute(clause, at)
    )
      raise('unknown');
    if (isNegator(clause, at)) raiseAfterNegator(clause, at, raise);
    if (text === 'if') {
      if ([-1, -2, -3].some((offset) => asking.test(word(offset)))) raise('unknown');
      else if (at <= 1) raise('condition');
    }
    if (at === 0 && (text === 'should' || isYetToCome(clause, 0))) raise('condition');
    if (/^(?:unless|once|when)$/.test(text) && at === 0 && clause.length > 2 && token.gap === '')
      raise('condition');
    if (questions.test(word(1)) || questions.test(word(2))) {
      if (
        /^(?:investigating|checking|establishing|determining|assessing|verifying|examining|analysing|analyzing)$/.test(
          text,
        )
      )
        raise('unknown');
      if (text === 'out' && /^(?:find|finding|work|working)$/.test(word(-1))) raise('unknown');
      if (text === 'into' && /^(?:look|looking)$/.test(word(-1))) raise('unknown');
      if (
        /^(?:establish|determine|understand|learn)$/.test(text) &&
        /^(?:to|still)$/.test(word(-1))
      )
        raise('unknown');
    }
    // "We are looking for the cause", "we investigate the extent".
    if (
      [1, 2].some((offset) => sought.test(word(offset))) &&
      (/^(?:investigat(?:e|ing)|examin(?:e|ing)|establish(?:ing)?|determin(?:e|ing)|analys(?:e|ing)|clarify(?:ing)?)$/.test(
        text,
      ) ||
        (text === 'for' && /^(?:look|looking|search|searching)$/.test(word(-1))))
    )
      raise('unknown');
    if (/^(?:decides?|deciding)$/.test(text) && /^(?:on|about)$/.test(word(1))) raise('planned');
    // Whatever is still looked for is not known.
    if (
      text === 'for' &&
      (/^(?:looking|searching|hunting)$/.test(word(-1)) ||
        (/^(?:looked|searched)$/.test(word(-1)) && word(-2) === 'being'))
    )
      raise('unknown');
    if (
      /^(?:investigation|inquiry|enquiry|analysis)$/.test(text) &&
      /^(?:into|of)$/.test(word(1)) &&
      questions.test(word(2))
    )
      raise('unknown');
    if (
      /^(?:investigation|review|examination|inquiry|enquiry|evaluation|clarification)$/.test(
        text,
      ) &&
      word(-1) === 'under'
    )
      raise('unknown');
    if (
      /^(?:open|pending|outstanding)$/.test(text) &&
      (/^(?:still|remains)$/.test(word(-1)) || questions.test(clause[0]?.text ?? ''))
    ) {
      raise('unknown');
    }
    // "Mail redirect open", at the end of a short line; a shop that is open is not in doubt.
    if (
      text === 'open' &&
      at >= 1 &&
      at === clause.length - 1 &&
      clause.length <= 5 &&
      !clause.some((other) => openable.test(other.text))
    )
      raise('unknown');
    // "Cause open, captures are being taken", "the way in is still a blank".
    if (sought.test(text) && word(1) === 'open' && !/^(?:to|for)$/.test(word(2))) raise('unknown');
    if (
      /^(?:blank|mystery|puzzle|riddle)$/.test(text) &&
      word(-1) === 'a' &&
      /^(?:is|still|remains)$/.test(word(-2))
    )
      raise('unknown');
    if (text === 'awaiting' && /^confirm/.test(word(1))) raise('unknown');
    if (
      /^(?:looked|being)$/.test(text) &&
      /^(?:into|at|looked)$/.test(word(1)) &&
      questions.test(clause[0]?.text ?? '')
    )
      raise('unknown');
    if (/^questions?$/.test(text) && (word(-1) === 'open' || word(1) === 'mark')) raise('unknown');
    if ((/^(?:early|soon)$/.test(text) && word(-1) === 'too') || text === 'premature')
      raise('unknown');
    if (/^(?:discussion|debate)$/.test(text) && word(-1) === 'under') raise('unknown');
    if (text === 'same' && word(1) === 'as' && word(-1) === 'the' && word(-2) === 'not')
      raise('condition');
    if (text === 'remains' && /^(?:to|open|unclear)$/.test(word(1))) raise('unknown');
    if (
      text === 'be' &&
      word(-1) === 'to' &&
      /^(?:confirmed|determined|established|verified|seen|found|clarified)$/.test(word(1))
    )
      raise('unknown');
    if (
      text === 'being' &&
      /^(?:investigated|assessed|verified|checked|examined|established|determined|clarified)$/.test(
        word(1),
      ) &&
      // "Drivers are being checked in by hand".
      !(word(1) === 'checked' && /^(?:in|out)$/.test(word(2))) &&
      word(-1) !== 'not'
    )
      raise('unknown');
    if (
      weakWords.has(text) &&
      !isMonth(clause, at) &&
      // "They do not appear in the list": seen or not, and no doubt.
      !(/^appear(?:s|ed)?$/.test(text) && /^(?:in|on|at|under)$/.test(word(1))) &&
      // "Could be read by anyone" is how it was.
      !(
        text === 'could' && clause.some((other) => /^(?:any|every)(?:one|body)$/.test(other.text))
      ) &&
      !/^(?:not|have)$/.test(text === 'could' || text === 'should' ? word(1) : '')
    )
      raise('weak');
    if (text === 'know' && word(-2) === 'far') raise('weak');
    // "The second list is still to be read".
    if (
      text === 'be' &&
      word(-1) === 'to' &&
      /^(?:still|yet)$/.test(word(-2)) &&
      /^(?:is|are)$/.test(word(-3)) &&
      /^(?:read|checked|examined|reviewed|searched|counted|tested|looked|analysed|analyzed|compared|inspected)$/.test(
        word(1),
      )
    )
      raise('unknown');
    // "It should not be taken as a finding that", "please do not read this as".
    if (
      /^(?:taken|understood|read|seen|treated|interpreted|construed|take|treat|interpret)$/.test(
        text,
      ) &&
      [1, 2].some(
        (offset) => word(offset) === 'as' || (word(offset) === 'to' && word(offset + 1) === 'mean'),
      ) &&
      [-1, -2, -3].some((offset) => isNegator(clause, at + offset)) &&
      clause
        .slice(0, at)
        .some((other) => /^(?:should|must|may|can|cannot|don't|do|to)$/.test(other.text))
    )
      raise('unknown');
    // "Tampering isn't off the table".
    if (text === 'table' && word(-1) === 'the' && /^(?:off|on)$/.test(word(-2))) raise('unknown');
    // "It may or may not be complete".
    if (text === 'may' && word(1) === 'or' && word(2) === 'may') raise('unknown');
    // "No forged ones so far", "we have had no reports up to now": what was found until now.
    // "What looked like an intruder was our own test".
    if (at === 1 && word(-1) === 'what' && /^(?:look|seem|appear)(?:s|ed)$/.test(text))
      raise('unknown');
    if (isFoundSoFar(clause, at)) raise('unproven');
    if (text === 'know' && /^(?:until|before|once)$/.test(word(-2))) raise('unknown');
    if (text === 'knowledge' && /^(?:our|my)$/.test(word(-1))) raise('weak');
    // "Medication plans" are things.
    if (/^[a-z]{1,8}'ll$/.test(text)) raise('planned');
    if (
      plans.has(text) &&
      (!/^plans?$/.test(text) || /^(?:to|on)$/.test(word(1))) &&
      !isSaidOfThing(clause, at)
    )
      raise('planned');
    if (
      text === 'to' &&
      /^(?:going|about|need|needs|plan|planning|ready|due|want|wants)$/.test(word(-1))
    )
      raise('planned');
    if (text === 'must' || (text === 'to' && /^(?:is|are)$/.test(word(-1)) && word(1) === 'be'))
      raise('planned');
  });
  if (isFrontedQuestion(clause) || isLeftToGuess(clause)) raise('unknown');
  if (isDueBy(clause)) raise('planned');
  return found;
}

/** "Not known", "no evidence", "cannot say", "nobody can tell", "found no". */
function raiseAfterNegator(
  clause: readonly BareToken[],
  at: number,
  raise: (doubt: Doubt) => void,
): void {
  const { text, stem } = clause[at] ?? { text: '', stem: '' };
  // "We know neither the author nor the duration".
  if (text === 'neither' && /^(?:know|knows|tell|say)$/.test(clause[at - 1]?.text ?? ''))
    raise('unknown');
  if (stem === 'rul') {
    if ([1, 2, 3, 4].some((back) => at - back >= 0 && isNegator(clause, at - back)))
      raise('unknown');
    return;
  }
  if (
    text === 'unable' &&
    /^(?:say|tell|determine|establish|confirm|know|judge)$/.test(clause[at + 2]?.text ?? '')
  )
    raise('unknown');
  if (text === 'without' || text === 'unable') return;
  // "She needs no decision from you": what is not asked for, and no doubt.
  if (
    text === 'no' &&
    /^(?:needs?|needed|requires?|required|asks?|wants?)$/.test(
      clause[at - 1]?.text === 'for' ? (clause[at - 2]?.text ?? '') : (clause[at - 1]?.text ?? ''),
    )
  )
    return;
  if (isNotFoundYet(clause, at)) raise('unknown');
  // "We have seen nothing that points to an attack": what a search did not find.
  if (
    text === 'nothing' &&
    /^(?:see|sees|saw|seen|spotted|noticed|found|find)$/.test(clause[at - 1]?.text ?? '') &&
    !clause.slice(0, at).some((word) => /^(?:you|customers|users|people)$/.test(word.text))
  )
    raise('unproven');
  // "No misuse of the accounts was seen": what a search did not find.
  if (text === 'no' && (isSearchResult(clause, at) || isNoneKnown(clause, at))) raise('unproven');
  for (let to = at + 1; to <= at + 6 && to < clause.length; to += 1) {
    const token = clause[to];
    if (!token) return;
    if (token.text === 'doubt') return;
    if (token.text === 'rule' || token.text === 'ruled') {
      if ([1, 2, 3].some((offset) => clause[to + offset]?.text === 'out')) raise('unknown');
      continue;
    }
    // "Cannot sign in" is no sign of anything.
    const signsIn =
      token.text === 'sign' && /^(?:in|on|up|off|out)$/.test(clause[to + 1]?.text ?? '');
    // "Could not be seen" tells of what was hidden, not of a search.
    const isHidden =
      /^(?:seen|read)$/.test(token.text) &&
      clause[to - 1]?.text === 'be' &&
      (/^(?:cannot|can't|couldn't)$/.test(text) ||
        /^(?:could|can)$/.test(clause[at - 1]?.text ?? ''));
    // "Seen by nobody" is said of the data; "no misuse was seen" of a search.
    if (isHidden || (token.text === 'seen' && clause[to + 1]?.text === 'by')) return;
    // "No household data was seen" is said of the data.
    if (token.text === 'seen' && text === 'no' && isOfThings(clause.slice(at + 1, to))) return;
    // "The rooms have not been checked": nobody has looked.
    if (
      /^(?:checked|examined|analysed|analyzed|reviewed|inspected|searched|compared|counted|looked)$/.test(
        token.text,
      ) &&
      (clause[to - 1]?.text === 'been' ||
        /^(?:haven't|hasn't)$/.test(text) ||
        // "Nobody has looked": at whose data nobody looked is another thing to say.
        (text === 'nobody' &&
          /^(?:has|have)$/.test(clause[to - 1]?.text ?? '') &&
          clause.slice(to + 1).every((word) => word.hollow)) ||
        /^(?:have|has)$/.test(clause[at - 1]?.text ?? ''))
    ) {
      raise('unknown');
      return;
    }
    // "We suspect the certificates, but nothing is shown yet".
    if (token.text === 'shown' && text === 'nothing' && to <= at + 2) {
      raise('unproven');
      return;
    }
    // "Names were not shown": of what was to be seen. "It has not been shown that" is a doubt.
    if (
      token.text === 'shown' &&
      !/^(?:that|whether|how|to)$/.test(clause[to + 1]?.text ?? '') &&
      !clause.slice(0, at).some((word) => /^(?:it|this|that)$/.test(word.text))
    )
      return;
    if (token.text === 'knowledge' && /^(?:our|my|the)$/.test(clause[to - 1]?.text ?? '')) continue;
    // "No result yet", "no reply so far".
    if (
      /^(?:results?|outcome|reply|response)$/.test(token.text) &&
      clause.slice(to + 1, to + 4).some((word) => /^(?:yet|far)$/.test(word.text))
    ) {
      raise('unknown');
      return;
    }
    // "The repair has no date yet".
    if (
      /^(?:date|time|deadline|schedule)$/.test(token.text) &&
      /^(?:has|have|had|got)$/.test(clause[at - 1]?.text ?? '') &&
      clause[to + 1]?.text === 'yet'
    ) {
      raise('unknown');
      return;
    }
    // "The server does not answer": of a machine, and no doubt.
    if (isSilence(clause, at, to)) return;
    if (isFigureWithheld(clause, at, to)) {
      raise('unknown');
      return;
    }
    // "The network company will not give a time for it".
    if (
      /^(?:give|name|commit|offer|quote)$/.test(token.text) &&
      clause
        .slice(to + 1, to + 5)
        .some((word) =>
          /^(?:time|date|eta|estimate|timescale|timeline|cause|reason)$/.test(word.text),
        )
    ) {
      raise('unknown');
      return;
    }
    // "Source not found yet", "why it stopped we have not found".
    if (
      token.text === 'found' &&
      (clause.slice(0, at).some((word) => sought.test(word.text)) ||
        questions.test(clause[0]?.text ?? '')) &&
      clause.slice(to + 1).every((word) => word.hollow || /^(?:yet|so|far)$/.test(word.text))
    ) {
      raise('unknown');
      return;
    }
    // "We have no figure yet", "we don't have a cause".
    if (
      (sought.test(token.text) ||
        /^(?:figures?|numbers?|estimates?|eta|timeline|timescale)$/.test(token.text)) &&
      clause
        .slice(Math.max(0, at - 1), to)
        .some((word) => /^(?:have|has|had|got)$/.test(word.text)) &&
      clause.slice(at + 1, to).every((word) => word.hollow)
    ) {
      raise('unknown');
      return;
    }
    const findsOut = token.text === 'found' && clause[to + 1]?.text === 'out';
    if (
      proofs.has(token.text) &&
      !signsIn &&
      !findsOut &&
      !(token.text === 'known' && text !== 'no')
    ) {
      raise('unproven');
      return;
    }
    if (
      (knowing.has(token.text) && !isToldApart(clause, to) && !isViewed(clause, at, to)) ||
      (/^(?:find|found|work|worked|figure|make)$/.test(token.text) &&
        clause[to + 1]?.text === 'out')
    ) {
      raise('unknown');
      return;
    }
    // "Nothing to show that", "none of it suggests that".
    if (
      (/^(?:shows?|showing|suggests?|suggesting|indicates?|indicating|implies|points?|pointing)$/.test(
        token.text,
      ) &&
        /^(?:that|to|at|towards?|any|an|a)$/.test(clause[to + 1]?.text ?? '')) ||
      // "Nothing suggests it was stolen".
      (/^(?:suggests?|suggesting|indicates?|indicating|implies)$/.test(token.text) &&
        /^(?:it|they|he|she|this|these|the|our|your|anyone|anybody|anything)$/.test(
          clause[to + 1]?.text ?? '',
        ))
    ) {
      raise('unproven');
      return;
    }
    if (/^(?:believe|think|expect)$/.test(token.text)) {
      raise('weak');
      return;
    }
    if (
      token.concept?.act &&
      !/^(?:confirm|find|investigate|notify|begin|cause)$/.test(token.concept.id)
    )
      return;
  }
  const before = [1, 2].map((back) => clause[at - back]?.text ?? '');
  if (
    /^(?:no|none|nothing)$/.test(text) &&
    // "You see nothing of it": no search that found nothing.
    !clause.slice(Math.max(0, at - 12), at).some((token) => token.text === 'you') &&
    // "The app shows no temperatures": what one would see there, and no search.
    !(
      /^(?:shows?|showed|showing|shown|displays?)$/.test(before[0] ?? '') &&
      /^(?:app|page|pages|site|website|portal|screens?|boards?|displays?|panel|map|timetable|signs?|terminals?|it|they)$/.test(
        before[1] ?? '',
      ) &&
      !/^(?:sign|signs|trace|traces|evidence|indication|indications|activity|access|hint|hints|proof)$/.test(
        clause[at + 1]?.text ?? '',
      )
    ) &&
    before.some((word) =>
      /^(?:found|find|see|seen|saw|observed|detected|identified|shows?|showed|shown|of)$/.test(
        word,
      ),
    )
  ) {
    raise('unproven');
  }
}

/** "From unknown addresses", "by an unknown person": a kind of address, and no doubt. */
function isAttribute(clause: readonly BareToken[], at: number): boolean {
  const before = clause[at - 1];
  const next = clause[at + 1];
  // "Unknown process calls home": what does something is there, whatever it is called.
  if (
    clause[at]?.text === 'unknown' &&
    next?.gap.trim() === '' &&
    !next.hollow &&
    !sought.test(next.text) &&
    !/^(?:number|numbers|amount|duration|time|whereabouts|fate)$/.test(next.text) &&
    clause.length >= 4 &&
    !clause.some(({ text }) => questions.test(text))
  )
    return true;
  return (
    before !== undefined &&
    next !== undefined &&
    !next.hollow &&
    next.gap.trim() === '' &&
    (before.figure !== null ||
      /^(?:a|an|from|by|of|to|with|some|other|several|many)$/.test(before.text))
  );
}

/** "The search is running, with a result expected at nine": what is planned is the result, and not the search. */
function isSaidOfThing(clause: readonly BareToken[], at: number): boolean {
  if (!/^(?:expected|planned|intended)$/.test(clause[at]?.text ?? '')) return false;
  const lead = clause.slice(0, at).findLastIndex(({ text }) => text === 'with');
  const isFinite = ({ text }: BareToken): boolean =>
    /^(?:is|are|was|were|be|been|has|have|had)$/.test(text);
  return (
    lead > 0 &&
    at - lead <= 6 &&
    clause.slice(0, lead).some(isFinite) &&
    !clause.slice(lead, at).some(isFinite)
  );
}

function isMonth(clause: readonly BareToken[], at: number): boolean {
  const token = clause[at];
  if (token?.text !== 'may' || token.raw !== 'May') return false;
  const previous = clause[at - 1];
  return (
    (previous?.figure ?? null) !== null ||
    /^(?:in|on|of|since|until|from|by|to|\d+)$/.test(previous?.text ?? '') ||
    /^\d/.test(clause[at + 1]?.text ?? '')
  );
}
