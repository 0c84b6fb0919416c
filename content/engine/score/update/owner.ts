import type { SaidSentence } from './statement.ts';
import { isPersonName } from './tone.ts';
import type { Audience } from './update-request.ts';
import type { Token } from './token.ts';

const ownWords =
  /^(?:owns?|owned|owner|leads?|leading|led|coordinates?|coordinating|runs|running|heads?|heading|responsible|handles?|handling|manages?|managing|commander|charge|assigned|takes|holds|drives|oversees|overseeing|commands|commanding)$/;
const roleWords =
  /^(?:commander|manager|lead|officer|director|head|chief|coordinator|ciso|cto|cio|dpo|on-call|oncall|duty|team|engineer|desk|sre|ic|counsel)$/;
const contactWords = /^(?:questions|contact|call|reach|ask|phone|ring|page)$/;

/** How plainly a clause says who holds the matter, or whom to ask: 0 (not at all) to 1. */
export function findOwner(
  tokens: readonly Token[],
  sentence: SaidSentence,
  audience: Audience,
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
  if (audience === 'handover' && isHandedTo(whole)) return 0.85;
  const labelled =
    /[:–—]/.test(
      whole.slice(0, 4).find((token, at) => at > 0 && /[:–—]/.test(token.gap))?.gap ?? '',
    ) &&
    /^(?:owner|owners|lead|leads|commander|ic|incident|responsible|contact|owned|dpo|poc|point|on|questions)$/.test(
      first,
    );
  if (
    labelled &&
    tokens.length >= 2 &&
    tokens[0] !== whole[0] &&
    !texts.some((text) => /^(?:tbd|tba|unassigned|nobody|unknown)$/.test(text))
  )
    return 1;
  if (
    labelled &&
    tokens.length === 1 &&
    tokens[0] !== whole[0] &&
    /^\p{Lu}/u.test(tokens[0]?.raw ?? '')
  )
    return 1;
  if (tokens.some(({ mood, negated, text }) => (mood === 'open' || negated) && ownWords.test(text)))
    return 0;
  const owns = texts.findIndex((text) => ownWords.test(text));
  const me = texts.some(
    (text, at) =>
      /^(?:i|i'm|i've)$/.test(text) &&
      texts
        .slice(at, at + 5)
        .some(
          (word) => ownWords.test(word) || /^(?:own|hold|keep|have|commander|contact)$/.test(word),
        ),
  );
  if (me) return 1;
  const role = texts.some(
    (text, at) => roleWords.test(text) || (text === 'point' && texts[at - 1] === 'on'),
  );
  const is = texts.some((text) => /^(?:is|remains|as)$/.test(text));
  if (named && is && (role || texts.some((text) => /^(?:contact|commander)$/.test(text))))
    return 0.95;
  if (owns >= 0 && named) return 1;
  if (owns >= 0 && role && !(texts[owns] === 'running' || texts[owns] === 'runs')) {
    return /^(?:lead|commander|charge)$/.test(texts[owns] ?? '') &&
      !texts.some((text) => /^(?:is|by|under|as)$/.test(text))
      ? 0.3
      : 0.85;
  }
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
  const subject = tokens.findIndex(
    (_, at) => isPersonName(tokens, at) || (at === 0 && named && tokens[0] === whole[0]),
  );
  const does = tokens.slice(subject + 1, subject + 6).some(({ text, mood }, at, after) => {
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

function startsWithName(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second) return false;
  if (isPersonName(tokens, 0)) return true;
  return (
    /^\p{Lu}\p{Ll}+$/u.test(first.raw) &&
    !first.concept &&
    !first.hollow &&
    !second.negated &&
    (ownWords.test(second.text) ||
      (/^(?:is|remains|stays|will)$/.test(second.text) &&
        tokens
          .slice(2, 6)
          .some(({ text }) => ownWords.test(text) || roleWords.test(text) || text === 'point')))
  );
}

/** "For Dario, who takes over", "To Yusuf (night lead):", "Mei, yours until six". */
function isHandedTo(tokens: readonly Token[]): boolean {
  const heading = /^(?:handover|hand-over|handoff)$/.test(tokens[0]?.text ?? '') ? 1 : 0;
  const [first, second, third] = tokens.slice(heading);
  const name = /^(?:for|to|over)$/.test(first?.text ?? '') ? second : first;
  const after = name === first ? second : third;
  if (!name || !after || !/^\p{Lu}\p{Ll}+$/u.test(name.raw) || name.concept || name.hollow)
    return false;
  return name === first
    ? /^(?:yours?|you)$/.test(after.text) && after.gap.includes(',')
    : /[,(:]/.test(after.gap);
}
