import { describe, expect, it } from 'vitest';
import { loadPack } from './load-pack.ts';
import { loadQuestions, stripQuestionSources } from './question-load.ts';

const probe = (id: string) => `{ id: ${id}, text: Which part was yours?, lacks: own_action }`;
const question = (id: string, more = '') => `  - id: ${id}
    angle: failure
    text: What went wrong under your hands?
    roles: [any]
    probes: { what: [${probe('a')}], how: [${probe('b')}], why: [${probe('c')}] }
    strong: [Tells one event]
    weak: [Blames]
    traps: [A failure that is none]
${more}`;
const questions = (...all: string[]) =>
  `format: 1\nprinciple: ownership\nquestions:\n${all.join('')}`;
const depth = (id: string) =>
  `{ expects: [Does it], questions: [{ id: ${id}, text: How do you begin?, probes: [${probe('a')}], strong: [x], weak: [y] }] }`;
const competencies = `format: 1
competencies:
  - id: logs
    title: Logs
    about: Reading them
    depths: { entry: ${depth('logs-1')}, mid: ${depth('logs-2')}, senior: ${depth('logs-3')} }
`;
const load = (texts: Record<string, string>) => loadQuestions(new Map(Object.entries(texts)));
const codes = (texts: Record<string, string>) =>
  load(texts).faults.map(({ code, file, line, path }) => [code, file, line, path]);

describe('the questions of a pack', () => {
  it('load with their competencies, as plain data', () => {
    const loaded = load({
      'competencies.yaml': competencies,
      'questions/ownership.yaml': questions(question('o-1', '    competency: logs\n')),
      'questions/notes/other.yaml': 'no question',
    });
    expect(loaded.faults).toEqual([]);
    const parsed = stripQuestionSources(loaded);
    expect(structuredClone(parsed)).toEqual(parsed);
    expect(parsed.questions[0]?.questions[0]).toMatchObject({ id: 'o-1', competency: 'logs' });
    expect(parsed.competencies[0]?.depths.senior.questions[0]?.id).toBe('logs-3');
  });

  it('say where an id stands twice, in whichever files', () => {
    expect(
      codes({
        'competencies.yaml': competencies,
        'questions/a.yaml': questions(question('o-1'), question('logs-2')),
        'questions/b.yaml': questions(question('o-1')),
      }),
    ).toEqual([
      ['duplicate-id', 'questions/a.yaml', 12, 'questions.1.id'],
      ['duplicate-id', 'questions/b.yaml', 4, 'questions.0.id'],
    ]);
  });

  it('say which competency there is none of, and which probe stands twice', () => {
    const twice = question('o-1', '    competency: maths\n').replace('id: c,', 'id: a,');
    const texts = { 'competencies.yaml': competencies, 'questions/a.yaml': questions(twice) };
    expect(codes(texts)).toEqual([
      ['duplicate-id', 'questions/a.yaml', 8, 'questions.0.probes'],
      ['unknown-reference', 'questions/a.yaml', 12, 'questions.0.competency'],
    ]);
  });

  it('may name a competency of another pack where theirs has none', () => {
    const text = questions(question('o-1', '    competency: logs\n'));
    expect(codes({ 'questions/a.yaml': text })).toEqual([]);
  });

  it.each([
    ['an unknown principle', (text: string) => text.replace('ownership', 'luck'), 'principle'],
    ['an unknown angle', (text: string) => text.replace('failure', 'shame'), 'questions.0.angle'],
    [
      'a misspelt dimension',
      (text: string) => text.replace('own_action', 'action'),
      'questions.0.probes.what.0.lacks',
    ],
    [
      'no probe for why',
      (text: string) => text.replace(/why: \[.*?\] \}/, 'why: [] }'),
      'questions.0.probes.why',
    ],
    ['an unknown field', (text: string) => `${text}    weight: 3\n`, 'questions.0.weight'],
  ])('are refused with %s, and the other files still load', (_, change, path) => {
    const loaded = load({
      'questions/a.yaml': change(questions(question('o-1'))),
      'questions/b.yaml': questions(question('o-2')),
    });
    expect(loaded.faults.map((fault) => fault.path)).toEqual([path]);
    expect(loaded.faults[0]?.remedy).not.toBe('');
    expect(loaded.files.map(({ source }) => source.file)).toEqual(['questions/b.yaml']);
  });

  it('have their faults told with the pack', () => {
    const { faults } = loadPack(new Map([['questions/a.yaml', 'format: 2']]));
    expect(faults.map(({ file }) => file)).toContain('questions/a.yaml');
  });
});
