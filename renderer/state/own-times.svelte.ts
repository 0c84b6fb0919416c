import { TimeFinder } from '../../content/engine/evidence/find-times.ts';
import {
  writeSeconds,
  writeSqlName,
  writeStretch,
} from '../../content/engine/evidence/filter-sql.ts';
import type { ColumnInfo } from '../../content/engine/evidence/sql-terms.ts';
import { writeEdge, writeInstant } from '../../content/engine/evidence/storyline-instant.ts';
import { TextLines } from '../../content/engine/evidence/text-lines.ts';
import type { Period } from './facets.ts';
import { MailTimesReading, quoteTime, type MailTimes } from './mail-times.ts';
import type { OwnFile } from './own-file.ts';
import { shorten } from './room-citations.ts';
import { chooseSaidColumns } from './said-columns.ts';
import { writeCount } from './room-words.ts';
import { stepInSlices } from './slices.ts';
import type { QueryRows, SqlBench, TableInfo } from './sql-bench.ts';
import { TimeAxis, type TimedMoment, type TimeLane, type TimeSource } from './time-axis.svelte.ts';
import { TimeBuckets } from './time-buckets.ts';

/** Where a moment stands in a file of the person's own. */
export type OwnPlace =
  | { readonly kind: 'row'; readonly row: number; readonly column: string }
  /** From 0. */
  | { readonly kind: 'line'; readonly line: number }
  | { readonly kind: 'whole' };

export interface OwnMoment extends TimedMoment {
  readonly at_s: number;
  readonly place: OwnPlace;
}

/** As many moments are listed. */
const mostListed = 2_000;
/** As many are found in the text of one file. */
const mostFound = 50_000;
const mostStretches = 60;
/** Of a longer line (UTF-16 units) only the beginning is looked through. */
const longestLine = 100_000;

/** A column of times of a table, and the columns before it: what says the same instant is one time. */
interface TimeColumn {
  readonly info: ColumnInfo;
  readonly before: readonly ColumnInfo[];
}

/** What one file says of time. */
interface FileTimes {
  readonly file: OwnFile;
  readonly count: number;
  readonly span: readonly [first_s: number, last_s: number] | null;
  readonly columns: readonly TimeColumn[];
  /** In order of time, of a file without rows. */
  readonly moments: readonly OwnMoment[];
  /** Only the first times of it were found. */
  readonly isCut: boolean;
}

/** How the times of a file lie between two seconds. */
interface Lie {
  readonly id: string;
  readonly counts: ReadonlyMap<number, number>;
}

/**
 * Every time in the person's open files. A table may have millions: its times are counted in the SQL
 * worker, and of the list only the first come over.
 */
