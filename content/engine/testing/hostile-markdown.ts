const size = 32_768;
const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));
const lines = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n');

/** The head of a table, and one short row again and again. */
const table = (columns: number, row: string, length: number): string =>
  `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${row.repeat(Math.floor(length / row.length))}`.slice(
    0,
    size,
  );

type Case = readonly [
  title: string,
  kind: 'long' | 'nested' | 'costly' | 'large' | 'fine',
  text: string,
];

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
  ...['> ', '>', '- ', '+ ', '* ', '1. ', '1) ', '> - ', '-\t', '>>> '].map((unit): Case => [
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
  ...['`a', '``a', 'https://a.b ', 'a@b.cd '].map((unit): Case => [
    `much of ${JSON.stringify(unit)}`,
    'large',
    fill(unit),
  ]),
  ...['`', '\\', '&', '&#', '|', '|a', '#', '# ', '$', '"', '{', '(', '\t', '\u0000'].map(
    (unit): Case => [`much of ${JSON.stringify(unit)}`, 'fine', fill(unit)],
  ),
  ...['a|b\n', '    a\n', 'a\n', '\t- '].map((unit): Case => [
    `lines of ${JSON.stringify(unit)}`,
    'fine',
    fill(unit),
  ]),
  ...[
    ...['---\n', 'a\n===\n', '- a\n', '# a\n', '#\n', 'a\n\n', 'a  \n', 'a\\\n', '> - a\n\n'],
    ...['1. a\n\n   - b\n', '*a*\n\n', '[a](b)\n\n', '![a](b)\n\n', '<https://a.b>\n\n', '~a~\n\n'],
    ...['~~~\n', 'a\n\n    b\n\n', '<p>\n\n', '- [ ] a\n', '`a`\n\n'],
  ].map((unit): Case => [`lines of ${JSON.stringify(unit)}`, 'large', fill(unit)]),
  ...(
    [
      ['of nothing', 20, '|\n', 32_000],
      ['of nothing, 8 kB', 20, '|\n', 8_000],
      ['of two columns', 2, 'a|b\n', 32_000],
      ['of 200 columns', 200, '|\n', 6_000],
      ['of 2,000 columns', 2_000, '|\n', 30],
      ['with words', 8, '|a|b|c|d\n', 32_000],
    ] as const
  ).map(([title, columns, row, length]): Case => [
    `a table ${title}`,
    'large',
    table(columns, row, length),
  ]),
  ['a table in a quote', 'large', table(20, '|\n', 8_000).replaceAll(/^/gm, '> ')],
  ['a table in a list', 'large', `- a\n\n${table(20, '|\n', 8_000).replaceAll(/^/gm, '  ')}`],
  ['many tables', 'large', `${table(20, '|\n', 60)}\n`.repeat(100)],
  ...['[a]', '![a]', '[b][a]'].map((unit): Case => [
    `references ${unit} to one long address`,
    'large',
    `[a]: ${'x'.repeat(12_000)}\n\n${`${unit}\n\n`.repeat(2_500)}`,
  ]),
  [
    'references to one long title',
    'large',
    `[a]: x "${'t'.repeat(8_000)}"\n\n${'[a]\n\n'.repeat(900)}`,
  ],
  ...['b', 'font', 'a', 'code'].map((name): Case => [
    `elements ${name} left open before many blocks`,
    'large',
    `${Array.from({ length: 300 }, (_, at) => `<${name} x=${at}>`).join('')}\n\n${'a\n\n'.repeat(900)}`,
  ]),
  ['a staircase of lists', 'fine', lines(30, (n) => `${' '.repeat(n * 2)}- a`)],
  ...(
    [
      ['in HTML', '<pre>\n```\n</pre>\n'],
      ['in HTML that ends at an empty line', '<div>\n~~~\n</div>\n'],
      ['in HTML in other HTML', '<pre>\n<!--\n</pre>\n```\n-->\n'],
      ['in HTML in a paragraph', 'a\n<a\n<pre>\n\n```\n</pre>\n'],
      ['in a comment', '<!--\n```\n-->\n'],
      ['in a list', '- ```\n  x\n  ```\n'],
      ['that a list seems to hold', 'a\n2. x\n  ```\n```\n'],
      ['in the title of a link', '[a]: b "\n```\n"\n'],
      ['that closes by four spaces', '```\nx\n    ```\ny\n```'],
      ['that closes by another space', '```\nx\n```\u00a0\ny\n```'],
      ['that a carriage return closes', '```\rx\r```'],
      ['that opens behind another space', '\u2028```'],
    ] as const
  ).map(([title, before]): Case => [
    `a fence ${title}`,
    'costly',
    `${before}\n${'*a_'.repeat(5_000)}`,
  ]),
  ...['\u00a0', '\ufeff', '\u2028', '\u3000', '\v', '\f'].map((space): Case => [
    `no empty line: ${JSON.stringify(space)}`,
    'costly',
    `${'*a_'.repeat(190)}\n${space}\n`.repeat(4),
  ]),
  ...['a\r', 'a\r\r', 'a\r\n', '\r'].map((before): Case => [
    `nesting behind ${JSON.stringify(before)}`,
    'nested',
    before + '>'.repeat(9_000),
  ]),
  ...(
    [
      ['escaped', '\\`', '`'],
      ['of an address', 'https://x.example/`', '`'],
      ['of a link', '[a](`', ' `)'],
      ['of a tag', '<a b="`"', '`'],
      ['of a tag on the line before', '<a b="\n`"', '`'],
      ['of the line before', 'a `\n`', '`'],
      ['of two cells', '| a | b | c |\n| - | - | - |\n| `a | ', ' | c` |'],
      ['of two cells in the head', '| `a | ', ' | c` |\n| - | - | - |'],
      ['of a definition', '[a`]: b\n\n[a`]', '`'],
      ['that has no other', '``', '`'],
    ] as const
  ).map(([title, before, after]): Case => [
    `a backtick ${title}`,
    'costly',
    `${before}${'*a_'.repeat(5_000)}${after}`,
  ]),
  ['a rule of 40 dashes', 'fine', `a\n\n${'- '.repeat(40)}\n\nb`],
  ['a rule of 40 stars', 'fine', `a\n\n${'* '.repeat(40)}\n\nb`],
  [
    '300 points of a list without an empty line',
    'fine',
    lines(300, (n) => `- [ ] item **${n}** _soon_`),
  ],
  ['300 numbered points, likewise', 'fine', lines(300, (n) => `${n + 1}. item **${n}** _soon_`)],
  ['code in 200 lines', 'fine', lines(200, (n) => `${n}: \`SELECT * FROM a_b_c WHERE x_y*z[0]\``)],
  ['indented code', 'fine', `Log:\n\n${lines(200, () => '    ** __ [x] <y> *_*_*_')}`],
  [
    'a fence behind lists, a quote, HTML and a comment',
    'fine',
    `- a\n\n> b\n\n<div>\n</div>\n\n<!-- c -->\n<pre>\n\n</pre>\n\n\`\`\`\n${'*a_'.repeat(5_000)}\n\`\`\``,
  ],
  ['emphasis inside a fence', 'fine', `\`\`\`\n${'*a_'.repeat(5_000)}\n\`\`\``],
];
