import { expect, it } from 'vitest';
import { aStory } from '../../../../content/engine/testing/a-story.ts';
import { writeStoryBlocks } from './story-blocks.ts';

const textOf = (crib: boolean) => JSON.stringify(writeStoryBlocks([aStory()], crib));

it('A crib has of each story the shortest telling and its figures as lines, to be glanced at', () => {
  const blocks = writeStoryBlocks([aStory()], true);
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'heading',
    'paragraph',
    'paragraph',
    'list',
  ]);
  expect(textOf(true)).toContain('Long-lived deploy keys in use: 6 → 0 keys, 5 weeks (audit log)');
  expect(textOf(true)).not.toContain('The release lead disagreed');
});

it('A story on paper has all its tellings, and its ledger as a table', () => {
  const blocks = writeStoryBlocks([aStory()], false);
  expect(blocks.at(-1)).toMatchObject({ kind: 'table', caption: 'Metrics' });
  expect(textOf(false)).toContain('The release lead disagreed');
});

it('What may not be told is on no paper', () => {
  const [metric] = aStory().metrics;
  if (!metric) throw new Error('The story has no figure.');
  const story = aStory({ metrics: [{ ...metric, may_tell: 'no' }] });
  for (const crib of [true, false]) {
    expect(JSON.stringify(writeStoryBlocks([story], crib))).not.toContain(metric.name);
  }
});
