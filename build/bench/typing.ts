import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { BuiltApp } from '../profile/built-app.ts';
import type { Story } from '../../content/engine/story/story.ts';
import { fixRoles, readSentences } from '../../content/engine/story/story-sentences.ts';
import { driveDrillbook, goTo } from '../profile/drive-app.ts';
import { prepareProfile, seal, welcomed } from '../profile/prepared-profile.ts';
import type { Figure, Measured } from './figure.ts';
import { needApp } from './need-app.ts';
import { findQuantile } from './readings.ts';
import { makeStories } from './some-stories.ts';
import { readStarSentences } from './star-sentences.ts';
import { showPlainField, watchTyping } from './typing-in-page.ts';

const words = 2_000;
const sentencesInParagraph = 6;
const turns = 3;
const frame_ms = 1000 / 60;
/** Faster than people type, so that marks, score and saving come between keys. */
const pause_ms = 60;
/** Long enough to be read and saved several times on the way. */
const typed =
  'and then i rang the owner of the list because nobody had looked at it for a month so we agreed on a day ';
const editor = 'textarea[aria-describedby$="-roles"]';

/**
 * Real keys into a story of 2,000 words, in its middle: from the key to the painted frame that shows its
 * letter, beside the same keys in the browser's own field without marks. Some roles are the person's own.
 */
export const typing: Figure = {
  name: 'typing',
  window: true,
  measure: async (surroundings) => {
    const app = needApp(surroundings);
    const { scratch, say } = surroundings;
    const told = tell();
    const texts = {
      'in paragraphs': told,
      'in one paragraph': { ...told, text: told.text.replaceAll('\n\n', ' ') },
    };
    const all: Measured[] = [];
    for (const [name, text] of Object.entries(texts)) {
      const profile = join(scratch, name.replaceAll(' ', '-'));
      await prepareProfile(profile, [welcomed, seal('stories', 's0', writeStory(text))]);
      const marked: number[] = [];
      const plain: number[] = [];
      for (let turn = 0; turn < turns; turn += 1) {
        say(`2,000 words ${name}, turn ${turn + 1} of ${turns}`);
        const times = await measureTurn(app, profile, text.text);
        marked.push(...times.marked);
        plain.push(...times.plain);
      }
      say(
        `${name}: half under ${findQuantile(marked, 0.5).toFixed(1)} ms, without marks ${findQuantile(plain, 0.5).toFixed(1)} ms`,
      );
      all.push({
        title: `a key in a story of 2,000 words ${name}, to its painted frame, p95`,
        reading: read(marked),
        baseline: { name: 'the same field without marks, p95', reading: read(plain) },
        limit: { of: 'value', kind: 'at_most', bound: frame_ms },
      });
    }
    return all;
  },
};

const read = (times: readonly number[]) => ({
  value: findQuantile(times, 0.95),
  least: Math.min(...times),
  most: Math.max(...times),
  unit: 'ms',
});

async function measureTurn(
  app: BuiltApp,
  profile: string,
  text: string,
): Promise<{ readonly marked: readonly number[]; readonly plain: readonly number[] }> {
  const { page, close } = await driveDrillbook(app, profile);
  try {
    await goTo(page, '#/stories/s0');
    await page.locator(editor).waitFor({ timeout: 60_000 });
    // Marks and score of the text as it was opened.
    await page
      .getByRole('list', { name: 'Sentences and their roles' })
      .waitFor({ timeout: 60_000 });
    const marked = await type(page, editor);
    await goTo(page, '#/stories/coverage');
    await page.evaluate(showPlainField, text);
    const plain = await type(page, '#plain');
    return { marked, plain };
  } finally {
    await close();
  }
}

async function type(page: Page, field: string): Promise<readonly number[]> {
  await wait(1500);
  await page.evaluate(watchTyping, { field, at: 0.5 });
  for (const letter of typed) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await wait(pause_ms);
  }
  await wait(500);
  const times = await page.evaluate(() => window.keysPainted ?? []);
  if (times.length < typed.length * 0.9) throw new Error('Keys were lost on the way.');
  return times;
}

/** 2,000 words of our own answers, three of its sentences with a role that the person gave. */
function tell(): Story['texts']['long'] {
  const sentences = readStarSentences();
  const paragraphs: string[] = [];
  let count = 0;
  for (let at = 0; count < words; at += sentencesInParagraph) {
    const some = Array.from(
      { length: sentencesInParagraph },
      (_, index) => sentences[(at + index) % sentences.length] ?? '',
    ).join(' ');
    count += some.split(' ').length;
    paragraphs.push(some);
  }
  const text = paragraphs.join('\n\n');
  const given = new Set([2, 40, 80]);
  return fixRoles(
    text,
    readSentences({ text, own_roles: [] }).map(({ role }, at) =>
      given.has(at) ? { role: 'reflection', own: true } : { role, own: false },
    ),
  );
}

function writeStory(long: Story['texts']['long']): Story {
  const [story] = makeStories(1, readStarSentences(), 3);
  if (!story) throw new Error('There is no story.');
  const empty = { text: '', own_roles: [] };
  return {
    ...story,
    principles: ['ownership', 'dive-deep'],
    texts: { short: empty, middle: empty, long },
  };
}
