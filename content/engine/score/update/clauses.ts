import type { BareToken, Mood, Token } from './token.ts';

/**
 * Splits a sentence into clauses and finds what "not" and "we do not know" reach in it. By rule of
 * thumb: a doubt reaches its whole clause, a negation what follows it in its clause. A question
 * (`asked`) states nothing.
 */
export function markClauses(
  tokens: readonly BareToken[],
  carried: boolean,
  asked = false,
): readonly Token[] {
  const clauses = splitClauses(tokens);
  const marked: Token[] = [];
  let listOpen = carried;
  for (const [index, clause] of clauses.entries()) {
    const doubt = findDoubt(clause);
    const opener = clause[0]?.gap ?? '';
    // "Not known yet: how many, by whom": the colon hands the doubt on.
    const inherits =
      listOpen &&
      (index === 0 ||
        /:|^\s*\($/.test(opener) ||
        // "The way in is unknown; the host is off" says two things.
        (/[;–—]/.test(opener) && !isWhole(clause)) ||
        startsQuestion(clause));
    const mood: Mood =
      asked || doubt === 'unknown' || doubt === 'unproven' || doubt === 'condition' || inherits
        ? 'open'
        : (doubt ?? 'plain');
    listOpen =
      (mood === 'open' && doubt !== 'condition' && (index < clauses.length - 1 || carried)) ||
      isOpenLabel(clause, clauses[index + 1]);
    const negated = findNegated(clause);
    clause.forEach((token, at) => {
      marked.push({ ...token, clause: index, negated: negated[at] ?? false, mood });
    });
  }
  return markAnswered(marked, clauses);
}

/** "Why it failed: unknown", "if mail was read – we are checking": the doubt stands behind. */
function markAnswered(
  marked: readonly Token[],
  clauses: readonly (readonly BareToken[])[],
): readonly Token[] {
  const open = new Set<number>();
  for (const [index, clause] of clauses.entries()) {
    const next = clauses[index + 1];
    if (!next || next.length > 6 || !startsQuestion(clause)) continue;
    const doubt = findDoubt(next);
    const asks = next.some(({ text }) => asking.test(text) || /^(?:look|looking|open)$/.test(text));
    if (/[:–—-]/.test(next[0]?.gap ?? '') && (doubt === 'unknown' || asks)) open.add(index);
  }
  return open.size === 0
    ? marked
    : marked.map((token) => (open.has(token.clause) ? { ...token, mood: 'open' } : token));
}

/** "Open: which files", "still open: who it was". With no question behind it, it is a list of work. */
function isOpenLabel(
  clause: readonly BareToken[],
  next: readonly BareToken[] | undefined,
): boolean {
  return (
    next !== undefined &&
    clause.length <= 3 &&
    clause.at(-1)?.text === 'open' &&
    (next[0]?.gap ?? '').includes(':') &&
    startsQuestion(next)
  );
}

function isWhole(clause: readonly BareToken[]): boolean {
  return clause.some(({ text }) => /^(?:is|are|was|were|has|have|had|will|we|i|it)$/.test(text));
}

function startsQuestion(clause: readonly BareToken[]): boolean {
  return clause
    .slice(0, 2)
    .some(({ text }) => /^(?:how|who|whether|which|what|when|where|if|why)$/.test(text));
}

const breakers = new Set(
  'but however although though whereas because therefore so yet nevertheless'.split(' '),
);
const subjects = new Set('we it they i he she nothing nobody there'.split(' '));

function splitClauses(tokens: readonly BareToken[]): readonly (readonly BareToken[])[] {
  const clauses: BareToken[][] = [[]];
  tokens.forEach((token, at) => {
    const current = clauses.at(-1) ?? [];
    const next = tokens[at + 1]?.text ?? '';
    const after = tokens[at + 2]?.text ?? '';
    const comma = token.gap.includes(',');
    const hard = /[;:—()]|\s[-–]\s|\.\.\.|…/.test(token.gap);
    const joins = /^(?:and|or|nor|while|which)$/.test(token.text);
    const breaks =
      hard ||
      (breakers.has(token.text) &&
        !(token.text === 'so' && next === 'far') &&
        !isYet(tokens, at)) ||
      (comma && joins && token.text !== 'or') ||
      (token.text === 'until' && subjects.has(next)) ||
      isYetToCome(tokens, at) ||
      // "If you have questions, the help desk answers": that it answers is so.
      (comma && /^(?:if|should)$/.test(current[0]?.text ?? '') && isYours(current[1]?.text)) ||
      isBareFinding(tokens, at, current) ||
      (token.text === 'and' &&
        (subjects.has(next) ||
          /^(?:no|this|none)$/.test(next) ||
          // "She owns the case and will call": only the second is a plan.
          (/^(?:will|shall|may|might)$/.test(next) && hasVerb(current)) ||
          // "Oslo and Bergen are down" is one subject; "it is off and Bergen is down" are two.
          (/^(?:is|are|was|were|has|have|will)$/.test(after) && hasVerb(current)))) ||
      (comma && subjects.has(token.text) && current.length >= 3 && !hasWeakOpening(current));
    if (breaks && current.length > 0) clauses.push([token]);
    else current.push(token);
  });
  return clauses;
}

function isYours(word: string | undefined): boolean {
  return word === 'you' || word === 'your';
}

/** "Until the service is back", "once it is over": of what is not so yet. "Until we closed it" is. */
function isYetToCome(tokens: readonly BareToken[], at: number): boolean {
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

/** "They are patched and show no shell": what was looked for and not found takes no doubt to the rest. */
function isBareFinding(
  tokens: readonly BareToken[],
  at: number,
  current: readonly BareToken[],
): boolean {
  return (
    /^(?:and|but)$/.test(tokens[at]?.text ?? '') &&
    /^(?:shows?|showed|sees?|saw|found)$/.test(tokens[at + 1]?.text ?? '') &&
    /^(?:no|nothing|none)$/.test(tokens[at + 2]?.text ?? '') &&
    hasVerb(current)
  );
}

function hasVerb(clause: readonly BareToken[]): boolean {
  const opening = clause.findLastIndex(({ text }) => /^(?:that|whether|if|which)$/.test(text));
  return clause
    .slice(opening + 1)
    .some(
      ({ text, concept }) =>
        concept?.act === true ||
        /^(?:is|are|was|were|be|been|has|have|had|do|does|did|will|can|cannot|may|must)$/.test(
          text,
        ) ||
        /[a-z]{3}ed$/.test(text),
    );
}

/** "Not yet", "yet known" and "yet to": no conjunction. */
function isYet(tokens: readonly BareToken[], at: number): boolean {
  if (tokens[at]?.text !== 'yet') return false;
  return !tokens[at].gap.includes(',');
}

function hasWeakOpening(clause: readonly BareToken[]): boolean {
  return clause
    .slice(0, 6)
    .some(({ text }) => /^(?:far|knowledge|probably|perhaps|possibly)$/.test(text));
}

const negators = new Set(
  'not no never none nobody nothing neither nor without cannot nowhere unable impossible'.split(
    ' ',
  ),
);

/** Whether the word at `at` says "not". "Not only", "no later than" and "no doubt" do not. */
function isNegator(tokens: readonly BareToken[], at: number): boolean {
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
    if (/^(?:only|just|least|merely|doubt|question|matter|wonder|later|fewer|less)$/.test(next))
      return false;
    return !(/^(?:more|longer|earlier|sooner)$/.test(next) && after === 'than');
  }
  if (stem === 'fail' && next === 'to') return true;
  if (text === 'yet' && next === 'to') return true;
  if (text === 'false' && next === 'that') return true;
  if (text === 'free' && /^(?:of|from)$/.test(next)) return true;
  return stem === 'rul' && next === 'out';
}

function findNegated(clause: readonly BareToken[]): readonly boolean[] {
  const negated = clause.map(() => false);
  for (let at = 0; at < clause.length; at += 1) {
    if (!isNegator(clause, at)) continue;
    let acts = 0;
    let reached = 0;
    for (let to = at + 1; to < Math.min(clause.length, at + 40); to += 1) {
      const token = clause[to];
      if (!token) break;
      if (token.gap.includes(',') && acts > 0) break;
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
      if (to > at + 1 && /^(?:since|because|while|until|unless|after|before)$/.test(token.text))
        break;
      if (reached >= 14) break;
      if (!token.hollow) reached += 1;
      negated[to] = !negated[to];
      if (token.concept?.act || /[a-z]{2}(?:ed|en)$/.test(token.text)) acts += 1;
    }
    // "Seen by nobody", "of the files they took none".
    if (acts === 0 && /^(?:nobody|none|nothing|nowhere)$/.test(clause[at]?.text ?? '')) {
      for (let to = Math.max(0, at - 20); to < at; to += 1) negated[to] = !negated[to];
    }
  }
  return negated;
}

const unknowns = new Set(
  'whether unknown unknowns unclear unconfirmed unsure uncertain undetermined unverified unproven undecided tbc tbd unestablished'.split(
    ' ',
  ),
);
const knowing = new Set(
  'know known knows say tell sure certain clear confirm confirmed confirms establish established determine determined verified verify prove proven aware answer answers certainty exclude excluded conclude concluded understand understood decided explain explained traced promise promised predict estimate foresee idea clue'.split(
    ' ',
  ),
);
const proofs = new Set(
  'evidence indication indications sign signs proof trace traces hint seen found observed detected identified known'.split(
    ' ',
  ),
);
const asking =
  /^(?:know|known|knows|say|tell|check|checking|ask|asked|see|establish|establishing|determine|determining|confirm|investigate|investigating|verify|verifying|clear|sure|out|learn|understand|wonder|examining|assessing)$/;
const sought = /^(?:cause|causes|reason|reasons|origin|source|extent|motive)$/;
const questions = /^(?:how|what|who|which|when|why|whether|if|where)$/;
const weakWords = new Set(
  'may might could possibly perhaps maybe probably likely unlikely apparently presumably potentially seemingly allegedly reportedly suspect suspects suspected suspicion believe believes believed think thinks thought guess assume assumes assumed assumption seem seems seemed appear appears appeared suggest suggests suggested theory hypothesis should'.split(
    ' ',
  ),
);
const plans = new Set(
  'will shall ll intend intends planned plan plans expect expects expected'.split(' '),
);

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
    if (/^(?:investigation|review|examination)$/.test(text) && word(-1) === 'under')
      raise('unknown');
    if (
      /^(?:open|pending|outstanding)$/.test(text) &&
      (/^(?:still|remains)$/.test(word(-1)) || questions.test(clause[0]?.text ?? ''))
    ) {
      raise('unknown');
    }
    if (text === 'awaiting' && /^confirm/.test(word(1))) raise('unknown');
    if (
      /^(?:looked|being)$/.test(text) &&
      /^(?:into|at|looked)$/.test(word(1)) &&
      questions.test(clause[0]?.text ?? '')
    )
      raise('unknown');
    if (/^questions?$/.test(text) && word(-1) === 'open') raise('unknown');
    if (text === 'early' && word(-1) === 'too') raise('unknown');
    if (text === 'remains' && /^(?:to|open|unclear)$/.test(word(1))) raise('unknown');
    if (
      text === 'be' &&
      word(-1) === 'to' &&
      /^(?:confirmed|determined|established|verified|seen)$/.test(word(1))
    )
      raise('unknown');
    if (
      text === 'being' &&
      /^(?:investigated|assessed|verified|checked|examined|established|determined)$/.test(
        word(1),
      ) &&
      word(-1) !== 'not'
    )
      raise('unknown');
    if (
      weakWords.has(text) &&
      !isMonth(clause, at) &&
      // "Could be read by anyone" is how it was.
      !(
        text === 'could' && clause.some((other) => /^(?:any|every)(?:one|body)$/.test(other.text))
      ) &&
      !/^(?:not|have)$/.test(text === 'could' || text === 'should' ? word(1) : '')
    )
      raise('weak');
    if (text === 'know' && word(-2) === 'far') raise('weak');
    if (text === 'know' && /^(?:until|before|once)$/.test(word(-2))) raise('unknown');
    if (text === 'knowledge' && /^(?:our|my)$/.test(word(-1))) raise('weak');
    // "Medication plans" are things.
    if (plans.has(text) && (!/^plans?$/.test(text) || /^(?:to|on)$/.test(word(1))))
      raise('planned');
    if (
      text === 'to' &&
      /^(?:going|about|need|needs|plan|planning|ready|due|want|wants)$/.test(word(-1))
    )
      raise('planned');
    if (text === 'must' || (text === 'to' && /^(?:is|are)$/.test(word(-1)) && word(1) === 'be'))
      raise('planned');
  });
  return found;
}

