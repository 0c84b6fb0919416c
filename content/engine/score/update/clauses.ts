import { asking, findDoubt, sought } from './doubt.ts';
import { isGuessLabel } from './guess-words.ts';
import { isYetToCome } from './yet-to-come.ts';
import { isFoundEmpty, opensEmpty } from './open-answer.ts';
import { isQuestionFirst, questions } from './fronted-question.ts';
import { findNegated } from './negation.ts';
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
  let planned = false;
  for (const [index, clause] of clauses.entries()) {
    const doubt = isSettled(clause, clauses[index + 1]) ? null : findDoubt(clause);
    const opener = clause[0]?.gap ?? '';
    // "Not known yet: how many, by whom": the colon hands the doubt on.
    const inherits =
      listOpen &&
      (index === 0 ||
        (/:|^\s*\($/.test(opener) &&
          // "We can't say that it is safe: the tests come at three" gives the reason.
          !(opener.includes(':') && isWhole(clause) && (clauses[index - 1]?.length ?? 0) >= 7)) ||
        // "The way in is unknown; the host is off" says two things.
        (/[;–—]/.test(opener) && !isWhole(clause) && !isDone(clause)) ||
        startsQuestion(clause));
    const mood: Mood =
      asked || doubt === 'unknown' || doubt === 'unproven' || doubt === 'condition' || inherits
        ? 'open'
        : (doubt ?? 'plain');
    listOpen =
      (mood === 'open' && doubt !== 'condition' && (index < clauses.length - 1 || carried)) ||
      isOpenLabel(clause, clauses[index + 1]) ||
      isGuessLabel(clause, clauses[index + 1]);
    // "Do not: delete, drop or mask anything".
    const isRefused = opener.includes(':') && forbids(clauses[index - 1] ?? []);
    const negated = isRefused ? clause.map(() => true) : findNegated(clause);
    planned = (planned && index > 0) || isWorkLabel(clause, clauses[index + 1]);
    const told: Mood = planned && mood === 'plain' ? 'planned' : mood;
    clause.forEach((token, at) => {
      marked.push({ ...token, clause: index, negated: negated[at] ?? false, mood: told });
    });
  }
  // What is behind a bracket stands after it again.
  marked.sort((one, other) => one.span[0] - other.span[0]);
  return markAnswered(marked, clauses);
}

/** "Do not", "what not to do", as the head of a list. */
function forbids(label: readonly BareToken[]): boolean {
  return /^(?:(?:and|so|please) )?(?:do not|don't|never|not allowed|what not to do|forbidden)$/.test(
    label.map(({ text }) => text).join(' '),
  );
}

