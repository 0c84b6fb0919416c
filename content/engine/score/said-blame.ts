import { findSentences, type Span } from './sentences.ts';
import { findBlame } from './update/blame.ts';
import { overlaps, type Finding } from './update/finding.ts';
import { readText } from './update/reading.ts';
import { indexReading, type SaidSentence } from './update/said-sentence.ts';
import type { Token } from './update/token.ts';

/**
 * Guilt laid on somebody in own words, by the rules of updates and, of the people of the drill, by name
 * alone: "Gareth broke it" as "he broke it". What was asked for or planned is no guilt.
 *
 * @param people their whole names; one word alone is a system's or a desk's and no person
 */
export function findSaidBlame(text: string, people: readonly string[]): readonly Finding[] {
  const anonymous = hideNames(text, people);
  const said = indexReading(readText(anonymous));
  const blame = findBlame(
    said,
    () => false,
    (clause, _, deed) => isOrderly(said, clause, deed),
  );
  const taken = blame.flatMap(({ spans }) => spans);
  const spans = findPointing(anonymous)
    .map(([from, to]): Span => {
      const padded = /^ */.exec(anonymous.slice(to))?.[0].length ?? 0;
      return [from, from + text.slice(from, to + padded).trimEnd().length];
    })
    .filter((span) => !overlaps(span, taken));
  if (spans.length === 0) return blame;
  const why =
    'This lays it on one person. How it came about is for the review; say what happened and who does what.';
  return [...blame, { rule: 'blame', cost: 0, spans, why }];
}

/** Names as "He" and "His", of the same length, so that every place stays where it is. */
function hideNames(text: string, people: readonly string[]): string {
  const names = new Set(
    people
      .filter((name) => /^\p{Lu}\S+(?: \p{Lu}\S+)+$/u.test(name))
      .flatMap((name) => name.split(' ')),
  );
  return text.replaceAll(
    /(\p{Lu}[\p{L}-]+)(?: (\p{Lu}[\p{L}-]+))?(['’]s)?(?!\p{L})/gu,
    (run, first: string, second: string | undefined, possessed: string | undefined) => {
      const from = names.has(first) ? 0 : first.length + 1;
      const known = from === 0 || (second !== undefined && names.has(second));
      if (!known) return run;
      const to = second === undefined || names.has(second) ? run.length : first.length;
      const hidden = possessed === undefined || to < run.length ? 'He' : 'His';
      return run.slice(0, from) + hidden.padEnd(to - from) + run.slice(to);
    },
  );
}

const agreed =
  /\bas (?:the (?:runbook|playbook|plan|procedure|checklist|manual)\b|planned|agreed|asked|told|instructed|ordered|decided|intended)|\b(?:on|at) (?:my|our|your) (?:request|order|word|instruction)|\bbecause (?:i|we|you) (?:asked|told|said)|\bby the (?:book|runbook|plan)\b|\bfor maintenance\b|\b(?:i|we|you) (?:asked|told) (?:him|her|them) to\b/i;

/** "Broke the glass and pulled the alarm, as the runbook says", "broke the news". */
function isOrderly(said: readonly SaidSentence[], clause: readonly Token[], deed: Token): boolean {
  const sentence = said.find(({ byClause }) => byClause.includes(clause));
  const words = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
  if (agreed.test(words(sentence?.tokens ?? clause))) return true;
  const behind = words(clause.slice(clause.indexOf(deed) + 1));
  return (
    deed.text === 'broke' &&
    /^(?:the |a |his |her )?(?:news|silence|glass|seal|tie|deadlock)\b/.test(behind)
  );
}

/** Names stand as "He" and "His" here, at whatever place of a sentence. */
const pointing = [
  /\b(?:he|she) +(?:has |had |just |simply |single-handedly )*(?:wrecked|ruined|destroyed|spoil(?:ed|t)|trashed|corrupted|damaged|sabotaged|blew|blown|(?:brought|knocked) (?:\w+ ){1,3}(?:down|over|offline))\b(?! (?:nothing|no)\b)/gi,
  /\b(?:he|she) +(?:is|was) (?:\w+ly )?(?:the (?:reason|cause)|responsible|answerable|to thank) (?:for|of) (?:(?:the|this|that|all|our|whole) )*(?:outage|incident|mess|failure|breach|leak|damage|disaster|problems?|trouble|chaos|downtime|loss|this|that)\b/gi,
  /\b(?:because of|due to|courtesy of|on account of) (?:he|she|him|her)\b/gi,
  /\b(?:it|this|that|everything|outage|incident|mess|failure|breach|leak)(?: is|['’]s| was) (?:all )?down to (?:he|she|him|her)\b/gi,
  /\b(?:this|that|outage|incident|mess|failure|breach|leak)(?: is|['’]s| was) (?:all )?on (?:he|she|him|her)\b(?! +(?:now|to|as|until|for)\b)/gi,
  /\b(?:his|her) +(?:change|commit|release|mistake|error|script|deploy|deployment|query|patch|merge) (?:has |had )?(?:broke|broken|caused|wrecked|leaked|exposed|deleted)\b(?! (?:nothing|no)\b)/gi,
  /\bthanks to (?:he|she|him|her)\b[ ,]+(?:\w+ ){1,3}(?:are|is|were|was) (?:\w+ )?(?:down|lost|offline|late|broken|stuck|exposed|out|in)\b/gi,
  /\bit was (?:he|she)\b(?= *(?:[.!;,]|$))/gi,
] as const;
const leftOpen = /\b(?:whether|if|not|never|nobody|no one|unknown|did|who)\b|n['’]t\b/i;

function findPointing(text: string): readonly Span[] {
  return findSentences(text).flatMap(([from, to]): readonly Span[] => {
    const sentence = text.slice(from, to);
    if (sentence.endsWith('?') || agreed.test(sentence)) return [];
    return pointing
      .flatMap((pattern) => [...sentence.matchAll(pattern)])
      .filter(({ index }) => !leftOpen.test(sentence.slice(0, index)))
      .map(({ index, 0: words }): Span => [from + index, from + index + words.length]);
  });
}
