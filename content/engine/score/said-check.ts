import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState, Said } from '../drill/state.ts';
import type { Drill } from '../format/drill-schema.ts';
import { findSaidBlame } from './said-blame.ts';
import type { Span } from './sentences.ts';
import { checkUpdate } from './update-check.ts';
import { overlaps, type Finding } from './update/finding.ts';
import { matchBest } from './update/match.ts';
import { findAssurances, findPromises } from './update/promises.ts';
import { readText } from './update/reading.ts';
import { indexReading, type SaidSentence } from './update/said-sentence.ts';
import { findSecrets } from './update/secrets.ts';
import { readStatement } from './update/statement.ts';
import { findUnprovenSafety } from './update/unproven.ts';

export const saidRules = ['secret', 'inside', 'promise', 'claim', 'blame'] as const;
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
  return state.said.map((said) => {
    const asked = [...state.updates.values()].filter(({ opened_s }) => opened_s <= said.at_s);
    const ids = new Set(asked.map(({ update }) => update));
    return { said, findings: checkSaid(prepared, said, ids) };
  });
}

/**
 * By the rules that updates are checked by, as for colleagues or for readers from outside, and what is
 * given away to the reader; of claims, those that an update of the drill forbids and that were not allowed yet, and safety without
 * proof. What one role alone was told is a secret to all whom that does not name. What is not found
 * may still be unwise.
 *
 * @param asked ids of updates that were asked for by then; all, where that is not known
 */
export function checkSaid(
  { drill }: PreparedDrill,
  { text, allowed, item }: Pick<Said, 'text' | 'allowed' | 'item'>,
  asked: ReadonlySet<string> = new Set(drill.updates.map(({ id }) => id)),
): readonly SaidFinding[] {
  const said = indexReading(readText(text));
  const received = drill.feed.find(({ id }) => id === item);
  const person = drill.people.find(({ id }) => id === received?.from);
  const reader = person?.name ?? '';
  const outside = person?.outside === true;
  const secrets = findSecrets(text, outside ? 'customers' : 'engineers');
  const leaked = secrets.filter(({ rule }) => rule !== 'internal-address');
  const inside = secrets.filter(({ rule }) => rule === 'internal-address');
  const known = `${received?.subject ?? ''} ${received?.body ?? ''}`;
  const as = (rule: SaidRule, found: readonly Finding[]): readonly SaidFinding[] =>
    found.map(({ spans, why }) => ({ rule, spans, why }));
  const forbidden = drill.updates.flatMap((update) =>
    checkUpdate(update, text, new Set(), new Set()).claims.map(({ id, spans }) => ({
      update: update.id,
      path: `${update.id}/${id}`,
      spans,
      why: update.forbidden.find((claim) => claim.id === id)?.why ?? '',
    })),
  );
  const strong = findPromises(text, () => false);
  const assured = findAssurances(text, findSpans(strong));
  const promises = [...strong, ...assured];
  const promised = findSpans(promises);
  // Whatever an update forbids stands under that claim, or was proven by then.
  const weighed = forbidden.flatMap(({ spans }) => spans);
  return dropRepeated([
    ...as('secret', [...leaked, ...findTold(drill, said, reader)]),
    ...as('inside', outside ? [...inside, ...findMarks(text, known, secrets)] : inside),
    ...as('promise', [...promises, ...findConcessions(text, promised)]),
    ...as(
      'blame',
      findSaidBlame(
        text,
        drill.people.map(({ name }) => name),
      ),
    ),
    ...dropLater(forbidden, asked)
      .filter(({ path }) => !allowed.has(path))
      .map(({ spans, why }): SaidFinding => ({ rule: 'claim', spans, why })),
    ...as('claim', findUnprovenSafety({ facts: [], said }, weighed, listDenied(drill, text))),
  ]);
}

function findSpans(found: readonly Pick<Finding, 'spans'>[]): readonly Span[] {
  return found.flatMap(({ spans }) => spans);
}

/** What is open, so that the opposite needs proof: what an update must not claim, and whatever "no … were read" names. */
function listDenied({ updates }: Drill, text: string): readonly string[] {
  const denied =
    /\bno (?:\w+ )?(\w+) (?:was|were|has been|have been|is|are|got) (?:ever |actually )?(?:read|viewed|accessed|copied|stolen|leaked|exposed|downloaded|exported|touched|looked at)\b(?! (?:from|by) (?:the |our )?(?:queue|disk|cache|buffer|job|importer|parser)\b)/gi;
  return [
    ...updates.flatMap(({ forbidden }) => forbidden.map((claim) => claim.text)),
    ...[...text.matchAll(denied)].flatMap(([, thing]) => thing ?? []),
  ];
}

