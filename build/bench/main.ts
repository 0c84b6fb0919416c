import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../launcher/root.ts';
import { findBuiltApp } from '../profile/built-app.ts';
import { figures } from './figures.ts';
import { findRatio, isMet, type Figure, type Measured } from './figure.ts';
import { writeTable } from './write-table.ts';

/**
 * `npm run bench -- [NAME …]`: measures every figure, or those that are named, each beside a baseline
 * of the same run. Prints a table, writes out/bench.json, and ends with 1 where a limit is missed or
 * a figure could not be measured.
 */
async function measureAll(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !figures.some((figure) => figure.name === name));
  if (unknown.length > 0) {
    const known = figures.map(({ name }) => name).join(', ');
    console.error(`There is no figure “${unknown.join(', ')}”. There are: ${known}.`);
    return 2;
  }
  const chosen = figures.filter(({ name }) => names.length === 0 || names.includes(name));
  const measured: { readonly name: string; readonly all: readonly Measured[] }[] = [];
  const failed: { readonly name: string; readonly why: string }[] = [];
  for (const figure of chosen) {
    try {
      measured.push({ name: figure.name, all: await measureOne(figure) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failed.push({ name: figure.name, why });
      console.error(`${figure.name}: not measured. ${why}`);
    }
  }
  const all = measured.flatMap((one) => one.all);
  if (all.length > 0) console.log(`\n${writeTable(all)}`);
  for (const { name, why } of failed) console.log(`NOT MEASURED  ${name}: ${why}`);
  writeJson(measured, failed);
  return failed.length === 0 && all.every(isMet) ? 0 : 1;
}

async function measureOne(figure: Figure): Promise<readonly Measured[]> {
  const found = findBuiltApp();
  if (figure.window && found.kind === 'missing') throw new Error(found.what);
  const say = (text: string): void => console.error(`${figure.name}: ${text}`);
  const scratch = mkdtempSync(join(tmpdir(), 'drillbook-bench-'));
  say(`measuring (load ${loadavg()[0]?.toFixed(1) ?? '?'})`);
  try {
    return await figure.measure({
      app: found.kind === 'found' ? found.app : null,
      scratch,
      say,
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function writeJson(
  measured: readonly { readonly name: string; readonly all: readonly Measured[] }[],
  failed: readonly { readonly name: string; readonly why: string }[],
): void {
  const report = {
    at: new Date().toISOString(),
    processors: cpus().length,
    figures: measured.flatMap(({ name, all }) =>
      all.map((one) => ({ name, ...one, ratio: findRatio(one), met: isMet(one) })),
    ),
    failed,
  };
  const folder = join(root, 'out');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
}

process.exitCode = await measureAll(process.argv.slice(2));
