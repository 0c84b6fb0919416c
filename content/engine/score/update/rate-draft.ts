import { rateAllProse } from './prose.ts';
import { readText } from './reading.ts';
import { indexReading } from './said-sentence.ts';
import type { StructureKind } from './structure-kinds.ts';
import { findStructure } from './structure.ts';
import { findUnprovenSafety } from './unproven.ts';
import type { Audience } from './update-request.ts';

/** What the score finds in an update that is being written. */
export interface RatedDraft {
  /** Which matters that every reader needs it speaks of, each 0..1, whether or not they are right. */
  readonly structure: Readonly<Record<StructureKind, number>>;
  /** What of it rules out harm and so takes proof, where no fact is known. In the text's order. */
  readonly bareClaims: readonly string[];
  /** Words as the score counts them: a name with a hyphen is one, a dash is none. */
  readonly words: number;
}

/** As the score finds them, from the text alone. A text of a few sentences takes milliseconds, of 100 kB most of a second. */
export function rateDraft(text: string, audience: Audience): RatedDraft {
  const read = readText(text);
  const said = indexReading(read);
  const parts = findStructure(said, audience, rateAllProse(said), () => 1);
  const claims = findUnprovenSafety({ facts: [], said }, [])
    .flatMap(({ spans }) => spans)
    .toSorted(([one], [other]) => one - other);
  return {
    structure: Object.fromEntries(parts.map(({ kind, share }) => [kind, share])) as Record<
      StructureKind,
      number
    >,
    bareClaims: claims.map(([start, end]) =>
      text.slice(start, end).replace(/^(?:and|but)\s+/i, ''),
    ),
    words: read.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0),
  };
}
