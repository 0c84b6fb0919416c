import type { UpdateCheck } from '../../../content/engine/score/update-check.ts';

export interface NumberedMark {
  readonly start: number;
  readonly end: number;
  /** The numbers that stand behind it; none where a mark goes on after one inside it. */
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

/** What is said of an update beside its marks. */
export type CheckNote = {
  /** The stretches that it is about: "1, 3"; empty where nothing stands in the text. */
  readonly numbers: string;
} & (
  | { readonly kind: 'fact'; readonly fact: UpdateCheck['facts'][number] }
  | { readonly kind: 'claim'; readonly claim: UpdateCheck['claims'][number] }
  | { readonly kind: 'finding'; readonly finding: UpdateCheck['findings'][number] }
);

/**
 * Numbers the marked words of an update in the order in which the numbers are read, each behind its
 * stretch, and puts what is said of them in the same order; what stands nowhere comes last. One number
 * for a stretch, however many facts it says. A claim without proof wins over what the sentence says
 * well; what spoils single words is marked inside its sentence.
 */
export function numberMarks(check: UpdateCheck): {
  readonly marks: readonly NumberedMark[];
  /** Each stretch whole, in the order of its number. */
  readonly stretches: readonly Omit<Whole, 'kind'>[];
  readonly notes: readonly CheckNote[];
} {
  const spoken = [
    // A fact that was not asked for is no merit, and told too early it is among the findings.
    ...check.facts
      .filter(({ asked }) => asked)
      .map((fact) => ({ kind: 'fact' as const, fact, spans: fact.spans })),
    ...check.claims.map((claim) => ({ kind: 'claim' as const, claim, spans: claim.spans })),
    ...check.findings.map((finding) => ({
      kind: 'finding' as const,
      finding,
      spans: finding.spans,
    })),
  ];
  const stretches = spoken.flatMap(({ kind, spans }) => {
    const mark: MarkKind = kind === 'fact' ? 'met' : kind;
    return spans.map(([start, end]) => ({ start, end, kind: mark }));
  });
  const wholes = new Map<string, Whole>();
  for (const { start, end, kind } of stretches.sort((a, b) => a.end - b.end || b.start - a.start)) {
    const before = wholes.get(`${start}-${end}`);
    const stronger =
      before !== undefined && kinds.indexOf(before.kind) > kinds.indexOf(kind) ? before.kind : kind;
    const number = before?.number ?? wholes.size + 1;
    wholes.set(`${start}-${end}`, { start, end, number, kind: stronger });
  }
  const notes = spoken.map(({ spans, ...note }) => {
    const numbers = spans.map(([start, end]) => wholes.get(`${start}-${end}`)?.number ?? 0);
    const own = [...new Set(numbers)].sort((a, b) => a - b);
    return { first: own[0] ?? Infinity, note: { ...note, numbers: own.join(', ') } };
  });
  return {
    marks: flatten([...wholes.values()]),
    stretches: [...wholes.values()],
    // Sorting is stable: of two about one stretch, the fact comes first.
    notes: notes
      .sort((a, b) => (a.first < b.first ? -1 : Number(a.first > b.first)))
      .map(({ note }) => note),
  };
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
