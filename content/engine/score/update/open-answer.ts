import type { BareToken } from './token.ts';

/** What an investigation seeks, as it stands before a colon: "entry path", "way in", "attribution". */
const soughtThing =
  /^(?:path|vector|route|way|entry|culprits?|perpetrators?|attackers?|authors?|attribution|motives?|causes?|reasons?|source|origin|trigger|whereabouts|identity|eta|duration)$/;
const nothing =
  /^(?:still )?(?:nothing|none|no (?:findings?|leads?|results?|clues?|traces?|theory|news))(?: (?:yet|so far|known|solid|firm|certain|definite|concrete|usable|conclusive|found|established|confirmed|reliable|to go on|as yet|at present|for now|until now))*$/;

/** "Entry path: nothing yet", "way in: no findings so far": looked for and not found. */
export function isFoundEmpty(label: readonly BareToken[], answer: readonly BareToken[]): boolean {
  return (
    label.length <= 5 &&
    answer.length <= 5 &&
    /:|\s[–—-]\s/.test(answer[0]?.gap ?? '') &&
    label.some(({ text }) => soughtThing.test(text)) &&
    !label.some(({ text }) => /^(?:is|are|was|were|has|have|had)$/.test(text)) &&
    nothing.test(answer.map(({ text }) => text).join(' '))
  );
}

const findings = /^(?:findings?|leads?|conclusions?|clarity|breakthrough)$/;

/** "No finding on the entry path yet", "no leads so far", "nothing yet on how they came in". */
export function isNotFoundYet(clause: readonly BareToken[], at: number): boolean {
  if (!/^(?:no|nothing)$/.test(clause[at]?.text ?? '')) return false;
  const next = clause[at + 1]?.text ?? '';
  const after = clause.slice(at + 1).map(({ text }) => text);
  const pending = after.some(
    (text, index) => text === 'yet' || (text === 'so' && after[index + 1] === 'far'),
  );
  if (clause[at]?.text === 'no')
    return pending && after.slice(0, 3).some((text) => findings.test(text));
  return (
    clause[at]?.text === 'nothing' &&
    (next === 'yet' || (next === 'so' && after[1] === 'far')) &&
    after.some(
      (text, index) =>
        /^(?:on|about|as|regarding)$/.test(text) &&
        after
          .slice(index + 1, index + 5)
          .some(
            (word) => soughtThing.test(word) || /^(?:how|who|why|what|where|which)$/.test(word),
          ),
    )
  );
}

/** "They came in by the port, no formal finding yet": behind the comma it is told what is still sought. */
export function opensEmpty(tokens: readonly BareToken[], at: number): boolean {
  if (!/^(?:no|nothing)$/.test(tokens[at]?.text ?? '')) return false;
  const end = tokens.findIndex(({ gap }, place) => place > at && /[,;:]/.test(gap));
  return isNotFoundYet(tokens.slice(at, end < 0 ? at + 12 : end), 0);
}

/** "We can't give you a number of chats yet", "no total can be given": how many is not known. A phone number is no figure. */
export function isFigureWithheld(clause: readonly BareToken[], at: number, to: number): boolean {
  const figures = /^(?:numbers?|figures?|counts?|totals?|extent|range|dates?|answers?)$/;
  const { text } = clause[to] ?? { text: '' };
  const isFigure = (word: BareToken | undefined, before: BareToken | undefined): boolean =>
    word !== undefined &&
    figures.test(word.text) &&
    (before === undefined ||
      /^(?:an?|any|the|no|exact|final|firm|precise|reliable|total|overall|full)$/.test(
        before.text,
      ));
  const after = clause.slice(to + 1, to + 6);
  if (/^(?:give|name|offer|quote|state|provide|put)$/.test(text))
    return (
      after.some((word, index) => isFigure(word, index > 0 ? after[index - 1] : undefined)) &&
      !after.some((word) => /^(?:refund|phone|card|account|reference)$/.test(word.text))
    );
  return (
    /^(?:given|named|stated|provided)$/.test(text) &&
    clause[to - 1]?.text === 'be' &&
    clause.slice(0, to).some((word, index) => isFigure(word, clause[index - 1])) &&
    at < to
  );
}

/** "He can't tell a private window from a public one": no question is left open. */
export function isToldApart(clause: readonly BareToken[], at: number): boolean {
  return (
    clause[at]?.text === 'tell' &&
    (clause[at + 1]?.text === 'apart' ||
      (/^(?:an?|the|one|right|left|day|friend)$/.test(clause[at + 1]?.text ?? '') &&
        clause.slice(at + 2, at + 7).some(({ text }) => text === 'from') &&
        !clause.slice(at + 1).some(({ text }) => /^(?:logs?|data|records?|whether)$/.test(text))))
  );
}

const evidence =
  /^(?:logs?|records?|footage|captures?|images?|dumps?|traces?|reports?|lists?|results?|telemetry|recordings?|evidence)$/;
const lacks =
  /\b(?:(?:do not|don't|haven't|have not|still don't) (?:yet )?(?:have|got|received|seen)|(?<!\b(?:that|which) )(?:is|are) (?:still )?(?:missing|outstanding|awaited|not (?:in|here|there|available) yet)|(?:isn't|aren't) (?:in|here|there|available) yet|still (?:missing|outstanding|waiting for|without)|(?:have|got) no)\b/;

/** "We don't have the query log of that session": what would tell more is not there. */
export function lacksEvidence(clause: readonly BareToken[]): boolean {
  const at = clause.findIndex(({ text }) => evidence.test(text));
  return (
    at >= 0 &&
    !clause.some(({ text }) => /^(?:you|your|if|customers?|was|were)$/.test(text)) &&
    lacks.test(clause.map(({ text }) => text).join(' '))
  );
}
