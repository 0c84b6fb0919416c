import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState, Said } from '../drill/state.ts';
import { findSentences, findWords, type Span, type Word } from './sentences.ts';
import { checkUpdate } from './update-check.ts';

export const saidRules = ['secret', 'promise', 'claim', 'blame'] as const;
export type SaidRule = (typeof saidRules)[number];

/** Words that should not have been written to this reader at this minute, marked and explained. */
export interface SaidFinding {
  readonly rule: SaidRule;
  /** UTF-16 into the text, end exclusive. */
  readonly spans: readonly Span[];
  readonly why: string;
}

export interface SaidReview {
  readonly said: Said;
  readonly findings: readonly SaidFinding[];
}

/** What was written in own words, each with what it promises or leaks. It costs no points. */
export function reviewSaid(prepared: PreparedDrill, state: DrillState): readonly SaidReview[] {
  return state.said.map((said) => ({ said, findings: checkSaid(prepared, said) }));
}

/** Words are compared, nothing is understood; what is not found may still be unwise. */
export function checkSaid(
  { drill }: PreparedDrill,
  { text, allowed }: Pick<Said, 'text' | 'allowed'>,
): readonly SaidFinding[] {
  const sentences = findSentences(text).map((span) => findWords(text, span));
  const names = drill.people.flatMap(({ name }) => name.toLowerCase().split(/\s+/));
  const found: readonly SaidFinding[] = [
    {
      rule: 'secret',
      spans: findSecrets(text),
      why: 'A secret that is written down here has to be changed everywhere.',
    },
    {
      rule: 'promise',
      spans: sentences.flatMap(findPromise),
      why: 'It promises what nobody can know yet. Say what you will do next, and when you write again.',
    },
    {
      rule: 'blame',
      spans: sentences.flatMap((words) => findBlame(words, names)),
      why: 'It names somebody as the cause. Say what happened; why comes later, without a name.',
    },
    ...drill.updates.flatMap((update) => {
      const mine = update.forbidden
        .map(({ id }) => id)
        .filter((id) => allowed.has(`${update.id}/${id}`));
      return checkUpdate(update, text, new Set(), new Set(mine)).claims.map(({ id, spans }) => ({
        rule: 'claim' as const,
        spans,
        why: update.forbidden.find((claim) => claim.id === id)?.why ?? '',
      }));
    }),
  ];
  return dropRepeated(found.filter(({ spans }) => spans.length > 0));
}

/** Two updates may forbid the same claim. */
function dropRepeated(found: readonly SaidFinding[]): readonly SaidFinding[] {
  const key = ({ rule, spans, why }: SaidFinding): string => JSON.stringify([rule, spans, why]);
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}

/** Private keys, tokens, secret access keys, and what stands after "password". Key ids are names. */
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}/g,
  /(?<![A-Za-z0-9/+=])(?=[A-Za-z0-9/+]*\d)(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[A-Z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
  /\b(?:password|passphrase|passwd|pwd|secret|token|pin) ?(?:is|:|=) ?["'“]?(?=\S*\d)[^\s"'”]{4,}/gi,
];

function findSecrets(text: string): readonly Span[] {
  return secrets.flatMap((shape) =>
    [...text.matchAll(shape)].map(({ index, 0: match }): Span => [index, index + match.length]),
  );
}

const vows = new Set('promise guarantee guaranteed definitely certainly assured'.split(' '));
const results = new Set(
  'fixed resolved solved back restored over done safe clean working up finished online'.split(' '),
);

function findPromise(words: readonly Word[]): readonly Span[] {
  const word = (at: number): string => words[at]?.text ?? '';
  return words.flatMap(({ text, span }, at): Span[] => {
    const before = `${word(at - 2)} ${word(at - 1)}`;
    if (vows.has(text) && !/\b(?:cannot|not|no|can't|won't|never|nothing)\b/.test(before)) {
      return [span];
    }
    if (text === 'never' && word(at + 1) === 'happen' && word(at + 2) === 'again') {
      return [[span[0], words[at + 2]?.span[1] ?? span[1]]];
    }
    // "Will be fixed by 10:00": a result and a time. "Will write by 10:00" is a deed.
    if (text !== 'will' && !text.endsWith("'ll")) return [];
    const rest = words.slice(at + 1, at + 12);
    const result = rest.findIndex((one) => results.has(one.text));
    const time = rest.findIndex((one) => /^(?:[01]?\d|2[0-3])[:.][0-5]\d/.test(one.text));
    const soon = rest.findIndex(
      (one, i) => /^(?:minutes?|hours?|min|tonight|today|tomorrow)$/.test(one.text) && i > 0,
    );
    const when = Math.max(time, soon);
    const denied = rest
      .slice(0, Math.max(0, result))
      .some((one) => /^(?:not|whether)$/.test(one.text));
    if (result < 0 || when < 0 || denied) return [];
    const end = rest[Math.max(result, when)]?.span[1] ?? span[1];
    return [[span[0], end]];
  });
}

function findBlame(words: readonly Word[], names: readonly string[]): readonly Span[] {
  const named = new Set(names.filter((name) => name.length > 2));
  const someone = (text: string): boolean =>
    /^(?:he|she|they|you|his|her|their|your)$/.test(text) || named.has(text.replace(/'s$/, ''));
  return words.flatMap(({ text, span }, at): Span[] => {
    const before = words[at - 1];
    const next = words[at + 1];
    if (text === 'fault' && before && someone(before.text)) return [[before.span[0], span[1]]];
    if (
      /^(?:blame|blamed)$/.test(text) &&
      words.slice(at + 1, at + 3).some((one) => someone(one.text))
    )
      return [span];
    if (/^(?:careless|negligent|incompetent|stupid|sloppy)$/.test(text)) return [span];
    const deed = /^(?:screwed|messed|botched|forgot|broke|caused|leaked)$/;
    if (next && deed.test(next.text) && someone(text)) return [[span[0], next.span[1]]];
    if (text === 'should' && before && someone(before.text) && next?.text === 'have')
      return [[before.span[0], next.span[1]]];
    return [];
  });
}
