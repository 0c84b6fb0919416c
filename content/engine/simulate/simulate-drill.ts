import type { EvidenceTexts } from '../drill/instantiate.ts';
import { prepareDrill, type PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import { replay } from '../drill/step.ts';
import type { Drill } from '../format/drill-schema.ts';
import { scoreState, shareOfTotal, type Score } from '../score/score.ts';
import { shareOfDecisions } from './decision-share.ts';
import { DrillCoverage, type Coverage } from './drill-coverage.ts';
import type { Earned } from './earned.ts';
import { findEasyGames, type EasyGame } from './easy-games.ts';
import { learnerNames, learners, type LearnerName } from './learners.ts';
import { playAs } from './play-as.ts';
import { spread, type Spread } from './spread.ts';

export interface Simulation {
  readonly runs: number;
  readonly seed: number;
  readonly learners: readonly Earned[];
  readonly coverage: Coverage;
  readonly easy: readonly EasyGame[];
}

/**
 * Plays a drill by every simulated learner, `runs` times each. Run n plays the variant of `seed` + n,
 * so that the same seed gives the same figures; run 0 of seed 0 is the drill as written.
 */
export function simulateDrill(
  drill: Drill,
  evidence: EvidenceTexts,
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Simulation {
  const coverage = new DrillCoverage(drill);
  const scored = new Map<LearnerName, Score[]>(learnerNames.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    const prepared = prepareDrill(drill, evidence, (seed + run) >>> 0);
    for (const name of learnerNames) {
      const state = play(prepared, name, seed + run);
      coverage.note(prepared, state);
      scored.get(name)?.push(scoreState(prepared, state));
    }
  }
  const earned = [...scored].map(([learner, scores]): Earned => ({
    learner,
    total: spread(scores.map(shareOfTotal)),
    decisions: spread(scores.map(shareOfDecisions)),
    parts: spreadParts(scores),
  }));
  return { runs, seed, learners: earned, coverage: coverage.read(), easy: findEasyGames(earned) };
}

function play(prepared: PreparedDrill, name: LearnerName, seed: number): DrillState {
  return replay(prepared, playAs(prepared, learners[name], seed)).state;
}

function spreadParts(scores: readonly Score[]): Readonly<Record<string, Spread>> {
  const shares = new Map<string, number[]>();
  for (const { part, earned, possible } of scores.flatMap(({ parts }) => parts)) {
    shares.set(part, [...(shares.get(part) ?? []), possible === 0 ? 0 : earned / possible]);
  }
  return Object.fromEntries([...shares].map(([part, all]) => [part, spread(all)]));
}
