import { createRandomSource } from '../drill/random-source.ts';

/** When a question was asked: what was practised, as far as the drawing goes. */
export interface AskedBefore {
  /** Null for a question of the person's own. */
  readonly question: { readonly id: string | null };
  readonly started_at: string;
}

/**
 * One of these questions by a seed: of those that were never practised; where all were, of the half
 * that waited longest. The same seed draws the same question from the same list.
 */
export function drawQuestion<T extends { readonly id: string }>(
  questions: readonly T[],
  practices: readonly AskedBefore[],
  seed: number,
): T | null {
  const last = findLastAsked(practices);
  const fresh = questions.filter(({ id }) => !last.has(id));
  const waited = [...questions].sort((a, b) =>
    (last.get(a.id) ?? '') < (last.get(b.id) ?? '') ? -1 : 1,
  );
  const open = fresh.length > 0 ? fresh : waited.slice(0, Math.ceil(waited.length / 2));
  return open[Math.floor(createRandomSource(seed).next() * open.length)] ?? null;
}

/** For each question that was practised, when it was begun last. */
export function findLastAsked(practices: readonly AskedBefore[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const { question, started_at } of practices) {
    if (question.id === null) continue;
    const before = last.get(question.id);
    if (before === undefined || before < started_at) last.set(question.id, started_at);
  }
  return last;
}
