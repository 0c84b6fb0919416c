import { describe, expect, it } from 'vitest';
import { chooseProbe, writeNextId, type EarlierProbe, type ProbeNode } from './probes.ts';
import { scoreAnswer, type StarScore } from './score-answer.ts';
import { starDimensions, type StarDimension } from './star-rule.ts';

const node = (id: string, lacks: StarDimension, next: ProbeNode['next'] = null): ProbeNode => ({
  id,
  kind: 'how',
  text: `Text of ${id}?`,
  lacks,
  next,
});

const tree: readonly ProbeNode[] = [
  node('scene', 'specificity'),
  node('alone', 'own_action', { text: 'Which part did the team do?', lacks: 'own_action' }),
  node('other-way', 'judgement'),
  node('figure', 'result', { text: 'How was that counted?', lacks: 'result' }),
  node('before', 'result'),
  node('lesson', 'reflection'),
];

function aScore(
  given: Partial<Record<StarDimension, number>>,
): Pick<StarScore, 'dimensions' | 'points'> {
  const dimensions = Object.fromEntries(
    starDimensions.map((dimension) => [dimension, given[dimension] ?? 4.5]),
  ) as StarScore['dimensions'];
  return { dimensions, points: [] };
}
const asked = (id: string, before: number): EarlierProbe => {
  const found = tree.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return { id, text: found.text, dimension: found.lacks, before };
};

describe('The next probe', () => {
  it('asks after the lowest dimension, and says which and what is open', () => {
    const probe = chooseProbe(tree, aScore({ result: 1.4, judgement: 2 }), []);
    expect(probe).toMatchObject({ id: 'figure', dimension: 'result', before: 1.4 });
    expect(probe?.rule).toBe('lacking/outcome');
    expect(probe?.why).toMatch(/^Evidence of result stands at 1\.4 of 5, .* Add what came of it/);
  });

  it('goes on to the next dimension rather than asking twice after one', () => {
    const score = aScore({ result: 2.2, judgement: 3 });
    expect(chooseProbe(tree, score, [asked('figure', 1.4)])?.id).toBe('other-way');
  });

  it('follows up where the answer did not raise the dimension by half a point', () => {
    const score = aScore({ result: 1.8, judgement: 1 });
    expect(chooseProbe(tree, score, [asked('figure', 1.4)])).toMatchObject({
      id: writeNextId('figure'),
      text: 'How was that counted?',
      rule: 'follow-up/outcome',
    });
    const risen = aScore({ result: 1.9, judgement: 1 });
    expect(chooseProbe(tree, risen, [asked('figure', 1.4)])?.id).toBe('other-way');
    const full = aScore({ result: 4, judgement: 1 });
    expect(chooseProbe(tree, full, [asked('figure', 3.9)])?.id).toBe('other-way');
  });

  it('asks a follow-up only of the last probe, and only once', () => {
    const score = aScore({ result: 1.4, own_action: 1.4, judgement: 2 });
    const follow = {
      ...asked('figure', 1.4),
      id: writeNextId('figure'),
      text: 'How was that counted?',
    };
    expect(chooseProbe(tree, score, [asked('figure', 1.4), follow])?.id).toBe('alone');
  });

  it('asks two always, a third only while something lacks, never a fourth', () => {
    const good = aScore({ reflection: 4.1, judgement: 4.2 });
    const first = chooseProbe(tree, good, []);
    expect(first).toMatchObject({ id: 'lesson', rule: expect.stringMatching(/^lowest/) as string });
    expect(first?.why).toMatch(/^Nothing lacks much/);
    expect(chooseProbe(tree, good, [asked('lesson', 4.1)])?.id).toBe('other-way');
    const two = [asked('lesson', 4.1), asked('other-way', 4.2)];
    expect(chooseProbe(tree, good, two)).toBeNull();
    const thin = aScore({ specificity: 3.9 });
    expect(chooseProbe(tree, thin, two)?.id).toBe('scene');
    expect(chooseProbe(tree, aScore({ result: 1 }), [...two, asked('scene', 1)])).toBeNull();
  });

  it('comes back to a dimension when every other was asked after, and ends with the tree', () => {
    const small = [node('figure', 'result'), node('before', 'result')];
    const score = aScore({ result: 1 });
    expect(chooseProbe(small, score, [asked('figure', 1)])?.id).toBe('before');
    expect(chooseProbe(small, score, [asked('figure', 1), asked('before', 1)])).toBeNull();
    expect(chooseProbe([], score, [])).toBeNull();
  });

  it('never repeats a wording, though the id is another', () => {
    const twins = [node('a', 'result'), { ...node('b', 'result'), text: 'Text of a?' }];
    const earlier = { id: 'a', text: 'Text of a?', dimension: 'result', before: 1 } as const;
    expect(chooseProbe(twins, aScore({ result: 1 }), [earlier])).toBeNull();
  });

  it('names for real answers the rule that is most open', () => {
    const score = scoreAnswer({
      question: 'Tell me about a failure.',
      principle: 'ownership',
      answer:
        'In May 2024 our payment page failed for two hours. I found the cause, a full disk, cleared it and added an alert, because nobody else was on call.',
    });
    const probe = chooseProbe(tree, score, []);
    expect(probe?.dimension).toBe('result');
    expect(probe?.rule).toBe('lacking/outcome');
  });
});