export class OwnTimes extends TimeAxis<OwnMoment> {
  #files = $state.raw<readonly FileTimes[]>([]);
  #lies = $state.raw<readonly Lie[]>([]);
  #buckets = $state.raw<{
    readonly span: readonly [string, string];
    readonly step_s: number;
  } | null>(null);
  #shown = $state.raw<readonly OwnMoment[]>([]);
  #isReading = $state(true);
  #isListing = $state(false);
  #wish = 0;
  #layWish = 0;
  #listWish = 0;
  /** Files do not change while they are open. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
  readonly #known = new Map<OwnFile, FileTimes>();
  readonly #run: (sql: string, limit: number) => Promise<QueryRows['rows']>;

  constructor(open: () => Promise<SqlBench>) {
    super();
    this.#run = async (sql, limit) => {
      const end = await (await open()).run(sql, { limit }).outcome;
      return end.kind === 'done' ? end.rows : [];
    };
  }

  get working(): boolean {
    return this.#isReading || this.#isListing;
  }
  get sources(): readonly TimeSource[] {
    return this.#dated.map(({ file, count }) => ({ id: file.id, title: file.name, count }));
  }
  readonly #dated = $derived(this.#files.filter(({ count }) => count > 0));
  get silent(): readonly string[] {
    return this.#files.filter(({ count }) => count === 0).map(({ file }) => file.name);
  }
  get shown(): readonly OwnMoment[] {
    return this.#shown;
  }
  /** First and last second of the axis. */
  readonly #span = $derived.by((): readonly [number, number] | null => {
    if (this.zoom) return [readSeconds(this.zoom.from), readSeconds(this.zoom.to) - 1];
    const spans = this.#dated.flatMap(({ span }) => (span ? [span] : []));
    if (spans.length === 0) return null;
    return [Math.min(...spans.map(([first]) => first)), Math.max(...spans.map(([, last]) => last))];
  });
  readonly lanes = $derived.by((): readonly TimeLane[] =>
    this.sources
      .filter(({ id }) => !this.isHidden(id))
      .map((source) => ({
        source,
        lie: this.#lay(this.#lies.filter(({ id }) => id === source.id)),
      })),
  );
  readonly histogram = $derived(this.#lay(this.#lies.filter(({ id }) => !this.isHidden(id))));
  readonly left = $derived.by((): string | null => {
    const cut = this.#files.filter(({ isCut }) => isCut).map(({ file }) => file.name);
    const period = this.period;
    const all = (this.histogram?.buckets ?? [])
      .filter(({ from }) => !period || (from >= period.from && from < period.to))
      .reduce((sum, { count }) => sum + count, 0);
    const said = [
      ...(this.#shown.length >= mostListed && all > this.#shown.length
        ? [
            `The list holds the first ${writeCount(this.#shown.length, 'time')} of ${writeCount(all, 'time')}: choose a shorter part for the others.`,
          ]
        : []),
      ...(cut.length > 0
        ? [`Of the text of ${cut.join(', ')} the first ${writeCount(mostFound, 'time')} are here.`]
        : []),
    ];
    return said.length === 0 ? null : said.join(' ');
  });

  #lay(lies: readonly Lie[]) {
    if (!this.#buckets) return null;
    const buckets = new TimeBuckets(this.#buckets.span, mostStretches);
    for (const { counts } of lies) for (const [at_s, count] of counts) buckets.add(at_s, count);
    return buckets.write();
  }

  /** Reads what these files say of time; a newer call stops an older one. */
  async collect(files: readonly OwnFile[]): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    const stale = (): boolean => wish !== this.#wish;
    this.#isReading = true;
    for (const file of [...this.#known.keys()]) if (!files.includes(file)) this.#known.delete(file);
    for (const file of files) {
      if (this.#known.has(file)) continue;
      const rows = file.kind === 'table' ? await this.#measure(file) : null;
      // Rows that say no time may stand in a document that does.
      const times = rows && rows.count > 0 ? rows : await findInFile(file, stale);
      if (stale() || !times) return;
      this.#known.set(file, times);
    }
    this.#files = files.flatMap((file) => this.#known.get(file) ?? []);
    await this.#layOut();
    if (!stale()) this.#isReading = false;
  }

  /** Holds nothing of a file any more, which was closed. What is being read is read anew when it is looked at. */
  forget(file: OwnFile): void {
    this.#wish += 1;
    this.#layWish += 1;
    this.#listWish += 1;
    this.#isReading = true;
    this.#known.delete(file);
    this.#files = this.#files.filter((one) => one.file !== file);
    this.#lies = this.#lies.filter(({ id }) => id !== file.id);
    this.#shown = this.#shown.filter(({ source }) => source !== file.id);
  }

  override toggle(source: string): void {
    super.toggle(source);
    void this.#list();
  }
  override choose(period: Period | null): void {
    super.choose(period);
    void this.#list();
  }
  override zoomIn(): void {
    super.zoomIn();
    void this.#layOut();
  }
  override zoomOut(): void {
    super.zoomOut();
    void this.#layOut();
  }

  /** Counts and lists again: the axis was laid over another part. */
  async #layOut(): Promise<void> {
    this.#layWish += 1;
    const wish = this.#layWish;
    const stale = (): boolean => wish !== this.#layWish;
    await this.#count(stale);
    if (!stale()) await this.#list();
  }

  async #count(stale: () => boolean): Promise<void> {
    const span = this.#span;
    if (!span) {
      this.#buckets = null;
      this.#lies = [];
      return;
    }
    const written = [writeInstant(span[0]), writeInstant(span[1])] as const;
    const { step_s } = new TimeBuckets(written, mostStretches);
    const lies: Lie[] = [];
    for (const times of this.#dated) {
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
      const counts = new Map<number, number>();
      const add = (at_s: number, count: number): void => {
        const start = Math.floor(at_s / step_s) * step_s;
        counts.set(start, (counts.get(start) ?? 0) + count);
      };
      for (const { at_s } of times.moments) if (at_s >= span[0] && at_s <= span[1]) add(at_s, 1);
      for (const column of times.columns) {
        const sql = selectCounts(tableOf(times.file), column, step_s, span);
        for (const [at_s, count] of await this.#run(sql, 10_000)) {
          if (typeof at_s === 'number') add(at_s, Number(count));
        }
        if (stale()) return;
      }
      lies.push({ id: times.file.id, counts });
    }
    this.#lies = lies;
    this.#buckets = { span: written, step_s };
  }

  /** Lists the first moments of the chosen part. Of wishes that come while it reads, the last counts. */
  async #list(): Promise<void> {
    this.#listWish += 1;
    if (this.#isListing) return;
    this.#isListing = true;
    let found: readonly OwnMoment[] | null = null;
    while (found === null) found = await this.#readList(this.#listWish);
    this.#isListing = false;
    this.#shown = found;
  }

  /** null: something else is wished for by now. */
  async #readList(wish: number): Promise<readonly OwnMoment[] | null> {
    const part = this.period ?? this.zoom;
    const span = part ? ([readSeconds(part.from), readSeconds(part.to) - 1] as const) : this.#span;
    const found: OwnMoment[] = [];
    for (const times of this.#dated) {
      if (!span || this.isHidden(times.file.id)) continue;
      const inside = times.moments.filter(({ at_s }) => at_s >= span[0] && at_s <= span[1]);
      found.push(...inside.slice(0, mostListed));
      for (const column of times.columns) {
        const table = tableOf(times.file);
        const rows = await this.#run(selectMoments(table, column, span), mostListed);
        if (wish !== this.#listWish) return null;
        for (const [row, at_s, ...cells] of rows) {
          // What only begins like a time stands at none.
          if (typeof at_s !== 'number') continue;
          found.push(makeRowMoment(times, column, Number(row), at_s, cells));
        }
      }
    }
    return found.sort((a, b) => a.at_s - b.at_s).slice(0, mostListed);
  }

  /** How many times a table holds, and from when to when. */
  async #measure(file: Extract<OwnFile, { kind: 'table' }>): Promise<FileTimes> {
    const { info } = file.table;
    const all = info.columns.filter(({ kind }) => kind === 'time');
    let count = 0;
    let span: readonly [number, number] | null = null;
    const columns: TimeColumn[] = [];
    for (const [index, column] of all.entries()) {
      const one = { info: column, before: all.slice(0, index) };
      const [row] = await this.#run(selectSpan(info, one), 1);
      const [own = 0, first, last] = row ?? [];
      if (typeof first !== 'number' || typeof last !== 'number') continue;
      count += Number(own);
      columns.push(one);
      span = span ? [Math.min(span[0], first), Math.max(span[1], last)] : [first, last];
    }
    return { file, count, span, columns, moments: [], isCut: false };
  }
}

