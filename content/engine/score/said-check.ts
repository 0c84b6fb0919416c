import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState, Said } from '../drill/state.ts';
import type { Span } from './sentences.ts';
import { checkUpdate } from './update-check.ts';
import type { Finding } from './update/finding.ts';
import { readText } from './update/reading.ts';
import { findSecrets } from './update/secrets.ts';
import { indexReading } from './update/said-sentence.ts';
import { findBlame } from './update/blame.ts';
import { findPromises } from './update/promises.ts';

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

/**
 * By the rules that updates are checked by, as for colleagues; of claims, those that an update of the
 * drill forbids and that were not allowed yet. What is not found may still be unwise.
 */
export function checkSaid(
  { drill }: PreparedDrill,
  { text, allowed }: Pick<Said, 'text' | 'allowed'>,
): readonly SaidFinding[] {
  const as = (rule: SaidRule, found: readonly Finding[]): readonly SaidFinding[] =>
    found.map(({ spans, why }) => ({ rule, spans, why }));
  const claims = drill.updates.flatMap((update) => {
    const mine = update.forbidden
      .map(({ id }) => id)
      .filter((id) => allowed.has(`${update.id}/${id}`));
    return checkUpdate(update, text, new Set(), new Set(mine)).claims.map(
      ({ id, spans }): SaidFinding => ({
        rule: 'claim',
        spans,
        why: update.forbidden.find((claim) => claim.id === id)?.why ?? '',
      }),
    );
  });
  return dropRepeated([
    ...as('secret', findSecrets(text, 'engineers')),
    ...as(
      'promise',
      findPromises(text, () => false),
    ),
    ...as('blame', findBlame(indexReading(readText(text)))),
    ...claims,
  ]);
}

/** Two updates may forbid the same claim. */
function dropRepeated(found: readonly SaidFinding[]): readonly SaidFinding[] {
  const key = ({ rule, spans, why }: SaidFinding): string => JSON.stringify([rule, spans, why]);
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}
