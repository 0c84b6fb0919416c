import { describe, expect, it } from 'vitest';
import { runExample } from './examples/run-example.ts';
import { allRules } from './lint-rules.ts';

const codes = (example: string): readonly string[] => runExample(example).map(({ code }) => code);

describe('the small drill of the examples', () => {
  it('lints without a fault', () => {
    expect(runExample('{}').map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

describe.each(allRules)('rule $name', ({ name, severity, reason, remedy, bad, good }) => {
  it('is raised by its bad example, with its severity and a place', () => {
    const hits = runExample(bad).filter(({ code }) => code === name);
    expect(hits).not.toEqual([]);
    for (const hit of hits) {
      expect(hit.severity).toBe(severity);
      expect(hit.line).toBeGreaterThan(0);
      expect(hit.message).not.toBe('');
      expect(hit.remedy).not.toBe('');
    }
  });

  it('is not raised by its good example', () => {
    expect(codes(good)).not.toContain(name);
  });

  it('says why it is one and what to do', () => {
    expect(`${reason}|${remedy}`).toMatch(/^.{20,}\.\|.{10,}[.)]$/s);
  });
});

describe('the rules', () => {
  it('have names of their own', () => {
    expect(new Set(allRules.map(({ name }) => name)).size).toBe(allRules.length);
  });
});
