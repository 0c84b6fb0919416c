import { expect, it } from 'vitest';
import { drawAnother, proposeQuestions } from './plan-loop-questions.ts';
import { newLoop, type LoopPlan } from './plan-loop-record.ts';
import { principles } from './principles.ts';

const angles = ['best', 'failure', 'conflict'];
const bank = principles.flatMap(({ slug }) =>
  angles.map((angle) => ({ id: `${slug}-${angle}`, principle: slug as string })),
);
const plan = newLoop('loop', '2026-11-26T10:00:00.000Z');
const practised = (id: string, at = '2026-11-20T10:00:00.000Z') => ({
  question: { id },
  started_at: at,
});
/** The plan with this question kept at the first place. */
const keep = (ask: string, of: LoopPlan = plan): LoopPlan => ({
  ...of,
  interviewers: of.interviewers.map((one, index) => ({
    ...one,
    questions: one.questions.map((asked, place) =>
      index === 0 && place === 0 ? { ...asked, ask } : asked,
    ),
  })),
});

it('Every place of a loop has a question of its principle, and none is asked twice', () => {
  const proposed = proposeQuestions(plan, bank, []);
  expect(proposed.map((one) => one.length)).toEqual([2, 2, 2, 2, 2]);
  for (const [interviewer, ids] of proposed.entries()) {
    for (const [place, id] of ids.entries()) {
      const { principle } = plan.interviewers[interviewer]?.questions[place] ?? {};
      expect(bank.find((one) => one.id === id)?.principle).toBe(principle);
    }
  }
  const ids = proposed.flat();
  expect(new Set(ids).size).toBe(ids.length);
  expect(proposeQuestions(plan, bank, [])).toEqual(proposed);
});

it('What was practised lately is not proposed, and all that was waits its turn', () => {
  const first = proposeQuestions(plan, bank, [])[0]?.[0] ?? '';
  const { principle } = plan.interviewers[0]?.questions[0] ?? {};
  const again = proposeQuestions(plan, bank, [practised(first)])[0]?.[0];
  expect(again).not.toBe(first);
  const all = bank
    .filter((one) => one.principle === principle)
    .map(({ id }, day) => practised(id, `2026-11-0${String(day + 1)}T10:00:00.000Z`));
  const late = all.at(-1)?.question.id;
  expect(proposeQuestions(plan, bank, all)[0]?.[0]).not.toBe(late);
});

it('What the plan keeps stays, unless its question is gone or asks after something else', () => {
  const { principle = '' } = plan.interviewers[0]?.questions[0] ?? {};
  const kept = `${principle}-conflict`;
  expect(proposeQuestions(keep(kept), bank, [practised(kept)])[0]?.[0]).toBe(kept);
  const other = bank.find((one) => one.principle !== principle)?.id ?? '';
  for (const gone of ['nowhere', other]) {
    const id = proposeQuestions(keep(gone), bank, [])[0]?.[0];
    expect(bank.find((one) => one.id === id)?.principle).toBe(principle);
  }
});

it('A question that one interviewer keeps is not proposed to another', () => {
  const [one, two] = plan.interviewers;
  if (!one || !two) throw new Error('A loop has five.');
  const same = { ...plan, interviewers: [one, { ...one, id: 'again' }] };
  for (const angle of angles) {
    const id = `${one.questions[0]?.principle ?? ''}-${angle}`;
    const ids = proposeQuestions(keep(id, same), bank, []).flat();
    expect(ids.filter((found) => found === id)).toHaveLength(1);
  }
});

it('Another question is of the same principle and asked nowhere yet; small packs run out', () => {
  const place = { interviewer: 0, question: 0 };
  const proposed = proposeQuestions(plan, bank, []);
  const { principle = '' } = plan.interviewers[0]?.questions[0] ?? {};
  const seen = new Set<string | null>();
  for (let seed = 0; seed < 40; seed += 1) {
    const id = drawAnother(plan, place, proposed, bank, [], seed);
    expect(bank.find((one) => one.id === id)?.principle).toBe(principle);
    expect(proposed.flat()).not.toContain(id);
    seen.add(id);
  }
  expect(seen.size).toBe(2);
  const small = bank.filter(({ id }) => id.endsWith('-best'));
  const only = proposeQuestions(plan, small, []);
  expect(only[0]?.[0]).toBe(`${principle}-best`);
  expect(drawAnother(plan, place, only, small, [], 1)).toBeNull();
  expect(
    proposeQuestions(plan, [], [])
      .flat()
      .every((id) => id === null),
  ).toBe(true);
});
