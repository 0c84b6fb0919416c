import { MisfitCounter, type Misfits } from './broken-lines.ts';
import type { ColumnKind } from './evidence-column.ts';
import { writeEpoch } from './instants.ts';

/** From the first second of ten digits, in 2001, to the end of 2100. */
const first_s = 1_000_000_000;
const end_s = 4_133_980_800;
/** Of so many cells one may be something else. */
const oneOf = 20;
const timeWord =
  /time|stamp|epoch|date|when|seen|\b(?:ts|at|on|start|end|starts|ends|started|ended|created|updated|modified|expires)\b/i;
const noInstant = /uptime|runtime|lifetime/i;

/** Whether the name of a column says that it holds instants: `ts`, `eventTime`, `created_at`. */
export function isTimeTitle(title: string): boolean {
  const words = title.replace(/([a-z])(?=[A-Z])/g, '$1 ').replace(/[^A-Za-z]+/g, ' ');
  return timeWord.test(words) && !noInstant.test(words);
}

/** Seconds since 1970 of a cell that holds them, or thousandths, from 2001 to 2100; null for any other. */
export function readEpochTime(cell: string): number | null {
  if (!/^\d{10}(?:\d{3})?(?:\.\d{1,9})?$/.test(cell)) return null;
  const [whole = ''] = cell.split('.');
  const at_s = Number(cell) / (whole.length > 10 ? 1000 : 1);
  return at_s >= first_s && at_s < end_s ? at_s : null;
}

/**
 * Columns of seconds or thousandths since 1970 in a file of the person's own. They stay as they are; to
 * each comes one, behind all others, that says the instant as other columns of times do.
 */
export class EpochColumns {
  /** Of the columns to come. */
  readonly titles: readonly string[];
  readonly #places: readonly number[];
  readonly #counter: MisfitCounter;

  /** @param sample rows that tell which columns they are */
  constructor(
    titles: readonly string[],
    kinds: readonly ColumnKind[],
    sample: readonly (readonly string[])[],
  ) {
    this.#places = titles.flatMap((title, at) => {
      const isNumber = kinds[at] === 'integer' || kinds[at] === 'real';
      return isNumber && isTimeTitle(title) && holdsEpochs(sample, at) ? [at] : [];
    });
    const told = this.#places.map((at) => titles[at] ?? '');
    this.titles = told.map((title) => `${title} (UTC)`);
    this.#counter = new MisfitCounter(
      told,
      told.map(() => 'time'),
    );
  }

  /**
   * The cells of the columns to come, empty where a cell says no instant, which is counted.
   *
   * @param line as for `MisfitCounter`
   */
  read(cells: readonly string[], line: number | null): readonly string[] {
    if (this.#places.length === 0) return [];
    const own = this.#places.map((at) => cells[at] ?? '');
    const instants = own.map((cell) => writeEpoch(readEpochTime(cell) ?? Number.NaN));
    this.#counter.look(
      own.map((cell, at) => (cell === '' ? '' : instants[at] || 'none')),
      line,
    );
    return instants;
  }

  get misfits(): readonly Misfits[] {
    return this.#counter.misfits;
  }
}

function holdsEpochs(sample: readonly (readonly string[])[], at: number): boolean {
  const filled = sample.flatMap((cells) => cells[at] || []);
  const misfits = filled.filter((cell) => readEpochTime(cell) === null).length;
  return misfits < filled.length && misfits * oneOf <= filled.length;
}
