import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRuns } from '../testing/count-runs.ts';
import { hostileYaml } from '../testing/hostile-yaml.ts';
import { isForbiddenKey } from './forbidden-keys.ts';
import { parseYaml } from './parse-yaml.ts';

const polluted = () => ({}) as { polluted?: unknown };

describe('hostile YAML', () => {
  it.each(hostileYaml)('%s: %s', (_, code, text) => {
    const parsed = parseYaml('a.yaml', text);
    const [fault] = parsed.ok ? [] : parsed.faults;
    expect(fault?.code).toBe(code);
    // Somebody has to read it: where, what, what to do, and no page of it.
    expect(fault?.line).toBeGreaterThanOrEqual(1);
    expect(fault?.message).toMatch(/^[A-Z].{8,250}\.$/s);
    expect(fault?.remedy).toMatch(/\.$/);
    expect(polluted().polluted).toBeUndefined();
  });

  it('is tried enough', () => {
    expect(hostileYaml.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['too much of it', 'yaml-too-large', `a: 1\nb:\n${'- c\n'.repeat(30_000)}`],
    ['too deep', 'yaml-too-deep', `a: 1\r\n\u2028b: c\n${'# d\n'.repeat(500)}e: ${'['.repeat(70)}`],
  ])('has its place where there is %s', (_, code, text) => {
    const parsed = parseYaml('a.yaml', text);
    const [fault] = parsed.ok ? [] : parsed.faults;
    expect(fault?.code).toBe(code);
    const lines = text.split('\n');
    expect(fault?.line).toBeGreaterThan(500);
    expect(fault?.line).toBeLessThanOrEqual(lines.length);
    expect(fault?.column).toBeLessThanOrEqual((lines[(fault?.line ?? 1) - 1] ?? '').length + 1);
  });

  it('does not keep anybody from writing a plain file', () => {
    const text = '# a note\na: "5"\nb:\n  - { c: 1.5, "d e": [true, null] }\n  - |\n    a text\n';
    expect(parseYaml('a.yaml', text)).toMatchObject({
      ok: true,
      value: { data: { a: '5', b: [{ c: 1.5, 'd e': [true, null] }, 'a text\n'] } },
    });
  });
});

const word = fc.constantFrom(
  ...['__proto__', 'constructor', 'prototype', '"__proto__"', "'constructor'", '<<', 'toString'],
  ...['a', 'polluted', '? __proto__', '"\\u005f_proto__"', '&a x', '*a', '!!js x', '- ', '{', '}'],
  ...['[', ']', ':', ', ', '\n', '\n  ', '\n    ', 'true', '|', '>', '"', '%YAML 1.1', '---'],
);

function listKeys(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...listKeys(member)]);
}

it('changes no prototype, whatever the document', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  const runs = countRuns(10_000);
  let read = 0;
  fc.assert(
    fc.property(fc.array(word, { maxLength: 24 }), fc.boolean(), (words, nested) => {
      const text = nested ? `a:\n  ${words.join('')}` : words.join(' ');
      const parsed = parseYaml('a.yaml', text);
      if (parsed.ok) {
        read += 1;
        // What was read is plain: copying it by key reaches nothing else.
        Object.assign({}, parsed.value.data as object);
        expect(listKeys(parsed.value.data).filter(isForbiddenKey)).toEqual([]);
      }
      expect(polluted().polluted).toBeUndefined();
    }),
    runs,
  );
  expect(read).toBeGreaterThan(0);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  console.log(`figure: ${runs.numRuns} fuzzed YAML documents, 0 prototypes changed`);
});
