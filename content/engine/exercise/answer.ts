import type { ExerciseQuestion, QuestionOfKind } from '../format/exercise-schema.ts';
import { readLines, writeLines, type LineRange } from '../format/line-range.ts';

/** An answer to a question, in a form that no longer depends on how it was typed. */
export type ExerciseAnswer =
  | { readonly kind: 'lines'; readonly ranges: readonly LineRange[] }
  | { readonly kind: 'value'; readonly values: readonly string[] }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'several'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

export type ReadAnswer =
  | { readonly ok: true; readonly answer: ExerciseAnswer }
  /** What is wrong, and what would be right; nothing is taken as answered. */
  | { readonly ok: false; readonly message: string };

const longest = 20_000;
/** Marks more than this are no marks. */
const mostRanges = 1_000;

/** Reads what was typed for a question: lines, a value or several, a letter or an id, or a text. */
export function readAnswer(question: ExerciseQuestion, typed: string): ReadAnswer {
  const text = typed.trim();
  if (text === '') return refuse(describeForm(question));
  if (text.length > longest) return refuse(`At most ${longest} characters are read.`);
  switch (question.kind) {
    case 'lines':
      return readMarks(text);
    case 'value':
      return { ok: true, answer: { kind: 'value', values: readValues(question, text) } };
    case 'choice': {
      const option = findOption(question, text);
      return option === null
        ? refuse(describeForm(question))
        : { ok: true, answer: { kind: 'choice', option } };
    }
    case 'several':
      return readSeveral(question, text);
    case 'text':
      return { ok: true, answer: { kind: 'text', text } };
  }
}

/** How an answer to a question is typed. */
export function describeForm(question: ExerciseQuestion): string {
  switch (question.kind) {
    case 'lines':
      return `The lines: 12, or 3, 12-14; none where it is clean.`;
    case 'value':
      return question.every
        ? `All of them, with commas between; each ${question.form}.`
        : `${question.form.charAt(0).toUpperCase()}${question.form.slice(1)}.`;
    case 'choice':
      return `One letter: ${listLetters(question)}.`;
    case 'several':
      return `All that hold, such as a, c; none where none does. There are ${listLetters(question)}.`;
    case 'text':
      return question.most_words === undefined
        ? 'A text.'
        : `A text of at most ${question.most_words} words.`;
  }
}

/** An answer as it was understood, in one line. */
export function describeAnswer(question: ExerciseQuestion, answer: ExerciseAnswer): string {
  switch (answer.kind) {
    case 'lines':
      return answer.ranges.length === 0
        ? 'nothing: it is clean'
        : `line ${answer.ranges.map(writeLines).join(', ')}`;
    case 'value':
      return answer.values.join(', ');
    case 'choice':
      return writeOption(question, answer.option);
    case 'several':
      return answer.options.length === 0
        ? 'none of them'
        : answer.options.map((option) => writeOption(question, option)).join('; ');
    case 'text':
      return answer.text;
  }
}

/** The letter of an option by its place: a, b, c. */
export function writeLetter(index: number): string {
  return String.fromCharCode(97 + index);
}

const refuse = (message: string): ReadAnswer => ({ ok: false, message });
const isNone = (text: string): boolean => /^(?:none|nothing|clean)$/i.test(text);

function readMarks(text: string): ReadAnswer {
  if (isNone(text)) return { ok: true, answer: { kind: 'lines', ranges: [] } };
  const words = text.replace(/\s*[-–]\s*/g, '-').split(/[\s,;]+/);
  const ranges: LineRange[] = [];
  for (const word of words.filter((one) => one !== '')) {
    const range = readLines(word);
    if (!range) return refuse(`"${clip(word)}" is no line: write 12, or 3, 12-14, or none.`);
    ranges.push(range);
  }
  if (ranges.length === 0 || ranges.length > mostRanges) {
    return refuse(`Write 12, or 3, 12-14, or none; at most ${mostRanges} of them.`);
  }
  return { ok: true, answer: { kind: 'lines', ranges } };
}

function readValues({ every }: QuestionOfKind<'value'>, text: string): readonly string[] {
  if (!every) return [text];
  const values = text
    .split(/[,;\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return values.length === 0 ? [text] : values;
}

type Optional = QuestionOfKind<'choice'> | QuestionOfKind<'several'>;

function readSeveral(question: QuestionOfKind<'several'>, text: string): ReadAnswer {
  if (isNone(text)) return { ok: true, answer: { kind: 'several', options: [] } };
  const options = new Set<string>();
  for (const word of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const option = findOption(question, word);
    if (option === null) {
      return refuse(`There is no "${clip(word)}". ${describeForm(question)}`);
    }
    options.add(option);
  }
  if (options.size === 0) return refuse(describeForm(question));
  return { ok: true, answer: { kind: 'several', options: [...options] } };
}

/** An option by its id, or by its letter where no id is that letter. */
function findOption({ options }: Optional, word: string): string | null {
  const wanted = word.toLowerCase();
  const byId = options.find(({ id }) => id.toLowerCase() === wanted);
  const found = byId ?? options.find((_, index) => writeLetter(index) === wanted);
  return found?.id ?? null;
}

function writeOption(question: ExerciseQuestion, id: string): string {
  if (question.kind !== 'choice' && question.kind !== 'several') return id;
  const index = question.options.findIndex((option) => option.id === id);
  const text = question.options[index]?.text ?? id;
  return index < 0 ? id : `${writeLetter(index)}) ${text}`;
}

function listLetters({ options }: Optional): string {
  return options.map((_, index) => writeLetter(index)).join(', ');
}

function clip(word: string): string {
  return word.length > 40 ? `${word.slice(0, 39)}…` : word;
}
