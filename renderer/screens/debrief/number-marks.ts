import type { UpdateCheck } from '../../../content/engine/score/update-check.ts';

export interface NumberedMark {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly kind: 'met' | 'claim';
}

/**
 * Numbers the marked sentences of an update in reading order: one number for a sentence, however
 * many facts it says. A claim without proof wins over what the sentence says well.
 */
export function numberMarks(check: UpdateCheck): {
  readonly marks: readonly NumberedMark[];
  /** The numbers of the sentences that one fact or claim stands in: "1, 3". */
  readonly numbersOf: (id: string) => string;
} {
  const spans = [
    ...check.facts.flatMap(({ id, spans: own }) =>
      own.map(([start, end]) => ({ id, start, end, kind: 'met' as const })),
    ),
    ...check.claims.flatMap(({ id, spans: own }) =>
      own.map(([start, end]) => ({ id, start, end, kind: 'claim' as const })),
    ),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const marks = new Map<string, NumberedMark>();
  const numbers = new Map<string, Set<number>>();
  for (const { id, start, end, kind } of spans) {
    const key = `${start}-${end}`;
    const before = marks.get(key);
    const mark: NumberedMark = {
      start,
      end,
      number: before?.number ?? marks.size + 1,
      kind: before?.kind === 'claim' ? 'claim' : kind,
    };
    marks.set(key, mark);
    const own = numbers.get(id) ?? new Set<number>();
    numbers.set(id, own.add(mark.number));
  }
  return {
    marks: [...marks.values()],
    numbersOf: (id) => [...(numbers.get(id) ?? [])].join(', '),
  };
}