/** "The cause was unknown: it is the key", "the number was open at first; it comes to 26,000": not open any more. */
function isSettled(clause: readonly BareToken[], next: readonly BareToken[] | undefined): boolean {
  const [first, second] = next ?? [];
  return (
    /[:;,–—-]/.test(first?.gap ?? '') &&
    (/^(?:it|that|they)['’](?:s|re)$/i.test(first?.raw ?? '') ||
      (/^(?:it|that|they|now|meanwhile)$/.test(first?.text ?? '') &&
        /^(?:is|are|was|were|comes?|turned|proved|we)$/.test(second?.text ?? ''))) &&
    clause.some(({ text }) => /^(?:was|were)$/.test(text)) &&
    clause.some(({ text }) => /^(?:unknown|unclear|open|uncertain|undetermined)$/.test(text)) &&
    !clause.some(({ text }) => /^(?:is|are|remains?|still|whether|if)$/.test(text)) &&
    !(next ?? []).some(({ text }) => /^(?:still|unknown|unclear|not)$/.test(text))
  );
}

/** "Why it failed: unknown", "if mail was read – we are checking": the doubt stands behind. */
function markAnswered(
  marked: readonly Token[],
  clauses: readonly (readonly BareToken[])[],
): readonly Token[] {
  const open = new Set<number>(findFronted(clauses));
  for (const [index, clause] of clauses.entries()) {
    const next = clauses[index + 1];
    if (next && isFoundEmpty(clause, next)) {
      open.add(index);
      open.add(index + 1);
    }
    if (!next || !(startsQuestion(clause) || isSoughtLabel(clause))) continue;
    const doubt = findDoubt(next.length > 6 ? next.slice(0, 3) : next);
    const asks =
      next.length <= 6 &&
      next.some(({ text }) => asking.test(text) || /^(?:look|looking|open)$/.test(text));
    if (/[:–—-]/.test(next[0]?.gap ?? '') && (doubt === 'unknown' || asks)) open.add(index);
  }
  return open.size === 0
    ? marked
    : marked.map((token) => (open.has(token.clause) ? { ...token, mood: 'open' } : token));
}

/** "By what means they got it, and whether it was copied, is not known": the doubt closes the sentence. */
function findFronted(clauses: readonly (readonly BareToken[])[]): readonly number[] {
  if (!isQuestionFirst(clauses[0] ?? [])) return [];
  // "How many are without water because of it, we do not know": the reason is a part of what is asked.
  const end = clauses.findIndex(
    (clause, index) =>
      index > 0 &&
      !startsQuestion(clause) &&
      !(clause[0]?.text === 'because' && clause.length <= 6 && index < clauses.length - 1),
  );
  const asked = end < 0 ? clauses.length : end;
  const last = clauses[asked] ?? clauses.at(-1) ?? [];
  // "How many were copied, we do not know yet".
  if (
    asked === clauses.length - 1 &&
    clauses[0]?.[0]?.text !== 'when' &&
    last.length <= 9 &&
    (last[0]?.gap.includes(',') ?? false) &&
    !last.some(({ text, figure }) => figure || questions.test(text)) &&
    findDoubt(last) === 'unknown'
  )
    return Array.from({ length: asked }, (_, index) => index);
  const closes = last.findIndex(
    ({ text }, at) =>
      /^(?:is|are|remains?)$/.test(text) &&
      (asked < clauses.length ? at === 0 : (last[at]?.gap.includes(',') ?? false)),
  );
  const doubt = closes < 0 ? null : findDoubt(last.slice(closes));
  return doubt === 'unknown' ||
    doubt === 'unproven' ||
    (closes >= 0 && last.at(-1)?.text === 'open')
    ? Array.from({ length: asked }, (_, index) => index)
    : [];
}

/** "To make sure that …", "so that …", "in order to …". */
function isPurpose(clause: readonly BareToken[]): boolean {
  const said = clause
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ');
  return /^(?:to (?:make|be) (?:sure|certain|safe)|to (?:ensure|avoid|prevent|help|keep|give|protect)\b|so that\b|in order\b)/.test(
    said,
  );
}

/** "Cause of the restart: unknown". */
function isSoughtLabel(clause: readonly BareToken[]): boolean {
  return (
    clause.length <= 6 &&
    clause.slice(0, 2).some(({ text }) => sought.test(text)) &&
    !clause.some(({ text }) => /^(?:is|are|was|were|has|have|had)$/.test(text))
  );
}

function isUnknownWord(word: string): boolean {
  return /^(?:unknown|unclear|open|tbd|tbc|not|undetermined|unconfirmed|pending)$/.test(word);
}

/** "Open: which files", "still open: who it was". With no question behind it, it is a list of work. */
function isOpenLabel(
  clause: readonly BareToken[],
  next: readonly BareToken[] | undefined,
): boolean {
  return (
    next !== undefined &&
    clause.length <= 6 &&
    clause.at(-1)?.text === 'open' &&
    (next[0]?.gap ?? '').includes(':') &&
    startsQuestion(next)
  );
}

/** "Still to do: search the other laptops", "next steps: …" are plans. */
function isWorkLabel(
  clause: readonly BareToken[],
  next: readonly BareToken[] | undefined,
): boolean {
  return (
    (next?.[0]?.gap ?? '').includes(':') &&
    /^(?:still )?(?:to do|to-do|todo|next steps?|remaining|remaining steps?|outstanding|left to do)$/.test(
      clause.map(({ text }) => text).join(' '),
    )
  );
}

function isWhole(clause: readonly BareToken[]): boolean {
  return clause.some(({ text }) =>
    /^(?:is|are|was|were|has|have|had|will|we|i|it|leads?|owns?|runs|coordinates|handles|decides|go|goes|comes?|works?|remains?|stays?|keeps?|waits?|holds?)$/.test(
      text,
    ),
  );
}

/** "Cause unknown; heap dump taken at ten": the second is certain. */
function isDone(clause: readonly BareToken[]): boolean {
  return !startsQuestion(clause) && clause.some(({ text }) => /[a-z]{2}(?:ed|en|wn)$/.test(text));
}

function startsQuestion(clause: readonly BareToken[]): boolean {
  return clause
    .slice(0, 2)
    .some(({ text }) => /^(?:how|who|whose|whom|whether|which|what|when|where|if|why)$/.test(text));
}

const breakers = new Set(
  'but however although though whereas because therefore so yet nevertheless'.split(' '),
);
const subjects = new Set('we it they i he she nothing nobody there'.split(' '));

function splitClauses(tokens: readonly BareToken[]): readonly (readonly BareToken[])[] {
  let current: BareToken[] = [];
  const clauses: BareToken[][] = [current];
  let outside: BareToken[] | null = null;
  tokens.forEach((token, at) => {
    // "The attack (22,000 a minute) has stopped": behind the bracket goes on what stood before it.
    if (outside !== null && /^\s*\)\s*$/.test(token.gap) && goesOnWithVerb(token)) {
      current = outside;
      outside = null;
      current.push(token);
      return;
    }
    if (/\([^)]*$/.test(token.gap)) outside = current;
    else if (/\)/.test(token.gap)) outside = null;
    const next = tokens[at + 1]?.text ?? '';
    const after = tokens[at + 2]?.text ?? '';
    const comma = token.gap.includes(',');
    const hard = /[;:—()]|[-=]>|→|\s[-–]\s|\.\.\.|…/.test(token.gap);
    const joins = /^(?:and|or|nor|while|which)$/.test(token.text);
    const breaks =
      hard ||
      (breakers.has(token.text) &&
        // "We cannot therefore state that nothing was read".
        !(
          /^(?:therefore|yet)$/.test(token.text) &&
          /^(?:cannot|can't|can|could|couldn't|not|do|don't|does|doesn't|will|won't)$/.test(
            tokens[at - 1]?.text ?? '',
          )
        ) &&
        !(token.text === 'so' && (next === 'far' || (!comma && tokens[at - 1]?.text === 'not'))) &&
        !isYet(tokens, at)) ||
      (comma && joins && token.text !== 'or') ||
      // "How many is not known, the count comes at nine"; "no sign so far, the cause is a change";
      // "how long is unclear, disk 4 is slow".
      (comma &&
        /^(?:known|unknown|unclear|clear|certain|sure|far)$/.test(tokens[at - 1]?.text ?? '') &&
        ((/^(?:the|a|an|our|we|it|this|that|i)$/.test(token.text) &&
          tokens.slice(at + 1, at + 12).some((word) => isFinite(word))) ||
          (!token.hollow &&
            current.length > 1 &&
            tokens.slice(at + 1, at + 3).some((word) => isBe(word.text))))) ||
      // "Two more sites have it, both fine": what is added of them.
      (comma && /^(?:both|neither|none)$/.test(token.text) && next !== 'of' && hasVerb(current)) ||
      // "It stopped on Monday, reason unknown": what stopped is certain.
      (comma &&
        /^(?:reason|cause|why|origin|source|extent|motive)$/.test(token.text) &&
        hasVerb(current) &&
        tokens.slice(at + 1, at + 5).some((word) => isUnknownWord(word.text))) ||
      // "The replay begins now, end time unclear".
      (comma &&
        !token.hollow &&
        hasVerb(current) &&
        tokens
          .slice(at + 1, at + 3)
          .some(
            (word, index, near) =>
              /^(?:unknown|unclear|undetermined|tbd|tbc)$/.test(word.text) &&
              near.slice(0, index).every(({ gap, hollow }) => gap.trim() === '' && !hollow),
          )) ||
      // "It is confirmed that they came in, only by whom is not known".
      (comma &&
        /^(?:only|just)$/.test(token.text) &&
        hasVerb(current) &&
        tokens
          .slice(at + 1, at + 3)
          .some(({ text }) => /^(?:who|whom|how|why|when|what|which|where|whether)$/.test(text))) ||
      // "If the desk presses you, line 2 may start": that it may is said.
      (comma &&
        current.slice(0, 2).some(({ text }) => text === 'if') &&
        !/^(?:and|or|how|who|whether|when|which|what|where|why|if)$/.test(token.text) &&
        tokens
          .slice(at + 1, at + 5)
          .some(({ text }) => isBe(text) || /^(?:may|can|could|will|should|must)$/.test(text))) ||
      (comma && opensEmpty(tokens, at) && hasVerb(current)) ||
      // "To make sure nobody misses out, the period is longer".
      (comma && isPurpose(current) && tokens.slice(at + 1).some((word) => isFinite(word))) ||
      // "It is 12,600, even if the count isn't known yet".
      (comma && token.text === 'even' && /^(?:if|though|when)$/.test(next)) ||
      // "She is in charge and decides at six whether to close": who decides is certain.
      (token.text === 'whether' &&
        current.some(({ text }) => /^decid(?:e|es|ed|ing)$/.test(text))) ||
      (token.text === 'until' && subjects.has(next)) ||
      isYetToCome(tokens, at) ||
      (comma && isOutcomeOpen(tokens, at, current)) ||
      // "If you have questions, the help desk answers": that it answers is so.
      (comma && /^(?:if|should)$/.test(current[0]?.text ?? '') && isYours(current[1]?.text)) ||
      // "There was no risk, as the survey will show": what will show it comes later, the claim does not.
      (comma &&
        token.text === 'as' &&
        /^(?:the|our|its|their|this|that|these)$/.test(next) &&
        hasVerb(current) &&
        tokens
          .slice(at + 2, at + 14)
          .some(({ text }) => /^(?:will|shall|show|shows)$/.test(text))) ||
      // "The bolt was pulled, this being a crime".
      (comma && /^(?:this|that|it)$/.test(token.text) && next === 'being' && hasVerb(current)) ||
      isBareFinding(tokens, at, current) ||
      goesOn(tokens, at, current) ||
      (token.text === 'and' &&
        (subjects.has(next) ||
          /^(?:no|this|none)$/.test(next) ||
          // "It was sent and has not been confirmed": the doubt is of the second alone.
          (/^(?:is|are|was|were|has|have|had)$/.test(next) &&
            /^(?:not|never|yet|still)$/.test(after) &&
            hasVerb(current)) ||
          // "She owns the case and will call": only the second is a plan.
          (/^(?:will|shall|may|might|must)$/.test(next) && hasVerb(current)) ||
          // "Oslo and Bergen are down" is one subject; "it is off and Bergen is down" are two.
          (/^(?:is|are|was|were|has|have|will)$/.test(after) &&
            hasVerb(current) &&
            // "Cause, repair time and cost are still open": three that are.
            !(/^(?:are|were|have)$/.test(after) && !current.some(isFinite))))) ||
      (comma && subjects.has(token.text) && current.length >= 3 && !hasWeakOpening(current));
    if (breaks && current.length > 0) {
      current = [token];
      clauses.push(current);
    } else current.push(token);
  });
  return clauses;
}

