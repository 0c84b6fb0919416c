import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCoveredStory, aTelling } from '../testing/a-covered-story.ts';
import { countRuns } from '../testing/count-runs.ts';
import type { CoveredStory } from './coverage.ts';
import type { Telling } from './coverage-telling.ts';
import {
  applySuggestion,
  listCollisions,
  listToldStories,
  suggestStories,
  weighStory,
} from './plan-loop.ts';
import { explainChoice, explainOpen } from './plan-loop-reasons.ts';
import {
  askAbout,
  findNextStart,
  newLoop,
  readLoopPlan,
  type LoopPlan,
  type LoopQuestion,
} from './plan-loop-record.ts';
import { principles, type PrincipleSlug } from './principles.ts';

const at = '2026-11-26T10:00:00.000Z';

/** Interviewers by the questions they ask: a principle, and the story the person chose. */
function aLoop(...asked: [PrincipleSlug, string?][][]): LoopPlan {
  return {
    format: 1,
    id: 'loop',
    interviewers: asked.map((questions, index) => ({
      id: `i${String(index)}`,
      name: `Interviewer ${String(index + 1)}`,
      principles: questions.map(([principle]) => principle),
      competency: null,
      questions: questions.map(([principle, story]): LoopQuestion => ({
        principle,
        story: story ?? null,
        by: story === undefined ? 'suggestion' : 'person',
      })),
    })),
    updated_at: at,
  };
}
const tied = (id: string, ...slugs: PrincipleSlug[]): CoveredStory =>
  aCoveredStory({ id, title: `Story ${id}`, principles: slugs });
const chosen = (plan: LoopPlan, stories: CoveredStory[], tellings: Telling[] = []) =>
  applySuggestion(plan, suggestStories(plan, stories, tellings)).interviewers.map(({ questions }) =>
    questions.map(({ story }) => story),
  );

describe('a new loop', () => {
  it('is five interviewers with two principles and two questions each, and can be read again', () => {
    const plan = newLoop('loop', at, ['cloud-identity', 'network']);
    expect(readLoopPlan(structuredClone(plan))).toEqual(plan);
    expect(plan.interviewers.map(({ competency }) => competency)).toEqual([
      'cloud-identity',
      'network',
      'cloud-identity',
      'network',
      'cloud-identity',
    ]);
    const asked = plan.interviewers.flatMap((one) => one.principles);
    expect(asked).toEqual(principles.slice(0, 10).map(({ slug }) => slug));
    expect(plan.interviewers[0]?.questions.map(({ principle }) => principle)).toEqual([
      'customer-obsession',
      'ownership',
    ]);
  });

  it('dealt again asks for the principles that did not come up', () => {
    const first = newLoop('loop', at);
    const second = newLoop('loop', at, ['a', 'b', 'c'], findNextStart(first));
    const asked = [first, second].flatMap(({ interviewers }) =>
      interviewers.flatMap((one) => one.principles),
    );
    expect(new Set(asked).size).toBe(16);
    expect(second.interviewers.every(({ competency }) => competency !== null)).toBe(true);
  });

  it.each([null, {}, { format: 2 }, { ...newLoop('l', at), interviewers: [] }])(
    'is not read from %j',
    (body) => {
      expect(readLoopPlan(body)).toBeNull();
    },
  );

  it('keeps a story with its principle when questions change', () => {
    const before: LoopQuestion[] = [
      { principle: 'ownership', story: 'a', by: 'person' },
      { principle: 'dive-deep', story: 'b', by: 'person' },
    ];
    expect(askAbout(['dive-deep', 'frugality'], 3, before)).toEqual([
      { principle: 'dive-deep', story: 'b', by: 'person' },
      { principle: 'frugality', story: null, by: 'suggestion' },
      { principle: 'dive-deep', story: null, by: 'suggestion' },
    ]);
  });
});

