import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStory } from '../testing/a-story.ts';
import { countRuns } from '../testing/count-runs.ts';
import { importStories } from './import-stories.ts';
import { principles } from './principles.ts';
import { makeStory } from './story-draft.ts';
import { storyKinds, type Metric, type Story } from './story.ts';
import { exportFormats, writeStories, type ExportFormat } from './write-stories.ts';

const told = (text: string) => ({ text, own_roles: [] });
const back = (story: Story, format: 'markdown' | 'json'): Story => {
  const { text } = writeStories([story], format);
  const read = importStories(text, format === 'json' ? 'drillbook' : 'markdown');
  if (!read.ok) throw new Error(`${read.fault.line ?? '?'}: ${read.fault.message}\n${text}`);
  const [one] = read.drafts;
  if (!one || read.drafts.length > 1) throw new Error(`${read.drafts.length} stories\n${text}`);
  return makeStory(one.draft, story.id, story.created_at);
};
const withMetric = (may_tell: Metric['may_tell']): Story => {
  const story = aStory();
  return { ...story, metrics: story.metrics.map((metric) => ({ ...metric, may_tell })) };
};
const drill = { kind: 'drill', attempt: 'a1', code: 'D01', title: 'A <key> in public' } as const;

it('Markdown says what a story is, and reads well', () => {
  const story = aStory({ texts: { ...aStory().texts, middle: told('I asked.\n\n# and then') } });
  expect(writeStories([story], 'markdown').text).toBe(
    [
      '# The deploy key nobody owned',
      '',
      '- Principles: Ownership · Bias for Action',
      '- Kind: growth',
      '- Tags: conflict',
      '- People: the release lead',
      '- Systems: parcel tracking',
      '',
      '## 30 seconds',
      '',
      'One deploy key, six services, no owner.',
      '',
      '## 2 minutes',
      '',
      'I asked.',
      '',
      '\\# and then',
      '',
      '## Metrics',
      '',
      '| Metric | Before | After | Unit | Period | Source | May be told |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| Long-lived deploy keys in use | 6 | 0 | keys | 5 weeks | audit log | as a count |',
      '',
    ].join('\n'),
  );
});

it.each(['markdown', 'json'] as const)(
  'A story comes back from %s, and a rehearsal stays one',
  (format) => {
    const story = aStory({ origin: drill });
    const again = back(story, format);
    const attempt = format === 'json' ? 'a1' : '';
    expect(again).toEqual({ ...story, origin: { ...drill, attempt } });
  },
);

it('Whatever is written comes back from Markdown as it was', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '# a',
      '## Result',
      'Situation: x',
      '**Task:** y',
      '- Tags: z',
      '| a | b |',
      '```',
      '---',
      '1. one',
      '> q',
      '\\# \\',
      'Metrics',
      '<b>&amp;',
      '',
      '  two blanks',
      'I asked: why?',
      '=====',
      'Kind: failure',
      '* *',
      'Rehearsal from drill D01, “x”. This happened in a drill',
    ),
    fc.string({ maxLength: 20 }),
  );
  const text = fc.array(line, { maxLength: 6 }).map((all) =>
    all
      .join('\n')
      .replaceAll(/[\0\uFFFD\r]/g, '')
      .trim(),
  );
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }).map((title) => title.replaceAll(/\s+/g, ' ').trim() || 'T'),
      text,
      text,
      fc.uniqueArray(fc.constantFrom(...principles.map(({ slug }) => slug)), { maxLength: 3 }),
      fc.option(fc.constantFrom(...storyKinds)),
      (title, short, long, served, kind) => {
        const story = aStory({
          title,
          kind,
          principles: served,
          texts: { short: told(short), middle: told('I asked.'), long: told(long) },
        });
        expect(back(story, 'markdown')).toEqual(story);
      },
    ),
    countRuns(2_000),
  );
});

it('HTML is a whole document in which nothing that was written can become markup', () => {
  const story = aStory({
    title: '<script>alert(1)</script>',
    tags: ['"><img src=x>'],
    texts: {
      short: told('a < b & "c"\n</p><script>'),
      middle: told(''),
      long: told('\u0000\u001b[31m'),
    },
  });
  for (const format of ['html', 'crib-html'] as const) {
    const { text } = writeStories([story], format);
    expect(text).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(text).toMatch(/<\/html>\n$/);
    expect(text).toContain("default-src 'none'");
    for (const unsafe of ['<script', '<img', '\0', '\u001b']) expect(text).not.toContain(unsafe);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
});

describe('the ledger', () => {
  const told = (may_tell: Metric['may_tell'], format: ExportFormat) => {
    const { text, metrics } = writeStories([withMetric(may_tell)], format);
    return [text.includes('Long-lived deploy keys in use'), metrics.map(({ leftOut }) => leftOut)];
  };

  it('keeps inside what must not be told, and says so', () => {
    for (const format of exportFormats) {
      const whole = format === 'json';
      expect(told('no', format)).toEqual([whole, [!whole]]);
    }
  });

  it('lets out what is to be asked for with a word beside it, but not on a crib', () => {
    expect(told('ask', 'markdown')).toEqual([true, [false]]);
    expect(writeStories([withMetric('ask')], 'markdown').text).toContain('ask first');
    expect(told('ask', 'crib-html')).toEqual([false, [true]]);
    expect(told('yes', 'crib-markdown')).toEqual([true, []]);
  });
});

it('A crib holds title, principles, the 30-second version and what may be told', () => {
  expect(writeStories([aStory()], 'crib-markdown').text).toBe(
    [
      '# Crib',
      '',
      '## The deploy key nobody owned',
      '',
      'Ownership · Bias for Action',
      '',
      'One deploy key, six services, no owner.',
      '',
      '- Long-lived deploy keys in use: 6 → 0 keys, 5 weeks (audit log), as a count',
      '',
    ].join('\n'),
  );
  const bare = aStory({ texts: { ...aStory().texts, short: told('') } });
  expect(writeStories([bare], 'crib-html').text).toContain('No 30-second version is written.');
});

it('A rehearsal says so in every format', () => {
  for (const format of exportFormats) {
    const { text } = writeStories([aStory({ origin: drill })], format);
    expect(text).toMatch(format === 'json' ? /"kind": "drill"/ : /Rehearsal from drill D01/);
    expect(writeStories([aStory()], format).text).not.toMatch(/Rehearsal|"drill"/);
  }
});

it('Gives what should stay inside beside the text, never in silence', () => {
  const story = aStory({ title: 'The key of Velmora GmbH' });
  const { findings } = writeStories([aStory(), story], 'html', [{ words: 'parcel', say: '' }]);
  expect(findings.map(({ found }) => found.map(({ finding }) => finding.words))).toEqual([
    ['parcel', 'parcel'],
    ['Velmora GmbH', 'parcel', 'parcel'],
  ]);
});
