import { expect, test } from 'vitest';
import {
  findFailedChecks,
  findFailedInPlaywright,
  findFailedInVitest,
  writeFailures,
} from './find-failures.ts';

test('Checks of our own are named with what they printed below', () => {
  const printed = [
    '✓ format                   0.5 s',
    '✗ types                   12.0 s',
    '    a.ts(1,2): no',
    '',
    '    b.ts(3,4): no',
    '✓ imports                  3.0 s',
    '✗ lint                     1.0 s',
    '7 passed, 2 failed',
    '',
  ].join('\n');
  expect(findFailedChecks(printed)).toEqual([
    { name: 'types                   12.0 s', why: '    a.ts(1,2): no\n    b.ts(3,4): no' },
    { name: 'lint                     1.0 s', why: '' },
  ]);
  expect(findFailedChecks('8 passed, 0 failed\n')).toEqual([]);
});

test('Vitest’s tests are named with their file, and a file that did not load for itself', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'well', failureMessages: [] },
          {
            status: 'failed',
            fullName: 'of two',
            failureMessages: ['\u001B[31mone\u001B[39m\n two'],
          },
        ],
      },
      { name: 'b.test.ts', status: 'failed', assertionResults: [], message: 'no such file' },
      { name: 'c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  expect(findFailedInVitest(JSON.stringify(report))).toEqual([
    { name: 'a.test.ts › of two', why: 'one\n two' },
    { name: 'b.test.ts', why: 'no such file' },
  ]);
  expect(findFailedInVitest('null')).toEqual([]);
  expect(findFailedInVitest('Error: no')).toEqual([]);
});

test('Playwright’s tests are found at any depth, a flaky one and an error outside of tests too', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [
      { status, projectName: 'electron', results: [{ errors: message ? [{ message }] : [] }] },
    ],
  });
  const report = {
    suites: [
      {
        specs: [spec('well', 'expected'), spec('not well', 'unexpected', 'timed out')],
        suites: [{ specs: [spec('at last', 'flaky', 'at first')] }],
      },
    ],
    errors: [{ message: 'no port' }],
  };
  expect(findFailedInPlaywright(JSON.stringify(report))).toEqual([
    { name: '[electron] a.spec.ts:7 › not well', why: 'timed out' },
    { name: '[electron] a.spec.ts:7 › at last', why: 'at first' },
    { name: 'outside of the tests', why: 'no port' },
  ]);
});

test('A long reason is cut, and all of it is indented below its name', () => {
  const message = Array.from({ length: 20 }, (_, index) => `line ${String(index)}`).join('\n\n');
  const report = { testResults: [{ name: 'a', status: 'failed', assertionResults: [], message }] };
  const written = writeFailures(findFailedInVitest(JSON.stringify(report))).split('\n');
  expect(written.slice(0, 2)).toEqual(['✗ a', '    line 0']);
  expect(written.slice(-3)).toEqual(['    line 11', '    …', '']);
  expect(writeFailures([{ name: 'b', why: '' }])).toBe('✗ b\n');
  expect(writeFailures([])).toBe('');
});
