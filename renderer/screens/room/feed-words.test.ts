import { expect, it } from 'vitest';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { describeSender } from './feed-words.ts';

it('names who speaks, in a channel as in a message to one', () => {
  const prepared = prepareDrill(aDrill(), someEvidence);
  const [item] = prepared.drill.feed;
  const [person] = prepared.drill.people;
  if (!item || !person) throw new Error('the drill has a message and a person');
  const from = { ...item, from: person.id };
  expect(describeSender(prepared, { ...from, channel: '#platform' })).toBe(
    `${person.name} in #platform`,
  );
  const alone = describeSender(prepared, { ...from, channel: 'direct' });
  expect(alone).toBe(describeSender(prepared, { ...from, channel: undefined }));
  expect(alone.startsWith(`${person.name}, `)).toBe(true);
});
