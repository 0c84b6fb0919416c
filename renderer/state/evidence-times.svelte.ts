import { citeRecord } from '../../content/engine/drill/citation.ts';
import { TimeFinder } from '../../content/engine/evidence/find-times.ts';
import { writeInstant as writeSeconds } from '../../content/engine/evidence/storyline-instant.ts';
import type { Attempt } from './attempt.svelte.ts';
import { quoteTime, readMailTimes } from './mail-times.ts';
import type { RoomBench } from './room-bench.svelte.ts';
import { citeLines, citeRow, shorten, type Citable } from './room-citations.ts';
import type { RoomTable, TableRow } from './room-table.svelte.ts';
import { writeInstant } from './room-words.ts';
import { filterInSlices, sortInSlices } from './slices.ts';
import type { Histogram } from './sql-bench.ts';
import { TableTimes } from './table-times.ts';
import { TimeAxis, type TimedMoment, type TimeSource } from './time-axis.svelte.ts';
import { TimeBuckets } from './time-buckets.ts';

/** Something that happened, as one place of the evidence says it; its source is the evidence, or `feed`. */
export interface Moment extends TimedMoment {
  /** Seconds since 1970. */
  readonly at_s: number;
  /** Where it stands; made when asked for. */
  readonly cite: () => Citable;
}

const columns = 120;

/** Every time in what was opened, and in the feed: which are shown, and how they lie. */
export class EvidenceTimes extends TimeAxis<Moment> {
  #moments = $state.raw<readonly Moment[]>([]);
  #sources = $state.raw<readonly TimeSource[]>([]);
  #silent = $state.raw<readonly string[]>([]);
  #working = $state(true);
  #wish = 0;
  readonly #attempt: Attempt;
  readonly #bench: RoomBench;

  constructor(attempt: Attempt, bench: RoomBench) {
    super();
    this.#attempt = attempt;
    this.#bench = bench;
  }

  get working(): boolean {
    return this.#working;
  }
  get sources(): readonly TimeSource[] {
    return this.#sources;
  }
  /** Titles of what is open and says no time. */
  get silent(): readonly string[] {
    return this.#silent;
  }
  /** Evidence of a drill is small enough to be listed whole. */
  get left(): null {
    return null;
  }

