import { expect, it } from 'vitest';
import { aDrill } from '../../content/engine/testing/a-drill.ts';
import { checkStructure, findBareClaims } from './update-structure.ts';

const [update] = aDrill().updates;
if (!update) throw new Error('the drill has an update');

const found = (text: string): string =>
  checkStructure(update, text)
    .map(({ kind, found: state }) => `${kind} ${state}`)
    .join(', ');

it('says which matters a text speaks of, and nothing about its facts', () => {
  expect(found('')).toBe('status none, next_update none, impact none');
  expect(found('Payments customers are affected. I will write again.')).toBe(
    'status none, next_update part, impact full',
  );
  expect(found('The wrong key is off now. Next update at 10:00.')).toBe(
    'status full, next_update full, impact none',
  );
});

it('asks for a source where something is ruled out', () => {
  expect(findBareClaims('We are on it. No customer data was accessed.')).toEqual([
    'No customer data was accessed.',
  ]);
  expect(findBareClaims('We have seen no sign that data was accessed.')).toEqual([]);
});
