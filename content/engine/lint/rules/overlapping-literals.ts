import { nameDraw } from '../../drill/instantiate.ts';
import type { Drill } from '../../format/drill-schema.ts';
import { findInTexts } from '../find-in-texts.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

export const overlappingLiterals: LintRule = {
  name: 'overlapping-literals',
  severity: 'error',
  reason: 'A variant replaces literals in the text; one inside another would be torn apart.',
  remedy: 'Choose a literal that stands for itself, such as a whole address or key.',
  bad: `parameters:
  - { id: time, literal: 'at 08:46', values: ['at 07:31'] }
  - { id: minute, literal: '08:46', values: ['07:32'] }`,
  good: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9] }`,
  check: (subject) => {
    const { drill } = subject;
    const literals = drill.parameters.flatMap((parameter, index) =>
      'literal' in parameter ? [{ ...parameter, index }] : [],
    );
    const within = literals.flatMap(({ id, literal, index }): LintHit[] => {
      const outer = literals.find(
        (other) => other.index !== index && other.literal.includes(literal),
      );
      if (!outer) return [];
      const message = `"${literal}" of "${id}" is part of "${outer.literal}" of "${outer.id}".`;
      return [{ path: ['parameters', index, 'literal'], message }];
    });
    return [...within, ...findShared(subject, literals)];
  },
};

type Literal = Extract<Drill['parameters'][number], { literal: string }> & {
  readonly index: number;
};

/** Literals of which one ends as another begins, where they stand so: a variant replaces one alone. */
function findShared(subject: LintSubject, literals: readonly Literal[]): LintHit[] {
  const { parameters: _, ...data } = subject.drill;
  const joined = literals.flatMap((one) =>
    literals.flatMap((other) =>
      listJoined(one.literal, other.literal)
        .filter((words) => !agree(one, other, words))
        .map((words) => ({ one, other, words })),
    ),
  );
  const standing = findInTexts(
    { ...subject, data },
    (text) => joined.map(({ words }) => words).filter((words) => text.includes(words)),
    (words) => words,
  );
  const found = new Set(standing.map(({ words }) => words));
  return joined
    .filter(({ words }) => found.has(words))
    .map(({ one, other, words }) => ({
      path: ['parameters', one.index, 'literal'],
      message: `"${one.literal}" of "${one.id}" and "${other.literal}" of "${other.id}" share letters where "${words}" stands.`,
    }));
}

/** Whether replacing the first leaves what the second would be in the same draw, as "8 of 61" before "61 people". */
function agree(one: Literal, other: Literal, words: string): boolean {
  const rest = words.slice(one.literal.length);
  return (
    nameDraw(one) === nameDraw(other) &&
    one.values.every((value, at) =>
      listJoined(value, other.values[at] ?? '').includes(value + rest),
    )
  );
}

/** Two texts written over each other, by each stretch with which one ends and the other begins. */
function listJoined(one: string, other: string): readonly string[] {
  if (one === other || one.includes(other) || other.includes(one)) return [];
  const most = Math.min(one.length, other.length) - 1;
  return Array.from({ length: Math.max(0, most) }, (_, at) => at + 1)
    .filter((length) => one.endsWith(other.slice(0, length)))
    .map((length) => one + other.slice(length));
}
