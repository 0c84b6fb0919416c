import { describe, expect, it } from 'vitest';
import { aCoveredStory } from '../../content/engine/testing/a-covered-story.ts';
import { LoopPlanner } from './loop-plan.svelte.ts';
import { SaveStatus } from './save-status.svelte.ts';
import type { Change } from './store.ts';

function aPlanner(stored?: unknown) {
  const kept: Change[] = [];
  const now = () => new Date('2026-11-26T10:00:00Z');
  const saves = new SaveStatus(
    {
      commit: (change) => {
        kept.push(change);
        return Promise.resolve();
      },
    },
    now,
  );
  const store = { get: () => Promise.resolve(stored) };
  return { planner: new LoopPlanner({ store, saves, now }), saves, kept };
}
const last = (kept: readonly Change[]): unknown => kept.at(-1)?.puts?.[0]?.body;
const stories = [
  aCoveredStory({ id: 'a', principles: ['customer-obsession'] }),
  aCoveredStory({ id: 'b', principles: ['customer-obsession', 'ownership'] }),
];

describe('the loop planner', () => {
  it('stores nothing before something is changed, and every change at once', async () => {
    const { planner, saves, kept } = aPlanner();
    await planner.load(['network']);
    expect(planner.plan?.interviewers).toHaveLength(5);
    expect(kept).toEqual([]);
    planner.rename(0, 'Dana, the bar');
    await saves.settle();
    expect(last(kept)).toEqual(planner.plan);
    const again = aPlanner(last(kept)).planner;
    await again.load([]);
    expect(again.plan).toEqual(planner.plan);
    expect(again.plan?.interviewers[0]).toMatchObject({
      name: 'Dana, the bar',
      competency: 'network',
    });
  });

  it('suggests around what the person chose, and takes each step back and forth', async () => {
    const { planner, saves, kept } = aPlanner();
    await planner.load([]);
    planner.chooseStory({ interviewer: 0, question: 0 }, 'b');
    const told = () => planner.plan?.interviewers[0]?.questions.map(({ story, by }) => [story, by]);
    const suggestion = planner.suggest(stories, []);
    expect(told()).toEqual([
      ['b', 'person'],
      [null, 'suggestion'],
    ]);
    expect(suggestion?.open).toHaveLength(9);
    planner.chooseStory({ interviewer: 0, question: 0 }, null);
    planner.suggest(stories, []);
    expect(told()).toEqual([
      ['a', 'suggestion'],
      ['b', 'suggestion'],
    ]);
    expect(planner.undo()).toBe('suggestion of stories');
    expect(planner.undo()).toBe('choice of a story');
    expect(told()?.[0]).toEqual(['b', 'person']);
    expect(planner.redo()).toBe('choice of a story');
    await saves.settle();
    expect(last(kept)).toEqual(planner.plan);
  });

  it('keeps stories with their principle when principles and questions change', async () => {
    const { planner } = aPlanner();
    await planner.load([]);
    planner.suggest(stories, []);
    planner.setPrinciples(0, 'ownership', null);
    planner.setQuestionCount(0, 3);
    expect(planner.plan?.interviewers[0]).toMatchObject({
      principles: ['ownership'],
      questions: [{ story: 'b' }, { story: null }, { story: null }],
    });
    planner.setPrinciples(0, 'ownership', 'ownership');
    expect(planner.plan?.interviewers[0]?.principles).toEqual(['ownership']);
  });

  it('keeps a question at its place through suggestions and undo, and with its principle', async () => {
    const { planner, saves, kept } = aPlanner();
    await planner.load([]);
    const place = { interviewer: 0, question: 1 };
    planner.keepQuestion(place, 'ownership-failure');
    planner.suggest(stories, []);
    const asks = () => planner.plan?.interviewers[0]?.questions.map(({ ask }) => ask);
    expect(asks()).toEqual([undefined, 'ownership-failure']);
    planner.setPrinciples(0, 'ownership', 'frugality');
    expect(asks()).toEqual(['ownership-failure', undefined]);
    await saves.settle();
    const again = aPlanner(last(kept)).planner;
    await again.load([]);
    expect(again.foreign).toBe(false);
    expect(again.plan).toEqual(planner.plan);
    planner.undo();
    planner.undo();
    expect(planner.undo()).toBe('choice of a question');
    expect(asks()).toEqual([undefined, undefined]);
  });

  it('deals what has not come up, keeps the names, and can be taken back', async () => {
    const { planner } = aPlanner();
    await planner.load([]);
    planner.rename(4, 'Ravi');
    const before = planner.plan?.interviewers.flatMap(({ principles }) => principles) ?? [];
    planner.dealNext([]);
    const after = planner.plan?.interviewers.flatMap(({ principles }) => principles) ?? [];
    expect(new Set([...before, ...after]).size).toBe(16);
    expect(planner.plan?.interviewers[4]?.name).toBe('Ravi');
    planner.undo();
    expect(planner.plan?.interviewers.flatMap(({ principles }) => principles)).toEqual(before);
  });

  it('does nothing where nothing changes, and leaves a newer plan as it is', async () => {
    const { planner, kept } = aPlanner({ format: 2 });
    await planner.load([]);
    expect(planner.foreign).toBe(true);
    planner.rename(0, 'Interviewer 1');
    planner.setCompetency(9, 'network');
    expect(kept).toEqual([]);
    expect(planner.undoTitle).toBeNull();
  });
});