function goesOnWithVerb({ text, concept }: BareToken): boolean {
  return (
    concept?.act === true ||
    /^(?:is|are|was|were|has|have|had|will|would|can|could|cannot|may|might|must|should|do|does|did|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|can't|of|in|on|at|to|from)$/.test(
      text,
    ) ||
    /[a-z]{3}ed$/.test(text)
  );
}

function isYours(word: string | undefined): boolean {
  return word === 'you' || word === 'your';
}

/**
 * "A wipe was sent, not yet confirmed", "it was switched on at noon, no effect so far": that we did it is
 * certain. "Two drives are missing, not yet confirmed" is not.
 */
function isOutcomeOpen(
  tokens: readonly BareToken[],
  at: number,
  current: readonly BareToken[],
): boolean {
  const ahead = tokens.slice(at + 1, at + 6).map(({ text }) => text);
  const open =
    (tokens[at]?.text === 'not' && ahead[0] === 'yet') ||
    (tokens[at]?.text === 'no' && ahead.some((word) => /^(?:yet|far)$/.test(word)));
  return (
    open &&
    current.some(
      ({ text, concept }) => measures.test(concept?.id ?? '') && /(?:ed|sent|off|on)$/.test(text),
    )
  );
}

const measures =
  /^(?:off|stop|isolate|finish|fix|rotate|send|remove|delete|rollback|begin|notify|create|return|hand-on|pay|compensate)$/;

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

