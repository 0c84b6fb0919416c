import { expect, it } from 'vitest';
import { hostileMarkdown } from '../testing/hostile-markdown.ts';
import { findMarkdownExcess } from './find-markdown-excess.ts';

it.each(hostileMarkdown)('%s: %s', (_, kind, text) => {
  expect(findMarkdownExcess(text)?.kind ?? 'fine').toBe(kind);
});

it('is tried enough', () => {
  expect(hostileMarkdown.length).toBeGreaterThanOrEqual(60);
});

it('lets an ordinary text be', () => {
  const table = `| name | value |\n| --- | --- |\n${'| `a_snake_name` | **bold** |\n'.repeat(60)}`;
  const text = `# Title\n\n> quote\n> - list\n>   1. inside\n\n${'A *word* and [a link](b.md). '.repeat(80)}\n\n${table}`;
  expect(findMarkdownExcess(text)).toBeNull();
});

it('names the line', () => {
  expect(findMarkdownExcess(`fine\n\n${'>'.repeat(40)}`)).toMatchObject({
    kind: 'nested',
    line: 3,
  });
});
