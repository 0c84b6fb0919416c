import { expect, it } from 'vitest';
import { aDrill } from '../../content/engine/testing/a-drill.ts';
import { rateDraft } from '../../content/engine/score/update/rate-draft.ts';
import type { Update } from '../../content/engine/format/drill-schema.ts';
import { audienceOf, checkStructure as check } from './update-structure.ts';

const checkStructure = (of: Update, text: string) =>
  check(of, text, rateDraft(text, audienceOf(of)));

const [update] = aDrill().updates;
if (!update) throw new Error('the drill has an update');

const found = (text: string): string =>
  checkStructure(update, text)
    .map(({ kind, found: state }) => `${kind} ${state}`)
    .join(', ');

it('says which matters a text speaks of, and nothing about its facts', () => {
  expect(found('')).toBe('status none, next_update none, impact none');
  expect(found('Payments customers are affected. I will write again.')).toBe(
    'status none, next_update none, impact full',
  );
  expect(found('The wrong key is off now. Next update at 10:00.')).toBe(
    'status full, next_update full, impact full',
  );
});

it.each([
  ['Not known: whether cards were read.', 'unknown'],
  ['What is not known: whether cards were read.', 'unknown'],
  ['I own the count, Mika owns the repair.', 'owner'],
  ['We threw edge_thumb_cache off at 08:40.', 'action'],
] as const)('finds what the score finds: %s', (text, kind) => {
  const fact = { ...(update.facts[0] as (typeof update.facts)[number]), kind };
  expect(checkStructure({ ...update, facts: [fact] }, text)).toEqual([{ kind, found: 'full' }]);
});
