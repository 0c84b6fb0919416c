import { describe, expect, it } from 'vitest';
import { aCoveredStory, aTelling } from '../testing/a-covered-story.ts';
import { findReadiness, type PractisedAnswer } from './readiness.ts';

function anAnswer(changes: Partial<PractisedAnswer> = {}): PractisedAnswer {
  return {
    id: 'p1',
    at: '2026-11-01T10:00:00.000Z',
    question: 'What did you take on that was not yours?',
    principle: 'ownership',
    competency: null,
    story: null,
    spoken: false,
    dimensions: aTelling(3).dimensions,
    ...changes,
  };
}
const competencies = [
  { slug: 'network', name: 'Network' },
  { slug: 'cloud-identity', name: 'Cloud identity' },
];

describe('readiness', () => {
  const answers = [
    anAnswer({ id: 'old', at: '2026-10-01T10:00:00.000Z', dimensions: aTelling(2).dimensions }),
    anAnswer({ id: 'short', at: '2026-11-03T10:00:00.000Z', dimensions: null }),
    anAnswer({
      id: 'new',
      at: '2026-11-02T10:00:00.000Z',
      question: 'Another one?',
      dimensions: aTelling(4, { dimensions: { result: 2.5 } }).dimensions,
    }),
    anAnswer({ id: 'net', principle: null, competency: 'network' }),
  ];
  const stories = [
    aCoveredStory({ principles: ['ownership'] }),
    aCoveredStory({
      id: 'd',
      principles: ['ownership'],
      origin: { kind: 'drill', attempt: 'x', code: 'D01', title: 'Public key' },
    }),
  ];
  const found = findReadiness({ stories, answers, competencies });

  it('states what was practised, when, and how the first and the last scored', () => {
    const [, ownership] = found.principles;
    expect(ownership).toMatchObject({
      slug: 'ownership',
      stories: 1,
      questions: 2,
      untried: false,
      first: { at: '2026-10-01T10:00:00.000Z', lowest: { score: 2 } },
      last: { at: '2026-11-02T10:00:00.000Z', lowest: { dimension: 'result', score: 2.5 } },
    });
    expect(ownership?.answers.map(({ id }) => id)).toEqual(['short', 'new', 'old']);
  });

  it('names what is untried, principles and competencies alike', () => {
    expect(found.principles.filter(({ untried }) => untried)).toHaveLength(15);
    expect(
      found.competencies.map(({ slug, untried, stories: tied }) => [slug, untried, tied]),
    ).toEqual([
      ['network', false, null],
      ['cloud-identity', true, null],
    ]);
  });

  it('has no score where none was given', () => {
    const {
      principles: [, ownership],
    } = findReadiness({
      stories: [],
      answers: [anAnswer({ dimensions: null })],
      competencies: [],
    });
    expect(ownership).toMatchObject({ untried: false, first: null, last: null, stories: 0 });
  });
});