/** An address of any network, and the number of a case, ticket or change. */
const marks =
  /\b(?:\d{1,3}(?:\.\d{1,3}){3}|(?!(?:CVE|ISO|PCI|RFC|SHA|AES|UTC|GMT|COVID)-)[A-Z]{2,8}-\d{1,6})\b/g;

/** What says nothing to somebody outside, unless it stands in what they wrote themselves. */
function findMarks(text: string, known: string, found: readonly Finding[]): readonly Finding[] {
  const taken = found.flatMap(({ spans }) => spans);
  const spans = [...text.matchAll(marks)]
    .filter(([mark]) => !known.includes(mark))
    .map((match): Span => [match.index, match.index + match[0].length])
    .filter((span) => !overlaps(span, taken));
  if (spans.length === 0) return [];
  const why =
    'It is of use to those inside, and to an attacker. This reader is neither: leave it out.';
  return [{ rule: 'internal-address', cost: 0, spans, why }];
}

const concessions = [
  /\byou(?: can| may| will| shall|['’]ll) (?:all )?(?:have|keep|get|use|take|be (?:paid|refunded|compensated))\b[^.!?;]*/gi,
  /\b(?:we|i)(?: will| shall|['’]ll) (?:\w+ly )?(?:(?:have|get) (?:it|that|this|them|you|everything|the \w+)(?: \w+)? (?:back|up|running|fixed|done|ready)|leave (?:it|that|them|the \w+)(?: \w+)? (?:on|open|in|up)|keep (?:it|that|them|the \w+)(?: \w+)? (?:on|open|up|running)|give (?:you|it back|them back)|refund|compensate|pay)\b[^.!?;]*/gi,
] as const;
const takenBack = /\b(?:cannot|can['’]t|not|never|unless|whether|if)\b|n['’]t\b/i;

/** What is given to somebody or said to be done for them: "You can have the key back for two hours". */
function findConcessions(text: string, promised: readonly Span[]): readonly Finding[] {
  const spans = concessions
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(({ 0: words }) => !takenBack.test(words))
    .map((match): Span => [match.index, match.index + match[0].trimEnd().length])
    .filter((span) => !overlaps(span, promised));
  if (spans.length === 0) return [];
  const why = 'They will count on it. Is it yours to give, and does it hold with what you know?';
  return [{ rule: 'empty-promise', cost: 0, spans, why }];
}

/** What was told to one role alone, told to somebody whom it does not name. */
function findTold(
  { roles }: Drill,
  said: readonly SaidSentence[],
  reader: string,
): readonly Finding[] {
  return roles.flatMap((role): Finding[] => {
    if (role.private === undefined || (reader !== '' && role.private.includes(reader))) return [];
    const parts = role.private.replaceAll(/\*\*[^*]*\*\*/g, '').split(/[.;:]\s|, and /);
    const spans = parts.flatMap((part) => {
      const statement = readStatement(part, false);
      return matchBest(statement, said, false).flatMap(({ agreed, sense, mood, met, span }) => {
        const telling = [...met].filter(({ weight }) => weight >= 0.75).length;
        return sense === 'same' && mood !== 'open' && agreed >= 0.7 && telling >= 2 ? [span] : [];
      });
    });
    if (spans.length === 0) return [];
    const why = `“${role.name}” was told this alone. Whoever reads it now knows it too.`;
    return [{ rule: 'secret', cost: 0, spans, why }];
  });
}

interface MadeClaim {
  readonly update: string;
  readonly spans: readonly Span[];
}

/**
 * The reason of an update that is not asked for yet may be of a later hour: it is left out where
 * another update marks the same words.
 */
function dropLater<Claim extends MadeClaim>(
  claims: readonly Claim[],
  asked: ReadonlySet<string>,
): readonly Claim[] {
  return claims.reduce<readonly Claim[]>((kept, claim) => {
    const marked = kept.filter(({ update }) => update !== claim.update);
    const known = findSpans(marked);
    const later = !asked.has(claim.update) && claim.spans.some((span) => overlaps(span, known));
    return later ? kept : [...kept, claim];
  }, []);
}

/** Two updates may forbid the same claim. */
function dropRepeated(found: readonly SaidFinding[]): readonly SaidFinding[] {
  const key = ({ rule, spans, why }: SaidFinding): string => JSON.stringify([rule, spans, why]);
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}
