import { belittling } from './belittling.ts';
import type { Finding } from './finding.ts';
import type { Span } from '../sentences.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import type { Token } from './token.ts';

import { isHeadingWord, isPersonName } from './person-name.ts';

const blaming =
  /^(?:blame|blamed|blaming|culprit|culpable|careless|carelessly|carelessness|negligent|negligence|negligently|incompetent|incompetence|stupid|stupidity|reckless|recklessly|sloppy|sloppiness|lazy|irresponsible|unprofessional|amateur|amateurish|botched|bungled|blunder|blundered|idiot|idiotic|foolish|screwed|guilty|rubbish|crap|shoddy|inept|clueless|naive|gullible|thoughtless|thoughtlessly|dumb|brainless|heedless|hapless|accomplices?|complicit|traitors?|dishonest|crooked|disloyal|untrustworthy|liars?|ridiculous|ridiculously|laughabl[ey]|embarrassingly|woefully|hopelessly|appalling|appallingly|abysmal|absurdly|shameful|shamefully|clowns?|morons?|pathetic|inexcusable|unforgivable)$/;
/** How people talk down on others, whoever it is. */
const contempt =
  /\b(?:(?:can['’]t|cannot|(?:could|can|did|would)(?:n['’]t| not)) (?:even |simply |just )?(?:be bothered|bother|be trusted|be asked)|(?:with|has|have|had) half a brain|any (?:idiot|fool|beginner|child|first-year|half-decent|competent)|(?:should|ought to|must) (?:really )?(?:have )?know(?:n)? better|(?:as usual|once again|once more|yet again) (?:did not|didn['’]t|failed|forgot)|(?:did not|didn['’]t) think|(?:so )?thank (?:him|her|them) for|asleep at the|(?:was|were|is|are)(?:n't| not) paying attention|(?:we )?owe (?:all )?(?:this|that|it)(?: all)? to|took (?:his|her|their) eyes? off|dropped the ball|cut(?:ting)? corners|(?:him|her|them)sel(?:f|ves) to (?:blame|thank)|(?:has|have) only (?:him|her|them)sel|too (?:lazy|stupid|busy|dumb|careless|proud)|not up to (?:the|his|her|their) job|no idea what (?:he|she|they) (?:is|are|was|were) doing|left us in the lurch|thanks to the (?:sloppy|poor|lousy)|in (?:his|her|their) (?:infinite )?wisdom|of all people|despite (?:all )?(?:the|our) (?:training|warnings|reminders)|how hard can|typical of|you (?:can|may|should) (?:all )?thank (?:our|the|that|his|her|their)|without (?:thinking|a (?:second )?thought)|any(?:body|one) who (?:\w+ ){1,9}would have (?:seen|noticed|known|caught|spotted))\b/;
export const roles =
  /^(?:assistant|assistants|receptionist|receptionists|librarian|librarians|caretaker|caretakers|volunteer|volunteers|electrician|electricians|crew|crews|developer|developers|engineer|engineers|admin|admins|administrator|administrators|operator|operators|intern|interns|contractor|contractors|employee|employees|colleague|colleagues|manager|managers|vendor|vendors|supplier|suppliers|team|teams|department|staff|analyst|analysts|programmer|dba|sysadmin|trainee|apprentice|predecessor|management|finance|marketing|he|she|somebody|someone|user|leadership|ops|devops|shift|support|it|nurse|nurses|doctor|doctors|driver|drivers|pilot|pilots|clerk|clerks|teacher|teachers|technician|technicians|accountant|accountants|officer|officers|guard|guards|cleaner|cleaners|owner|owners|tester|testers|secretary|reception|hr|sales|legal|security|agency|consultant|consultants|partner|provider|student|students)$/;
const hardFailing =
  /^(?:forgot|neglected|ignored|violated|disobeyed|mishandled|messed|fell|overlooked|skipped|disregarded|mistakenly|misconfigured|bypassed|slept)$/;
/** "Lena Krog is in charge of the fault": who has it in hand, and not whose it is. */
const handling =
  /\b(?:in charge of|leads?|leading|handl(?:es|ing)|looks? after|looking (?:into|after)|works? on|working on|owns?|runs?)\b.*\b(?:fault|error|failure)\b/;
const judging =
  /^(?:mistake|mistakes|fault|error|failure|blunder|oversight|ignorance|laziness|misconduct)$/;

/** "If she had looked at the label, we would be home": what another left undone. "If he had not seen it" is praise. */
const counterfactual =
  /\b(?:[Ii]f (?:he|she|\p{Lu}\p{Ll}+)(?: had|['’]d)|[Hh]ad (?:he|she)) (?!not\b|never\b)(?:(?:only|just|even|ever) )?\p{Ll}+(?:ed|ead|ept|en|ought)\b.* (?:we|it|this|none|nobody|nothing)\b.{0,20}(?:\bwould|['’]d\b|n['’]t\b)/u;

/** Guilt laid on a person or a team. An update names owners of work, not culprits. */
export function findBlame(
  said: readonly SaidSentence[],
  isKnown: (sentence: SaidSentence, clause: number) => boolean = () => false,
  isToldDeed: (clause: readonly Token[], person: Token, deed: Token) => boolean = () => false,
): readonly Finding[] {
  const spans: Span[] = [];
  for (const sentence of said) {
    if (counterfactual.test(sentence.tokens.map(({ raw }) => raw).join(' '))) {
      spans.push(sentence.span);
      continue;
    }
    for (const [clause, tokens] of sentence.byClause.entries()) {
      if (
        !isDisclaimed(sentence, clause) &&
        isBlame(
          tokens,
          () => isKnown(sentence, clause),
          (person, deed) => isToldDeed(tokens, person, deed),
        )
      )
        spans.push(spanOf(sentence, clause));
    }
  }
  const why =
    'This lays guilt on somebody. How it came about is for the review, with the people in the room; an update says what happened and who does what.';
  return spans.length === 0
    ? []
    : [{ rule: 'blame', cost: Math.min(0.3, 0.17 + 0.05 * (spans.length - 1)), spans, why }];
}

/** "This should not be taken to mean that the vendor, or anyone else, was at fault". */
function isDisclaimed(sentence: SaidSentence, clause: number): boolean {
  const before = sentence.byClause
    .slice(0, clause + 1)
    .flat()
    .map(({ text }) => text)
    .join(' ');
  return /\b(?:not|never|nobody should|no one should) (?:be )?(?:tak(?:e|en)|read|understood|understand|seen|see|meant|mean|intended|construed|say|saying|suggest(?:ing)?|imply(?:ing)?) (?:(?:this|that|it|the \w+|any of (?:this|it)) )?(?:to mean|to say|to suggest|to imply|as|that)\b/.test(
    before,
  );
}

function isBlame(
  tokens: readonly Token[],
  isKnown: () => boolean,
  isToldDeed: (person: Token, deed: Token) => boolean,
): boolean {
  const words = tokens.map(({ text }) => text);
  const has = (pattern: RegExp): number => words.findIndex((word) => pattern.test(word));
  const near = (at: number, pattern: RegExp): boolean =>
    words.slice(Math.max(0, at - 3), at + 4).some((word) => pattern.test(word));
  const strong = has(blaming);
  const inHand = handling.test(words.join(' '));
  const spares = (at: number): boolean =>
    tokens[at]?.negated === true ||
    // "Blaming either of them would be premature".
    (/^blam/.test(words[at] ?? '') &&
      words
        .slice(at + 1)
        .some((word) => /^(?:premature|pointless|wrong|unfair|helps?|early|not|no)$/.test(word))) ||
    near(at, /^(?:blameless|not|nobody|no|without)$/) ||
    isOwned(words, at) ||
    /^(?:our|own)$/.test(words[at - 1] ?? '');
  if (strong >= 0 && !spares(strong) && !isOfReason(words, strong)) return true;
  if (contempt.test(words.join(' '))) return true;
  // "We cannot tell a read file from a copied one": of whoever writes, and no scorn.
  if (
    belittling.test(words.join(' ')) &&
    !words.some((word) => /^(?:we|i|yet)$/.test(word)) &&
    tokens.some(isScorned)
  )
    return true;
  if (words.some((word, at) => word === 'human' && words[at + 1] === 'error')) return true;
  if (
    tokens.some(
      ({ text, negated, mood }, at) =>
        /^(?:messed|cocked|screwed)$/.test(text) &&
        words[at + 1] === 'up' &&
        !negated &&
        mood !== 'open',
    )
  )
    return true;
  if (
    words.some(
      (word, at) =>
        word === 'should' &&
        words[at + 1] === 'have' &&
        // "Finance should have 400k ready": asked for, and no deed left undone.
        !tokens[at + 2]?.figure &&
        !/^(?:a|an|the|all|some|any|no|enough|its|their|his|her|our|everything)$/.test(
          words[at + 2] ?? '',
        ),
    ) &&
    tokens.some(isSomebody)
  )
    return true;
  if (
    /\bwould (?:not|never) have (?:happened|occurred)\b/.test(words.join(' ')) &&
    tokens.some((token, at) => isSomebody(token, at))
  )
    return true;
  // "Ignored by the platform team".
  if (
    tokens.some(
      ({ text, negated, mood }, at) =>
        hardFailing.test(text) &&
        !negated &&
        mood !== 'open' &&
        words[at + 1] === 'by' &&
        tokens.slice(at + 2, at + 6).some((token) => isSomebody(token)),
    )
  )
    return true;
  if (
    words.some((word, at) => word === 'let' && words[at + 1] === 'us' && words[at + 2] === 'down')
  )
    return true;
  return (
    tokens.some((token, at) => {
      if (!isSomebody(token, at)) return false;
      // "£1.4m of sales failed to complete": what there is so much of is no department.
      if (/^(?:of|for|in)$/.test(words[at - 1] ?? '')) return false;
      const after = tokens.slice(at + 1, at + 6);
      const ahead = after.map(({ text }) => text);
      if (
        after.some(
          ({ text, negated, mood }, to) =>
            hardFailing.test(text) &&
            !negated &&
            mood !== 'open' &&
            // "The import for 2,300 staff fell over": what fell was no person.
            (text !== 'fell' || /^(?:for|asleep|short|behind)$/.test(ahead[to + 1] ?? '')),
        )
      )
        return true;
      if (
        /^(?:failed|fails)$/.test(ahead.find((word) => /^fail/.test(word)) ?? '') &&
        ahead.includes('to')
      )
        return true;
      if (
        ahead.includes('never') &&
        /^(?:bothered|checked|followed|tested|read|rotated|patched|reviewed)$/.test(
          ahead.find((word) => /ed$|^read$/.test(word)) ?? '',
        )
      )
        return true;
      // "Had set it up wrongly"; "wrongly told us" corrects what was said.
      const badly = tokens
        .slice(at + 1, at + 12)
        .findIndex(({ text }) => /^(?:wrongly|incorrectly|improperly)$/.test(text));
      if (
        badly >= 0 &&
        !tokens
          .slice(at + 1, at + badly + 3)
          .some(
            ({ text, negated }) =>
              negated ||
              /^(?:is|are|was|were|be|been|says?|said|told|reported|wrote|stated|counted|informed|gave|given|named|assumed)$/.test(
                text,
              ),
          ) &&
        !isKnown()
      )
        return true;
      // "Pressed the wrong button".
      const slip = ahead.indexOf('wrong');
      if (
        slip > 0 &&
        /^(?:the|a|an)$/.test(ahead[slip - 1] ?? '') &&
        /^(?:pressed|clicked|typed|chose|picked|entered|pushed|selected|ran|deleted|loaded)$/.test(
          ahead[slip - 2] ?? '',
        )
      )
        return true;
      const not = ahead.findIndex(
        (word, index) => word === "didn't" || (word === 'did' && ahead[index + 1] === 'not'),
      );
      if (
        not >= 0 &&
        tokens
          .slice(at + 1, at + 10)
          .some(({ text }) =>
            /^(?:bother|follow|check|test|listen|care|renew|install|read|patch|update|apply|rotate|notice|react|respond|report|lock|verify|look|do)$/.test(
              text,
            ),
          )
      )
        return true;
      const causes =
        /^(?:caused|broke|leaked|committed|published|exposed|clicked|left|allowed|let|lost|misused|disabled|approved|deleted|wiped|uploaded|pushed)$/;
      if (
        after.slice(0, 3).some(
          ({ text, negated, mood }, index, near) =>
            causes.test(text) &&
            !negated &&
            !isToldDeed(token, near[index] ?? token) &&
            // "Ashwater lost remote monitoring": what failed them.
            !(
              text === 'lost' &&
              near
                .concat(after.slice(3, 6))
                .slice(index + 1, index + 4)
                .some((word) =>
                  /^(?:monitoring|power|contact|connection|connectivity|sight|view|display|displays|visibility|signal|service|communication|telemetry|supply|heating|water)$/.test(
                    word.text,
                  ),
                )
            ) &&
            // "His account is disabled", "an engineer who left us".
            !/^(?:is|are|was|were|be|been|being|get|got)$/.test(near[index - 1]?.text ?? '') &&
            // "Someone has to let her in".
            !/^(?:to|must|should|will|can|may)$/.test(near[index - 1]?.text ?? '') &&
            !(
              text === 'left' &&
              /^some(?:one|body)$/.test(token.text) &&
              !words.some((word) =>
                /^(?:open|unlocked|public|lying|unattended|running|on)$/.test(word),
              )
            ) &&
            !(text === 'left' && isDeparture(after.slice(index + 1).map((word) => word.text))) &&
            mood !== 'open' &&
            // "Staff let you on the ferry": they help.
            !(
              text === 'let' &&
              /^(?:you|us|people|customers|guests)$/.test(near[index + 1]?.text ?? '')
            ) &&
            // "Someone broke into the supplier" tells of an attack.
            !(
              text === 'broke' &&
              /^(?:in|into|out|down)$/.test(near[index + 1]?.text ?? after[index + 1]?.text ?? '')
            ),
        ) &&
        token.text !== 'user' &&
        // What a fact tells of somebody unnamed is what happened.
        !(roles.test(token.text) && isKnown())
      )
        return true;
      const possessed =
        /['’]s$|s['’]$/.test(token.raw) ||
        words[at - 1] === 'by' ||
        words[at - 1] === 'of' ||
        words[at - 2] === 'by' ||
        words[at - 2] === 'of';
      return (
        possessed &&
        !inHand &&
        words
          .slice(Math.max(0, at - 6), at + 4)
          .some((word, offset) => judging.test(word) && !spares(Math.max(0, at - 6) + offset))
      );
    }) ||
    (has(/^(?:fault)$/) >= 0 &&
      !isMended(words) &&
      !inHand &&
      !isFaultOfAThing(words) &&
      // "A fault in our help desk" is one of a machine.
      !/^(?:in|with)$/.test(words[has(/^fault$/) + 1] ?? '') &&
      tokens.some((token, at) => isSomebody(token, at)) &&
      !spares(has(/^fault$/)) &&
      !near(has(/^fault$/), /^(?:disk|hardware|power|segmentation|page|default)$/)) ||
    isOnesFault(words)
  );

  function isScorned(token: Token, at: number): boolean {
    return /^(?:they|guys|folks|people|lot)$/.test(token.text) || isSomebody(token, at);
  }

  function isSomebody(token: Token, at = tokens.indexOf(token)): boolean {
    // "The assistant" may be a program; "an assistant in radiology" is somebody.
    if (/^assistants?$/.test(token.text) && words[at - 1] === 'the') return false;
    if (roles.test(token.text)) return token.text !== 'it' || token.raw === 'IT';
    return isPersonName(tokens, at) || (at === 0 && opensWithName(tokens));
  }
}

/** "The reason is simple and a bit shameful": a judgement on what happened, and on nobody. */
function isOfReason(words: readonly string[], at: number): boolean {
  return (
    /(?:ful|ous|able|ible|ic)$/.test(words[at] ?? '') &&
    words
      .slice(0, at)
      .some(
        (word, before) =>
          /^(?:reason|cause|explanation|answer)$/.test(word) &&
          /^(?:is|was)$/.test(words[before + 1] ?? ''),
      )
  );
}

/** "A permissions fault let volunteers see it", "the system had a fault": nobody is said to have made it. */
function isFaultOfAThing(words: readonly string[]): boolean {
  const at = words.indexOf('fault');
  return (
    words.slice(Math.max(0, at - 2), at).some((word) => /^an?$/.test(word)) &&
    !/(?:['’]s|s['’])$/.test(words[at - 1] ?? '') &&
    !/^(?:of|by|on)$/.test(words[at + 1] ?? '')
  );
}

/** "The fault was closed and checked by an operator": of a machine, and what became of it. */
function isMended(words: readonly string[]): boolean {
  const at = words.indexOf('fault');
  const deed = words
    .slice(at + 1, at + 5)
    .find((word) => !/^(?:is|are|was|were|has|been|now|then|being)$/.test(word));
  return (
    /^(?:the|a|this|that)$/.test(words[at - 1] ?? '') &&
    /^(?:is|was|has)$/.test(words[at + 1] ?? '') &&
    /^(?:closed|fixed|repaired|found|corrected|cleared|removed|mended|resolved|traced|located|isolated|reported|noticed|seen|detected|confirmed|verified|tested)$/.test(
      deed ?? '',
    )
  );
}

/** "Who left us", "left the company in May"; what was left open or on the seat is another thing. */
function isDeparture([next = '', after = '']: readonly string[]): boolean {
  return (
    /^(?:us|before|after|last)$/.test(next) ||
    (/^(?:the|our)$/.test(next) &&
      /^(?:company|firm|team|house|business|organi[sz]ation)$/.test(after)) ||
    (/^(?:on|in|at)$/.test(next) &&
      /^(?:\d|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december)/.test(
        after,
      ))
  );
}

/** "Pete forgot": one name, and what he is blamed for. */
function opensWithName([first, second]: readonly Token[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    /^\p{Lu}\p{Ll}+$/u.test(first.raw) &&
    !first.concept &&
    !first.hollow &&
    !isHeadingWord(first.text) &&
    hardFailing.test(second.text)
  );
}

const apparatus =
  /^(?:hardware|software|disks?|drives?|servers?|systems?|machines?|power|network|cables?|switch(?:es)?|routers?|components?|settings?|configuration|program|battery|cooling|printers?|lines?|modules?|memory|update|code)$/;

/** "A fault of ours", "of our own": whoever writes takes it on. */
function isOwned(words: readonly string[], fault: number): boolean {
  return /^(?:ours|mine|(?:our|my) own)\b/.test(words.slice(fault + 2, fault + 4).join(' '));
}

/** "The fault of …", "their fault": whoever it is. "A fault of the hardware" is nobody's. */
function isOnesFault(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /^(?:fault|error|mistake|negligence)$/.test(word));
  if (
    at < 0 ||
    words
      .slice(Math.max(0, at - 4), at)
      .some((word) => /^(?:not|no|nobody|without|disk|hardware)$/.test(word))
  )
    return false;
  return (
    (words[at] === 'fault' &&
      words[at + 1] === 'of' &&
      !isOwned(words, at) &&
      !words.slice(at + 2, at + 5).some((word) => apparatus.test(word))) ||
    /^(?:their|his|her)$/.test(words[at - 1] ?? '')
  );
}