/** "Not known", "no evidence", "cannot say", "nobody can tell", "found no". */
function raiseAfterNegator(
  clause: readonly BareToken[],
  at: number,
  raise: (doubt: Doubt) => void,
): void {
  const { text, stem } = clause[at] ?? { text: '', stem: '' };
  if (stem === 'rul') {
    if ([1, 2, 3, 4].some((back) => at - back >= 0 && isNegator(clause, at - back)))
      raise('unknown');
    return;
  }
  if (text === 'without' || text === 'unable') return;
  for (let to = at + 1; to <= at + 6 && to < clause.length; to += 1) {
    const token = clause[to];
    if (!token) return;
    if (token.text === 'doubt') return;
    if (token.text === 'rule' || token.text === 'ruled') {
      if (clause[to + 1]?.text === 'out') raise('unknown');
      continue;
    }
    // "Cannot sign in" is no sign of anything.
    const signsIn =
      token.text === 'sign' && /^(?:in|on|up|off|out)$/.test(clause[to + 1]?.text ?? '');
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
      knowing.has(token.text) ||
      (/^(?:find|found|work|worked|figure|make)$/.test(token.text) &&
        clause[to + 1]?.text === 'out')
    ) {
      raise('unknown');
      return;
    }
    // "Nothing to show that", "none of it suggests that".
    if (
      /^(?:shows?|showing|suggests?|suggesting|indicates?|indicating|implies|points?|pointing)$/.test(
        token.text,
      ) &&
      /^(?:that|to|at|towards?|any|an|a)$/.test(clause[to + 1]?.text ?? '')
    ) {
      raise('unproven');
      return;
    }
    if (/^(?:believe|think|expect)$/.test(token.text)) {
      raise('weak');
      return;
    }
    if (token.concept?.act && !/^(?:confirm|find|investigate|notify|begin)$/.test(token.concept.id))
      return;
  }
  const before = [1, 2].map((back) => clause[at - back]?.text ?? '');
  if (
    /^(?:no|none|nothing)$/.test(text) &&
    // "You see nothing of it": no search that found nothing.
    !clause.slice(Math.max(0, at - 12), at).some((token) => token.text === 'you') &&
    before.some((word) =>
      /^(?:found|find|see|seen|saw|observed|detected|identified|shows?|showed|of)$/.test(word),
    )
  ) {
    raise('unproven');
  }
}

/** "From unknown addresses", "by an unknown person": a kind of address, and no doubt. */
function isAttribute(clause: readonly BareToken[], at: number): boolean {
  const before = clause[at - 1];
  const next = clause[at + 1];
  return (
    before !== undefined &&
    next !== undefined &&
    !next.hollow &&
    next.gap.trim() === '' &&
    (before.figure !== null ||
      /^(?:a|an|from|by|of|to|with|some|other|several|many)$/.test(before.text))
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
