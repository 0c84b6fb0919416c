import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addCounts,
  judge,
  readPlaywrightReport,
  readVitestReport,
  writeCounts,
  type Counts,
  type CountsReader,
} from '../launcher/count-results.ts';
import { root } from '../launcher/root.ts';
import { readFigures } from './read-figures.ts';

/**
 * `npm run endurance -- [FILE …]`: the tests that `npm test` runs with a seeded tenth of their counts,
 * here in full. Every line that begins with `figure:` is shown again at the end; the last line is the
 * sum. With names of files, only the tests in these.
 */

interface Suite {
  readonly name: string;
  readonly args: readonly string[];
  readonly read: CountsReader;
}

/** @param report where the suite writes what came of it */
function writeSuites(report: string, files: readonly string[]): readonly Suite[] {
  const specs = files.filter((file) => file.endsWith('.spec.ts'));
  const tests = files.filter((file) => !file.endsWith('.spec.ts'));
  const suites: (Suite & { readonly asked: boolean })[] = [
    {
      name: 'unit and property tests',
      asked: files.length === 0 || tests.length > 0,
      args: [
        ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'build/vitest.config.ts'],
        ...['--project', 'unit', '--testTimeout', '0', '--reporter=default', '--reporter=json'],
        ...[`--outputFile.json=${report}`, ...tests],
      ],
      read: readVitestReport,
    },
    {
      name: 'storage and shell in the Electron window',
      asked: files.length === 0 || specs.length > 0,
      args: [
        ...['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'],
        // One at a time: some fill a disk or kill processes, and each has its own time.
        ...['--project', 'electron', '--workers', '1', '--timeout', '0', '--reporter=list,json'],
        ...(specs.length > 0 ? specs : ['electron.spec.ts']),
      ],
      read: readPlaywrightReport,
    },
  ];
  return suites.filter(({ asked }) => asked);
}

async function endure(files: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-endurance-'));
  const figures: string[] = [];
  const counted: Counts[] = [];
  try {
    for (const [index, suite] of writeSuites(join(folder, 'report.json'), files).entries()) {
      if (index > 0) rmSync(join(folder, 'report.json'), { force: true });
      console.log(`\n── ${suite.name}`);
      counted.push(await run(suite, join(folder, 'report.json'), figures));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = addCounts(counted);
  console.log(`\n${[...figures, writeCounts(sum)].join('\n')}`);
  return sum.failed === 0 ? 0 : 1;
}

/** Runs one suite, showing what it prints and keeping its figures. */
async function run({ args, read }: Suite, report: string, figures: string[]): Promise<Counts> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DRILLBOOK_ENDURANCE: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let line = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    process.stdout.write(chunk);
    const lines = `${line}${chunk}`.split('\n');
    line = lines.pop() ?? '';
    figures.push(...readFigures(lines.join('\n')));
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return judge(read(readReport(report)), code);
}

function readReport(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

process.exitCode = await endure(process.argv.slice(2));
