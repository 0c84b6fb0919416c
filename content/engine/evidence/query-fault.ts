import { findNearestName } from '../format/nearest-name.ts';
import type { QueryFault } from './sql-terms.ts';
import { readSqlWords, type SqlWord } from './sql-words.ts';

/** Names that a query may use. */
export interface KnownNames {
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

/**
 * Says what SQLite said in words for the person who wrote the query, with the word that it is about.
 *
 * @param offset UTF-16, where SQLite points; -1 where it does not
 */
export function explainSqlError(
  sql: string,
  said: string,
  offset: number,
  known: KnownNames,
): QueryFault {
  const words = readSqlWords(sql);
  const missing = /^no such (column|table|function): (.+)$/s.exec(said);
  if (missing) return explainMissing(sql, words, missing[1] ?? '', missing[2] ?? '', offset, known);
  const near = /^near "(.*)": syntax error$/s.exec(said);
  if (near) {
    const place = findPlace(words, near[1] ?? '', offset);
    return { message: `The query cannot be read at “${near[1] ?? ''}”.`, place, suggestion: null };
  }
  if (said === 'incomplete input') {
    const last = words.at(-1);
    return {
      message: 'The query ends in the middle: something is missing after its last word.',
      place: last ? toPlace(last) : null,
      suggestion: null,
    };
  }
  if (/^not authorized|^access to .* is prohibited|prohibited$/.test(said)) {
    return {
      message:
        'A query can only read the tables of this bench. Your evidence is unchanged. Begin with SELECT or WITH.',
      place: words[0] ? toPlace(words[0]) : null,
      suggestion: null,
    };
  }
  const ambiguous = /^ambiguous column name: (.+)$/.exec(said);
  if (ambiguous) {
    return {
      message: `“${ambiguous[1] ?? ''}” is a column of more than one table here. Write the table before it: table.column.`,
      place: findPlace(words, ambiguous[1] ?? '', offset),
      suggestion: null,
    };
  }
  const word = words.find(({ start, end }) => offset >= start && offset < end);
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return {
    message: /[.!?]$/.test(sentence) ? sentence : `${sentence}.`,
    place: word ? toPlace(word) : null,
    suggestion: null,
  };
}

/** So many tables a message names. */
const mostNames = 6;

function explainMissing(
  sql: string,
  words: readonly SqlWord[],
  what: string,
  said: string,
  offset: number,
  known: KnownNames,
): QueryFault {
  // SQLite 3.54 adds advice of its own to a text in double quotes.
  const written = said.replace(/ - should this be .*$/s, '').replace(/^"(.*)"$/s, '$1');
  const name = written.split('.').at(-1) ?? written;
  const place = findPlace(words, name, offset) ?? findPlace(words, written, offset);
  const candidates = what === 'table' ? known.tables : what === 'column' ? known.columns : [];
  // Where there is one table alone, no other can have been meant.
  const only = what === 'table' && known.tables.length === 1 ? (known.tables[0] ?? null) : null;
  const suggestion = findNearestName(name, candidates) ?? only;
  const quoted = place !== null && sql[place.offset] === '"';
  const hint =
    suggestion !== null
      ? ` Did you mean ${suggestion}?`
      : what === 'table' && known.tables.length > 0
        ? ` There are: ${known.tables.slice(0, mostNames).join(', ')}${known.tables.length > mostNames ? ', …' : ''}.`
        : quoted
          ? ' A text stands in single quotes: ’…’.'.replaceAll('’', "'")
          : '';
  return { message: `There is no ${what} “${written}”.${hint}`, place, suggestion };
}

function toPlace({ start, end }: SqlWord): { offset: number; length: number } {
  return { offset: start, length: end - start };
}

/** The word at an offset, or else the first one with that name. */
function findPlace(words: readonly SqlWord[], name: string, offset: number): QueryFault['place'] {
  const lower = name.toLowerCase();
  const isNamed = ({ value }: SqlWord): boolean => value.toLowerCase() === lower;
  const at = words.findIndex(({ start, end }) => offset >= start && offset < end);
  // SQLite points at the table of `table.column`.
  const there = words.slice(Math.max(at, 0), Math.max(at, 0) + 5).find(isNamed);
  const found = (at >= 0 ? (there ?? words[at]) : undefined) ?? words.find(isNamed);
  return found ? toPlace(found) : null;
}