function makeRowMoment(
  { file, columns }: FileTimes,
  { info }: TimeColumn,
  row: number,
  at_s: number,
  cells: QueryRows['rows'][number],
): OwnMoment {
  const said = cells
    .filter((cell) => cell !== null && cell !== '')
    .slice(0, chooseSaidColumns(tableOf(file)).most)
    .map((cell) => shorten(String(cell), 80))
    .join(', ');
  return {
    key: `${file.id}/${String(row)}/${info.name}`,
    at_s,
    at: writeInstant(at_s),
    source: file.id,
    says: columns.length > 1 ? `${info.title}: ${said}` : said,
    place: { kind: 'row', row, column: info.name },
  };
}

async function findInFile(file: OwnFile, stale: () => boolean): Promise<FileTimes | null> {
  const laid =
    file.kind === 'text' ? file.laid : file.kind === 'table' ? file.document?.laid : undefined;
  const found: OwnMoment[] = [];
  const add = (key: string, at: string, says: string, place: OwnPlace): void => {
    const own = { key: `${file.id}/${key}`, at_s: readSeconds(at), at, source: file.id };
    found.push({ ...own, says, place });
  };
  let isCut = false;
  const lines = laid ? new TextLines(laid.lines) : null;
  if (lines && laid?.format === 'mail') {
    const times = await findInMail(lines, stale);
    if (!times) return null;
    isCut = times.length > mostFound;
    for (const { key, at, says } of times.slice(0, mostFound)) {
      add(key, at, says, { kind: 'whole' });
    }
  } else if (lines) {
    const finder = new TimeFinder(null);
    const all = await stepInSlices(
      lines.length,
      (index) => {
        if (isCut) return;
        const line = lines.read(index).slice(0, longestLine);
        for (const time of finder.read(line)) {
          const key = `${String(index)}/${String(time.start)}`;
          const says = quoteTime(line, time);
          add(key, writeInstant(time.at_s), says, { kind: 'line', line: index });
        }
        isCut = found.length >= mostFound;
      },
      stale,
    );
    if (!all) return null;
  }
  found.sort((a, b) => a.at_s - b.at_s);
  const [first] = found;
  const last = found.at(-1);
  const span = first && last ? ([first.at_s, last.at_s] as const) : null;
  return { file, count: found.length, span, columns: [], moments: found, isCut };
}