describe('suggesting stories', () => {
  it('lets the story with one use go first, so that both questions are filled', () => {
    const plan = aLoop([['ownership'], ['dive-deep']], [['ownership'], ['frugality']]);
    const stories = [
      tied('a', 'ownership', 'dive-deep'),
      tied('b', 'ownership'),
      tied('c', 'ownership', 'frugality'),
      tied('d', 'frugality'),
    ];
    expect(chosen(plan, stories)).toEqual([
      ['b', 'a'],
      ['c', 'd'],
    ]);
  });

  it('prefers two usable tellings to a strong and a thin one', () => {
    const plan = aLoop([['ownership']], [['dive-deep']]);
    const stories = [tied('a', 'ownership', 'dive-deep'), tied('b', 'ownership', 'dive-deep')];
    const tellings = [
      aTelling(5, { story: 'a', principle: 'ownership' }),
      aTelling(1, { story: 'b', principle: 'dive-deep' }),
      aTelling(3, { story: 'b', principle: 'ownership' }),
      aTelling(3, { story: 'a', principle: 'dive-deep' }),
    ];
    expect(chosen(plan, stories, tellings)).toEqual([['b'], ['a']]);
  });

  it('prefers, of equal tellings, the principle that leads in a story', () => {
    const plan = aLoop([['ownership'], ['dive-deep']]);
    const stories = [tied('a', 'dive-deep', 'ownership'), tied('b', 'ownership', 'dive-deep')];
    expect(chosen(plan, stories)).toEqual([['b', 'a']]);
  });

  it('keeps what the person chose, even a story that is not tied, and tells it nowhere else', () => {
    const plan = aLoop(
      [
        ['ownership', 'x'],
        ['dive-deep', 'a'],
      ],
      [['ownership'], ['frugality']],
    );
    const stories = [tied('a', 'ownership', 'frugality'), tied('x'), tied('b', 'frugality')];
    expect(chosen(plan, stories)).toEqual([
      ['x', 'a'],
      [null, 'b'],
    ]);
  });

  it('thinks earlier suggestions over and takes back those that no longer fit', () => {
    const plan = aLoop([['ownership']]);
    const first = applySuggestion(plan, suggestStories(plan, [tied('a', 'ownership')], []));
    expect(listToldStories(first)).toEqual(['a']);
    expect(chosen(first, [tied('b', 'ownership')])).toEqual([['b']]);
    expect(chosen(first, [])).toEqual([[null]]);
  });

  it('never suggests a drill', () => {
    const drill = aCoveredStory({
      id: 'd',
      principles: ['ownership'],
      origin: { kind: 'drill', attempt: 'x', code: 'D01', title: 'Public key' },
    });
    const plan = aLoop([['ownership']]);
    const { suggested, open } = suggestStories(plan, [drill], [aTelling(5, { story: 'd' })]);
    expect(suggested).toEqual([]);
    expect(open).toMatchObject([{ reason: 'none-tied', leastBad: null }]);
  });

  it('says what stays open, and the least bad collision: told least, then strongest, to others', () => {
    const plan = aLoop(
      [['ownership'], ['ownership']],
      [['ownership'], ['dive-deep']],
      [['dive-deep'], ['ownership']],
    );
    const stories = [tied('a', 'ownership'), tied('b', 'ownership'), tied('c', 'ownership')];
    const tellings = [aTelling(2, { story: 'a' }), aTelling(4, { story: 'b' })];
    const suggestion = suggestStories(plan, stories, tellings);
    expect(suggestion.suggested.map(({ story }) => story).toSorted()).toEqual(['a', 'b', 'c']);
    const [none, left] = [
      suggestion.open.filter(({ reason }) => reason === 'none-tied'),
      suggestion.open.filter(({ reason }) => reason === 'all-told'),
    ];
    expect(none.map(({ principle }) => principle)).toEqual(['dive-deep', 'dive-deep']);
    expect(left).toHaveLength(1);
    const [open] = left;
    if (!open) throw new Error('one stays open');
    const told = applySuggestion(plan, suggestion).interviewers[open.interviewer]?.questions;
    const heard = told?.map(({ story }) => story) ?? [];
    expect(heard).not.toContain(open.leastBad?.story);
    const expected = heard.includes('b') ? 'a' : 'b';
    expect(open.leastBad?.story).toBe(expected);
    const reasons = explainOpen({ plan, stories, tellings }, open).join(' ');
    expect(reasons).toContain(`“Story ${expected}”`);
    expect(reasons).toMatch(/Interviewer \d hears it too/);
  });

  it('offers nothing where this interviewer hears every story already', () => {
    const plan = aLoop([['ownership', 'a'], ['ownership']]);
    const stories = [tied('a', 'ownership')];
    const { open } = suggestStories(plan, stories, []);
    expect(open).toMatchObject([{ question: 1, reason: 'all-told', leastBad: null }]);
    const [first] = open;
    if (!first) throw new Error('one stays open');
    expect(explainOpen({ plan, stories, tellings: [] }, first)[1]).toMatch(/only another story/);
  });
});

const slugs: readonly PrincipleSlug[] = ['ownership', 'dive-deep', 'frugality'];
const someStories = fc
  .array(
    fc.record({
      slugs: fc.uniqueArray(fc.constantFrom(...slugs), { maxLength: 3 }),
      scores: fc.array(fc.option(fc.integer({ min: 10, max: 50 })), { minLength: 3, maxLength: 3 }),
    }),
    { maxLength: 5 },
  )
  .map((list) => ({
    stories: list.map((one, index) => tied(`s${String(index)}`, ...one.slugs)),
    tellings: list.flatMap(({ scores }, index) =>
      scores.flatMap((score, principle) =>
        score === null
          ? []
          : [
              aTelling(score / 10, {
                story: `s${String(index)}`,
                principle: slugs[principle] ?? 'ownership',
              }),
            ],
      ),
    ),
  }));
