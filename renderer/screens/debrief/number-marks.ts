import type { UpdateCheck } from '../../../content/engine/score/update-check.ts';

export interface NumberedMark {
  readonly start: number;
  readonly end: number;
  /** The notes that end here; none where a mark goes on after one inside it. */
  readonly numbers: readonly number[];
  readonly kind: MarkKind;
}
/** Later ones win where marks lie over each other. */
const kinds = ['met', 'finding', 'claim'] as const;
type MarkKind = (typeof kinds)[number];

interface Whole {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly kind: MarkKind;
}

/**
 * Numbers the marked words of an update in reading order: one number for a stretch, however many
 * facts it says. A claim without proof wins over what the sentence says well; what spoils single
 * words is marked inside its sentence.
 */
export function numberMarks(check: UpdateCheck): {
  readonly marks: readonly NumberedMark[];
  /** The numbers of the stretches that one fact, claim or finding stands in: "1, 3". */
  readonly numbersOf: (id: string) => string;
} {
  const spans = [
    ...check.facts.flatMap((fact) => list(fact.id, fact.spans, 'met')),
    ...check.claims.flatMap((claim) => list(claim.id, claim.spans, 'claim')),
    ...check.findings.flatMap((finding, index) => list(findingId(index), finding.spans, 'finding')),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const wholes = new Map<string, Whole>();
  const numbers = new Map<string, Set<number>>();
  for (const { id, start, end, kind } of spans) {
    const key = `${start}-${end}`;
    const before = wholes.get(key);
    const stronger =
      before !== undefined && kinds.indexOf(before.kind) > kinds.indexOf(kind) ? before.kind : kind;
    const whole = { start, end, number: before?.number ?? wholes.size + 1, kind: stronger };
    wholes.set(key, whole);
    numbers.set(id, (numbers.get(id) ?? new Set()).add(whole.number));
  }
  return {
    marks: flatten([...wholes.values()]),
    numbersOf: (id) => [...(numbers.get(id) ?? [])].join(', '),
  };
}

/** By what `numbersOf` knows the finding at a place of `check.findings`. */
export function findingId(index: number): string {
  return `finding ${index}`;
}

function list(id: string, spans: UpdateCheck['facts'][number]['spans'], kind: MarkKind) {
  return spans.map(([start, end]) => ({ id, start, end, kind }));
}

/** Cuts marks that lie over each other into pieces side by side. */
function flatten(wholes: readonly Whole[]): readonly NumberedMark[] {
  const edges = [...new Set(wholes.flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  return edges.slice(1).flatMap((end, index): NumberedMark[] => {
    const start = edges[index] ?? end;
    const over = wholes.filter((whole) => whole.start <= start && end <= whole.end);
    if (over.length === 0) return [];
    const kind = over.reduce<MarkKind>(
      (top, whole) => (kinds.indexOf(whole.kind) > kinds.indexOf(top) ? whole.kind : top),
      'met',
    );
    const closing = over.filter((whole) => whole.end === end).map(({ number }) => number);
    return [{ start, end, kind, numbers: closing }];
  });
}
