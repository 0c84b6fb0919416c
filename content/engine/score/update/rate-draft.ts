import { rateAllProse } from './prose.ts';
import { readText } from './reading.ts';
import { indexReading } from './said-sentence.ts';
import type { StructureKind } from './structure-kinds.ts';
import { findStructure } from './structure.ts';
import { findUnprovenSafety } from './unproven.ts';
import type { Audience } from './update-request.ts';

/**
 * Which matters that every reader needs a text speaks of, each 0..1: as the score finds them, but for whether
 * they are right. Quick enough to be asked at each key.
 */
export function rateStructure(
  text: string,
  audience: Audience,
): Readonly<Record<StructureKind, number>> {
  const said = indexReading(readText(text));
  const parts = findStructure(said, audience, rateAllProse(said), () => 1);
  return Object.fromEntries(parts.map(({ kind, share }) => [kind, share])) as Record<
    StructureKind,
    number
  >;
}

/**
 * What of a text rules out harm and so takes proof, as the score finds it where no fact is known. In the
 * text's order.
 */
export function listBareClaims(text: string): readonly string[] {
  const said = indexReading(readText(text));
  return findUnprovenSafety({ facts: [], said }, [])
    .flatMap(({ spans }) => spans)
    .toSorted(([one], [other]) => one - other)
    .map(([start, end]) => text.slice(start, end).replace(/^(?:and|but)\s+/i, ''));
}

/** Words as the score counts them: a name with a hyphen is one, a dash is none. */
export function countUpdateWords(text: string): number {
  return readText(text).sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
}
