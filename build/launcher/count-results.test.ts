import { expect, test } from 'vitest';
import {
  addCounts,
  judge,
  readLastLine,
  readPlaywrightReport,
  readVitestReport,
  writeCounts,
} from './count-results.ts';

const counts = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped });

test('Our own checks end with their sum', () => {
  expect(readLastLine('✓ a\n✗ b: 9 passed, 9 failed\n1 passed, 2 failed\n')).toEqual(
    counts(1, 2, 0),
  );
  expect(readLastLine('1 passed, 2 failed, 3 skipped')).toEqual(counts(1, 2, 3));
  expect(readLastLine('1 passed, 2 failed\nSegmentation fault')).toBeNull();
  expect(readLastLine('')).toBeNull();
});

test('Vitest counts what is left out, and a file that did not load', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [] },
    ],
  };
  expect(readVitestReport(JSON.stringify(report))).toEqual(counts(5, 2, 3));
  expect(readVitestReport('{}')).toBeNull();
  expect(readVitestReport('Error: no')).toBeNull();
});

test('Playwright counts a flaky test, and an error outside of tests, as failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 4 };
  expect(readPlaywrightReport(JSON.stringify({ stats, errors: [{}] }))).toEqual(counts(7, 3, 4));
  expect(readPlaywrightReport(JSON.stringify({ errors: [] }))).toBeNull();
  expect(readPlaywrightReport('null')).toBeNull();
});

test.each([
  ['all well', counts(3, 0, 1), 0, counts(3, 0, 1)],
  ['failures', counts(3, 2, 1), 1, counts(3, 2, 1)],
  ['nothing reported', null, 0, counts(0, 1, 0)],
  ['no test at all', counts(0, 0, 0), 0, counts(0, 1, 0)],
  ['a failure that no test shows', counts(3, 0, 0), 1, counts(3, 1, 0)],
  ['all left out', counts(0, 0, 3), 0, counts(0, 0, 3)],
])('A suite with %s is judged', (_name, reported, exitCode, judged) => {
  expect(judge(reported, exitCode)).toEqual(judged);
});

test('The sum is one line', () => {
  expect(writeCounts(addCounts([counts(1, 0, 2), counts(3, 1, 0)]))).toBe(
    '4 passed, 1 failed, 2 skipped',
  );
});
