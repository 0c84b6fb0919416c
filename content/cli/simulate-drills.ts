import { parts } from '../engine/format/drill-terms.ts';
import type { Covered } from '../engine/simulate/drill-coverage.ts';
import { simulateDrill, type Simulation } from '../engine/simulate/simulate-drill.ts';
import type { Spread } from '../engine/simulate/spread.ts';
import { readDrillsAt, takeReady } from './read-drills.ts';
import { bold, dim, green, yellow, type Terminal } from './terminal.ts';

export interface SimulateOptions {
  readonly path: string | undefined;
  readonly runs: number;
  readonly seed: number;
  readonly json: boolean;
}

/**
 * Plays drills by simulated learners and tells what they earned. Exit code 1 where a drill is too
 * easy to game, or holds back what an expert should earn.
 */
export function simulateDrills(
  terminal: Terminal,
  { path, runs, seed, json }: SimulateOptions,
): number {
  const results = takeReady(readDrillsAt(path)).map(({ slug, drill, readEvidence }) => {
    const result = simulateDrill(drill, readEvidence(), { runs, seed });
    if (!json) terminal.write(writeSimulation(slug, result));
    return { drill: slug, ...result };
  });
  const easy = results.reduce((sum, result) => sum + result.easy.length, 0);
  if (json) terminal.write(JSON.stringify({ easy, drills: results }, null, 2));
  else {
    const drills = results.length === 1 ? '1 drill' : `${results.length} drills`;
    const sum = `${drills}, ${runs} ${runs === 1 ? 'run' : 'runs'} of each learner, seed ${seed}`;
    terminal.write(
      easy === 0
        ? green(`No limit is broken: ${sum}.`)
        : `${easy} ${easy === 1 ? 'limit is' : 'limits are'} broken: ${sum}.`,
    );
  }
  return easy > 0 ? 1 : 0;
}

function writeSimulation(slug: string, { learners: earned, coverage, easy }: Simulation): string {
  const columns = [
    'total',
    'decisions',
    ...parts.filter((part) => earned.some((one) => part in one.parts)),
  ];
  const width = Math.max(13, ...columns.map((name) => name.length + 2));
  const head = `${''.padEnd(10)}${columns.map((name) => name.padStart(width)).join('')}`;
  const rows = earned.map(({ learner, total, decisions, parts: own }) => {
    const cells = columns.map((name) =>
      name === 'total' ? total : name === 'decisions' ? decisions : own[name],
    );
    return `${learner.padEnd(10)}${cells.map((cell) => writeSpread(cell).padStart(width)).join('')}`;
  });
  return [
    bold(slug),
    dim(head),
    ...rows,
    ...Object.entries(coverage).map(([name, covered]) =>
      dim(writeCovered(name, covered as Covered)),
    ),
    ...easy.map(({ message, why }) => `${yellow('too easy to game:')} ${message}\n    ${why}`),
    '',
  ].join('\n');
}

/** The mean, and from the least to the most: `43 (20…61)`, in per cent. */
function writeSpread(cell: Spread | undefined): string {
  if (!cell) return '–';
  const percent = (share: number): string => String(Math.round(share * 100));
  return `${percent(cell.mean)} (${percent(cell.least)}…${percent(cell.most)})`;
}

function writeCovered(name: string, { seen, of, never }: Covered): string {
  const rest = never.length === 0 ? '' : `; never: ${never.join(', ')}`;
  return `${name} seen ${seen} of ${of}${rest}`;
}
