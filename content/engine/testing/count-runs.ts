/** How often a property is tried, and from which seed. */
export interface Runs {
  readonly numRuns: number;
  readonly seed: number;
}

/**
 * All runs where DRILLBOOK_ENDURANCE is set, a tenth of them otherwise, always from the same seed,
 * so that what fails once fails again.
 */
export function countRuns(full: number): Runs {
  const { process } = globalThis as { process?: { env: Record<string, string | undefined> } };
  const endurance = Boolean(process?.env['DRILLBOOK_ENDURANCE']);
  return { numRuns: endurance ? full : Math.ceil(full / 10), seed: 20_261_124 };
}
