import type { SaidSentence } from './said-sentence.ts';
import { isHeadingWord, isPersonName } from './person-name.ts';
import type { Audience } from './update-request.ts';
import type { Token } from './token.ts';

const ownWords =
  /^(?:owns?|owned|owner|leads?|leading|led|coordinates?|coordinating|runs|running|heads?|heading|responsible|handles?|handling|manages?|managing|commander|charge|assigned|takes|holds|carries|drives|oversees|overseeing|accountable|commands|commanding|directs|directing)$/;
const roleWords =
  /^(?:commander|manager|lead|officer|director|head|chief|coordinator|ciso|cto|cio|dpo|on-call|oncall|duty|team|engineer|desk|sre|ic|counsel)$/;
const contactWords = /^(?:questions|contact|call|reach|ask|phone|ring|page)$/;

/** How plainly a clause says who holds the matter, or whom to ask: 0 (not at all) to 1. */
export function findOwner(
  tokens: readonly Token[],
  sentence: SaidSentence,
  audience: Audience,
  said: readonly SaidSentence[] = [],
): number {
  const texts = tokens.map(({ text }) => text);
  const whole = sentence.tokens;
  const first = whole[0]?.text ?? '';
  // "Ravi (database, on call) owns this": the name stands before the bracket.
  const resumes =
    ownWords.test(tokens[0]?.text ?? '') &&
    whole.some(({ gap, clause }) => clause < (tokens[0]?.clause ?? 0) && gap.includes('(')) &&
    /^\p{Lu}\p{Ll}+$/u.test(whole[0]?.raw ?? '') &&
    !whole[0]?.concept &&
    !whole[0]?.hollow;
  const named =
    resumes ||
    tokens.some((_, at) => isPersonName(tokens, at)) ||
    (tokens[0] === whole[0] && startsWithName(whole));
  if (audience === 'handover' && (isHandedTo(whole) || givesToYou(texts))) return 0.85;
  // "Yours: the decision on the night", "You: take the call".
  if (
    audience === 'handover' &&
    /^(?:yours|you)$/.test(first) &&
    /[:–—]/.test(whole[1]?.gap ?? '') &&
    tokens[0] !== whole[0]
  )
    return 0.7;
  // "Who has what:", and then "Sigrun – the coupling, by noon" in a line of its own.
  if (
    (audience === 'handover' || audience === 'engineers') &&
    whole.length >= 3 &&
    whole[0] !== undefined &&
    isPlainName(whole[0]) &&
    whole[0] === tokens[0] &&
    (/^\s+[–—-]\s+$/.test(whole[1]?.gap ?? '') ||
      // "Sanna: the coupling" may tell of a ship: under a heading that asks who.
      (/^:\s+$/.test(whole[1]?.gap ?? '') && isUnderWho(said, sentence.index))) &&
    !whole[1]?.figure
  )
    return 0.7;
  // "Hello from the shop team" greets.
  if (/^(?:hello|hi|greetings)$/.test(first) && whole[1]?.text === 'from') return 0;
  // "Who has what, by 12:00: Sanna Koivu host files, Farah Nazari the index".
  if (first === 'who' && whole.some(({ gap }, at) => /:\s/.test(gap) && isPersonName(whole, at)))
    return tokens.some((_, at) => isPersonName(tokens, at)) ? 1 : 0;
  const labelled =
    (first !== 'in' || whole[1]?.text === 'charge') &&
    /[:–—]/.test(
      whole.slice(0, 7).find((token, at) => at > 0 && /[:–—]/.test(token.gap))?.gap ?? '',
    ) &&
    /^(?:in|owner|owners|lead|leads|commander|ic|incident|responsible|contact|owned|dpo|poc|point|on|questions|who|coordinator|coordination|manager)$/.test(
      first,
    );
  // "Person in charge: Elke Roth", "Technical responsible: …".
  const colon = whole.slice(0, 6).findIndex(({ gap }, at) => at > 0 && /:\s/.test(gap));
  if (
    colon > 0 &&
    (tokens[0]?.clause ?? 0) >= (whole[colon]?.clause ?? 0) &&
    whole.slice(0, colon).some(({ text, negated }) => inCharge.test(text) && !negated) &&
    tokens.some(isPlainName)
  )
    return 1;
  if (isNamedBehindTask(tokens, whole)) return 0.7;
  // "Elke Roth (lead) measures it".
  if (
    whole.some(
      (token, at) =>
        tokens.includes(token) &&
        token.gap.includes('(') &&
        /^(?:lead|leads|leader|leading|ic|owner|coordinator|coordinates|commander)$/.test(
          token.text,
        ) &&
        at > 0 &&
        isPlainName(whole[at - 1] as Token),
    )
  )
    return 0.95;
  if (
    labelled &&
    tokens.length >= 2 &&
    tokens[0] !== whole[0] &&
    !texts.some((text) => nobodyYet.test(text))
  )
    return 1;
  if (
    labelled &&
    tokens.length === 1 &&
    tokens[0] !== whole[0] &&
    /^\p{Lu}/u.test(tokens[0]?.raw ?? '') &&
    !nobodyYet.test(tokens[0]?.text ?? '')
  )
    return 1;
  const signed = rateSignature(tokens, sentence, audience);
  if (signed > 0) return signed;
  if (tokens.some(({ mood, negated, text }) => (mood === 'open' || negated) && ownWords.test(text)))
    return 0;
  const owns = texts.findIndex((text) => ownWords.test(text));
  const me = texts.some(
    (text, at) =>
      /^(?:i|i'm|i've)$/.test(text) &&
      texts
        .slice(at, at + 5)
        .some(
          (word) =>
            ownWords.test(word) || /^(?:own|hold|keep|have|commander|contact|ic|lead)$/.test(word),
        ),
  );
  if (me) return 1;
  const role = texts.some(
    (text, at) => roleWords.test(text) || (text === 'point' && texts[at - 1] === 'on'),
  );
  const is = texts.some((text) => /^(?:is|remains|as)$/.test(text));
  // "Niko is on it", "@mira has IC", "Ilse comes at ten; she is in charge".
  if (
    named &&
    texts.some(
      (text, at) =>
        (/^(?:is|are)$/.test(text) &&
          texts[at + 1] === 'on' &&
          /^(?:it|this|the)$/.test(texts[at + 2] ?? '')) ||
        (/^(?:has|holds|takes)$/.test(text) &&
          /^(?:ic|it|this|command)$/.test(texts[at + 1] ?? '')) ||
        // "Bea is driving".
        (text === 'driving' &&
          /^(?:is|are)$/.test(texts[at - 1] ?? '') &&
          !/^(?:to|over|home|back|there)$/.test(texts[at + 1] ?? '')),
    )
  )
    return 0.95;
  if (
    (texts.some(
      (text, at) =>
        /^(?:he|she|they)$/.test(text) &&
        /^(?:is|are)$/.test(texts[at + 1] ?? '') &&
        texts.includes('charge'),
    ) ||
      (/^(?:he|she)$/.test(texts[0] ?? '') &&
        (/^(?:leads|owns|runs|coordinates|decides|handles|holds)$/.test(texts[1] ?? '') ||
          // "Not until Nadia Brekke says so; she has the partners".
          (/^(?:has|takes)$/.test(texts[1] ?? '') &&
            /^(?:the|it|this|that|all|both)$/.test(texts[2] ?? '') &&
            !/(?:ed|en)$/.test(texts[3] ?? ''))))) &&
    whole.some((_, at) => at > 0 && isPersonName(whole, at))
  )
    return 0.85;
  if (named && is && (role || texts.some((text) => /^(?:contact|commander)$/.test(text))))
    return 0.95;
  if (owns >= 0 && named) return 1;
  if (owns >= 0 && role && !(texts[owns] === 'running' || texts[owns] === 'runs')) {
    return /^(?:lead|commander|charge)$/.test(texts[owns] ?? '') &&
      !texts.some((text) => /^(?:is|by|under|as)$/.test(text))
      ? 0.3
      : 0.85;
  }
  if (
    (audience === 'customers' || audience === 'regulator') &&
    texts.some(
      (text, at) =>
        /^answers?$/.test(text) && /^(?:your|any|all|further|questions)$/.test(texts[at + 1] ?? ''),
    )
  )
    return 0.85;
  // "Our member service is at 0800 2020", "the community team reads the forum".
  if (
    audience === 'customers' &&
    whole.some(
      ({ text }, at) =>
        /^(?:team|desk|service|hotline|line|centre|center|support|care)$/.test(text) &&
        whole
          .slice(at + 1, at + 9)
          .some(
            (word, offset, after) =>
              (word.text === 'is' &&
                /^(?:at|on|under|reachable|open)$/.test(after[offset + 1]?.text ?? '') &&
                after.slice(offset).some(({ raw }) => /^\+?\d{3,}/.test(raw))) ||
              /^(?:reads|answers|helps)$/.test(word.text),
          ),
    )
  )
    return 0.8;
  // "Operations are with Bronagh", "the repair is Halvard's job".
  if (
    whole.some(
      ({ text }, at) =>
        (text === 'with' &&
          /^(?:is|are|lies|lie|rests?|sits?|stays?|now)$/.test(whole[at - 1]?.text ?? '') &&
          whole.slice(at + 1, at + 3).some(isPlainName)) ||
        // "It is in the hands of Marisol Quade".
        (text === 'hands' &&
          whole[at + 1]?.text === 'of' &&
          whole.slice(at + 2, at + 4).some(isPlainName)) ||
        (/^(?:job|task|responsibility|call)$/.test(text) &&
          /['’]s$/.test(whole[at - 1]?.raw ?? '') &&
          /^\p{Lu}/u.test(whole[at - 1]?.raw ?? '')),
    )
  )
    return 0.9;
  // A mailbox of ours to write to is somebody to ask.
  if (
    (audience === 'customers' || audience === 'regulator') &&
    tokens.some(({ raw }) => /^[^@]+@[^@]+\.[^@]+$/.test(raw))
  )
    return 0.9;
  if (
    texts.some(
      (text, at) =>
        (/^(?:answers?|helps?)$/.test(text) ||
          (/^(?:open|available|reachable|there)$/.test(text) &&
            /^(?:is|are)$/.test(texts[at - 1] ?? ''))) &&
        texts
          .slice(Math.max(0, at - 5), at)
          .some((word) => /^(?:team|desk|hotline|line|centre|center|support|care)$/.test(word)),
    ) ||
    (texts.some((text) => /^(?:help|questions?)$/.test(text)) && texts.includes('write')) ||
    texts.some(
      (text, at) =>
        contactWords.test(text) &&
        tokens[at]?.negated === false &&
        (/^(?:me|us|our|the|at|on|to|for|go)$/.test(texts[at + 1] ?? '') ||
          isPersonName(tokens, at + 1)),
    )
  ) {
    const direct = texts.includes('me') || named || role;
    return direct ? 0.9 : audience === 'customers' || audience === 'regulator' ? 0.5 : 0.3;
  }
  if (
    texts.some((text, at) => text === 'with' && isPersonName(tokens, at + 1)) &&
    texts.some((text) => /^(?:is|are|lies|sits|stays|now|rests)$/.test(text))
  )
    return 0.9;
  const person = tokens.findIndex((_, at) => isPersonName(tokens, at));
  const subject = person < 0 && tokens[0] === whole[0] && named ? 0 : person;
  const does = tokens.slice(subject + 1, subject + 6).some(({ text, mood, concept }, at, after) => {
    // "By noon Sanna Koivu deletes the host files".
    if (at < 2 && concept?.act && /[^s]s$/.test(text) && mood === 'plain') return true;
    if (
      /^(?:has|gives|does|will|picks|writes|calls|works|keeps|carries|follows|looks|decides|answers|speaks|signs|approves|reports)$/.test(
        text,
      )
    )
      return true;
    const next = after[at + 1]?.text ?? '';
    return (
      (text === 'is' && /^(?:working|on|our|your|the|handling|in|now)$|ing$/.test(next)) ||
      mood === 'planned'
    );
  });
  return named && subject >= 0 && does && !tokens.some(({ mood }) => mood === 'open') ? 0.7 : 0;
}

/** "Who does what", "Owners", and under it lines that each begin with a name. */
function isUnderWho(said: readonly SaidSentence[], index: number): boolean {
  let at = index - 1;
  while (at > index - 8 && at >= 0 && /^:\s/.test(said[at]?.tokens[1]?.gap ?? '')) at -= 1;
  const heading = said[at]?.tokens ?? [];
  return (
    heading.length <= 6 &&
    heading.some(({ text }) => /^(?:who|owners?|tasks?|jobs?|assigned|assignments?)$/.test(text))
  );
}

/** "You own it until ten", "you are the lead", "over to you", "from noon it is with you", "yours: the new keys". */
function givesToYou(texts: readonly string[]): boolean {
  return texts.some(
    (text, at) =>
      (text === 'you' &&
        texts[at - 1] === 'to' &&
        (texts[at - 2] === 'over' ||
          texts
            .slice(0, at - 1)
            .some((word) => /^(?:pass|passing|passed|hand|handing|handed)$/.test(word)))) ||
      (text === 'you' &&
        texts[at - 1] === 'with' &&
        /^(?:is|are|it's|lies|stays|rests|now)$/.test(texts[at - 2] ?? '')) ||
      (text === 'you' &&
        /^(?:take|takes|pick)$/.test(texts[at + 1] ?? '') &&
        /^(?:it|over|charge|this|up)$/.test(texts[at + 2] ?? '')) ||
      (text === 'you' &&
        texts[at + 1] === 'are' &&
        texts
          .slice(at + 2, at + 6)
          .some((word) => /^(?:lead|owner|ic|commander|charge|responsible)$/.test(word))) ||
      (text === 'yours' && /^(?:is|it's|be)$/.test(texts[at - 1] ?? '')) ||
      (text === 'you' &&
        /^(?:own|lead|have|run|hold)$/.test(texts[at + 1] ?? '') &&
        /^(?:it|this|the)$/.test(texts[at + 2] ?? '')),
  );
}

const inCharge =
  /^(?:responsible|charge|lead|leader|owner|coordinator|commander|accountable|contact)$/;
const nobodyYet = /^(?:tbd|tba|tbc|n|unassigned|nobody|none|unknown|open|pending|vacant)$/;
const teamWords =
  /^(?:team|desk|care|support|service|services|operations|centre|center|office|helpdesk)$/;

/**
 * "Ana Brandt, Customer Care", "IC Lena Voss", "Your service team" at the foot, and for customers a
 * team that does what comes next. A name alone does not say what it stands for.
 */
function rateSignature(
  tokens: readonly Token[],
  { tokens: whole }: SaidSentence,
  audience: Audience,
): number {
  const isCapital = ({ raw, figure }: Token): boolean => /^\p{Lu}[\p{L}.]*$/u.test(raw) && !figure;
  const commander = tokens.findIndex(({ raw }) => raw === 'IC');
  if (commander >= 0) {
    const beside = [tokens[commander - 1], tokens[commander + 1], tokens[commander - 2]];
    const other = whole.find((token) => token.raw !== 'IC' && isPlainName(token));
    if (beside.some((token) => token && isPlainName(token)) || (tokens.length === 1 && other))
      return 1;
  }
  // "Eva Lorentz, next update 06:30".
  const [first, second, third] = whole;
  if (
    tokens[0] === first &&
    first &&
    second &&
    third &&
    isPlainName(first) &&
    isPlainName(second) &&
    /[,;]/.test(third.gap) &&
    (third.figure !== null || /^(?:next|update|report)$/.test(third.text))
  )
    return 0.6;
  const last = whole.at(-1);
  const line = whole.filter(
    ({ text }) =>
      !/^(?:the|your|our|from|regards|best|kind|yours|sincerely|thanks|thank|you|dr|mr|mrs|ms|prof)$/.test(
        text,
      ),
  );
  const ofTeam = line.some(({ text }) => teamWords.test(text));
  // At the foot, or "Order team, 2 pm".
  if (
    line.length > 0 &&
    line.length <= 5 &&
    tokens[0] === whole[0] &&
    line.every(
      (token) =>
        isCapital(token) ||
        teamWords.test(token.text) ||
        (ofTeam && !token.hollow && !contactWords.test(token.text)),
    )
  ) {
    const named = isPlainName(line[0] as Token) && line.length >= 2;
    if (named && (ofTeam || line.some(({ raw }) => /^(?:DPO|CISO|CIO|CTO|COO|CEO|CFO)$/.test(raw))))
      return 0.9;
    if (ofTeam && last && teamWords.test(last.text)) return audience === 'customers' ? 0.8 : 0.5;
    if (named && line.length <= 3 && line.every(isPlainName)) return 0.6;
  }
  // "Simone Adler, duty director, 07:35".
  const [name, , role] = line;
  if (
    line.length >= 3 &&
    line.length <= 6 &&
    tokens[0] === whole[0] &&
    name &&
    role &&
    line.slice(0, 2).every(isPlainName) &&
    role.gap.includes(',') &&
    line.slice(2).some(({ text }) => roleWords.test(text)) &&
    !line.slice(2).some(({ concept, hollow }) => hollow || (concept?.act && concept.id !== 'own'))
  )
    return 0.85;
  if (audience !== 'customers') return 0;
  const team = tokens.findIndex(({ text }) => text === 'team' || text === 'desk');
  const next = tokens.slice(team + 1, team + 4);
  const acts = next.some(
    ({ text }, at) =>
      /^(?:will|writes?|updates?|answers?|posts?|reports?|informs?|handles?)$/.test(text) ||
      (text === 'is' && (/ing$/.test(next[at + 1]?.text ?? '') || next[at + 1]?.text === 'on')),
  );
  return team > 0 && acts ? 0.7 : 0;
}

/** A capitalised word that is no word of the trade, also where it opens the sentence. */
function isPlainName({ raw, concept, hollow, figure, text }: Token): boolean {
  return (
    /^(?:@\p{L}+|\p{Lu}\p{Ll}+)$/u.test(raw) &&
    concept === null &&
    figure === null &&
    !hollow &&
    !isHeadingWord(text)
  );
}

function startsWithName(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second) return false;
  if (isPersonName(tokens, 0)) return true;
  // "Kirsten of student systems is in charge".
  if (
    /^(?:of|from|in)$/.test(second.text) &&
    isPlainName(first) &&
    tokens.slice(3, 8).some(({ text }) => ownWords.test(text))
  )
    return true;
  return (
    /^\p{Lu}\p{Ll}+$/u.test(first.raw) &&
    !first.concept &&
    !first.hollow &&
    !second.negated &&
    (ownWords.test(second.text) ||
      (/^(?:has|keeps|holds|takes|runs|leads)$/.test(second.text) &&
        /^(?:it|this|the)$/.test(tokens[2]?.text ?? '')) ||
      (/^(?:is|remains|stays|will)$/.test(second.text) &&
        tokens
          .slice(2, 6)
          .some(
            ({ text }, at, after) =>
              ownWords.test(text) ||
              roleWords.test(text) ||
              text === 'point' ||
              (text === 'driving' && after[at + 1]?.text !== 'to'),
          )))
  );
}

/** "For Dario, who takes over", "To Yusuf (night lead):", "Mei, yours until six". */
function isHandedTo(tokens: readonly Token[]): boolean {
  // "Duarte -> Filipa".
  if (
    tokens
      .slice(0, 8)
      .some(
        (token, at) =>
          /^\s*(?:->|→|=>|>)\s*$/.test(token.gap) &&
          isPlainName(token) &&
          tokens[at - 1] !== undefined &&
          isPlainName(tokens[at - 1] as Token),
      )
  )
    return true;
  const heading = /^(?:handover|hand-over|handoff)$/.test(tokens[0]?.text ?? '') ? 1 : 0;
  const [first, second, third] = tokens.slice(heading);
  const name = /^(?:for|to|over)$/.test(first?.text ?? '') ? second : first;
  const next = name === first ? second : third;
  // "Handover to Selma Brandt, 13:00".
  const after = heading === 1 && name !== first && next && isPlainName(next) ? tokens[4] : next;
  if (!name || !after || !/^\p{Lu}\p{Ll}+$/u.test(name.raw) || name.concept || name.hollow)
    return false;
  return name === first
    ? /^(?:yours?|you)$/.test(after.text) && after.gap.includes(',')
    : /[,(:]/.test(after.gap);
}

/** "Left to do: reindex the documents (Sora)": a name alone in brackets behind what is to be done. */
function isNamedBehindTask(tokens: readonly Token[], whole: readonly Token[]): boolean {
  const [name, ...more] = tokens;
  return (
    name !== undefined &&
    more.every(isPlainName) &&
    more.length <= 1 &&
    isPlainName(name) &&
    /\($/.test(name.gap) &&
    whole
      .slice(0, whole.indexOf(name))
      .some(({ text }) =>
        /^(?:todo|do|next|left|open|remaining|outstanding|pending|must|needs?)$/.test(text),
      )
  );
}
