import { describe, expect, it } from 'vitest';
import type { Drill } from '../format/drill-schema.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { makeSubject } from './lint-subject.ts';
import type { LintRule } from './rule.ts';
import { contradictingTruth } from './rules/contradicting-truth.ts';
import { equalAnswers } from './rules/equal-answers.ts';
import { tornVariant } from './rules/torn-variant.ts';

const check = (rule: LintRule, drill: Drill, evidence = someEvidence) =>
  rule.check(makeSubject(drill, evidence));

describe('a parameter that leaves two answers equal', () => {
  it('is found where two parameters may take one value', () => {
    const drill = aDrill({
      parameters: [
        { id: 'key', literal: 'AKIALEAKEDEXAMPLE', values: ['AKIAONE', 'AKIATWO'] },
        { id: 'person', literal: 'Please look', values: ['Look', 'akiatwo'] },
      ],
    });
    expect(check(equalAnswers, drill)).toEqual([
      {
        path: ['parameters', 1, 'values', 1],
        message: '"akiatwo" may stand for "person" and for "key" in one variant.',
      },
    ]);
  });

  it('is found where a value makes two options, replies or listed values read alike', () => {
    const drill = aDrill({
      parameters: [{ id: 'answer', literal: 'Do off', values: ['Do delete', 'Do this'] }],
    });
    expect(check(equalAnswers, drill)).toEqual([
      {
        path: ['parameters', 0, 'values', 0],
        message: 'With "Do delete" for "answer", two answers of "key" read alike.',
      },
    ]);
  });

  it('is not found in a sound drill', () => {
    expect(check(equalAnswers, aDrill())).toEqual([]);
  });
});

describe('evidence that contradicts its truth', () => {
  const trail = (eventTime: string) =>
    new Map([
      ...someEvidence,
      [
        'trail',
        JSON.stringify({
          Records: [{ eventID: 'e-1', eventName: 'GetCallerIdentity', eventTime }],
        }),
      ],
    ]);

  it('is found where no record of the truth tells its time', () => {
    expect(check(contradictingTruth, aDrill(), trail('2026-03-10T09:51:09Z'))).toEqual([
      {
        path: ['truth', 0, 'at'],
        message:
          'The truth "use" is at 2026-03-10T08:51:09Z; its evidence "first-use" says 2026-03-10T09:51:09Z.',
      },
    ]);
  });

  it('lets a record be a little late, and says nothing where none tells a time', () => {
    expect(check(contradictingTruth, aDrill(), trail('2026-03-10T08:51:40Z'))).toEqual([]);
    expect(check(contradictingTruth, aDrill())).toEqual([]);
  });
});

describe('a clue that a variant loses', () => {
  it('is found where it holds a part of a literal', () => {
    const drill = aDrill({
      parameters: [
        { id: 'time', literal: 'since 08:46.', values: ['since 07:31.', 'since 07:32.'] },
      ],
    });
    expect(check(tornVariant, drill).map(({ path }) => path)).toEqual([['clues', 1]]);
  });

  it('is not found where it holds the whole, or none of it', () => {
    expect(check(tornVariant, aDrill())).toEqual([]);
  });
});
