/**
 * The one place that knows the CSV library. d3-dsv: RFC 4180, tiny, no dependency; only its row
 * parser is used, since its object parser compiles code from the header line.
 */
import { dsvFormat } from 'd3-dsv';

/** What may keep the cells of a row apart. */
export type Delimiter = ',' | ';' | '\t';

const formats: Readonly<Record<Delimiter, ReturnType<typeof dsvFormat>>> = {
  ',': dsvFormat(','),
  ';': dsvFormat(';'),
  '\t': dsvFormat('\t'),
};

/** Rows of cells; the header is the first row. Never throws: an unclosed quote ends with the text. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  return parseDelimited(text, ',');
}

/** A record as text again, with quotes where they are needed. */
export function writeDelimited(cells: readonly string[], delimiter: Delimiter): string {
  return formats[delimiter].formatRow([...cells]);
}

/** As `parseCsv`, for cells that something else may keep apart. */
export function parseDelimited(text: string, delimiter: Delimiter): readonly (readonly string[])[] {
  return formats[delimiter].parseRows(text);
}
