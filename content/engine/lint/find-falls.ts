/** A tier of a hint that costs less than the one before. */
export interface Fall {
  /** Its place, from 0. */
  readonly tier: number;
  /** As an author reads it. */
  readonly message: string;
}

/** @param id of the hint, or of the question that it helps with */
export function findFalls(id: string, tiers: readonly { readonly cost: number }[]): Fall[] {
  return tiers.flatMap(({ cost }, tier): Fall[] => {
    const before = tiers[tier - 1]?.cost ?? 0;
    if (cost >= before) return [];
    const message = `Tier ${tier + 1} of "${id}" costs ${cost}; the one before costs ${before}.`;
    return [{ tier, message }];
  });
}
