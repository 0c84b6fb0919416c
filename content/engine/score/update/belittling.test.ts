import { expect, it } from 'vitest';
import { judgeUpdate } from './judge.ts';

function listRules(text: string): readonly string[] {
  return judgeUpdate({
    audience: 'handover',
    at_min: 100,
    facts: [{ id: 'f1', text: 'Two servers were taken offline at 11:10', known_from_min: 20 }],
    forbidden: [],
    text,
  }).points.map(({ rule }) => rule);
}

it.each([
  "Henrik from support can't tell a phishing mail from a real one.",
  'The night shift dozed through the alarm.',
  'The operators are out of their depth.',
  'The network team made a hash of the failover.',
  "Our interns haven't got a clue.",
  'That manager clicks on anything.',
  'The supplier had one job.',
  'The developers never learn.',
  'The clerk fell for the oldest trick.',
  "The vendor couldn't organise a party in a brewery.",
])('“%s” lays guilt', (text) => {
  expect(listRules(text)).toContain('blame');
});

it.each([
  'We cannot tell a read file from a copied one.',
  'The logs cannot tell a read from a copy.',
  'The team cannot tell a test order from a real one yet.',
  'The cleaning of the disk slept until noon.',
  'The operators made a copy of the disk.',
])('“%s” lays none', (text) => {
  expect(listRules(text)).not.toContain('blame');
});

const asked = 'Our resellers ask for the list.';

it.each([
  [
    `TLP:AMBER+STRICT\n\nTwo servers are offline. ${asked} Please mail it over to them today.`,
    true,
  ],
  [`TLP:RED\n\nTwo servers are offline. ${asked} Slip them the list.`, true],
  [`TLP:AMBER+STRICT\n\nTwo servers are offline. ${asked} Do not mail it to them.`, false],
  [`TLP:AMBER+STRICT\n\nTwo servers are offline. ${asked} They can ask the CERT for it.`, false],
  [
    `TLP:AMBER+STRICT\n\nTwo servers are offline. Ana and Ben are on shift. Mail it to them.`,
    false,
  ],
  [`TLP:CLEAR\n\nTwo servers are offline. ${asked} Please mail it over to them today.`, false],
])('whether “%s” hands on what it must not: %s', (text, broken) => {
  expect(listRules(text).includes('broken-tlp')).toBe(broken);
});
