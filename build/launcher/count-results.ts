/** How many tests of a run passed, failed, and were left out. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function addCounts(all: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number): number =>
    all.reduce((total, counts) => total + of(counts), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    skipped: sum(({ skipped }) => skipped),
  };
}

export function writeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Reads what a suite reported; null if that is not a report. */
export type CountsReader = (report: string) => Counts | null;

/** The last line of what our own checks print: `8 passed, 0 failed`. */
export const readLastLine: CountsReader = (report) => {
  const found = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(report);
  return (
    found && { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) }
  );
};

/** Vitest's JSON report. A file that could not be loaded has no tests, and counts as one failure. */
export const readVitestReport: CountsReader = (report) => {
  const found = readJson(report);
  const { numPassedTests: passed, numFailedTests: failed } = found;
  if (typeof passed !== 'number' || typeof failed !== 'number') return null;
  const skipped = toCount(found['numPendingTests']) + toCount(found['numTodoTests']);
  const files = Array.isArray(found['testResults']) ? (found['testResults'] as unknown[]) : [];
  return { passed, failed: failed + files.filter(isUnloaded).length, skipped };
};

/** Playwright's JSON report. A test that passed at its second try has not passed. */
export const readPlaywrightReport: CountsReader = (report) => {
  const found = readJson(report);
  const stats = (found['stats'] ?? {}) as Record<string, unknown>;
  const { expected, unexpected, flaky, skipped } = stats;
  if (typeof expected !== 'number' || typeof unexpected !== 'number') return null;
  const errors = Array.isArray(found['errors']) ? found['errors'].length : 0;
  return {
    passed: expected,
    failed: unexpected + toCount(flaky) + errors,
    skipped: toCount(skipped),
  };
};

/**
 * What a suite counts for. One that reported nothing, no test at all, or no failure though it ended
 * as one, has failed.
 *
 * @param exitCode of its process
 */
export function judge(counts: Counts | null, exitCode: number): Counts {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const crashed = failed === 0 && (exitCode !== 0 || passed + skipped === 0);
  return { passed, failed: crashed ? 1 : failed, skipped };
}

function isUnloaded(file: unknown): boolean {
  const { status, assertionResults } = file as Record<string, unknown>;
  return status === 'failed' && Array.isArray(assertionResults) && assertionResults.length === 0;
}

function toCount(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** What a report says; nothing where it is none. */
export function readJson(report: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(report);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
