import { listKeys } from '../drill/condition.ts';
import type { Condition } from '../format/condition-schema.ts';

type All = Extract<Condition, { readonly all: unknown }>;
type Any = Extract<Condition, { readonly any: unknown }>;

/**
 * Whether the members of an `all` exclude each other: one variable with two values, a value below
 * its own minimum, one decision answered in two ways, or something and the opposite of what it implies.
 */
export function isContradictory(condition: All): boolean {
  const members = flatten(condition);
  return members.some(
    (member, index) =>
      ('not' in member && members.some((other) => implies(other, member.not))) ||
      members.slice(index + 1).some((other) => excludes(member, other) || excludes(other, member)),
  );
}

/** Whether one member of an `any` holds whatever comes: something and its opposite, or a flag on and off. */
export function isExhaustive({ any }: Any): boolean {
  const written = new Set(any.map((member) => JSON.stringify(member)));
  return any.some(
    (member) =>
      ('not' in member && any.some((other) => implies(member.not, other))) ||
      ('is' in member &&
        typeof member.is === 'boolean' &&
        written.has(JSON.stringify({ ...member, is: !member.is }))),
  );
}

/** Whether one condition holds wherever the other does, as far as their words tell. */
function implies(one: Condition, other: Condition): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  if ('any' in other) return other.any.some((member) => implies(one, member));
  if ('all' in other) return other.all.every((member) => implies(one, member));
  if ('after' in one && 'after' in other) return one.after >= other.after;
  if ('var' in one || 'var' in other) {
    if (!('at_least' in other) || !('var' in one) || one.var !== other.var) return false;
    return ('is' in one ? Number(one.is) : one.at_least) >= other.at_least;
  }
  if (!asksFact(one) || !asksFact(other)) return false;
  const wanted = listKeys(other);
  return listKeys(one).every((key) => wanted.includes(key) || wanted.includes(findWhole(key)));
}

function asksFact(condition: Condition): condition is Parameters<typeof listKeys>[0] {
  return !['all', 'any', 'not', 'var', 'after'].some((key) => key in condition);
}

/** Of `decided:x/option` it is `decided:x`. */
function findWhole(fact: string): string {
  return fact.split('/')[0] ?? fact;
}

function flatten(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(flatten) : [condition];
}

function excludes(a: Condition, b: Condition): boolean {
  if ('is' in a && 'is' in b) return a.var === b.var && a.is !== b.is;
  if ('is' in a && 'at_least' in b) return a.var === b.var && Number(a.is) < b.at_least;
  if ('decided' in a && 'decided' in b) {
    const { option } = a;
    return (
      a.decided === b.decided &&
      option !== undefined &&
      b.option !== undefined &&
      !b.option.some((id) => option.includes(id))
    );
  }
  return false;
}
