import { expect, it } from 'vitest';
import type { ParsedQuestions } from '../../content/engine/format/question-load.ts';
import type { Question } from '../../content/engine/format/question-schema.ts';
import { openQuestionBank, type QuestionBank } from './question-bank.svelte.ts';

const probe = (id: string) => ({ id, text: 'Which part was yours?', lacks: 'own_action' as const });
const question = (id: string, more: Partial<Question>): Question => ({
  id,
  angle: 'best',
  text: 'What did you mend?',
  roles: ['any'],
  probes: { what: [probe('a')], how: [probe('b')], why: [probe('c')] },
  strong: ['x'],
  weak: ['y'],
  traps: ['z'],
  ...more,
});
const depth = (id: string, text: string) => ({
  expects: ['x'],
  questions: [{ id, text, probes: [probe('a')], strong: ['x'], weak: ['y'] }],
});
const parsed: ParsedQuestions = {
  questions: [
    {
      format: 1,
      principle: 'ownership',
      questions: [
        question('o-best', { roles: ['payments'], text: 'When did you mend another team’s gap?' }),
        question('o-security', { angle: 'security', competency: 'logs' }),
      ],
    },
    { format: 1, principle: 'frugality', questions: [question('f-best', { roles: ['photo'] })] },
  ],
  competencies: [
    {
      id: 'logs',
      title: 'Logs',
      about: 'Reading them',
      duties: [],
      depths: {
        entry: depth('logs-1', 'Which fields matter?'),
        mid: depth('logs-2', 'How do you join two sources?'),
        senior: depth('logs-3', 'What is left unlogged?'),
      },
    },
  ],
  faults: [],
};
const file = (path: string) => ({ path, size: 1, sha256: 'aa' });

async function openBank(): Promise<QuestionBank> {
  return openQuestionBank(
    {
      list: () => Promise.resolve([{ id: 'built', files: [file('parsed-questions.json')] }]),
      readText: () => Promise.resolve(JSON.stringify(parsed)),
    },
    () => Promise.reject(new Error('was parsed by the build')),
  );
}
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

it('narrows by principle, angle, competency, role and words', async () => {
  const bank = await openBank();
  expect(ids(bank.filter({}))).toEqual(['o-best', 'o-security', 'f-best']);
  expect(ids(bank.filter({ principles: ['ownership'], angles: ['best', 'scale'] }))).toEqual([
    'o-best',
  ]);
  expect(ids(bank.filter({ competency: 'logs' }))).toEqual(['o-security']);
  expect(ids(bank.filter({ role: 'photo' }))).toEqual(['o-security', 'f-best']);
  expect(ids(bank.filter({ search: "gap OTHER team's" }))).toEqual([]);
  expect(ids(bank.filter({ search: "gap ANOTHER team's" }))).toEqual(['o-best']);
  expect(ids(bank.filter({ search: 'frug' }))).toEqual(['f-best']);
});

it('lists what is asked of a competency, by depth', async () => {
  const bank = await openBank();
  expect(ids(bank.filterTechnical({ depth: 'mid' }))).toEqual(['logs-2']);
  expect(ids(bank.filterTechnical({ competency: 'logs', search: 'left' }))).toEqual(['logs-3']);
  expect(bank.findTechnical('logs-3')).toMatchObject({ competencyTitle: 'Logs', depth: 'senior' });
  expect(bank.findCompetency('logs')?.about).toBe('Reading them');
  expect(bank.find('o-best')).toMatchObject({ principleName: 'Ownership', packId: 'built' });
  expect(bank.find('logs-3')).toBeNull();
});

it('has the questions of a pack parsed that comes unparsed, and reads nothing else of it', async () => {
  const asked: string[] = [];
  const bank = await openQuestionBank(
    {
      list: () =>
        Promise.resolve([
          { id: 'drills', files: [file('pack.yaml')] },
          { id: 'own', files: ['pack.yaml', 'questions/a.yaml', 'competencies.yaml'].map(file) },
        ]),
      readText: (pack, path) => Promise.resolve(`${pack}/${path}`),
    },
    (texts) => {
      asked.push(...Object.values(texts));
      return Promise.resolve(parsed);
    },
  );
  expect(asked).toEqual(['own/questions/a.yaml', 'own/competencies.yaml']);
  expect(bank.questions[0]?.packId).toBe('own');
});

it('is not handed out where packs cannot be read', async () => {
  const source = {
    list: () => Promise.reject(new Error('gone')),
    readText: () => Promise.resolve(''),
  };
  await expect(openQuestionBank(source, () => Promise.resolve(parsed))).rejects.toThrow('gone');
});
