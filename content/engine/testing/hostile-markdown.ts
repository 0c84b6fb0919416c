const size = 32_768;
const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));
const lines = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n');

type Case = readonly [title: string, kind: 'long' | 'nested' | 'costly' | 'fine', text: string];

/**
 * Markdown that is made to stall or to overflow a parser. `fine` ones are within bounds: they are
 * laid out in time, or the worker's deadline ends it and the text is shown as it was written.
 */
export const hostileMarkdown: readonly Case[] = [
  ...['_a', '*a', '**a', '_a ', 'a_', '__a', '***a', '~a', '*a_', '*_', '_**a', 'a**b_'].map(
    (unit): Case => [`emphasis ${unit}`, 'costly', fill(unit)],
  ),
  ...['[', '![', '[a](', ']( ', '[a][', '[a](<', '[*a](', '!', '<', '<a ', '[^a]'].map(
    (unit): Case => [`brackets ${unit}`, 'costly', fill(unit)],
  ),
  ...['> ', '>', '- ', '+ ', '* ', '1. ', '1) ', '> - ', '\t- ', '>>> '].map((unit): Case => [
    `nesting ${JSON.stringify(unit)}`,
    'nested',
    fill(unit),
  ]),
  ['33 quotes', 'nested', `${'>'.repeat(33)} deep`],
  ['33 lists', 'nested', `${'- '.repeat(33)}deep`],
  ['a staircase of quotes', 'nested', lines(250, (n) => `${'>'.repeat(n)} a`)],
  ['16,000 stars around a letter', 'costly', `${'*'.repeat(size / 2 - 1)}a${'*'.repeat(size / 2)}`],
  ['16,000 lines around a letter', 'costly', `${'_'.repeat(size / 2 - 1)}a${'_'.repeat(size / 2)}`],
  ['brackets in brackets', 'costly', '['.repeat(size / 2) + ']'.repeat(size / 2)],
  ['pictures in pictures', 'costly', '!['.repeat(5_000) + '](x)'.repeat(5_000)],
  ['emphasis behind a fence that closed', 'costly', `\`\`\`\na\n\`\`\`\n${'*a_'.repeat(5_000)}`],
  ['emphasis over many lines', 'costly', '*a_ b\n'.repeat(5_000)],
  ['more than 32 kB', 'long', 'a '.repeat(16_385)],
  ['3 MB of nothing', 'long', ' '.repeat(3_000_000)],
  ...[
    '`a',
    '``a',
    '`',
    '\\',
    '&',
    '&#',
    '|',
    '|a',
    '#',
    '# ',
    '$',
    '"',
    '{',
    '(',
    '\t',
    '\u0000',
  ].map((unit): Case => [`much of ${JSON.stringify(unit)}`, 'fine', fill(unit)]),
  ...['a|b\n', '---\n', 'a\n===\n', '~~~\n', '- a\n', '# a\n', 'a\n\n', '    a\n', 'a  \n'].map(
    (unit): Case => [`lines of ${JSON.stringify(unit)}`, 'fine', fill(unit)],
  ),
  ['a staircase of lists', 'fine', lines(30, (n) => `${' '.repeat(n * 2)}- a`)],
  ['emphasis inside a fence', 'fine', `\`\`\`\n${'*a_'.repeat(5_000)}\n\`\`\``],
];
