import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { expect, test } from 'vitest';
import { applyMerge, planMerge } from './merge-packs.ts';
import { mergeValues } from './merge-values.ts';

const drill = `# A comment of the author
title: Key in a repository
decisions:
  - id: first-move
    prompt: What first?
    options:
      - { id: wait, rating: 2, reason: Nothing is known yet. }
      - { id: act, rating: 6, reason: It can be undone. } # the best
  - id: second-move
    prompt: And then?
    options: []
`;
const file = 'drills/a/drill.yaml';

function merge(mine: string, theirs: string, keep: readonly string[] = []) {
  const plan = planMerge(
    new Map([[file, drill]]),
    new Map([[file, mine]]),
    new Map([[file, theirs]]),
  );
  const changed = applyMerge(new Map([[file, theirs]]), plan, new Set(keep));
  return { plan, text: changed.get(file) ?? theirs };
}

test('what each side changed alone is kept, with the comments of the update', () => {
  const mine = drill.replace('rating: 2', 'rating: 3').replace('What first?', 'What now?');
  const theirs = drill
    .replace('And then?', 'What next?')
    .replace('It can be undone.', 'It is easily undone.');
  const { plan, text } = merge(mine, theirs);
  expect(plan.conflicts).toEqual([]);
  expect(text).toContain('# A comment of the author');
  expect(text).toContain('# the best');
  expect(parse(text)).toEqual(
    parse(theirs.replace('rating: 2', 'rating: 3').replace('What first?', 'What now?')),
  );
});

test('what both changed is a conflict, settled by choosing a side', () => {
  const mine = drill.replace('rating: 6', 'rating: 7');
  const theirs = drill.replace('rating: 6', 'rating: 5');
  const { plan, text } = merge(mine, theirs);
  const id = `${file}#decisions.first-move.options.act.rating`;
  expect(plan.conflicts).toMatchObject([{ id, base: 6, mine: 7, theirs: 5 }]);
  expect(text).toContain('rating: 5');
  expect(merge(mine, theirs, [id]).text).toContain('rating: 7');
});

test('a decision that one side removed and the other changed is a conflict; a new one is kept', () => {
  const removed = drill.slice(0, drill.indexOf('  - id: second-move'));
  const changed = drill.replace('And then?', 'What next?');
  expect(merge(removed, changed).plan.conflicts).toMatchObject([
    { id: `${file}#decisions.second-move`, mine: undefined },
  ]);
  const added = `${drill}  - id: third-move\n    prompt: And last?\n    options: []\n`;
  const { plan, text } = merge(added, changed);
  expect(plan.conflicts).toEqual([]);
  expect((parse(text) as { decisions: unknown[] }).decisions).toHaveLength(3);
});

test('texts and files are merged as wholes, and the version is always the update’s', () => {
  const base = new Map([
    ['brief.md', 'One'],
    ['gone.md', 'Gone'],
    ['pack.yaml', 'id: a\nversion: 1.0.0\ntitle: A\n'],
  ]);
  const mine = new Map([
    ['brief.md', 'Mine'],
    ['own.md', 'Own'],
    ['pack.yaml', 'id: a\nversion: 1.0.0\ntitle: Ours\n'],
  ]);
  const theirs = new Map([
    ['brief.md', 'Theirs'],
    ['gone.md', 'Gone'],
    ['pack.yaml', 'id: a\nversion: 1.1.0\ntitle: A\n'],
  ]);
  const plan = planMerge(base, mine, theirs);
  expect(plan.conflicts).toMatchObject([{ id: 'brief.md#', mine: 'Mine', theirs: 'Theirs' }]);
  expect([...applyMerge(theirs, plan, new Set(['brief.md#']))]).toEqual(
    expect.arrayContaining([
      ['brief.md', 'Mine'],
      ['gone.md', null],
      ['own.md', 'Own'],
      ['pack.yaml', 'id: a\nversion: 1.1.0\ntitle: Ours\n'],
    ]),
  );
});

const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b', 'c'), fc.boolean());
const member = fc.record(
  { rating: leaf, text: leaf, tags: fc.array(leaf, { maxLength: 2 }) },
  { requiredKeys: [] },
);
const value = fc.dictionary(
  fc.constantFrom('one', 'two', 'three'),
  fc.oneof(
    leaf,
    member,
    fc
      .dictionary(fc.constantFrom('x', 'y', 'z'), member)
      .map((byId) => Object.entries(byId).map(([id, rest]) => ({ id, ...rest }))),
  ),
);

test('merged with itself a value stays, and one side alone is taken over whole', () => {
  fc.assert(
    fc.property(value, value, (base, other) => {
      expect(mergeValues(base, base, other)).toEqual({ edits: [], conflicts: [] });
      expect(mergeValues(base, other, other)).toEqual({ edits: [], conflicts: [] });
      expect(mergeValues(base, other, base).conflicts).toEqual([]);
      const base1 = new Map([[file, stringify(base)]]);
      const plan = planMerge(base1, new Map([[file, stringify(other)]]), base1);
      const text = applyMerge(base1, plan, new Set()).get(file) ?? stringify(base);
      const sorted = (data: unknown): unknown => JSON.parse(JSON.stringify(data, order));
      expect(sorted(parse(text) ?? {})).toEqual(sorted(other));
    }),
  );
});

/** Members of a list by their id: their order is not mine to change. */
function order(_: string, data: unknown): unknown {
  if (!Array.isArray(data) || !data.every((one) => typeof one === 'object')) return data;
  return [...(data as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('conflicts are the same seen from the other side', () => {
  fc.assert(
    fc.property(value, value, value, (base, mine, theirs) => {
      const places = (found: { conflicts: readonly { place: unknown }[] }) =>
        found.conflicts.map(({ place }) => JSON.stringify(place)).sort();
      expect(places(mergeValues(base, mine, theirs))).toEqual(
        places(mergeValues(base, theirs, mine)),
      );
    }),
  );
});
