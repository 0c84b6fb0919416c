import { expect, it } from 'vitest';
import { rateDraft } from './rate-draft.ts';

it.each([
  ['We are on it. No customer data was accessed.', ['No customer data was accessed']],
  ['Your data is safe and nothing was stolen.', ['Your data is safe', 'nothing was stolen']],
  [
    'Nobody looked at a single picture of a customer.',
    ['Nobody looked at a single picture of a customer'],
  ],
  // What is said of evidence, of what is open and of ourselves rules nothing out.
  ['We have seen no sign that data was accessed.', []],
  ['We do not know yet whether data was taken.', []],
  ['Please do not open the attachment. All teams have access to the channel.', []],
  ['All payments are affected. Everything was lost until the backup came.', []],
  ['', []],
])('asks for a source where harm is ruled out: %s', (text, claims) => {
  expect(rateDraft(text, 'executive').bareClaims).toEqual(claims);
});
