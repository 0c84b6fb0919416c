import { heading, paragraph, type Block } from '../debrief/document/block.ts';
import { writeWord } from '../debrief/write-figures.ts';
import { changeWords } from './change-words.ts';
import { sayMissing, type CompareRow, type CompareTable } from './compare-rows.ts';

/** Two roads as they are compared on the screen, for paper and files. */
export function writeRoadsDocument(
  title: string,
  about: string,
  other: string,
  tables: readonly CompareTable[],
): readonly Block[] {
  return [
    heading(1, title),
    paragraph(about),
    ...tables.flatMap(({ caption, what, rows, left, none }): readonly Block[] => [
      heading(2, caption),
      ...(rows.length === 0
        ? [paragraph(none)]
        : [
            {
              kind: 'table' as const,
              caption,
              head: [what, 'First attempt', writeWord(other), 'Compared'],
              rows: rows.map(writeRow),
            },
          ]),
      ...(left === '' ? [] : [paragraph(`Left out: ${left}.`)]),
    ]),
  ];
}

function writeRow(row: CompareRow): readonly string[] {
  const cell = (one: CompareRow['first']): string =>
    one ? [one.text, one.time].filter((text) => text !== '').join(' ') : sayMissing(row);
  const { word } = changeWords[row.change];
  return [row.title, cell(row.first), cell(row.other), row.by === '' ? word : `${word} ${row.by}`];
}
