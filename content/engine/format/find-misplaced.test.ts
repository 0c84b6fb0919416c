import { describe, expect, it } from 'vitest';
import { loadPack } from './load-pack.ts';

const questions = 'principle: ownership\nquestions: []\n';
const drill = 'title: Lost\nfeed: []\ndecisions: []\n';

function find(files: Record<string, string>) {
  const texts = new Map(Object.entries({ 'drills/d/drill.yaml': 'title: D', ...files }));
  return loadPack(texts).faults.filter(({ code }) => code === 'wrong-place');
}

describe('a file of a pack that nothing reads', () => {
  it.each([
    ['questions/own.yml', questions, 'Rename it to own.yaml.'],
    ['questions/my own.yaml', questions, 'Rename it to my-own.yaml.'],
    ['questions/own.YAML', questions, 'Rename it to own.yaml.'],
    ['question/own.yaml', questions, 'Move it to questions/own.yaml.'],
    ['own.yaml', questions, 'Move it to questions/own.yaml.'],
    ['drills/d/questions/own.yaml', questions, 'Move it to questions/own.yaml.'],
    ['questions/more/own.yml', questions, 'Move it to questions/own.yaml.'],
    ['paths/first.yml', 'steps: []', 'Rename it to first.yaml.'],
    ['first.yaml', 'title: First\nsteps: []', 'Move it to paths/first.yaml.'],
    ['glossary.yml', '- term: x', 'Rename it to glossary.yaml.'],
    ['glosary.yaml', '- term: x', 'Rename it to glossary.yaml.'],
    ['drills/glossary.yaml', '- term: x', 'Move it to glossary.yaml, at the top of the pack.'],
    ['lost/drill.yaml', drill, 'Put it at drills/lost/drill.yaml, with what lies beside it.'],
    ['drills/set/lost/drill.yml', drill, 'Put it at drills/lost/drill.yaml'],
    ['drills/lost/drill.yml', drill, 'Rename it to drill.yaml.'],
    ['drills/lost/Drill.yaml', drill, 'Rename it to drill.yaml.'],
    ['drills/d/storyline.yml', 'seed: 1', 'Rename it to storyline.yaml.'],
    ['drills/d/drill.yml', drill, 'drills/d/drill.yaml is there and is read'],
    ['pack.yml', 'id: x', 'Rename it to pack.yaml.'],
    ['exercise.yaml', 'kind: triage\nquestions: []', 'Move it to exercises/KIND/exercise.yaml'],
    ['exercises/triage/more/one.yaml', 'kind: triage', 'Move it to exercises/KIND/one.yaml'],
    ['anything.yaml', 'a: 1', 'A pack reads pack.yaml, glossary.yaml'],
  ])('%s is named with what to do', (file, text, remedy) => {
    const [fault, ...more] = find({ [file]: text });
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ severity: 'error', file, line: 1 });
    expect(fault?.remedy).toContain(remedy);
  });

  it('is not what lies beside evidence, material or in a hidden folder', () => {
    expect(
      find({
        'drills/d/evidence/deploy.yml': 'a: 1',
        'drills/d/storyline.yaml': 'a: 1',
        'exercises/triage/one/deploy.yml': 'a: 1',
        'exercises/triage/one.yaml': 'a: 1',
        'questions/own.yaml': questions,
        'paths/first.yaml': 'a: 1',
        'competencies.yaml': 'a: 1',
        '.github/workflows/check.yml': 'a: 1',
      }),
    ).toEqual([]);
  });

  it('is told once: a folder with drill.yml lacks no drill.yaml beside that', () => {
    const texts = new Map([['drills/lost/drill.yml', drill]]);
    const codes = loadPack(texts).faults.map(({ code, file }) => `${code} ${file}`);
    expect(codes).toEqual(['missing-file pack.yaml', 'wrong-place drills/lost/drill.yml']);
  });

  it('tells to rename pack.yml where pack.yaml is missing', () => {
    const [fault] = loadPack(new Map([['pack.yml', 'id: x']])).faults;
    expect(fault).toMatchObject({ file: 'pack.yaml', remedy: 'Rename pack.yml to pack.yaml.' });
  });
});
