import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRoles } from '../star/answer-role.ts';
import { splitAnswer } from '../star/split-answer.ts';
import { countRuns } from '../testing/count-runs.ts';
import { someStoryText } from '../testing/a-story.ts';
import { readFields, writeField, writeFields } from './story-fields.ts';
import { readSentences, setSentenceRole } from './story-sentences.ts';
import type { StoryText } from './story.ts';

const told = (text: string): StoryText => ({ text, own_roles: [] });
const cut = (text: string) => splitAnswer(text).spans.map(([from, to]) => text.slice(from, to));

describe('the fields of a text', () => {
  it('are its parts in their order', () => {
    const fields = readFields(told(someStoryText));
    expect(fields.task).toBe(
      'My part was to get it out of use before the peak season in five weeks.',
    );
    expect(fields.reflection).toMatch(/^I learned .* in person\.$/);
    expect(fields.other).toBe('');
  });

  it('follow the role that the person gives', () => {
    const given = setSentenceRole(told(someStoryText), 0, 'task');
    expect(readFields(given).situation).toBe('');
    expect(readFields(given).task).toMatch(/^In March .*\n\nMy part/s);
  });
});

describe('one field written back', () => {
  it('leaves all else as it was', () => {
    const story = told(someStoryText);
    const written = writeField(story, 'result', 'The key was gone. We kept to 0.');
    expect(written.text).toBe(
      someStoryText
        .replace('In the end the key was gone nine days before peak.', 'The key was gone.')
        .replace('Long-lived keys went from 6 to 0.', 'We kept to 0.'),
    );
    expect(readFields(written).result).toBe('The key was gone. We kept to 0.');
  });

  it('keeps a sentence of its own between others where it was', () => {
    const text = 'In May we had a leak. I called Ines. It was over by noon. I called Tom.';
    let story = told(text);
    for (const [index, role] of (['situation', 'action', 'result', 'action'] as const).entries()) {
      story = setSentenceRole(story, index, role);
    }
    expect(readFields(story).action).toBe('I called Ines.\n\nI called Tom.');
    const written = writeField(story, 'action', 'I called Ines at once.\n\nI called Tom.');
    expect(written.text).toBe(text.replace('Ines.', 'Ines at once.'));
    const more = writeField(story, 'action', 'I called Ines.\n\nI called Tom. I wrote it down.');
    expect(more.text).toBe(`${text} I wrote it down.`);
    expect(writeField(story, 'action', '').text).toBe('In May we had a leak. It was over by noon.');
  });

  it('begins a paragraph for a field that was empty, in the order of the parts', () => {
    let story = writeField(told(''), 'result', 'It was over by noon');
    story = writeField(story, 'situation', 'In May we had a leak');
    story = writeField(story, 'other', 'Thanks');
    expect(story.text).toBe('In May we had a leak\n\nIt was over by noon\n\nThanks');
    expect(readFields(story)).toMatchObject({
      situation: 'In May we had a leak',
      result: 'It was over by noon',
      other: 'Thanks',
    });
  });

  it('keeps an unfinished sentence apart from what follows it', () => {
    const story = writeFields({ action: 'I called Ines.', result: 'it was over.' });
    const written = writeField(story, 'action', 'I called Ines. and then I');
    expect(readFields(written).action).toBe('I called Ines. and then I');
    expect(readFields(written).result).toBe('it was over.');
  });

  it('keeps marks of HTML that stand in the text', () => {
    const story = told('<b>In May</b> we had a leak.<br>I called <i>Ines</i>.');
    const written = writeField(story, 'result', 'It was over.');
    expect(written.text).toContain('<b>In May</b> we had a leak.<br>');
    expect(written.text).toContain('I called <i>Ines</i>.');
  });
});

describe('whatever the text', () => {
  const sentence = fc.oneof(
    fc.constantFrom(
      'In May 2023 I worked for a bank.',
      'I had to keep the mail safe.',
      'I moved forty people first',
      'it fell from 30 to 2 in a week!',
      'Since then I ask first…',
      'At 5 a.m. Dr. Holm rang, e.g. twice',
      'Thanks?',
      'other words, that go on for long enough to be taken as a line that was wrapped by a mail program',
      '他们来了。',
      '🙂',
      '- ',
      '4.',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[<>]/g, '')),
  );
  const text = fc
    .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\r\n', '\n\n', '  ', '')), {
      maxLength: 8,
    })
    .map((all) => all.flat().join(''));
  const story = fc
    .tuple(text, fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...answerRoles)), { maxLength: 4 }))
    .map(([words, roles]) =>
      roles.reduce((all, [index, role]) => setSentenceRole(all, index, role), told(words)),
    );

  it('no sentence is lost between the two forms', () => {
    fc.assert(
      fc.property(story, (one) => {
        const sentences = readSentences(one);
        const fields = readFields(one);
        for (const role of answerRoles) {
          expect(cut(fields[role])).toEqual(
            sentences.filter((each) => each.role === role).map((each) => each.text),
          );
        }
      }),
      countRuns(2_000),
    );
  });

  it('a field written back unchanged changes nothing', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...answerRoles), (one, role) => {
        const written = writeField(one, role, readFields(one)[role]);
        expect(written.text).toBe(one.text);
        expect(readSentences(written).map((each) => each.role)).toEqual(
          readSentences(one).map((each) => each.role),
        );
      }),
      countRuns(2_000),
    );
  });

  it('a field written anew holds what was written, and the others what they held, in their order', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(...answerRoles), text, (one, role, value) => {
        const written = writeField(one, role, value);
        expect(cut(readFields(written)[role])).toEqual(cut(value));
        const others = (of: StoryText) =>
          readSentences(of)
            .filter((each) => each.role !== role)
            .map((each) => [each.role, each.text]);
        expect(others(written)).toEqual(others(one));
        const again = writeField(written, role, readFields(written)[role]);
        expect(again).toEqual(written);
      }),
      countRuns(2_000),
    );
  });
});
