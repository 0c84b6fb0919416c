import type { Span } from '../sentences.ts';
import { spanOf } from './match.ts';
import type { SaidSentence } from './said-sentence.ts';
import { findNextUpdate } from './next-update.ts';
import { structureKinds, type StructureKind } from './structure-kinds.ts';
import { finders } from './structure-signs.ts';
import type { Audience } from './update-request.ts';

export interface StructurePart {
  readonly kind: StructureKind;
  /** 0..1 */
  readonly share: number;
  readonly spans: readonly Span[];
  readonly why: string;
}

interface Sign {
  readonly strength: number;
  readonly span: Span;
  readonly sentence: SaidSentence;
}

/**
 * What every reader needs, whatever happened: found by how such sentences are built, never whether
 * they are right. `worth` says how much of it a clause may earn: nothing where it says what must not be said.
 */
export function findStructure(
  said: readonly SaidSentence[],
  audience: Audience,
  prose: (sentence: SaidSentence) => number,
  worth: (sentence: SaidSentence, clause: number, kind: StructureKind) => number,
): readonly StructurePart[] {
  return structureKinds.map((kind) => {
    if (kind === 'next-update') {
      const next = findNextUpdate(said);
      const best = next.reduce(
        (most, sign) => Math.max(most, sign.strength * prose(sign.sentence)),
        0,
      );
      return { kind, share: best, spans: next.map(({ span }) => span), why: explain(kind, best) };
    }
    const signs = said.flatMap((sentence): Sign[] =>
      sentence.byClause.flatMap((tokens, clause): Sign[] => {
        const found = finders[kind](tokens, sentence, audience, said) * prose(sentence);
        const strength = found > 0 ? found * worth(sentence, clause, kind) : 0;
        return strength > 0 ? [{ strength, span: spanOf(sentence, clause), sentence }] : [];
      }),
    );
    const graded = kind === 'owner' || kind === 'unknowns' ? findMost(signs) : fill(signs);
    return {
      kind,
      share: graded,
      spans: signs.map(({ span }) => span).slice(0, 8),
      why: explain(kind, graded),
    };
  });
}

function findMost(signs: readonly Sign[]): number {
  return signs.reduce((best, { strength }) => Math.max(best, strength), 0);
}

/** Each further sentence adds to what the others left open, so that none is idle and many are no feast. */
function fill(signs: readonly Sign[]): number {
  const bySentence = new Map<SaidSentence, number>();
  for (const { sentence, strength } of signs) {
    bySentence.set(sentence, Math.max(strength, bySentence.get(sentence) ?? 0));
  }
  return 1 - [...bySentence.values()].reduce((open, strength) => open * (1 - 0.7 * strength), 1);
}

const whys: Readonly<Record<StructureKind, readonly [said: string, missing: string]>> = {
  impact: [
    'Says who or what is affected.',
    'Say who or what is affected, and how it shows for them.',
  ],
  scope: [
    'Says how far it goes.',
    'Say how far it goes: how many, which, since when, and where it ends.',
  ],
  status: [
    'Says how things stand now.',
    'Say how things stand now: running, stopped, contained, still open.',
  ],
  actions: ['Says what was done.', 'Say what you did, and what you are doing now.'],
  owner: [
    'Names who has the next step.',
    'Name who leads, or who has the next step, so that a question finds somebody.',
  ],
  unknowns: [
    'Says what is not known.',
    'Say what you do not know yet. Silence about it reads as if everything were known.',
  ],
  'next-update': ['Says when the next word comes.', 'Give a time for the next update.'],
};

function explain(kind: StructureKind, share: number): string {
  const [said, missing] = whys[kind];
  if (kind === 'next-update' && share > 0 && share < 0.5) {
    return '“Soon” is no time. Give one, even if there will be nothing new.';
  }
  return share >= 0.6 ? said : share > 0 ? `Only hinted at. ${missing}` : missing;
}