/** "We restarted it and are still looking for the cause": the doubt is of the second deed alone. */
function goesOn(tokens: readonly BareToken[], at: number, current: readonly BareToken[]): boolean {
  if (tokens[at]?.text !== 'and' || !hasVerb(current)) return false;
  const next = tokens.slice(at + 1, at + 4).map(({ text }) => text);
  const from = next.findIndex((word) => !/^(?:are|is|am|we're|still|now|also)$/.test(word));
  const ahead = tokens[at + from + 2]?.text ?? '';
  return (
    from > 0 &&
    // "It was stopped and is under review".
    ((next[from] === 'under' && /^(?:review|investigation|examination|analysis)$/.test(ahead)) ||
      (next[from] === 'being' &&
        /^(?:review|investigat|examin|check|analy[sz]|assess)/.test(ahead)) ||
      /^(?:investigating|checking|looking|searching|trying|working|examining|reviewing|finding|establishing|analysing|analyzing|assessing|waiting)$/.test(
        next[from] ?? '',
      ))
  );
}

function isBe(word: string): boolean {
  return /^(?:is|are|was|were|has|have|had)$/.test(word);
}

function isFinite({ text, concept }: BareToken): boolean {
  return (
    /^(?:is|are|was|were|has|have|had|will|comes?|came|shows?)$/.test(text) ||
    (concept?.act === true && /(?:s|ed)$/.test(text))
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
