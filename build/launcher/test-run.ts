import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, waitFor } from './children.mjs';
import {
  addCounts,
  judge,
  readLastLine,
  readPlaywrightReport,
  readVitestReport,
  writeCounts,
  type Counts,
  type CountsReader,
} from './count-results.ts';
import {
  findFailedChecks,
  findFailedInPlaywright,
  findFailedInVitest,
  writeFailures,
  type Failure,
  type FailureFinder,
} from './find-failures.ts';
import { root } from './root.ts';
import { readyApp, readySystem } from './run-script.ts';
import { LaunchFault, say } from './say.mjs';

/** In the order in which they run: what is quick to say no comes first. */
export const suiteNames = ['check', 'unit', 'e2e'] as const;
export type SuiteName = (typeof suiteNames)[number];

/**
 * `npm test`: every suite, whatever another one said; at its end what failed, and as the last line the
 * sum.
 *
 * @returns the exit code
 */
export async function runTests(names: readonly SuiteName[]): Promise<number> {
  await readySystem();
  const reports = mkdtempSync(join(tmpdir(), 'drillbook-tests-'));
  const ended: Ended[] = [];
  try {
    for (const name of names) ended.push(...(await suites[name](reports)));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const sum = addCounts(ended.map(({ counts }) => counts));
  console.log(`\n${writeFailures(ended.flatMap(({ failures }) => failures))}${writeCounts(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

interface Ended {
  readonly counts: Counts;
  readonly failures: readonly Failure[];
}

/** How what a suite reports is read. */
interface Reading {
  readonly count: CountsReader;
  readonly find: FailureFinder;
}

const ofChecks: Reading = { count: readLastLine, find: findFailedChecks };
const ofVitest: Reading = { count: readVitestReport, find: findFailedInVitest };
const ofPlaywright: Reading = { count: readPlaywrightReport, find: findFailedInPlaywright };

type Suite = (reports: string) => Promise<Ended[]>;

const suites: Readonly<Record<SuiteName, Suite>> = {
  check: async (reports) => [
    await runSuite('static checks', ['build/check/static.mjs'], reports, ofChecks),
  ],
  // One after the other: side by side four processes shared two processors, and both took longer.
  unit: async (reports) => [
    await runVitest('unit', 'unit tests', reports),
    await runVitest('components', 'component tests', reports),
  ],
  e2e: async (reports) => {
    try {
      const { env } = await readyApp();
      return [
        await runSuite('first screen', ['build/check/first-screen.mjs'], reports, ofChecks),
        await runSuite(
          'end-to-end tests',
          [
            ...['node_modules/@playwright/test/cli.js', 'test', '--config'],
            ...['e2e/playwright.config.ts', '--reporter=list,json'],
          ],
          reports,
          ofPlaywright,
          { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report(reports) },
        ),
      ];
    } catch (error) {
      if (!(error instanceof LaunchFault)) throw error;
      // Without a build there is nothing to test; the suites before have still counted.
      say(error.message);
      const counts = { passed: 0, failed: 1, skipped: 0 };
      return [{ counts, failures: [{ name: 'end-to-end tests', why: error.message }] }];
    }
  },
};

async function runVitest(project: string, name: string, reports: string): Promise<Ended> {
  return runSuite(
    name,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts'],
      ...['--project', project, '--reporter=default', '--reporter=json'],
      `--outputFile.json=${report(reports)}`,
    ],
    reports,
    ofVitest,
    // Many tests start the command line anew: what Node made of its files is kept between them.
    { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') },
  );
}

function report(reports: string): string {
  return join(reports, 'report.json');
}

/**
 * Runs one suite, showing what it prints.
 *
 * @param read is given its report file, or what it printed if it wrote none
 */
async function runSuite(
  name: string,
  args: string[],
  reports: string,
  read: Reading,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  console.log(`\n── ${name}`);
  rmSync(report(reports), { force: true });
  const begun = performance.now();
  const child = startChild(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    process.stdout.write(chunk);
  });
  const code = await waitFor(child);
  const reported = readReport(reports) ?? printed;
  const counts = judge(read.count(reported), code);
  const failures = read.find(reported);
  if (counts.failed > 0 && failures.length === 0) {
    failures.push({ name, why: `It ended with ${String(code)}, and named no test.` });
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`── ${name}: ${writeCounts(counts)}, ${seconds} s`);
  return { counts, failures };
}

function readReport(reports: string): string | null {
  try {
    return readFileSync(report(reports), 'utf8');
  } catch {
    return null;
  }
}
