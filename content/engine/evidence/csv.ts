/**
 * The one place that knows the CSV library. d3-dsv: RFC 4180, tiny, no dependency; only its row
 * parser is used, since its object parser compiles code from the header line.
 */
import { csvParseRows, dsvFormat } from 'd3-dsv';

/** Rows of cells; the header is the first row. Never throws: an unclosed quote ends with the text. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  return csvParseRows(text);
}

/** As `parseCsv`, for cells that a semicolon or a tab keeps apart. */
export function parseDelimited(
  text: string,
  delimiter: ',' | ';' | '\t',
): readonly (readonly string[])[] {
  return dsvFormat(delimiter).parseRows(text);
}