const somePlan = fc
  .array(
    fc.array(
      fc.tuple(fc.constantFrom(...slugs), fc.option(fc.constantFrom('s0', 's1'), { freq: 4 })),
      { minLength: 1, maxLength: 2 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((asked) =>
    aLoop(
      ...asked.map((questions) =>
        questions.map(([slug, story]): [PrincipleSlug, string?] =>
          story === null ? [slug] : [slug, story],
        ),
      ),
    ),
  );

describe('any suggestion', () => {
  it('is as good as the best that trying everything finds', () => {
    fc.assert(
      fc.property(somePlan, someStories, (plan, { stories, tellings }) => {
        const { suggested, open } = suggestStories(plan, stories, tellings);
        const questions = plan.interviewers.flatMap((one, interviewer) =>
          one.questions.map((asked, question) => ({ ...asked, interviewer, question })),
        );
        const fixed = new Set(questions.flatMap(({ story }) => story ?? []));
        const free = questions.filter(({ story }) => story === null);
        const weightOf = (principle: PrincipleSlug, id: string): number | null => {
          const story = stories.find((one) => one.id === id);
          return !story || fixed.has(id) ? null : weighStory(story, principle, tellings);
        };
        const best = (at_: number, taken: ReadonlySet<string>): number => {
          const asked = free[at_];
          if (!asked) return 0;
          return stories.reduce(
            (most, { id }) => {
              const weight = taken.has(id) ? null : weightOf(asked.principle, id);
              return weight === null
                ? most
                : Math.max(most, weight + best(at_ + 1, new Set([...taken, id])));
            },
            best(at_ + 1, taken),
          );
        };
        const got = suggested.reduce((sum, place) => {
          const asked = plan.interviewers[place.interviewer]?.questions[place.question];
          const weight = asked && weightOf(asked.principle, place.story);
          expect(typeof weight).toBe('number');
          return sum + (weight ?? 0);
        }, 0);
        expect(got).toBe(best(0, new Set()));
        expect(new Set(suggested.map(({ story }) => story)).size).toBe(suggested.length);
        expect(suggested.length + open.length).toBe(free.length);
        // No order of the list changes it.
        expect(suggestStories(plan, stories.toReversed(), tellings.toReversed())).toEqual({
          suggested,
          open,
        });
        // Nothing that was suggested collides, and what was chosen stays.
        const applied = applySuggestion(plan, { suggested, open });
        for (const { story } of listCollisions(applied)) expect(fixed.has(story)).toBe(true);
        for (const { interviewer, question, story } of questions) {
          if (story === null) continue;
          expect(applied.interviewers[interviewer]?.questions[question]?.story).toBe(story);
        }
      }),
      countRuns(3_000),
    );
  });
});

describe('collisions and reasons', () => {
  it('name a story that is told twice, and who hears it', () => {
    const plan = aLoop(
      [
        ['ownership', 'a'],
        ['dive-deep', 'b'],
      ],
      [['frugality', 'a']],
      [
        ['ownership', 'b'],
        ['frugality', 'b'],
      ],
    );
    expect(listCollisions(plan)).toEqual([
      {
        story: 'a',
        places: [
          { interviewer: 0, question: 0 },
          { interviewer: 1, question: 0 },
        ],
        sameInterviewer: false,
      },
      {
        story: 'b',
        places: [
          { interviewer: 0, question: 1 },
          { interviewer: 2, question: 0 },
          { interviewer: 2, question: 1 },
        ],
        sameInterviewer: true,
      },
    ]);
  });

  it('say why a story stands where it stands, and what the others are', () => {
    const stories = [tied('a', 'ownership'), tied('b', 'ownership'), tied('c', 'ownership')];
    const tellings = [
      aTelling(4, { story: 'a', dimensions: { result: 3.2 } }),
      aTelling(2, { story: 'b', from: 'written' }),
    ];
    const plan = aLoop([['ownership']], [['ownership']]);
    const applied = applySuggestion(plan, suggestStories(plan, stories, tellings));
    const place = { interviewer: 0, question: 0 };
    const [first, ...rest] = explainChoice({ plan: applied, stories, tellings }, place);
    expect(first).toMatch(/^Suggested\./);
    expect(rest.join('\n')).toContain('good, 3.2: evidence of result is lowest');
    expect(rest.join('\n')).toContain('usable, 2.0, as written');
    expect(rest.join('\n')).toContain('“Story c”: tied, and not told yet; free.');
    expect(explainChoice({ plan, stories, tellings }, place)).toEqual([]);
  });

  it.each([
    ['gone', /not in your bank any more/],
    ['x', /is not tied to Ownership/],
    ['d', /comes from a drill/],
  ])('warn of a choice: %s', (story, said) => {
    const stories = [
      tied('x'),
      aCoveredStory({
        id: 'd',
        principles: ['ownership'],
        origin: { kind: 'drill', attempt: 'x', code: 'D01', title: 'Public key' },
      }),
    ];
    const plan = aLoop([['ownership', story]]);
    const place = { interviewer: 0, question: 0 };
    expect(explainChoice({ plan, stories, tellings: [] }, place).join(' ')).toMatch(said);
  });
});
