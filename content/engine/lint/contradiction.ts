import type { Condition } from '../format/condition-schema.ts';

type All = Extract<Condition, { readonly all: unknown }>;
type Any = Extract<Condition, { readonly any: unknown }>;

/**
 * Whether the members of an `all` exclude each other: one variable with two values, a value below
 * its own minimum, one decision answered in two ways, or something and its opposite.
 */
export function isContradictory(condition: All): boolean {
  const members = flatten(condition);
  const written = new Set(members.map((member) => JSON.stringify(member)));
  return members.some(
    (member, index) =>
      ('not' in member && written.has(JSON.stringify(member.not))) ||
      members.slice(index + 1).some((other) => excludes(member, other) || excludes(other, member)),
  );
}

/** Whether one member of an `any` holds whatever comes: something and its opposite, or a flag on and off. */
export function isExhaustive({ any }: Any): boolean {
  const written = new Set(any.map((member) => JSON.stringify(member)));
  return any.some(
    (member) =>
      ('not' in member && written.has(JSON.stringify(member.not))) ||
      ('is' in member &&
        typeof member.is === 'boolean' &&
        written.has(JSON.stringify({ ...member, is: !member.is }))),
  );
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
