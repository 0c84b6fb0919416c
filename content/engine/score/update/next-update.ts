import type { Span } from '../sentences.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Token } from './token.ts';

export interface NextUpdateSign {
  /** 1 a time that a reader can wait for, 0.5 a part of a day, 0.15 "soon". */
  readonly strength: number;
  readonly span: Span;
  readonly sentence: SaidSentence;
}

const telling =
  /^(?:updates?|updated|upd|msg|ping|pings|write|report|reports|news|again|brief|briefing|hear|call|inform|tell|message|post|word|back|checkpoint|sync|review|bulletin|statement|note|notifications?|announcement|reach|communication|communicate|report|look|contact|publish|notify|email|e-mail|speak|summary|follow-up|supplement|submit|share|details|information|touch|mail|mails|letter|standup|stand-up|inform|informs|writes|reports|rings|ring|phone)$/;
const future =
  /^(?:next|will|'ll|i'll|we'll|you'll|shall|again|expect|expects|wants|needs|awaits|deadline|further|following|every|hourly|by|then|promise|provide|follows?|due|another)$/;
const past =
  /^(?:reported|wrote|told|was|were|had|sent|informed|called|notified|posted|published|did|issued|briefed|contacted)$/;
const vague =
  /^(?:soon|shortly|later|posted|informed|updated|regularly|asap|possible|course|meantime|touch|when|once|periodically|eventually|timely|promptly|needed|become|available)$/;