/** A head of more lines is none. */
const longestHead = 5_000;

async function findInMail(
  lines: TextLines,
  stale: () => boolean,
): Promise<MailTimes['times'] | null> {
  const head = lines.slice(0, longestHead);
  const empty = head.indexOf('');
  const headLines = empty < 0 ? head.length : empty;
  const reading = new MailTimesReading(head.slice(0, headLines).join('\n'), null);
  const all = await stepInSlices(
    lines.length - headLines,
    (index) => {
      if (reading.times.length > mostFound) return;
      reading.add(lines.read(headLines + index).slice(0, longestLine));
    },
    stale,
  );
  return all && reading.times;
}

function tableOf(file: OwnFile): TableInfo {
  if (file.kind !== 'table') throw new Error(`${file.name} is no table.`);
  return file.table.info;
}

/** Times that stand in order as they are written, which is many times as fast to ask. */
const isPlain = (table: TableInfo, { info, before }: TimeColumn): boolean =>
  info.name === table.timeColumn && table.mixedTimes !== true && before.length === 0;

/** Rows of which the column says a time that none before it says; `span` in seconds, its end included. */
function writeRows(
  table: TableInfo,
  column: TimeColumn,
  span: readonly [number, number] | null,
): string {
  const { info, before } = column;
  const name = writeSqlName(info.name);
  const from = `FROM ${writeSqlName(table.name)}`;
  // SQLite takes `now` and bare numbers for times.
  const dated = `${name} GLOB '[0-9][0-9][0-9][0-9]-*'`;
  if (isPlain(table, column)) {
    const [first, end] = span ? [writeInstant(span[0]), writeEdge(span[1] + 1)] : ['', ''];
    // A fraction comes before the letter that ends a time without one.
    return `${from} WHERE ${dated}${span ? ` AND ${name} >= '${first.slice(0, -1)}' AND ${name} < '${end.slice(0, -1)}'` : ''}`;
  }
  const own = writeSeconds(info.name);
  const others = before.map((one) => ` AND ${own} IS NOT ${writeSeconds(one.name)}`).join('');
  const within = span ? `BETWEEN ${String(span[0])} AND ${String(span[1])}` : 'IS NOT NULL';
  return `${from} WHERE ${dated} AND ${own} ${within}${others}`;
}

const writeTime = (table: TableInfo, column: TimeColumn): string =>
  isPlain(table, column)
    ? `unixepoch(${writeSqlName(column.info.name)})`
    : writeSeconds(column.info.name);

function selectSpan(table: TableInfo, column: TimeColumn): string {
  const name = writeSqlName(column.info.name);
  const own = writeTime(table, column);
  const ends = isPlain(table, column)
    ? `unixepoch(min(${name})), unixepoch(max(${name}))`
    : `min(${own}), max(${own})`;
  return `SELECT count(*), ${ends} ${writeRows(table, column, null)}`;
}

function selectCounts(
  table: TableInfo,
  column: TimeColumn,
  step_s: number,
  span: readonly [number, number],
): string {
  return `SELECT ${writeStretch(writeTime(table, column), step_s)}, count(*) ${writeRows(table, column, span)} GROUP BY 1`;
}

function selectMoments(
  table: TableInfo,
  column: TimeColumn,
  span: readonly [number, number],
): string {
  const own = writeTime(table, column);
  const order = isPlain(table, column) ? writeSqlName(column.info.name) : own;
  // What is said of them is read of those that are listed alone: it may have to be computed.
  const listed = `SELECT rowid ${writeRows(table, column, span)} ORDER BY ${order}, rowid LIMIT ${String(mostListed)}`;
  return `SELECT ${['rowid', own, ...chooseSaidColumns(table).written].join(', ')} FROM ${writeSqlName(table.name)} WHERE rowid IN (${listed}) ORDER BY 2, 1`;
}

const readSeconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
