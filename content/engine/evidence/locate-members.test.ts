import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locateMembers } from './locate-members.ts';

it('finds each member where it stands', () => {
  const text = '{ "a": [1, {"b\\"c": "x, }"}],\n "d": null }';
  const places = locateMembers(text);
  const cut = (path: string): string => text.slice(...(places.get(path) ?? [0, 0]));
  expect(cut('/a')).toBe('"a": [1, {"b\\"c": "x, }"}]');
  expect(cut('/a/0')).toBe('1');
  expect(cut('/a/1/b"c')).toBe('"b\\"c": "x, }"');
  expect(cut('/d')).toBe('"d": null');
  expect(cut('')).toBe(text);
});

it('cuts out the same value as the parser reads, for any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, null, 1);
      const [start, end] = locateMembers(text).get('') ?? [0, 0];
      expect(JSON.parse(text.slice(start, end))).toEqual(JSON.parse(text));
    }),
  );
});

it('ends on any text, however broken or deep', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\ a1')) }), (text) => {
      for (const [start, end] of locateMembers(text).values()) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
  expect(locateMembers('['.repeat(100_000)).size).toBeLessThan(500);
});
