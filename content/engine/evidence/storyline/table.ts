import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { writeInstant } from '../storyline-instant.ts';
import { findAddress, type Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { drawBusyMoment } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawHex, fillTemplate, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';

interface Row {
  readonly at_s: number;
  readonly cells: readonly string[];
}

/**
 * Writes a CSV file. Each column is a template: besides the words that calls know, `{time}`,
 * `{person}`, `{login}`, `{mail}` and `{address}` stand for one moment and one person a row. The
 * first column is the record's own id; in a row of the story it follows from the event's word.
 */
export function writeTable(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const columns = Object.entries(story.columns ?? { id: '{hex:8}', time: '{time}' });
  const told = listTold(estate, story).map((event) => ({
    event,
    row: tellRow(estate, columns, event),
  }));
  const rows = [
    ...told.map(({ row }) => row),
    ...Array.from({ length: story.noise }, () => drawRow(estate, columns, random)),
  ].sort((a, b) => a.at_s - b.at_s);
  const lines = [columns.map(([name]) => name), ...rows.map(({ cells }) => cells)];
  return {
    text: `${lines.map((cells) => cells.map(quoteCell).join(',')).join('\n')}\n`,
    records: rows.length,
    clues: told.map(({ event, row }) => ({
      event: event.id,
      record: row.cells[0] ?? '',
      text: null,
    })),
  };
}

type Columns = readonly (readonly [name: string, template: string])[];

function tellRow(estate: Estate, columns: Columns, event: StoryEvent): Row {
  const random = createRandomSource(estate.seed ^ hashText(`row:${event.id}`));
  const person = estate.people.find(({ id }) => id === event.who);
  const at_s = readInstant(event.at);
  const words = { at_s, person, address: findAddress(estate, event) ?? '' };
  const cells = columns.map(([name, template]) => {
    const given = event.row?.[name];
    return given === undefined ? fillCell(estate, template, random, words) : String(given);
  });
  return { at_s, cells };
}

function drawRow(estate: Estate, columns: Columns, random: RandomSource): Row {
  const at_s = drawBusyMoment(estate, random);
  const person = pickOne(random, estate.people);
  const words = {
    at_s,
    person,
    address: person?.from[0] ?? `192.0.2.${1 + Math.floor(random.next() * 254)}`,
  };
  return { at_s, cells: columns.map(([, template]) => fillCell(estate, template, random, words)) };
}

interface RowWords {
  readonly at_s: number;
  readonly person:
    | { readonly name: string; readonly login: string; readonly mail: string }
    | undefined;
  readonly address: string;
}

function fillCell(
  { region, account, domain }: Estate,
  template: string,
  random: RandomSource,
  { at_s, person, address }: RowWords,
): string {
  const login = person?.login ?? `u${drawHex(random, 4)}`;
  const text = template
    .replaceAll('{time}', writeInstant(at_s))
    .replaceAll('{person}', person?.name ?? login)
    .replaceAll('{login}', login)
    .replaceAll('{mail}', person?.mail ?? `${login}@${domain}`)
    .replaceAll('{address}', address);
  return String(fillTemplate(text, random, { region, account }));
}

/** RFC 4180. */
export function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
