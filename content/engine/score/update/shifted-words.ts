import type { CutWord } from './cut-word.ts';
import { findMeaning, type Meaning } from './lexicon.ts';

/** Measures, images and part are taken by us; nobody lost them. */
export function isTakenByUs(words: readonly CutWord[], at: number): boolean {
  if (!/^(?:take|takes|taken|taking|took)$/.test(words[at]?.text ?? '')) return false;
  // "You take over from me", "the second site has taken over".
  if (
    words[at + 1]?.text === 'over' &&
    ((/^(?:has|have|now)$/.test(words[at - 1]?.text ?? '') &&
      (words[at + 2] === undefined ||
        /[.,;:]/.test(words[at + 2]?.gap ?? '') ||
        /^(?:for|since|at|and|now)$/.test(words[at + 2]?.text ?? ''))) ||
      words[at + 2]?.text === 'from' ||
      /^(?:you|i|we|to|will|she|he)$/.test(words[at - 1]?.text ?? '') ||
      (/^(?:are|am|is)$/.test(words[at - 1]?.text ?? '') &&
        /^(?:you|i|we|she|he)$/.test(words[at - 2]?.text ?? '')))
  )
    return true;
  // "Don't take our silence as an all-clear".
  if (words[at]?.text === 'take' && /^(?:don't|not|never|please)$/.test(words[at - 1]?.text ?? ''))
    return true;
  // "Pages take up to 20 seconds", "you take the desk", "they take orders by telephone".
  const behind = words.slice(at + 1, at + 4).map(({ text }) => text);
  const thing = behind.find(
    (text) => !/^(?:the|a|an|up|to|about|some|all|your|our|first|next|last|every|any)$/.test(text),
  );
  if (/^take[sn]?$|^taking$/.test(words[at]?.text ?? '') && employed.test(thing ?? '')) return true;
  // "None of them took a double dose".
  if (behind.some((text) => swallowed.test(text))) return true;
  // "No position on the demand has been taken".
  if (
    words[at]?.text === 'taken' &&
    words
      .slice(Math.max(0, at - 9), at)
      .some(({ text }) => /^(?:positions?|decisions?|stance|view|oath)$/.test(text))
  )
    return true;
  return words.slice(Math.max(0, at - 4), at + 4).some(({ text }) => ours.test(text));
}

const employed =
  /^(?:\d+|seconds?|longer|long|time|days?|weeks?|months?|desk|shift|watch|orders|calls?|bookings|turns|questions|effect|control|charge|lead|decisions?|notes|minutes|look|break|advice)$/;

const swallowed = /^(?:doses?|double|tablets?|pills?|capsules?|medicines?|medication)$/;

const ours =
  /^(?:measures?|steps?|actions?|care|part|place|note|account|images?|snapshots?|statements?|minutes?|hours?)$/;

const articles =
  /^(?:a|an|the|this|that|our|your|its|their|his|her|full|complete|second|third|whole|exact|offline|local|printed|paper|clean|good|last|another|no|any|backup|forensic|safety|spare|master)$/;
const delivered =
  /^(?:telemetry|readings|signals?|measurements?|samples?|orders?|letters?|e-?mails?|mails?|messages?|payments?|parcels?|packages?|requests?|updates?|refunds?|invoices?|bills?|notices?|calls?|alerts?|shipments?|deliver(?:y|ies)|goods|results?|reports?|prescriptions?|statements?)$/;
const logs = /^(?:logs?|logfiles?|logbooks?|trails?)$/;
const held =
  /^(?:details?|data|names?|numbers?|information|records?|dates?|address(?:es)?|passwords?|diagnos[ei]s|photos?|figures?|results?)$/;
const doors =
  /^(?:doors?|gates?|windows?|branch(?:es)?|shops?|barriers?|lockers?|studios?|lids?|valves?)$/;
const holders = /^(?:there|here|in|at|on|with|by)$/;

/**
 * Words of the trade that are something else beside the words they stand with: a copy that somebody
 * keeps was not taken, and orders that reach a warehouse open nothing. Undefined: as in the list.
 */
export function readShifted(words: readonly CutWord[], at: number): Meaning | null | undefined {
  const textAt = (offset: number): string => words[at + offset]?.text ?? '';
  const within = (from: number, to: number, pattern: RegExp): boolean =>
    words
      .slice(Math.max(0, at + from), Math.max(0, at + to + 1))
      .some(({ text }) => pattern.test(text));
  const text = textAt(0);
  switch (text) {
    case 'copy':
    case 'copies':
      // "They made a copy of the data" is a theft all the same.
      return articles.test(textAt(-1)) &&
        !within(
          -6,
          -1,
          /^(?:made|make|making|took|take|got|attackers?|intruders?|thie(?:f|ves)|they|who)$/,
        )
        ? findMeaning('backup', 'backup')
        : undefined;
    case 'taken':
      // "The second site has taken over".
      return textAt(1) === 'over' && isTakenByUs(words, at) && /^(?:has|have|now)$/.test(textAt(-1))
        ? findMeaning('working', 'work')
        : undefined;
    case 'working':
      return /^(?:hours?|days?|weeks?|times?|groups?|part(?:y|ies)|papers?|titles?|life|conditions)$/.test(
        textAt(1),
      )
        ? null
        : undefined;
    case 'right':
    case 'correct':
      // "All doses were right"; "right now", "all right" and "the right to know" are no such thing.
      return /^(?:is|are|was|were|all)$/.test(textAt(-1)) &&
        !(text === 'right' && textAt(-1) === 'all') &&
        !/^(?:now|away|after|before|of|to|there|here)$/.test(textAt(1))
        ? findMeaning('accurate', 'accur')
        : text === 'right'
          ? null
          : undefined;
    case 'data':
      // A data centre is a house.
      return /^(?:cent(?:re|er)s?|protection)$/.test(textAt(1)) ? null : undefined;
    case 'close':
      return /^(?:so|too|very|how)$/.test(textAt(-1)) ||
        /^(?:together|to|by|friends?)$/.test(textAt(1))
        ? null
        : undefined;
    case 'open':
    case 'opens':
    case 'opening':
      return textAt(1) === 'to' || within(-5, 4, doors) ? null : undefined;
    case 'payment':
      // "Payment data" is a kind of data.
      return /^(?:data|details|information|cards?|methods?|records?|numbers?|messages?|pages?|codes?|services?|providers?|systems?|links?|forms?|terminals?|requests?|schemes?|interfaces?|process(?:es)?|dates?|terms?)$/.test(
        textAt(1),
      )
        ? null
        : undefined;
    case 'on':
      // "Scrubbing is on", "the filter is on since six".
      return /^(?:is|are|was|were|been|still|now|back)$/.test(textAt(-1)) &&
        (textAt(1) === '' ||
          /^(?:since|at|again|now|and|but|for|from)$/.test(textAt(1)) ||
          /[,;.:()–—]/.test(words[at + 1]?.gap ?? ''))
        ? findMeaning('enabled', 'enabl')
        : undefined;
    case 'go':
    case 'goes':
    case 'going':
    case 'gone':
    case 'went':
      // "We went back to yesterday's version".
      return textAt(1) === 'back' &&
        textAt(2) === 'to' &&
        within(3, 6, /^(?:versions?|releases?|builds?|settings?|configurations?|images?)$/)
        ? findMeaning('rollback', 'rollback')
        : undefined;
    case 'off':
      // "On her day off".
      return /^(?:days?|weeks?|time|hours?|mornings?|afternoons?|evenings?|nights?|weekend)$/.test(
        textAt(-1),
      )
        ? null
        : undefined;
    case 'out':
      // "The attackers are out", at the end of a sentence or before a stop; pagers that are out are silent.
      return within(
        -6,
        -1,
        /^(?:attackers?|intruders?|hackers?|thie(?:f|ves)|they|he|she|criminals?|outsiders?|everyone)$/,
      ) &&
        /^(?:is|are|was|were|all|now)$/.test(textAt(-1)) &&
        (textAt(1) === '' ||
          /[,;.:()–—]/.test(words[at + 1]?.gap ?? '') ||
          /^(?:and|but|now|again|since)$/.test(textAt(1)))
        ? findMeaning('gone', 'gone')
        : undefined;
    case 'lost':
    case 'lose':
    case 'loses':
    case 'losing':
      // "The server lost its clock": it failed.
      return /^(?:its|their|the|all)?$/.test(textAt(1)) &&
        /^(?:clocks?|power|connections?|links?|network|time|sync|contact|signal)$/.test(textAt(2))
        ? findMeaning('failed', 'fail')
        : undefined;
    case 'end':
      return /^(?:dates?|users?|customers?|points?|devices?|of|to)$/.test(textAt(1)) ||
        textAt(-2) === 'end'
        ? null
        : undefined;
    case 'secured':
      // "The mailbox has been secured" is what was done about it.
      return null;
    case 'secure':
      return textAt(1) === 'since' ? null : undefined;
    case 'touch':
    case 'touched':
    case 'touches':
      // "Your salary is not touched by this": not affected; "no records were touched" is about access,
      // "don't touch it" about nothing that happened.
      if (text === 'touch' && within(-3, -1, /^(?:don't|not|nobody|please|never|to)$/)) return null;
      if (within(-3, -1, /^else$/)) return findMeaning('affected', 'affect');
      return within(
        -8,
        5,
        /^(?:data|records?|files?|details?|cards?|passwords?|information|mailbox(?:es)?|photos?|pictures|documents?|messages?|names|numbers|nothing|anything|they|attackers?|intruders?|hackers?)$/,
      )
        ? undefined
        : findMeaning('affected', 'affect');
    case 'safe':
      // "It is safe to start it" is leave to do so.
      return textAt(1) === 'to' ? null : undefined;
    case 'fine':
      return /^(?:a|the|any)$/.test(textAt(-1)) || textAt(1) === 'of' ? null : undefined;
    case 'access':
      // "The access logs" are logs.
      return logs.test(textAt(1)) ||
        /^(?:records?|points?|keys?|tokens?|cards?|badges?|codes?|controls?|lists?|polic(?:y|ies)|rights?)$/.test(
          textAt(1),
        )
        ? null
        : undefined;
    case 'read':
    case 'reading':
    case 'opened':
      if (text === 'opened' && within(-5, 4, doors)) return null;
      // "Read-only" is a state of a system.
      if (text === 'read' && textAt(1) === 'only' && words[at + 1]?.gap === '-') return null;
      return within(-5, 4, logs) ? findMeaning('examine', 'examin') : undefined;
    case 'reach':
    case 'reached':
      // People are reached by telephone.
      if (
        within(
          -5,
          -1,
          /^(?:patients?|customers?|people|members|policyholders?|recipients?|employees?|persons?|nobody)$/,
        ) &&
        textAt(-1) === 'be'
      )
        return null;
      return within(-18, -1, delivered) &&
        !within(-6, -1, /^(?:attackers?|who|they|you|we|which|that)$/)
        ? findMeaning('arrive', 'arriv')
        : undefined;
    case 'held':
    case 'kept':
      return holders.test(textAt(1)) ? findMeaning('stored', 'stor') : undefined;
    case 'contains':
      return findMeaning('stored', 'stor');
    case 'contain':
      return /^(?:to|we|will|and|can|could|not)$/.test(textAt(-1))
        ? undefined
        : findMeaning('stored', 'stor');
    case 'contained':
      return (/^(?:in|there)$/.test(textAt(1)) && within(-8, -1, held)) ||
        // "The tickets contained names".
        (!/^(?:is|are|was|were|be|been|being|now|fully|completely|largely|have|has|we|they|already)$/.test(
          textAt(-1),
        ) &&
          /^[a-z]{3,}$/.test(textAt(1)) &&
          !/^(?:and|but|now|within|since|before|after|today|this|again)$/.test(textAt(1)) &&
          words[at + 1]?.gap.trim() === '')
        ? findMeaning('stored', 'stor')
        : undefined;
    case 'came':
    case 'come':
      // "How they came in".
      return textAt(1) === 'in' &&
        /^(?:they|he|she|who|attackers?|intruders?|hackers?|someone|somebody|thie(?:f|ves))$/.test(
          textAt(-1),
        )
        ? findMeaning('entered', 'enter')
        : undefined;
    case 'stores':
      return null;
    case 'hold':
    case 'holds':
      // "The bank holds two payments", "we hold it"; a letter holds a name.
      return /^(?:to|we|will|please|bank|banks|must|should|and)$/.test(textAt(-1)) ||
        /^(?:\d.*|on|off|back|up|two|three|four|five|six|all|the|it|them)$/.test(textAt(1))
        ? undefined
        : findMeaning('stored', 'stor');
    case 'works':
      // "All nine works", "the Fallow Hill works": plants; "one of the two works" runs.
      return ((textAt(-2) !== 'the' || textAt(-3) !== 'of') &&
        /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|water|gas|steel|power|both|these|every)$/.test(
          textAt(-1),
        )) ||
        (/^\p{Lu}\p{Ll}/u.test(words[at - 1]?.raw ?? '') &&
          /^\p{Lu}\p{Ll}/u.test(words[at - 2]?.raw ?? '') &&
          at >= 3)
        ? null
        : undefined;
    case 'run':
      return /^(?:was|is|has|of|had)$/.test(textAt(1)) ? null : undefined;
    case 'offline':
      // An offline backup is of a kind; it did not fail.
      return /^(?:backups?|cop(?:y|ies)|archives?|storage|tapes?|media|mode|stores?)$/.test(
        textAt(1),
      )
        ? null
        : undefined;
    case 'return':
    case 'returns':
    case 'returned':
      return within(
        -5,
        -1,
        /^(?:attacks?|attackers?|problems?|errors?|faults?|outages?|symptoms?|issues?|malware|it|they)$/,
      )
        ? undefined
        : findMeaning('returned-back', 'returned-back');
    case 'shared':
      return /^(?:drives?|folders?|mailbox(?:es)?|accounts?|passwords?|services?|files?|inbox|calendars?|space|hosting|responsibility)$/.test(
        textAt(1),
      )
        ? null
        : undefined;
    case 'down':
      // "It is down to release 7": the cause. "Down to 200 ms" is a measure.
      return (/^(?:is|was|be|all|came|comes|come)$/.test(textAt(-1)) ||
        /['’]s$/.test(words[at - 1]?.raw ?? '')) &&
        textAt(1) === 'to' &&
        !/^\d+$/.test(textAt(2))
        ? findMeaning('cause', 'caus')
        : undefined;
    case 'use':
    case 'used':
      // "You can use the archive again": it works.
      return within(-4, -1, /^(?:can|could|able|may)$/) && within(1, 6, /^again$/)
        ? findMeaning('working', 'work')
        : undefined;
    default:
      return undefined;
  }
}
