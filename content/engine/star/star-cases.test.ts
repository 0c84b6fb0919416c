import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { joinTold, nameToldFiles } from '../testing/star-cases.ts';
import {
  measureAlike,
  measureCrossed,
  measureOrderings,
  measureRoles,
  type StarCases,
} from '../testing/star-measures.ts';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`cases/${name}.yaml`, import.meta.url), 'utf8'));
const cases = (half: 'tuning' | 'held-out'): StarCases => ({
  stories: read(`answers-${half}`) as StarCases['stories'],
  roleTexts: read(`roles-${half}`) as StarCases['roleTexts'],
  forAny: read('answers-to-anything') as StarCases['forAny'],
  alike: read('alike') as StarCases['alike'],
  told: joinTold(nameToldFiles(half).map((name) => read(name) as StarCases['told'])),
  crossed: read(`crossed-${half}`) as StarCases['crossed'],
});

describe.each(['tuning', 'held-out'] as const)('our own answers, the half for %s', (half) => {
  it('are ordered as they should be, at least 95 of 100', () => {
    const { kinds, failed } = measureOrderings(cases(half));
    const all = kinds.reduce((sum, kind) => sum + kind.all, 0);
    console.log(`${half}: ${all - failed.length} of ${all} orderings held`);
    for (const name of failed) console.log(`  failed: ${name}`);
    expect(all).toBeGreaterThanOrEqual(200);
    expect(failed.length / all).toBeLessThanOrEqual(0.05);
  });

  it('stand above good answers to questions of other principles, at least 85 of 100', () => {
    const { held, all, failed } = measureCrossed(cases(half).crossed);
    console.log(`${half}: ${held} of ${all} stand above an answer to another question`);
    for (const name of failed) console.log(`  failed: ${name}`);
    expect(all).toBeGreaterThanOrEqual(500);
    expect(held / all).toBeGreaterThanOrEqual(0.85);
  });

  it('score alike where only a name, a pronoun, an origin, a spelling or a form differs', () => {
    const { all, widest, failed } = measureAlike(cases(half));
    console.log(
      `${half}: ${all - failed.length} of ${all} alike, the widest ${widest.toFixed(2)} apart`,
    );
    expect(all).toBeGreaterThanOrEqual(40);
    expect(failed).toEqual([]);
  });

  it('have the role that was meant, at least 85 of 100 sentences', () => {
    const { texts, right, all } = measureRoles(cases(half));
    console.log(
      `${half}: ${right} of ${all} sentences of ${texts} texts have the role that was meant`,
    );
    expect(texts).toBeGreaterThanOrEqual(30);
    expect(right / all).toBeGreaterThanOrEqual(0.85);
  });
});
