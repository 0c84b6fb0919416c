import { expect, it } from 'vitest';
import { judgeUpdate } from './judge.ts';
import type { Audience } from './update-request.ts';

/** How much of a rule's weight a text earns, 0..1. */
function shareOf(audience: Audience, facts: readonly string[], text: string, rule: string): number {
  const { points } = judgeUpdate({
    audience,
    at_min: 100,
    facts: facts.map((fact, at) => ({ id: `f${at}`, text: fact, known_from_min: 1 })),
    forbidden: [],
    text,
  });
  const point = points.find((other) => other.rule === rule);
  return point ? point.earned / point.weight : NaN;
}

const facts = [
  'Card data of 4,300 customers was copied from the booking system on 3 May',
  'The booking system is switched off since 10:20',
];

it.each<readonly [Audience, kind: string, text: string]>([
  ['customers', 'status', 'We’ve paused gift-card sales while we work on this.'],
  ['executive', 'next-update', 'There is news. Ana Brandt will have the total at noon.'],
  ['engineers', 'next-update', 'There is news. Ana Brandt compares them, verdict by 16:30.'],
  ['handover', 'owner', 'Ana Brandt came at two; she has the lines to the bank.'],
  ['regulator', 'scope', 'Persons concerned: 4,300.'],
  ['handover', 'unknowns', 'The card logs of Sunday are still missing.'],
  ['engineers', 'unknowns', 'Attribution: nothing yet.'],
])('for %s, %s is heard in “%s”', (audience, kind, text) => {
  expect(shareOf(audience, facts, text, kind)).toBeGreaterThan(0);
});

it.each<readonly [Audience, kind: string, text: string]>([
  ['engineers', 'impact', 'Write down the log line along with it.'],
  ['engineers', 'impact', 'Note down the log line for us.'],
  ['handover', 'impact', 'For the late shift'],
  ['handover', 'impact', 'Take the first call from the customers.'],
  ['handover', 'impact', 'Ana Brandt owns the forensic copy.'],
  ['executive', 'scope', 'All of this only because somebody clicked.'],
  ['customers', 'scope', 'Do that only after you have signed out.'],
  ['executive', 'scope', 'We have one of the helpdesk people to thank.'],
  ['regulator', 'actions', 'We report a major operational incident.'],
  ['customers', 'actions', 'You may have read of the cards.'],
  ['customers', 'actions', 'Tomorrow you’ll be watching your films.'],
  ['executive', 'actions', 'The stranger was on the server where the key is kept.'],
  ['handover', 'next-update', 'There is news. Please mail it over to them at noon.'],
  ['handover', 'unknowns', 'He can’t tell the old door from the new one.'],
])('for %s, no %s is heard in “%s”', (audience, kind, text) => {
  expect(shareOf(audience, facts, text, kind)).toBe(0);
});

it.each<readonly [Audience, fact: string, text: string]>([
  ['customers', 'We will post again on Thursday at 10:00', 'Our next post: Thursday, 10:00.'],
  [
    'regulator',
    'The intermediate report will be filed by 18:00',
    'Intermediate report: today by 18:00.',
  ],
  ['executive', 'The final statement will be sent on 4 June', 'Final statement: on 4 June.'],
  [
    'engineers',
    'Four changes are candidates for the cause: the router swap, the new cache, a stale cron job and the vendor patch',
    'Cause: four candidates, none confirmed.\n1. the router swap\n2. the new cache\n3. a stale cron job\n4. the vendor patch',
  ],
  ['engineers', 'No finding on the entry path yet', 'Entry path: nothing yet.'],
  [
    'engineers',
    'Ingress on edge-04 rose to 30 times normal at 05:10',
    'edge-04: ingress 30x normal from 05:10',
  ],
])('for %s, “%s” is told by “%s”', (audience, fact, text) => {
  expect(shareOf(audience, [fact], text, 'fact:f0')).toBeGreaterThan(0.85);
});

it('a home is no state that could be switched off', () => {
  const text = 'The users live in Denmark.';
  expect(shareOf('regulator', ['Nine users live in Denmark'], text, 'status')).toBe(0);
});

it('what stands beside it bears out no denial', () => {
  const open = ['The address of 358 guests is not yet determined'];
  const text =
    'For 358 guests the address has not been determined yet; people beyond the strait are untouched by the affair.';
  expect(shareOf('regulator', open, text, 'impact')).toBe(0);
});
