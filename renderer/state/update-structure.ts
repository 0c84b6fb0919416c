import type { Update } from '../../content/engine/format/drill-schema.ts';
import type { RatedDraft } from '../../content/engine/score/update/rate-draft.ts';
import type { StructureKind } from '../../content/engine/score/update/structure-kinds.ts';
import type { Audience } from '../../content/engine/score/update/update-request.ts';

type FactKind = Update['facts'][number]['kind'];

/** What the score calls these; a severity is told by its words alone. */
const kindsOfScore: Readonly<Record<Exclude<FactKind, 'severity'>, StructureKind>> = {
  impact: 'impact',
  scope: 'scope',
  status: 'status',
  action: 'actions',
  owner: 'owner',
  unknown: 'unknowns',
  next_update: 'next-update',
};
const severity = /\b(?:severity|P[1-4]|critical|high|medium|low)\b/i;

export const structureWords: Readonly<Record<FactKind, string>> = {
  impact: 'Impact',
  scope: 'Scope so far',
  status: 'Status now',
  severity: 'Severity',
  action: 'What we are doing',
  owner: 'Owner of each action',
  unknown: 'What we do not know',
  next_update: 'Next update, a time',
};

export interface StructureLine {
  readonly kind: FactKind;
  readonly found: 'full' | 'part' | 'none';
}

/** Owners of a system know its trade; what they ask for is what a hand-over gives. */
export function audienceOf({ audience }: Update): Audience {
  return audience === 'owner' ? 'handover' : audience;
}

/**
 * Which matters that a reader needs the text speaks of: structure only, never whether it is right. By the rules
 * of the score, so that what is missing here is not said there.
 */
export function checkStructure(
  update: Update,
  text: string,
  rated: RatedDraft,
): readonly StructureLine[] {
  const kinds = [...new Set(update.facts.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const share =
      kind === 'severity' ? Number(severity.test(text)) : rated.structure[kindsOfScore[kind]];
    return { kind, found: share >= 0.6 ? 'full' : share > 0 ? 'part' : 'none' };
  });
}