/** "The doors open again at six" tells of doors. */
const speaking =
  /^(?:we|i|i'll|we'll|you|you'll|hear|hears|write|writes|report|reports|update|updates|post|posts|call|calls|brief|inform|informs|speak|meet|news|message|posting|writing|reporting|updating)$/;

/** Where the text says when one hears again. */
export function findNextUpdate(said: readonly SaidSentence[]): readonly NextUpdateSign[] {
  return said.flatMap((sentence): NextUpdateSign[] => {
    const { tokens } = sentence;
    const short = Math.max(findShort(tokens), findNumbered(said, sentence));
    // "Evening brief, 19:05" is written at that time.
    if (
      short < 0 &&
      sentence.index === 0 &&
      tokens.length <= 10 &&
      !tokens.some(({ text }) => future.test(text))
    )
      return [];
    // A sentence of nothing but such words is none that anybody sends.
    const signs = tokens
      .map((_, at) => at)
      .filter((at) => at === short || isTelling(tokens, at))
      .slice(0, 12)
      .flatMap((at) => rateAt(sentence, at, at === short));
    const most = Math.max(0, ...signs.map(({ strength }) => strength));
    return signs.filter(({ strength }) => strength === most).slice(0, 1);
  });
}

function isTelling(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? '';
  if (isAskedOfReader(tokens, at)) return false;
  // "It restarts every two minutes since last night's update".
  if (
    /^updates?$/.test(text) &&
    tokens.slice(Math.max(0, at - 3), at).some((word) => ofSoftware.test(word.text))
  )
    return false;
  // "Our lawyer joins their daily call": a word among others, and none to the reader.
  if (
    /^(?:calls?|meetings?|briefings?|sync|standup|stand-up|review)$/.test(text) &&
    tokens.slice(Math.max(0, at - 2), at).some((word) => /^(?:their|his|her)$/.test(word.text))
  )
    return false;
  return (
    (telling.test(text) &&
      (text !== 'back' || isComingBack(tokens, at)) &&
      (text !== 'again' || tokens.some((word) => speaking.test(word.text)))) ||
    // "We send follow-up 2 by ten".
    (text === 'follow' && tokens[at + 1]?.text === 'up' && tokens[at + 1]?.gap === '-') ||
    // "She expects a line from you at 23:00".
    (/^lines?$/.test(text) &&
      tokens
        .slice(Math.max(0, at - 4), at)
        .some((word) => /^(?:expects?|wants?|owe|owes|send|awaits?)$/.test(word.text))) ||
    // "Status page due 20:15".
    (text === 'page' &&
      tokens[at - 1]?.text === 'status' &&
      tokens.some((word) => /^(?:due|next|again)$/.test(word.text))) ||
    isReadHere(tokens, at) ||
    isResultDue(tokens, at)
  );
}

/** "Answer by 11:30", "she will have the number at noon": with what is found out comes the next word. */
function isResultDue(tokens: readonly Token[], at: number): boolean {
  // "She will have it at noon".
  const ready =
    /^(?:it|that|this|one|more)$/.test(tokens[at]?.text ?? '') &&
    tokens[at - 1]?.text === 'have' &&
    /^(?:will|[a-z]+'ll)$/.test(tokens[at - 2]?.text ?? '');
  if (
    !ready &&
    !/^(?:answers?|results?|outcome|verdict|number|figure|count|total|findings)$/.test(
      tokens[at]?.text ?? '',
    )
  )
    return false;
  const [lead, when] = tokens.slice(at + 1, at + 3);
  return (
    when?.figure?.kind === 'time' &&
    lead?.gap.trim() === '' &&
    (lead.text === 'by' ||
      (lead.text === 'at' &&
        tokens
          .slice(Math.max(0, at - 5), at)
          .some(({ text }) =>
            /^(?:will|'ll|she'll|he'll|they'll|we'll|i'll|expects?|gets?)$/.test(text),
          )))
  );
}

/** "You'll read the result here on Friday". */
function isReadHere(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:read|find|learn|see)$/.test(tokens[at]?.text ?? '') &&
    tokens.slice(Math.max(0, at - 2), at).some((word) => /^you(?:'ll)?$/.test(word.text)) &&
    tokens.some((word) => word.text === 'here')
  );
}

const ordinals = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th)$/;

/** "Third intimation at 16:00", in a text that calls itself the second. */
function findNumbered(said: readonly SaidSentence[], { index, tokens }: SaidSentence): number {
  const [number, noun] = tokens;
  if (index === 0 || !number || !noun || tokens.length > 8 || !ordinals.test(number.text))
    return -1;
  const heading = said[0]?.tokens ?? [];
  const isOwn = heading.some(
    ({ stem }, at) => stem === noun.stem && ordinals.test(heading[at - 1]?.text ?? ''),
  );
  return isOwn && tokens.some(({ figure }) => figure && /^(?:time|date)$/.test(figure.kind))
    ? 0
    : -1;
}

const ofSoftware =
  /^(?:since|after|last|night|yesterday|bad|faulty|broken|wrong|failed|software|security|firmware|system|driver|vendor|windows|automatic|through|this)$/;

/** What a word that tells of the next message is worth with the time that stands by it. */
function rateAt(sentence: SaidSentence, at: number, short: boolean): readonly NextUpdateSign[] {
  const { tokens } = sentence;
  const teller = tokens[at];
  if (!teller) return [];
  const { clause } = teller;
  const near = tokens.filter((token) => token.clause === clause || token.clause === clause + 1);
  const ahead =
    short ||
    isReadHere(tokens, at) ||
    near.some(
      ({ text }, at) =>
        future.test(text) ||
        // "Has to be updated at 20:15".
        (text === 'to' &&
          near[at + 1]?.text === 'be' &&
          /^(?:is|are|has|have)$/.test(near[at - 1]?.text ?? '')),
    ) ||
    isHeading(tokens, at);
  // "The board has a call at 16:00": no word of what is to come, and nothing past either.
  // "640 reports could be opened from 2 to 9 March".
  const bare = !near.some(
    ({ text }) =>
      past.test(text) ||
      /[a-z]{3}ed$|^(?:from|between|since|could|read|withdrawn|written|given|made)$/.test(text),
  );
  if (!ahead && !bare) return [];
  const strength = rate(near, teller) * (ahead ? 1 : 0.8);
  return strength > 0 ? [{ strength, span: spanOf(sentence, clause), sentence }] : [];
}

/** "Next: 18:50", "next at noon", "more on Thursday", "expect more in an hour". */
function findShort(tokens: readonly Token[]): number {
  return tokens.findIndex(({ text, figure, clause }, at) => {
    const next = tokens[at + 1];
    if (
      text === 'next' &&
      tokens[at - 1]?.figure?.kind === 'time' &&
      (!next || next.gap.includes(','))
    )
      return true;
    if (figure || !next) return false;
    const timed =
      next.figure?.kind === 'time' ||
      /^(?:at|by|on|in|from|tomorrow|tonight|around|about)$/.test(next.text);
    // "Next status to the duty manager 09:00", "the next notice appears here at six".
    if (
      text === 'next' &&
      !deeds.test(next.text) &&
      (at <= 1 || tokens[at - 1]?.clause !== clause || tokens[at - 1]?.text === 'the') &&
      tokens.slice(at + 2, at + 8).some((word) => word.figure?.kind === 'time')
    )
      return true;
    if (text === 'next')
      return (
        timed &&
        (at === 0 ||
          tokens[at - 1]?.clause !== clause ||
          /[,;:.–—-]/.test(tokens[at]?.gap ?? '') ||
          tokens.length <= 6)
      );
    return (
      text === 'more' &&
      (timed || (next.text === 'for' && tokens[at + 2]?.text === 'you')) &&
      (at === 0 ||
        /[,;.:–—]/.test(tokens[at]?.gap ?? '') ||
        /^(?:expect|hear|have|and|with)$/.test(tokens[at - 1]?.text ?? ''))
    );
  });
}

/** What comes next and is no word to the reader. */
const deeds =
  /^(?:steps?|actions?|shifts?|days?|weeks?|months?|hours?|minutes?|backups?|runs?|releases?|trains?|flights?|deliver(?:y|ies)|maintenance|patch(?:es)?|payroll|batch(?:es)?|window|restart|reboot|attempt|test|job|bus|ferry|payments?)$/;

/** "Switch back to the main link: 04:30". */
const moved =
  /^(?:switch|mov|fail|roll|chang|put|turn|set|br(?:ing|ought)|cop|flow|go|went|is|are|was|were)/;

/** "We come back to you", not "the site will be back". */
function isComingBack(tokens: readonly Token[], at: number): boolean {
  return (
    (/^(?:to|with)$/.test(tokens[at + 1]?.text ?? '') && !moved.test(tokens[at - 1]?.text ?? '')) ||
    // "We'll be back here at 17:15".
    (tokens[at + 1]?.text === 'here' &&
      tokens
        .slice(Math.max(0, at - 4), at)
        .some(({ text }) => /^(?:we|we'll|we're|i|i'll|i'm)$/.test(text))) ||
    // "Back here at 11:40", in a line of its own.
    (at === 0 && tokens[1]?.text === 'here' && tokens.length <= 6) ||
    /^(?:come|get|report|write|hear|call)$/.test(tokens[at - 1]?.text ?? '')
  );
}

function isHeading(tokens: readonly Token[], at: number): boolean {
  return at <= 1 && tokens.length <= 8 && !tokens.some(({ text }) => past.test(text));
}

function rate(near: readonly Token[], teller: Token): number {
  const from = near.indexOf(teller);
  const negatedTime = near.some(
    (token, at) =>
      at > from &&
      /^(?:no|not)$/.test(token.text) &&
      /^(?:time|date|set|fixed)$/.test(near[at + 1]?.text ?? ''),
  );
  if (negatedTime) return 0.1;
  let best = 0;
  near.forEach(({ text, figure }, at) => {
    const lead = near.slice(Math.max(0, at - 3), at).map((token) => token.text);
    const isPast =
      lead.some(
        (word) =>
          past.test(word) ||
          /^(?:since|until|ago|after)$/.test(word) ||
          (word === 'from' && word === lead.at(-1)),
      ) &&
      (lead.at(-1) === 'since' || !lead.some((word) => /^(?:next|will|again)$/.test(word)));
    const next = near[at + 1]?.text ?? '';
    if (isPast || (/^(?:ago|earlier)$/.test(next) && near[at + 1]?.gap.includes(',') !== true))
      return;
    if (figure?.kind === 'time') best = Math.max(best, 1);
    // Within the hour it can be waited for; "within 30 days" is a time as well.
    if (
      figure?.kind === 'stretch' &&
      lead.some((word) => /^(?:in|within|every|least|of|next|update|updates|another)$/.test(word))
    )
      best = Math.max(best, 1);
    if (figure?.kind === 'date') best = Math.max(best, 0.85);
    // "You will have her third report on the 10th".
    if (/^\d{1,2}(?:st|nd|rd|th)$/.test(text) && /^(?:on|by) the$/.test(lead.slice(-2).join(' ')))
      best = Math.max(best, 0.85);
    if (figure?.kind === 'count' && figure.value <= 24 && lead.at(-1) === 'at')
      best = Math.max(best, 0.9);
    if (/^t\+\d+$/.test(text)) best = Math.max(best, 1);
    if (/^(?:hourly|half-hourly)$/.test(text)) best = Math.max(best, 1);
    if (
      /^(?:hour|half)$/.test(text) &&
      lead.some((word) => /^(?:every|of|an|the|within|in|half|each)$/.test(word))
    )
      best = Math.max(best, 1);
    if (text === 'day' && /^(?:every|each)$/.test(lead.at(-1) ?? '')) best = Math.max(best, 0.6);
    if (/^(?:daily)$/.test(text)) best = Math.max(best, 0.6);
    if (
      /^(?:tonight|tomorrow|evening|morning|afternoon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunchtime|midday)$/.test(
        text,
      )
    )
      best = Math.max(best, 0.5);
    if (text === 'day' && lead.includes('end')) best = Math.max(best, 0.5);
    if (vague.test(text) || text === 'today') best = Math.max(best, 0.12);
  });
  return best;
}

/** "Please mail it over to them this afternoon": what the reader is to do, where nobody writes to the reader. */
function isAskedOfReader(tokens: readonly Token[], at: number): boolean {
  if (!asking.test(tokens[at]?.text ?? '')) return false;
  const asked = tokens.findLastIndex(({ text }, index) => index < at && text === 'please');
  return (
    asked >= 0 &&
    at - asked <= 2 &&
    tokens[asked]?.clause === tokens[at]?.clause &&
    !tokens
      .slice(at + 1)
      .some(({ text }) => /^(?:us|me|next|again|here|in|back|update)$/.test(text))
  );
}

const asking =
  /^(?:mail|e-mail|email|call|write|post|send|phone|ring|tell|report|inform|contact|publish|submit|share|forward)$/;
