import type { EvidenceTable } from '../../evidence/read-evidence.ts';
import { readSource } from '../clue-sources.ts';
import { seenFirst } from '../list-texts.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';
import { isAmong, listFigures, listNumbers, type ToldFigure } from '../told-figures.ts';
import { listWords, splitSentences } from '../true-events.ts';
import { leaveOutSlips } from './near-miss.ts';

/** So many lines around a cited one of a file that is no table are still what it points to. */
const lines_beside = 20;

/** A smaller count in a fact to tell may be put together from what is seen. */
const leastCount = 100;

/** A line, a message, an answer or a record that a learner may read. */
interface Seen {
  readonly numbers: readonly number[];
  readonly words: ReadonlySet<string>;
}

export const misquotedFigure: LintRule = {
  name: 'misquoted-figure',
  severity: 'warning',
  reason:
    'Whoever counts right in the evidence, and is told another number by the debrief, learns to trust neither.',
  remedy: 'Write the number as the evidence has it, or cite what tells of it.',
  bad: `files: { evidence/commit.txt: "The key was pushed at 08:46 with 38 files.\\n" }
clues: [{ id: public-since, says: It was public with 61 files. }]`,
  good: `files: { evidence/commit.txt: "The key was pushed at 08:46 with 38 files.\\n" }
clues: [{ id: public-since, says: It was public with 38 files. }]`,
  check: (subject) => {
    const { clues, truth, updates } = subject.drill;
    let seen: readonly Seen[] | null = null;
    const find = (path: LintHit['path'], text: string, cited: readonly string[]): LintHit[] => {
      const sources = cited.map((id) => readSource(subject, id));
      const own = sources.flatMap(listNumbers);
      const beside = cited.flatMap((id) => listNumbers(readBeside(subject, id)));
      const open = listFigures(text).filter((figure) => !isAmong(figure, [...own, ...beside]));
      if (open.length === 0) return [];
      seen ??= listSeen(subject);
      const known = seen;
      return open
        .filter((figure) => !isToldBeside(figure, own, known))
        .filter((figure) => !cited.some((id) => isCounted(subject, id, figure)))
        .map(({ written }) => ({ path, words: written, message: describe(written, sources) }));
    };
    const findUntold = (path: LintHit['path'], text: string): LintHit[] => {
      const figures = listFigures(text).filter(({ value }) => value >= leastCount);
      if (figures.length === 0) return [];
      seen ??= listSeen(subject);
      const numbers = seen.flatMap((one) => one.numbers);
      return figures
        .filter((figure) => !isAmong(figure, numbers))
        .map(({ written }) => ({
          path,
          words: written,
          message: `${written} stands in no evidence, no message and no answer of a tool.`,
        }));
    };
    return leaveOutSlips(subject, [
      ...clues.flatMap(({ id, says }, i) => find(['clues', i, 'says'], says, [id])),
      ...truth.flatMap((one, i) => find(['truth', i, 'title'], one.title, one.clues)),
      ...updates.flatMap(({ facts }, i) =>
        facts.flatMap(({ text }, j) => findUntold(['updates', i, 'facts', j, 'text'], text)),
      ),
    ]);
  },
};

function describe(written: string, sources: readonly string[]): string {
  const told = sources.flatMap((source) => listFigures(source.replaceAll(/[*_`"]/g, ' ')));
  const others = [...new Set(told.map((figure) => figure.written))].slice(0, 6);
  const instead = others.length === 0 ? '' : `, which tells ${others.join(', ')}`;
  return `${written} is not in what this points to${instead}; nothing else tells it of the same, and no count comes to it.`;
}

function readBeside({ drill, prepared }: LintSubject, id: string): string {
  const clue = drill.clues.find((one) => one.id === id);
  if (!clue || !('text' in clue)) return '';
  const [before = '', after] = (prepared.evidence.get(clue.evidence) ?? '').split(clue.text, 2);
  if (after === undefined) return ''; // reported as lost-clue
  return [
    ...before.split('\n').slice(-lines_beside),
    ...after.split('\n').slice(0, lines_beside),
  ].join('\n');
}

/** What a learner may read: lines, sentences, and of tables each cell with its title. */
function listSeen({ drill, texts, prepared, content }: LintSubject): readonly Seen[] {
  const lines = drill.evidence.flatMap(({ id, format }) => {
    const read = content(id);
    if (read?.kind === 'table') return listCells(read);
    return format === 'image' ? [] : (prepared.evidence.get(id) ?? '').split('\n');
  });
  const met = texts.filter(({ path }) => seenFirst.test(path.join('.')));
  return [...new Set([...lines, ...met.flatMap(({ text }) => splitSentences(text))])]
    .map((text) => ({
      numbers: listNumbers(text),
      words: listWords(text.replaceAll(/[_.-]/g, ' ')),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}

/** Members of JSON that are no column of their own stand in the raw record. */
function listCells({ columns, rows }: EvidenceTable): readonly string[] {
  return rows.flatMap(({ cells, raw }) => [
    ...cells.map((cell, at) => `${columns[at] ?? ''} ${cell}`),
    ...(Array.isArray(raw) || typeof raw !== 'object' ? [] : JSON.stringify(raw).split(',')),
  ]);
}

/** Whether a line tells the number with a word that stands near it here too; any line, where its other half is cited or it is denied. */
function isToldBeside(figure: ToldFigure, own: readonly number[], seen: readonly Seen[]): boolean {
  const words = listWords(figure.near);
  const { partner, isDenied } = figure;
  const isFree = isDenied || (partner !== undefined && own.includes(partner));
  return seen.some(
    (one) =>
      isAmong(figure, one.numbers) && (isFree || [...one.words].some((word) => words.has(word))),
  );
}

/** Whether it counts the records of the cited one’s file: all, those that share one or two cells with it, or a column’s values. */
function isCounted({ drill, content }: LintSubject, id: string, { value }: ToldFigure): boolean {
  const clue = drill.clues.find((one) => one.id === id);
  if (!clue || !('evidence' in clue)) return false;
  const table = content(clue.evidence);
  if (table?.kind !== 'table') return false;
  const { rows, columns } = table;
  if (rows.length === value || countValues(table).includes(value)) return true;
  const cited = 'record' in clue ? rows.find((row) => row.id === clue.record) : undefined;
  if (!cited) return false;
  const alike = columns
    .map((_, at) => rows.filter(({ cells }) => cells[at] === cited.cells[at]))
    .filter((group) => group.length >= value && group.length < rows.length);
  return alike.some(
    (one, at) =>
      one.length === value ||
      alike.slice(at + 1).some((other) => {
        const both = new Set(other);
        return one.filter((row) => both.has(row)).length === value;
      }),
  );
}

function countValues({ rows, columns }: EvidenceTable): readonly number[] {
  return columns.map((_, at) => new Set(rows.map(({ cells }) => cells[at])).size);
}
