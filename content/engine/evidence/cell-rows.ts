/** Rows of as many cells each, in a form that goes from one thread to another without work for either. */
export interface LaidRows {
  readonly columns: number;
  readonly text: string;
  /** Where each cell begins, row by row, and at last where the last one ends; one letter ends each. */
  readonly starts: Uint32Array<ArrayBuffer>;
}

export function layRows(rows: readonly (readonly string[])[], columns: number): LaidRows {
  const starts = new Uint32Array(rows.length * columns + 1);
  const texts: string[] = [];
  let at = 0;
  for (const [index, row] of rows.entries()) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row[column] ?? '';
      starts[index * columns + column] = at;
      at += cell.length + 1;
      texts.push(cell, '\n');
    }
  }
  starts[rows.length * columns] = at;
  return { columns, text: texts.join(''), starts };
}

/** Reads rows that were laid out. */
export class CellRows {
  readonly #laid: LaidRows;

  constructor(laid: LaidRows) {
    this.#laid = laid;
  }

  get length(): number {
    return (this.#laid.starts.length - 1) / this.#laid.columns;
  }

  read(row: number, column: number): string {
    return this.#cut(row, column, column + 1);
  }

  /** The cells of a row from this column on. */
  slice(row: number, from: number): readonly string[] {
    return Array.from({ length: this.#laid.columns - from }, (_, at) => this.read(row, from + at));
  }

  /** They as one text, with an end of line between two, to be searched. */
  join(row: number, from: number): string {
    return this.#cut(row, from, this.#laid.columns);
  }

  #cut(row: number, from: number, to: number): string {
    const { columns, text, starts } = this.#laid;
    return text.slice(starts[row * columns + from], (starts[row * columns + to] ?? 1) - 1);
  }
}
