import type { Beginning } from '../../engine/drill/beginning.ts';
import { advance } from '../../engine/drill/advance.ts';
import { emptyChoice, readChosenState, type ChosenState } from '../../engine/drill/chosen-state.ts';
import type { PreparedDrill } from '../../engine/drill/prepared-drill.ts';
import type { DrillState } from '../../engine/drill/state.ts';
import { beginAttempt, step } from '../../engine/drill/step.ts';
import { formatScenarioTime } from '../../engine/format/scenario-time.ts';
import { CommandFault } from '../command-fault.ts';
import { readInputFile } from '../read-input-file.ts';

const stateForms =
  'at (minutes or "mm:ss"), set (variable: value), decided (decision: option), used (tool: outcome), opened, answered, sent and cited (lists)';

/**
 * Where a play from a step begins: at the moment that the state names, else at the first at which
 * the step is there by time alone. Throws a CommandFault where it never is.
 */
export function findBeginning(
  prepared: PreparedDrill,
  stepId: string,
  stateFile: string | undefined,
): Beginning {
  const { drill } = prepared;
  const steps = [...drill.decisions, ...drill.feed, ...drill.updates].map(({ id }) => id);
  if (!steps.includes(stepId)) {
    throw new CommandFault(
      `There is no decision, feed item or update "${stepId}". There are: ${steps.join(', ')}.`,
    );
  }
  const chosen = stateFile === undefined ? emptyChoice : readState(stateFile);
  checkNames(prepared, chosen);
  if (chosen.at !== undefined && chosen.at >= drill.ends_at) {
    throw new CommandFault(
      `The drill is over by then: it ends at ${formatScenarioTime(drill.ends_at)}.`,
    );
  }
  if (Object.hasOwn(chosen.decided, stepId)) {
    throw new CommandFault(`The state has "${stepId}" decided already: take it out to decide it.`);
  }
  const facts = listFacts(chosen);
  const begin = { step: stepId, at_s: chosen.at ?? 0, variables: chosen.set, facts };
  const at_s = findMoment({ ...prepared, begin }, stepId);
  if (at_s === null) {
    throw new CommandFault(
      `"${stepId}" does not come in this state by time alone. Say with --state FILE what happened before: ${stateForms}.`,
    );
  }
  if (chosen.at !== undefined && at_s > chosen.at) {
    throw new CommandFault(
      `"${stepId}" is not there yet at ${formatScenarioTime(chosen.at)}, but at ${formatScenarioTime(at_s)}.`,
    );
  }
  return { ...begin, at_s };
}

function readState(path: string): ChosenState {
  const text = readInputFile(path).toString('utf8');
  const read = readChosenState(path, text);
  if (read.ok) return read.value;
  const [fault] = read.faults;
  throw new CommandFault(
    `${path}:${fault?.line ?? 1}:${fault?.column ?? 1}: ${fault?.message ?? ''} It may hold ${stateForms}.`,
  );
}

function checkNames({ drill, byId }: PreparedDrill, chosen: ChosenState): void {
  const refuse = (what: string, name: string): never => {
    throw new CommandFault(`The state names a ${what} "${name}" that the drill does not have.`);
  };
  for (const [name, value] of Object.entries(chosen.set)) {
    const variable = Object.hasOwn(drill.state, name) ? drill.state[name] : undefined;
    if (!variable || !fits(variable, value)) refuse('variable or value', `${name}: ${value}`);
  }
  for (const [name, option] of Object.entries(chosen.decided)) {
    const known = byId.decisions.get(name)?.options.some(({ id }) => id === option);
    if (known !== true && !(byId.decisions.has(name) && option === 'none')) {
      refuse('decision or option', `${name}: ${option}`);
    }
  }
  for (const [name, outcome] of Object.entries(chosen.used)) {
    if (byId.tools.get(name)?.outcomes.some(({ id }) => id === outcome) !== true) {
      refuse('tool or outcome', `${name}: ${outcome}`);
    }
  }
  for (const name of chosen.opened) if (!byId.evidence.has(name)) refuse('piece of evidence', name);
  for (const name of chosen.answered) if (!byId.feed.has(name)) refuse('feed item', name);
  for (const name of chosen.sent) if (!byId.updates.has(name)) refuse('update', name);
  for (const name of chosen.cited) {
    if (!drill.clues.some(({ id }) => id === name)) refuse('clue', name);
  }
}

function fits(variable: PreparedDrill['drill']['state'][string], value: unknown): boolean {
  switch (variable.kind) {
    case 'flag':
      return typeof value === 'boolean';
    case 'enum':
      return typeof value === 'string' && variable.values.includes(value);
    case 'integer':
      return (
        typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= variable.min &&
        value <= variable.max
      );
  }
}

function listFacts(chosen: ChosenState): string[] {
  const pairs = (kind: string, made: Readonly<Record<string, string>>): string[] =>
    Object.entries(made).flatMap(([name, how]) => [`${kind}:${name}`, `${kind}:${name}/${how}`]);
  const names = (['opened', 'answered', 'sent', 'cited'] as const).flatMap((kind) =>
    chosen[kind].map((name) => `${kind}:${name}`),
  );
  return [...pairs('decided', chosen.decided), ...pairs('used', chosen.used), ...names];
}

/** The first second at which the step is there; null if time alone never brings it. */
function findMoment(prepared: PreparedDrill, stepId: string): number | null {
  const begun = beginAttempt(prepared);
  const started = step(prepared, begun, {
    kind: 'started',
    data: {},
    v: 1,
    attempt: 'trial',
    branch: 'main',
    seq: 0,
    at_s: begun.at_s,
    actor: begun.seat,
  });
  let state = started.ok ? started.state : begun;
  while (!isThere(state, stepId)) {
    if (state.phase === 'ended' || !Number.isFinite(state.next_s)) return null;
    state = advance(prepared, state, state.next_s);
  }
  return state.phase === 'ended' ? null : state.at_s;
}

function isThere({ decisions, feed, updates }: DrillState, stepId: string): boolean {
  const decision = decisions.get(stepId);
  return decision ? decision.choice === null : feed.has(stepId) || updates.has(stepId);
}
