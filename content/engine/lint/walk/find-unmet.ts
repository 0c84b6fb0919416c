import type { PreparedDrill } from '../../drill/prepared-drill.ts';
import { createRandomSource, type RandomSource } from '../../drill/random-source.ts';
import type { Condition } from '../../format/condition-schema.ts';
import { SeenStates } from './seen-states.ts';
import { StateQueue } from './state-queue.ts';
import { WalkMachine } from './walk-machine.ts';
import { compileWalk, type WalkModel } from './walk-model.ts';
import type { WalkTest } from './walk-state.ts';

/** So many plays by chance come first: they meet most conditions at a fraction of a walk's cost. */
const plays = 400;

/**
 * The conditions that no moment of any play meets. What is not met by chance is looked for by a walk
 * of its own, which follows what this condition depends on and little else; one is named only where
 * that walk was whole. Deeds take no time here: that can but add moments, so that nobody is told that
 * something cannot be which merely needs haste.
 *
 * @param bound how many moments are walked at most, for all of them together
 */
export function findUnmet(
  prepared: PreparedDrill,
  conditions: readonly Condition[],
  bound: number,
): ReadonlySet<Condition> {
  const unmet = new Set<Condition>();
  let left = bound;
  for (const condition of playByChance(prepared, conditions)) {
    const model = compileTimeless(prepared, [condition]);
    if (isDrawn(model)) continue;
    const walked = walkUntil(model, model.layout.compile(condition), left);
    left -= walked.states;
    if (left <= 0) break;
    if (!walked.met) unmet.add(condition);
  }
  return unmet;
}

function compileTimeless(prepared: PreparedDrill, ask: readonly Condition[]): WalkModel {
  const model = compileWalk(prepared, ask);
  return { ...model, moves: model.moves.map((move) => ({ ...move, cost_s: 0 })) };
}

/** Whether a variable that matters here begins otherwise in other variants: a walk is one of them. */
function isDrawn({ prepared, needs }: WalkModel): boolean {
  return prepared.drill.parameters.some(
    (parameter) => 'variable' in parameter && needs.variables.has(parameter.variable),
  );
}

/** What some plays by chance have not met. */
function playByChance(
  prepared: PreparedDrill,
  conditions: readonly Condition[],
): ReadonlySet<Condition> {
  const model = compileTimeless(prepared, conditions);
  const open = new Map(conditions.map((one) => [one, model.layout.compile(one)]));
  const random = createRandomSource(1);
  const machine = new WalkMachine(model);
  machine.begin();
  const begun = new Int32Array(machine.moment.size);
  machine.moment.pack(begun, 0);
  for (let play = 0; play < plays && open.size > 0; play += 1) {
    machine.unpack(begun);
    playOnce(machine, model, random, () => {
      for (const [condition, test] of open) if (test(machine.now)) open.delete(condition);
    });
  }
  return new Set(open.keys());
}

function playOnce(
  machine: WalkMachine,
  { moves }: WalkModel,
  random: RandomSource,
  look: () => void,
): void {
  // Each play leaves other things undone, or all would do a little of everything.
  const share = random.next();
  const willing = moves.filter(() => random.next() >= share);
  const patience = random.next() * 3;
  look();
  while (!machine.now.ended) {
    const possible = willing.filter((move) => machine.allows(move));
    const chosen = possible[Math.floor(random.next() * (possible.length + patience))];
    if (chosen) machine.make(chosen);
    else machine.advance(machine.findNext());
    look();
  }
  machine.come.clear();
}

/** Walks every path until the test holds. `met` also where the bound came first: then nobody knows. */
function walkUntil(
  model: WalkModel,
  test: WalkTest,
  bound: number,
): { readonly met: boolean; readonly states: number } {
  const machine = new WalkMachine(model);
  const { moment, now } = machine;
  const queue = new StateQueue(moment.size);
  const seen = new SeenStates();
  const hashes = new Int32Array(2);
  const current = new Int32Array(moment.size);
  const holds = (): boolean => {
    machine.come.clear();
    moment.readHashes(hashes);
    if (!seen.add(hashes[0] ?? 0, hashes[1] ?? 0)) return false;
    if (test(now)) return true;
    if (now.ended) return false;
    const { words, at } = queue.push();
    moment.pack(words, at);
    return false;
  };
  machine.begin();
  let met = holds();
  while (!met && queue.length > 0 && seen.size < bound) {
    queue.shift(current);
    machine.unpack(current);
    for (const move of model.moves) {
      if (!machine.allows(move)) continue;
      machine.make(move);
      met ||= holds();
      machine.restore();
    }
    machine.advance(machine.findNext());
    met ||= holds();
  }
  return { met: met || queue.length > 0, states: seen.size };
}
