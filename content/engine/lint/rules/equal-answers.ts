import type { Drill } from '../../format/drill-schema.ts';
import type { LintHit, LintRule } from '../rule.ts';

type Literal = Extract<Drill['parameters'][number], { readonly literal: string }>;

export const equalAnswers: LintRule = {
  name: 'equal-answers',
  severity: 'error',
  reason: 'Where a variant makes two answers alike, nobody can tell the right one.',
  remedy: 'Take the value out, or choose one that stands for nothing else.',
  bad: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9] }
  - { id: event, literal: GetCallerIdentity, values: [203.0.113.9] }`,
  good: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9] }
  - { id: event, literal: GetCallerIdentity, values: [ListBuckets] }`,
  check: ({ drill }) => [...findSharedValues(drill), ...findEqualTexts(drill)],
};

function listLiterals(drill: Drill): readonly { readonly one: Literal; readonly index: number }[] {
  return drill.parameters.flatMap((one, index) => ('literal' in one ? [{ one, index }] : []));
}

/** A value that two parameters may take at once: two people, keys or addresses become one. */
function findSharedValues(drill: Drill): LintHit[] {
  const literals = listLiterals(drill);
  return literals.flatMap(({ one, index }) =>
    one.values.flatMap((value, at): LintHit[] => {
      const other = literals.find(
        (before) => before.index < index && takes(before.one).has(value.toLowerCase()),
      );
      if (!other) return [];
      const message = `"${value}" may stand for "${one.id}" and for "${other.one.id}" in one variant.`;
      return [{ path: ['parameters', index, 'values', at], message }];
    }),
  );
}

function takes({ values }: Literal): ReadonlySet<string> {
  return new Set(values.map((value) => value.toLowerCase()));
}

/** Lists of which two texts must never read alike, once a single value stands in them. */
function findEqualTexts(drill: Drill): LintHit[] {
  const lists = [
    ...drill.decisions.map(({ id, options }) => ({ id, texts: options.map(({ text }) => text) })),
    ...drill.feed.map(({ id, replies }) => ({
      id,
      texts: replies.flatMap(({ text, reword }) => [text, ...reword.map((other) => other.text)]),
    })),
    ...drill.tools.flatMap(({ id, args }) =>
      args.flatMap(({ values }) => (values ? [{ id, texts: values }] : [])),
    ),
  ];
  return listLiterals(drill).flatMap(({ one, index }) =>
    one.values.flatMap((value, at): LintHit[] => {
      const equal = lists.find(
        ({ texts }) =>
          texts.some((text) => text.includes(one.literal)) &&
          countDistinct(texts.map((text) => text.replaceAll(one.literal, () => value))) <
            countDistinct(texts),
      );
      if (!equal) return [];
      const message = `With "${value}" for "${one.id}", two answers of "${equal.id}" read alike.`;
      return [{ path: ['parameters', index, 'values', at], message }];
    }),
  );
}

function countDistinct(texts: readonly string[]): number {
  return new Set(texts.map((text) => text.trim().toLowerCase())).size;
}
