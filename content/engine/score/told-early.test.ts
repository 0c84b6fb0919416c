import { describe, expect, it } from 'vitest';
import { aDrill } from '../testing/a-drill.ts';
import { checkUpdate } from './update-check.ts';

const [base] = aDrill().updates;
if (!base) throw new Error('aDrill asks for an update');
const [status, next] = base.facts;
if (!status || !next) throw new Error('aDrill asks for both');
const update = {
  ...base,
  facts: [
    { ...status, weight: 1 },
    { ...status, id: 'gone', text: 'The key is deleted', any: ['key off|deleted'], weight: 2 },
    { ...next, weight: 3 },
  ],
};
const told = (text: string, ...known: readonly string[]) =>
  checkUpdate(update, text, new Set(known), new Set())
    .findings.filter(({ rule }) => rule === 'not-yet-known')
    .map(({ cost, spans }) => [text.slice(...(spans[0] ?? [0, 0])), Math.round(cost * 100)]);

describe('what an update tells before it is so', () => {
  it('is marked, once for a sentence, and costs what the dearest fact in it would earn', () => {
    expect(told('We saw it. The key is off now.', 'next')).toEqual([['The key is off now.', 28]]);
    const light = {
      ...update,
      facts: [
        { ...status, weight: 0.5 },
        { ...next, weight: 3 },
      ],
    };
    const [found] = checkUpdate(light, 'The key is off.', new Set(['next']), new Set()).findings;
    expect(found?.cost).toBeCloseTo(0.5 / 3, 9);
  });

  it('costs nothing once it is so, or in a sentence that tells what is', () => {
    expect(told('The key is off now.', 'next', 'status', 'gone')).toEqual([]);
    expect(told('The key is off now.', 'next', 'status')).toEqual([]);
    expect(told('The key is off now.', 'next', 'gone')).toEqual([]);
  });

  it.each([
    'The key is not off yet.',
    'The key will be off by ten.',
    'We do not know whether the key is off.',
    'Next we switch the key off.',
    'Is the key off?',
  ])('leaves alone what is denied, planned or open: %s', (text) => {
    expect(told(text, 'next')).toEqual([]);
  });

  it('leaves what the author forbids to that claim', () => {
    const claim = { id: 'off', text: 'It is off', any: ['key off'], not: [], cost: 2, why: 'No.' };
    const { claims, findings } = checkUpdate(
      { ...update, forbidden: [claim] },
      'The key is off now.',
      new Set(['next']),
      new Set(),
    );
    expect(claims).toHaveLength(1);
    expect(findings).toEqual([]);
  });
});

it('counts guilt, jargon and safety without proof, but not the sentence that an author asks for', () => {
  const costs = (text: string, facts = update.facts) =>
    checkUpdate(
      { ...update, facts, forbidden: [] },
      text,
      new Set(facts.map(({ id }) => id)),
      new Set(),
    )
      .findings.filter(({ cost }) => cost > 0)
      .map(({ rule }) => rule);
  expect(costs('It is his fault: Sam was careless with the key.')).toContain('blame');
  const safe = 'No customer data was accessed.';
  expect(costs(safe)).toEqual(['no-access-without-proof']);
  const asked = { ...status, id: 'safe', text: safe, any: ['no data accessed'], weight: 1 };
  expect(costs(safe, [asked])).toEqual([]);
});

it('takes the words of a fact’s phrases, and the numbers of cases in facts, for known to a regulator', () => {
  const text = 'The key is off. AP-3307 and PS-12 are met, and LH-2026-07 covers the rest.';
  const isMarked = (any: readonly string[], fact: string): boolean => {
    const facts = [{ ...status, any: [...any], text: fact }];
    const asked = { ...base, audience: 'regulator' as const, facts };
    const { findings } = checkUpdate(asked, text, new Set(['status']), new Set());
    return findings.some(({ rule }) => rule === 'jargon');
  };
  expect(isMarked(['key off'], 'The key is off')).toBe(true);
  expect(isMarked(['key off', 'hold lh-2026-07'], 'The key is off')).toBe(false);
  expect(isMarked(['key off'], 'The key is off, under AP-3307')).toBe(false);
});
