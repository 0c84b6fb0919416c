import type { Decision, Reply } from '../format/drill-schema.ts';
import type { Circumstances } from './condition.ts';
import type { PreparedDrill } from './prepared-drill.ts';
import type { RatedOption } from './state.ts';

/** Every option in the drill's order, then `none`: by itself or, where one holds, by its first rerate. */
export function rateOptions(
  { test }: Pick<PreparedDrill, 'test'>,
  now: Circumstances,
  { options, none }: Decision,
): readonly RatedOption[] {
  return [...options, { id: 'none', ...none }].map(({ id, rating, reason, rerate }) => {
    const held = rerate.find(({ when }) => test(when)(now));
    return { option: id, rating: held?.rating ?? rating, why: held?.reason ?? reason };
  });
}

/** What a reply is worth at this moment; null for one that is not rated. */
export function rateReply(
  { test }: Pick<PreparedDrill, 'test'>,
  now: Circumstances,
  { rating, reason, rerate }: Reply,
): { readonly rating: number | null; readonly why: string | null } {
  const held = rerate.find(({ when }) => test(when)(now));
  return { rating: held?.rating ?? rating ?? null, why: held?.reason ?? reason ?? null };
}

/** What doing nothing is worth at this moment. */
export function rateNothing(
  prepared: Pick<PreparedDrill, 'test'>,
  now: Circumstances,
  decision: Decision,
): RatedOption {
  return findRated(rateOptions(prepared, now, decision), 'none');
}

/** One of the rated options; `none` is always among them. */
export function findRated(rated: readonly RatedOption[], option: string): RatedOption {
  const found = rated.find((one) => one.option === option) ?? rated.at(-1);
  if (!found) throw new Error('doing nothing has a rating');
  return found;
}
