import { expect, it } from 'vitest';
import { aDrill } from '../testing/a-drill.ts';
import { checkReferences } from './check-references.ts';

it('suggests what was meant for the first unknown names alone, however many a file brings', () => {
  const { people, feed, ...rest } = aDrill();
  const [person] = people;
  const [item] = feed;
  if (!person || !item) throw new Error('The drill has nobody who says anything.');
  const many = Array.from({ length: 40 }, (_, index) => index);
  const found = checkReferences({
    ...rest,
    people: [...people, ...many.map((n) => ({ ...person, id: `somebody-${n}` }))],
    feed: [...feed, ...many.map((n) => ({ ...item, id: `f${n}`, from: `sumebody-${n}` }))],
  });
  expect(found).toHaveLength(40);
  expect(found[0]?.remedy).toBe('Did you mean "somebody-0"?');
  expect(found.filter(({ remedy }) => remedy.startsWith('Did you mean'))).toHaveLength(20);
});

it('tells each slip of a variable once, and what it is', () => {
  const told = (drill: ReturnType<typeof aDrill>) =>
    checkReferences(drill).map(({ message }) => message);
  const calls = (min: number, max: number) =>
    ({ kind: 'integer', min, max, initial: min }) as const;
  const drill = aDrill();
  const [option] = drill.decisions[0]?.options ?? [];
  if (!option) throw new Error('The drill has no option.');
  const adding = (by: number) => ({
    ...drill,
    state: { calls: calls(0, 3) },
    decisions: drill.decisions.slice(0, 1).map((decision) => ({
      ...decision,
      options: [...decision.options, { ...option, id: 'adds', effects: [{ add: 'calls', by }] }],
    })),
  });
  const before = [...told(adding(0)), ...told({ ...drill, state: {} })];
  const fresh = (messages: readonly string[]) => messages.filter((one) => !before.includes(one));
  expect(fresh(told(adding(3)))).toEqual([]);
  expect(fresh(told(adding(-4)))).toEqual([
    '-4 is more than "calls" can change: it goes from 0 to 3.',
  ]);
  expect(fresh(told({ ...drill, state: { calls: calls(5, 3) } }))).toEqual([
    '"calls" has no value: its `min` is above its `max`.',
  ]);
  const parameter = (variable: string) => [{ id: 'twin', variable, values: [true, false, true] }];
  for (const name of ['nowhere', 'toString']) {
    expect(fresh(told({ ...drill, state: {}, parameters: parameter(name) }))).toEqual([
      `There is no state variable "${name}".`,
    ]);
  }
});

it('does not advise a parameter that is drawn with itself to name itself', () => {
  const parameters = [{ id: 'host', literal: 'web-1', values: ['web-2'], with: 'host' }];
  expect(checkReferences({ ...aDrill(), parameters })).toMatchObject([
    { message: '"host" cannot be drawn with itself.', path: ['parameters', 0, 'with'] },
  ]);
});

it('tells two parameters that are each drawn with the other how to end it', () => {
  const parameters = [
    { id: 'host', literal: 'web-1', values: ['web-2'], with: 'user' },
    { id: 'user', literal: 'ada', values: ['bo'], with: 'host' },
  ];
  const remedy = 'Take `with` away from one of them.';
  expect(checkReferences({ ...aDrill(), parameters })).toMatchObject([{ remedy }, { remedy }]);
});
