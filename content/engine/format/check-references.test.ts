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
