import type { Condition } from '../format/condition-schema.ts';
import type { VariableValues } from './state.ts';

/**
 * What is known of an attempt, as conditions ask for it. `facts` holds one key for each thing that
 * has happened: `opened:x`, `used:x`, `used:x/outcome`, `decided:x`, `decided:x/option`,
 * `delivered:x`, `answered:x`, `answered:x/reply`, `sent:x`, `cited:clue`. It only ever grows.
 */
export interface Circumstances {
  readonly at_s: number;
  readonly variables: VariableValues;
  readonly facts: ReadonlySet<string>;
}

export type Test = (now: Circumstances) => boolean;

/** Turns a condition into a test once, since it is asked at every step; a test makes nothing new, for the same reason. */
export function compileCondition(condition: Condition): Test {
  if ('all' in condition) {
    const tests = condition.all.map(compileCondition);
    return (now) => {
      for (const test of tests) if (!test(now)) return false;
      return true;
    };
  }
  if ('any' in condition) {
    const tests = condition.any.map(compileCondition);
    return (now) => {
      for (const test of tests) if (test(now)) return true;
      return false;
    };
  }
  if ('not' in condition) {
    const test = compileCondition(condition.not);
    return (now) => !test(now);
  }
  if ('is' in condition) {
    const { var: name, is } = condition;
    return (now) => now.variables.get(name) === is;
  }
  if ('at_least' in condition) {
    const { var: name, at_least } = condition;
    return (now) => Number(now.variables.get(name)) >= at_least;
  }
  if ('after' in condition) {
    const { after } = condition;
    return (now) => now.at_s >= after;
  }
  const keys = listKeys(condition);
  const [only = ''] = keys;
  if (keys.length === 1) return (now) => now.facts.has(only);
  return (now) => {
    for (const key of keys) if (now.facts.has(key)) return true;
    return false;
  };
}

/** The facts of which a condition wants one. */
export function listKeys(
  condition: Exclude<
    Condition,
    { all: unknown } | { any: unknown } | { not: unknown } | { var: unknown } | { after: unknown }
  >,
): readonly string[] {
  const spread = (base: string, members: readonly string[] | undefined): readonly string[] =>
    members ? members.map((member) => `${base}/${member}`) : [base];
  if ('decided' in condition) return spread(`decided:${condition.decided}`, condition.option);
  if ('opened' in condition) return [`opened:${condition.opened}`];
  if ('used' in condition) return spread(`used:${condition.used}`, condition.outcome);
  if ('delivered' in condition) return [`delivered:${condition.delivered}`];
  if ('answered' in condition) return spread(`answered:${condition.answered}`, condition.reply);
  if ('sent' in condition) return [`sent:${condition.sent}`];
  return [`cited:${condition.cited}`];
}

/** Every fact that a condition asks for. */
export function listFacts(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(listFacts);
  if ('any' in condition) return condition.any.flatMap(listFacts);
  if ('not' in condition) return listFacts(condition.not);
  return 'var' in condition || 'after' in condition ? [] : listKeys(condition);
}

/** Every time at which a condition may change by the clock alone, in seconds. */
export function listTimes(condition: Condition): readonly number[] {
  if ('all' in condition) return condition.all.flatMap(listTimes);
  if ('any' in condition) return condition.any.flatMap(listTimes);
  if ('not' in condition) return listTimes(condition.not);
  return 'after' in condition ? [condition.after] : [];
}
