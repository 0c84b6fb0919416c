import { describe, expect, it } from 'vitest';
import { aTelling } from '../../content/engine/testing/a-covered-story.ts';
import { aPractice } from '../../content/engine/testing/a-practice.ts';
import { aStory, someStoryText } from '../../content/engine/testing/a-story.ts';
import { findToldText, StoryTellings } from './story-tellings.svelte.ts';

const told = someStoryText;
const storeOf = (bodies: readonly unknown[]) => ({
  list: () => Promise.resolve(bodies.map((body, index) => ({ id: String(index), body }))),
});

describe('how stories were told', () => {
  it('takes what was practised to its result, with what the probes brought', async () => {
    const tellings = new StoryTellings(
      storeOf([aPractice(), aPractice({ stage: 'probing', result: null }), { format: 2 }]),
    );
    await tellings.load();
    expect(tellings.answers).toHaveLength(1);
    expect(tellings.unreadable).toBe(1);
    expect(tellings.tellings).toEqual([
      {
        story: 's1',
        principle: 'ownership',
        from: 'practice',
        at: '2026-11-03T10:00:00.000Z',
        dimensions: aTelling(3).dimensions,
      },
    ]);
  });

  it('keeps an answer without a story as evidence, and as no telling', async () => {
    const tellings = new StoryTellings(
      storeOf([
        aPractice({
          story: null,
          result: { scorer: 1, at: '2026-11-03T10:00:00.000Z', answer: null, account: null },
        }),
      ]),
    );
    await tellings.load();
    expect(tellings.answers).toMatchObject([{ story: null, dimensions: null }]);
    expect(tellings.tellings).toEqual([]);
  });

  it('scores what is written for each principle, and not what is too short', async () => {
    const tellings = new StoryTellings(storeOf([]));
    await tellings.scoreWritten([
      aStory({ principles: ['ownership', 'frugality'] }),
      aStory({ id: 's2', texts: { ...aStory().texts, middle: { text: 'Short.', own_roles: [] } } }),
    ]);
    expect(tellings.scoring).toBe(false);
    expect(tellings.tellings.map(({ story, principle, from }) => [story, principle, from])).toEqual(
      [
        ['s1', 'ownership', 'written'],
        ['s1', 'frugality', 'written'],
      ],
    );
    const [ownership] = tellings.tellings;
    expect(ownership?.dimensions.own_action).toBeGreaterThan(2);
  });

  it('lets a newer round win', async () => {
    const tellings = new StoryTellings(storeOf([]));
    const many = Array.from({ length: 60 }, (_, index) =>
      aStory({
        id: `s${String(index)}`,
        texts: { ...aStory().texts, middle: { text: `${told} ${String(index)}`, own_roles: [] } },
      }),
    );
    const first = tellings.scoreWritten(many);
    await Promise.all([first, tellings.scoreWritten([aStory({ principles: ['ownership'] })])]);
    expect(tellings.tellings.map(({ story }) => story)).toEqual(['s1']);
  });

  it('reads the two minutes, else the longer, else the shorter', () => {
    const text = (words: string) => ({ text: words, own_roles: [] });
    const [short, middle, long] = [text(`short ${told}`), text(told), text(`long ${told}`)];
    expect(findToldText({ texts: { short, middle, long } })?.text).toBe(told);
    expect(findToldText({ texts: { short, middle: text('no'), long } })?.text).toMatch(/^long/);
    expect(findToldText({ texts: { short, middle: text(''), long: text('') } })?.text).toMatch(
      /^short/,
    );
    expect(
      findToldText({ texts: { short: text('no'), middle: text(''), long: text('') } }),
    ).toBeNull();
  });
});
