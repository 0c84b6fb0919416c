import { createRandomSource } from '../../content/engine/drill/random-source.ts';
import { newStory } from '../../content/engine/story/new-story.ts';
import { principles } from '../../content/engine/story/principles.ts';
import { storyKinds, type Story } from '../../content/engine/story/story.ts';

/** A bank of stories from given sentences, the same for the same seed: about 950 words each. */
export function makeStories(count: number, sentences: readonly string[], seed: number): Story[] {
  const random = createRandomSource(seed);
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random.next() * all.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  const syllables = ['ka', 'lo', 'mi', 'ren', 'tos', 'va', 'ber', 'dun', 'ek', 'fi', 'gar', 'hol'];
  /** A bank has words of its own that no other story has. */
  const makeName = (): string => {
    const name = pick(syllables) + pick(syllables) + pick(syllables);
    return name.slice(0, 1).toUpperCase() + name.slice(1);
  };
  const tell = (words: number): string => {
    const told: string[] = [];
    for (let length = 0; length < words;) {
      const sentence = pick(sentences).replace(/\d+/, () =>
        String(Math.floor(random.next() * 900)),
      );
      told.push(told.length % 4 === 3 ? `${sentence} ${makeName()} agreed.` : sentence);
      length += sentence.split(' ').length;
    }
    return told.join(' ');
  };
  return Array.from({ length: count }, (_, at) =>
    newStory(`s${at}`, '2026-11-26T10:00:00.000Z', {
      title: `${makeName()}: ${pick(sentences).split(' ').slice(0, 5).join(' ')}`,
      kind: pick(storyKinds),
      principles: [pick(principles).slug, pick(principles).slug],
      tags: [makeName().toLowerCase(), pick(['conflict', 'cloud', 'people', 'incident'])],
      people: [`the ${pick(['release', 'platform', 'night', 'finance'])} lead`],
      systems: [makeName()],
      texts: {
        short: { text: tell(70), own_roles: [] },
        middle: { text: tell(260), own_roles: [] },
        long: { text: tell(620), own_roles: [] },
      },
    }),
  );
}