  readonly #visible = $derived(this.#moments.filter(({ source }) => !this.isHidden(source)));
  /** Those of the sources shown, in the chosen part or else on the whole axis. */
  readonly shown = $derived.by(() => {
    const span = this.period ?? this.zoom;
    if (!span) return this.#visible;
    return this.#visible.filter(({ at }) => at >= span.from && at < span.to);
  });
  readonly #span = $derived.by((): readonly [string, string] | null => {
    if (this.zoom) return [this.zoom.from, endBefore(this.zoom.to)];
    const [first] = this.#moments;
    const last = this.#moments.at(-1);
    return first && last ? [first.at, last.at] : null;
  });
  readonly histogram = $derived(this.#count(this.#visible, 60));
  /** For each source shown, how its times lie: finer than the histogram, on the same axis. */
  readonly lanes = $derived(
    this.#sources
      .filter(({ id }) => !this.isHidden(id))
      .map((source) => ({
        source,
        lie: this.#count(
          this.#moments.filter((moment) => moment.source === source.id),
          columns,
        ),
      })),
  );

  #count(moments: readonly Moment[], most: number): Histogram | null {
    const span = this.#span;
    if (!span) return null;
    const buckets = new TimeBuckets(span, most);
    for (const { at_s } of moments) buckets.add(at_s);
    return buckets.write();
  }

  /** Reads all that is open; a newer call stops an older one. */
  async collect(): Promise<void> {
    this.#wish += 1;
    const wish = this.#wish;
    const stale = (): boolean => wish !== this.#wish;
    this.#working = true;
    await this.#bench.readOpened();
    const found: Moment[] = this.#collectFeed();
    for (const id of this.#bench.opened) {
      const shown = this.#bench.shownOf(id);
      if (shown.kind === 'table') await this.#collectTable(found, id, shown.table, stale);
      else if (shown.kind === 'mail') this.#collectMail(found, id);
      else if (shown.kind !== 'image' && shown.kind !== 'loading') {
        await this.#collectLines(found, id, stale);
      }
      if (stale()) return;
    }
    const sorted = await sortInSlices(found, (a, b) => a.at_s - b.at_s, stale);
    if (sorted === null || stale()) return;
    this.#moments = sorted;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const counts = new Map<string, number>();
    for (const { source } of sorted) counts.set(source, (counts.get(source) ?? 0) + 1);
    this.#sources = [...counts].map(([id, count]) => ({ id, title: this.#titleOf(id), count }));
    this.#silent = this.#bench.opened
      .filter((id) => !counts.has(id))
      .map((id) => this.#titleOf(id));
    this.#chooseFirstZoom();
    this.#working = false;
  }

  /** Where one date long ago would press everything else into a corner, the drill's own day comes first. */
  #chooseFirstZoom(): void {
    const first = this.#moments[0];
    const last = this.#moments.at(-1);
    const day_s = 86_400;
    if (this.zoom || !first || !last || last.at_s - first.at_s < 3 * day_s) return;
    const { starts_at, ends_at } = this.#attempt.prepared.drill;
    const from = writeInstant(starts_at, -day_s / 2);
    const to = writeInstant(starts_at, ends_at + 3600);
    const inside = this.#moments.filter(({ at }) => at >= from && at < to);
    const [earliest] = inside;
    const latest = inside.at(-1);
    if (!earliest || !latest || earliest === latest) return;
    this.zoomTo({ from: earliest.at, to: writeInstant(latest.at, 1) });
  }

  #titleOf(source: string): string {
    if (source === 'feed') return 'Feed';
    return this.#attempt.prepared.byId.evidence.get(source)?.title ?? source;
  }

  #collectFeed(): Moment[] {
    const { prepared, state } = this.#attempt;
    return [...state.feed.values()].flatMap((delivery) => {
      const item = prepared.byId.feed.get(delivery.item);
      if (!item) return [];
      const at = writeInstant(prepared.drill.starts_at, delivery.arrived_s);
      return [
        makeMoment('feed', `feed/${item.id}`, at, item.subject, () => ({
          citation: citeRecord('feed', item.id),
          label: shorten(item.subject, 290),
          says: shorten(item.subject, 200),
          at,
          texts: [item.subject],
        })),
      ];
    });
  }

  async #collectTable(
    found: Moment[],
    id: string,
    table: RoomTable,
    stale: () => boolean,
  ): Promise<void> {
    const times = new TableTimes(table.columns, table.all, this.#starts_s);
    const text = this.#textOf(id);
    const format = this.#attempt.prepared.byId.evidence.get(id)?.format ?? 'csv';
    const title = this.#titleOf(id);
    const describe = (row: TableRow): string =>
      table.shown
        .filter((column) => !times.columns.has(column))
        .map((column) => row.cells[column] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, 3)
        .map((cell) => shorten(cell, 80))
        .join(', ');
    await filterInSlices(
      table.all,
      (row) => {
        const own = times.read(row.cells);
        const said = own.length === 0 ? '' : describe(row);
        for (const { columns: named, at_s } of own) {
          const at = writeSeconds(at_s);
          const name = named.map((column) => table.columns[column] ?? '').join(', ');
          const says = times.columns.size > 1 ? `${name}: ${said}` : said;
          found.push(
            makeMoment(id, `${id}/${String(row.index)}/${String(named[0])}`, at, says, () => ({
              citation: citeRow(id, text, row, format, table.brokenLines),
              label: shorten(`${title}, ${says}`, 290),
              says,
              at,
              texts: row.cells,
            })),
          );
        }
        return false;
      },
      stale,
    );
  }

  #collectMail(found: Moment[], id: string): void {
    const text = this.#textOf(id);
    const { messageId, times } = readMailTimes(text, this.#starts_s);
    for (const { key, at, says } of times) {
      found.push(
        makeMoment(id, `${id}/${key}`, at, says, () => ({
          citation: citeRecord(id, messageId ?? 'message'),
          label: shorten(`${this.#titleOf(id)}: ${says}`, 290),
          says: shorten(says, 200),
          at,
          texts: [text],
        })),
      );
    }
  }

  async #collectLines(found: Moment[], id: string, stale: () => boolean): Promise<void> {
    const text = this.#textOf(id);
    const finder = new TimeFinder(this.#starts_s);
    const title = this.#titleOf(id);
    let index = -1;
    await filterInSlices(
      text.split('\n'),
      (line) => {
        index += 1;
        const place = index;
        for (const time of finder.read(line)) {
          const at = writeSeconds(time.at_s);
          const says = quoteTime(line, time);
          found.push(
            makeMoment(id, `${id}/${String(place)}/${String(time.start)}`, at, says, () => ({
              citation: citeLines(id, text, place, place),
              label: shorten(`${title}, line ${String(place + 1)}: ${says}`, 290),
              says,
              at,
              texts: [line],
            })),
          );
        }
        return false;
      },
      stale,
    );
  }

  /** When the scenario begins: a clock that names no day is of the day nearest to it. */
  get #starts_s(): number {
    return Date.parse(this.#attempt.prepared.drill.starts_at) / 1000;
  }

  #textOf(id: string): string {
    return this.#attempt.prepared.evidence.get(id) ?? '';
  }
}

function makeMoment(
  source: string,
  key: string,
  at: string,
  says: string,
  cite: () => Citable,
): Moment {
  return { key, at_s: Date.parse(at) / 1000, at, source, says, cite };
}

const endBefore = (to: string): string => writeInstant(to, -1);
