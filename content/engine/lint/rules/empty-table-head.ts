import type { LintHit, TextRule } from '../rule.ts';

const table = /^[ \t]*\|(.+)\|[ \t]*\n[ \t]*\|[ \t:|-]+\|[ \t]*$/gm;

export const emptyTableHead: TextRule = {
  name: 'empty-table-head',
  severity: 'warning',
  reason: 'A screen reader says the head of a column before each cell: an empty one says nothing.',
  remedy: 'Give every column of the table a head.',
  bad: `brief: |
    | | Phone |
    | --- | --- |
    | Ines | 0100 |`,
  good: `brief: |
    | Name | Phone |
    | --- | --- |
    | Ines | 0100 |`,
  check: ({ texts }) =>
    texts.flatMap(({ path, text, markdown }): LintHit[] => {
      const heads = markdown ? [...text.matchAll(table)].map(([, cells = '']) => cells) : [];
      const empty = heads.find((cells) => cells.split('|').some((cell) => cell.trim() === ''));
      return empty === undefined
        ? []
        : [{ path, words: empty, message: 'A table has a column without a head.' }];
    }),
};
