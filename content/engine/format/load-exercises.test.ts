import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { smallExercise } from '../lint/examples/small-exercise.ts';
import { loadExercises } from './load-exercises.ts';

type Changed = Record<string, unknown> & { questions: Record<string, unknown>[] };

/** The small exercise with changes, at a place of a pack. */
function load(
  change: (exercise: Changed) => void,
  file = 'exercises/code-review/first.yaml',
  drills: readonly string[] = [],
) {
  const exercise = parse(smallExercise) as Changed;
  change(exercise);
  return loadExercises(new Map([[file, stringify(exercise)]]), new Set(drills));
}
const same = (): void => undefined;

describe('the exercises of a pack', () => {
  it('load with their place and that of their material', () => {
    const { list, faults } = load(same);
    expect(faults).toEqual([]);
    expect(list).toMatchObject([
      { slug: 'first', folder: 'exercises/code-review/first/', exercise: { id: 'X1' } },
    ]);
    expect(list[0]?.exercise.questions[0]).toMatchObject({
      findings: [{ lines: { from: 3, to: 4 } }],
    });
  });

  it('take longer texts from files in their own folder', () => {
    const exercise = { ...(parse(smallExercise) as object), brief: { file: 'brief.md' } };
    const file = 'exercises/code-review/first.yaml';
    const texts = new Map([
      [file, stringify(exercise)],
      ['exercises/code-review/first/brief.md', 'Read it.'],
    ]);
    expect(loadExercises(texts, new Set()).list[0]?.exercise.brief).toBe('Read it.');
    texts.delete('exercises/code-review/first/brief.md');
    expect(loadExercises(texts, new Set()).faults).toMatchObject([
      { code: 'missing-text', file, path: 'brief' },
    ]);
  });

  it.each([
    ['exercises/first.yaml', 'wrong-place'],
    ['exercises/puzzles/first.yaml', 'wrong-place'],
    ['exercises/triage/first.yaml', 'wrong-place'],
    ['exercises/code-review/first.yml', 'wrong-place'],
  ])('at %s are named', (file, code) => {
    expect(load(same, file)).toMatchObject({ list: [], faults: [{ code, file }] });
  });

  it('may not be called as a drill or as each other', () => {
    expect(load(same, undefined, ['first']).faults).toMatchObject([{ code: 'duplicate-id' }]);
    const texts = new Map([
      ['exercises/code-review/first.yaml', smallExercise],
      ['exercises/triage/first.yaml', smallExercise.replace('kind: code-review', 'kind: triage')],
    ]);
    const { list, faults } = loadExercises(texts, new Set());
    expect(list.length).toBe(1);
    expect(faults).toMatchObject([{ code: 'duplicate-id', file: 'exercises/triage/first.yaml' }]);
  });

  it('say what is wrong with a pattern', () => {
    const message = (re2: string) =>
      load(set(2, { accepts: [{ re2, says: 'x' }] })).faults[0]?.message ?? '';
    expect(message('(other|another')).toContain('a ( is never closed');
    expect(message('(other|another')).not.toContain('look-around');
    expect(message('(?=a)')).toContain('no look-around');
    expect(message('(a)\\1')).toContain('no back-references');
    expect(message('*a')).toContain('nothing stands before');
  });

  it.each<[string, (exercise: Changed) => void, string, string]>([
    [
      'lines backwards',
      set(0, { findings: [{ lines: '9-2', says: 'x' }] }),
      'wrong-value',
      'lines',
    ],
    ['line 0', set(0, { findings: [{ lines: 0, says: 'x' }] }), 'wrong-value', 'lines'],
    ['unknown material', set(0, { material: 'cod' }), 'unknown-reference', 'material'],
    ['an id twice', set(1, { id: 'where' }), 'duplicate-id', 'id'],
    ['no answer', set(2, { accepts: [] }), 'wrong-value', 'accepts'],
    ['a broken pattern', set(2, { accepts: [{ re2: '(', says: 'x' }] }), 'wrong-value', 're2'],
    ['a look-around', set(2, { accepts: [{ re2: '(?=a)', says: 'x' }] }), 'wrong-value', 're2'],
    [
      'a pattern that takes too long',
      set(2, { accepts: [{ re2: 'a{0,1000}b', says: 'x' }] }),
      'wrong-value',
      'accepts',
    ],
    [
      'many patterns that take too long together',
      set(0, {
        kind: 'text',
        findings: undefined,
        material: undefined,
        points: ['a', 'b', 'c', 'd'].map((id) => ({ id, says: id, any: [`${id}.{0,80}x`] })),
      }),
      'wrong-value',
      'points',
    ],
    ['a kind nobody knows', set(0, { kind: 'essay' }), 'wrong-value', 'kind'],
    ['an unknown field', set(0, { promt: 'x' }), 'unknown-field', 'promt'],
    ['a negative cost', set(0, { hints: [{ text: 'x', cost: -1 }] }), 'wrong-value', 'cost'],
    ['no weight', set(0, { weight: 0 }), 'wrong-value', 'weight'],
    ['a program', (one) => void (one['material'] = [material('run.sh')]), 'wrong-value', 'file'],
    ['a way out', (one) => void (one['material'] = [material('../x.txt')]), 'wrong-value', 'file'],
  ])('with %s do not load, and the place is named', (_, change, code, field) => {
    const { list, faults } = load(change);
    expect(list).toEqual([]);
    expect(faults[0]).toMatchObject({ code });
    expect(faults[0]?.path.split('.')).toContain(field);
    expect(faults[0]?.line).toBeGreaterThan(1);
  });
});

function set(index: number, fields: object): (exercise: Changed) => void {
  return ({ questions }) => {
    Object.assign(questions[index] ?? {}, fields);
  };
}

function material(file: string): object {
  return { id: 'code', title: 'x', file };
}
