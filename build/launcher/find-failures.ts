import { sep } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readJson } from './count-results.ts';
import { root } from './root.ts';

/** A test or check that failed: where it stands, and the first lines of why. */
export interface Failure {
  readonly name: string;
  readonly why: string;
}

/** Finds what failed in the report of a suite; none if it is no such report. */
export type FailureFinder = (report: string) => Failure[];

/** What our own checks print: `✗ name`, and below it, indented, why. */
export const findFailedChecks: FailureFinder = (report) =>
  [...report.matchAll(/^✗ (.*)\n((?: {4}.*\n|\n)*)/gm)].map(([, name, why]) =>
    toFailure(name ?? '', why ?? ''),
  );

/** Vitest's JSON report. A file that could not be loaded stands for its tests. */
export const findFailedInVitest: FailureFinder = (report) =>
  eachOf(readJson(report), 'testResults').flatMap((file) => {
    if (file['status'] !== 'failed') return [];
    const failed = eachOf(file, 'assertionResults').filter(({ status }) => status === 'failed');
    const path = text(file['name']).replace(`${root}${sep}`, '');
    if (failed.length === 0) return [toFailure(path, text(file['message']))];
    return failed.map(({ fullName, failureMessages }) =>
      toFailure(`${path} › ${text(fullName)}`, [failureMessages].flat().map(text).join('\n')),
    );
  });

/** Playwright's JSON report: tests, those that passed only when tried again, and errors outside of any. */
export const findFailedInPlaywright: FailureFinder = (report) => {
  const found = readJson(report);
  return [
    ...eachOf(found, 'suites').flatMap(findInSuite),
    ...eachOf(found, 'errors').map(({ message }) =>
      toFailure('outside of the tests', text(message)),
    ),
  ];
};

/** As the end of a run shows them, before the line with the sum: output that is cut keeps its end. */
export function writeFailures(failures: readonly Failure[]): string {
  return failures
    .map(({ name, why }) => [`✗ ${name}`, ...why.split('\n').map((line) => `    ${line}`)])
    .map((lines) => `${lines.join('\n').trimEnd()}\n`)
    .join('');
}

function findInSuite(suite: Parsed): Failure[] {
  const failed = eachOf(suite, 'specs').flatMap((spec) =>
    eachOf(spec, 'tests')
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map((test) =>
        toFailure(
          `[${text(test['projectName'])}] ${text(spec['file'])}:${text(spec['line'])} › ${text(spec['title'])}`,
          eachOf(test, 'results')
            .flatMap((result) => eachOf(result, 'errors'))
            .map(({ message }) => text(message))
            .join('\n'),
        ),
      ),
  );
  return [...failed, ...eachOf(suite, 'suites').flatMap(findInSuite)];
}

const shownLines = 12;

function toFailure(name: string, why: string): Failure {
  const lines = stripVTControlCharacters(why)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const shown = lines.slice(0, shownLines);
  if (lines.length > shown.length) shown.push('…');
  return { name: name.trim(), why: shown.join('\n') };
}

type Parsed = Record<string, unknown>;

function eachOf(parsed: Parsed, key: string): Parsed[] {
  const list = parsed[key];
  return Array.isArray(list) ? list.filter(isParsed) : [];
}

function isParsed(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
