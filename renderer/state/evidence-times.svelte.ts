import { citeRecord } from '../../content/engine/drill/citation.ts';
import type { Attempt } from './attempt.svelte.ts';
import type { Period } from './facets.ts';
import { readRoute } from './mail-route.ts';
import type { RoomBench } from './room-bench.svelte.ts';
import { citeLines, citeRow, shorten, type Citable } from './room-citations.ts';
import type { RoomTable, TableRow } from './room-table.svelte.ts';
import { writeInstant } from './room-words.ts';
import { filterInSlices, sortInSlices } from './slices.ts';
import type { Histogram } from './sql-bench.ts';
import { TimeBuckets } from './time-buckets.ts';

/** Something that happened, as one place of the evidence says it. */
export interface Moment {
  readonly key: string;
  /** Seconds since 1970. */
  readonly at_s: number;
  readonly at: string;
  /** Id of the evidence, or `feed`. */
  readonly source: string;
  readonly says: string;
  /** Where it stands; made when asked for. */
  readonly cite: () => Citable;
}

export interface TimeSource {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

const instant = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g;
const columns = 120;

/** Every time in what was opened, and in the feed: which are shown, and how they lie. */
export class EvidenceTimes {
  #moments = $state.raw<readonly Moment[]>([]);
  #sources = $state.raw<readonly TimeSource[]>([]);
  #hidden = $state.raw<readonly string[]>([]);
  #period = $state.raw<Period | null>(null);
  #zoom = $state.raw<Period | null>(null);
  #working = $state(true);
  #wish = 0;
  readonly #attempt: Attempt;
  readonly #bench: RoomBench;

  constructor(attempt: Attempt, bench: RoomBench) {
    this.#attempt = attempt;
    this.#bench = bench;
  }

  get working(): boolean {
    return this.#working;
  }
  get sources(): readonly TimeSource[] {
    return this.#sources;
  }
  isHidden(source: string): boolean {
    return this.#hidden.includes(source);
  }
  toggle(source: string): void {
    this.#hidden = this.#hidden.includes(source)
      ? this.#hidden.filter((one) => one !== source)
      : [...this.#hidden, source];
  }
  get period(): Period | null {
    return this.#period;
  }
  choose(period: Period | null): void {
    this.#period = period;
  }
  get zoomed(): boolean {
    return this.#zoom !== null;
  }
  /** Lays the axis over the chosen part only, or over everything again. */
  zoomIn(): void {
    if (!this.#period) return;
    this.#zoom = this.#period;
    this.#period = null;
  }
  zoomOut(): void {
    this.#zoom = null;
  }

  readonly #visible = $derived(
    this.#moments.filter(({ source }) => !this.#hidden.includes(source)),
  );
  /** Those of the sources shown, in the chosen part or else on the whole axis. */
  readonly shown = $derived.by(() => {
    const span = this.#period ?? this.#zoom;
    if (!span) return this.#visible;
    return this.#visible.filter(({ at }) => at >= span.from && at < span.to);
  });
  readonly #span = $derived.by((): readonly [string, string] | null => {
    if (this.#zoom) return [this.#zoom.from, endBefore(this.#zoom.to)];
    const [first] = this.#moments;
    const last = this.#moments.at(-1);
    return first && last ? [first.at, last.at] : null;
  });
  readonly histogram = $derived(this.#count(this.#visible, 60));
  /** For each source shown, how its times lie: finer than the histogram, on the same axis. */
  readonly lanes = $derived(
    this.#sources
      .filter(({ id }) => !this.#hidden.includes(id))
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
      else if (shown.kind !== 'image' && shown.kind !== 'loading') this.#collectLines(found, id);
      if (stale()) return;
    }
    const sorted = await sortInSlices(found, (a, b) => a.at_s - b.at_s, stale);
    if (sorted === null || stale()) return;
    this.#moments = sorted;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- local: nothing shows it
    const counts = new Map<string, number>();
    for (const { source } of sorted) counts.set(source, (counts.get(source) ?? 0) + 1);
    this.#sources = [...counts].map(([id, count]) => ({ id, title: this.#titleOf(id), count }));
    this.#chooseFirstZoom();
    this.#working = false;
  }

  /** Where one date long ago would press everything else into a corner, the drill's own day comes first. */
  #chooseFirstZoom(): void {
    const first = this.#moments[0];
    const last = this.#moments.at(-1);
    const day_s = 86_400;
    if (this.#zoom || !first || !last || last.at_s - first.at_s < 3 * day_s) return;
    const { starts_at, ends_at } = this.#attempt.prepared.drill;
    const from = writeInstant(starts_at, -day_s / 2);
    const to = writeInstant(starts_at, ends_at + 3600);
    const inside = this.#moments.filter(({ at }) => at >= from && at < to);
    const [earliest] = inside;
    const latest = inside.at(-1);
    if (!earliest || !latest || earliest === latest) return;
    this.#zoom = { from: earliest.at, to: writeInstant(latest.at, 1) };
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
    const time = table.columns.indexOf(table.timeColumn ?? '');
    if (time < 0) return;
    const text = this.#textOf(id);
    const format = this.#attempt.prepared.byId.evidence.get(id)?.format ?? 'csv';
    const title = this.#titleOf(id);
    const describe = (row: TableRow): string =>
      table.shown
        .filter((column) => column !== time)
        .map((column) => row.cells[column] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, 3)
        .map((cell) => shorten(cell, 80))
        .join(', ');
    await filterInSlices(
      table.all,
      (row) => {
        const at = readInstant(row.cells[time] ?? '');
        if (at === null) return false;
        const says = describe(row);
        found.push(
          makeMoment(id, `${id}/${String(row.index)}`, at, says, () => ({
            citation: citeRow(id, text, row, format, table.brokenLines),
            label: shorten(`${title}, ${says}`, 290),
            says,
            at,
            texts: row.cells,
          })),
        );
        return false;
      },
      stale,
    );
  }

  #collectMail(found: Moment[], id: string): void {
    const text = this.#textOf(id);
    const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
    const headers = head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => {
        const colon = line.indexOf(':');
        return { name: line.slice(0, Math.max(0, colon)), value: line.slice(colon + 1).trim() };
      });
    const cite = (says: string, at: string) => (): Citable => ({
      citation: citeRecord(
        id,
        headers.find(({ name }) => /^message-id$/i.test(name))?.value.replace(/[<>]/g, '') ||
          'message',
      ),
      label: shorten(`${this.#titleOf(id)}: ${says}`, 290),
      says: shorten(says, 200),
      at,
      texts: [text],
    });
    const subject = headers.find(({ name }) => /^subject$/i.test(name))?.value ?? '';
    const date = Date.parse(headers.find(({ name }) => /^date$/i.test(name))?.value ?? '');
    if (!Number.isNaN(date)) {
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a value, never changed
      const at = `${new Date(date).toISOString().slice(0, 19)}Z`;
      const says = `Written: ${subject}`;
      found.push(makeMoment(id, `${id}/date`, at, says, cite(says, at)));
    }
    for (const [index, hop] of readRoute(headers).entries()) {
      if (hop.at === null) continue;
      const says = `Taken by ${hop.by} from ${hop.from}`;
      found.push(makeMoment(id, `${id}/hop/${String(index)}`, hop.at, says, cite(says, hop.at)));
    }
  }

  #collectLines(found: Moment[], id: string): void {
    const text = this.#textOf(id);
    for (const [index, line] of text.split('\n').entries()) {
      for (const [written] of line.matchAll(instant)) {
        const at = readInstant(written);
        if (at === null) continue;
        const says = shorten(line.trim(), 200);
        found.push(
          makeMoment(id, `${id}/${String(index)}/${at}`, at, says, () => ({
            citation: citeLines(id, text, index, index),
            label: shorten(`${this.#titleOf(id)}, line ${String(index + 1)}: ${says}`, 290),
            says,
            at,
            texts: [line],
          })),
        );
      }
    }
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

/** The instant at the start of a cell, to the second; null where it is none, or none that exists. */
function readInstant(text: string): string | null {
  const [found] = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/.exec(text) ?? [];
  if (found === undefined) return null;
  const at = `${found.replace(' ', 'T')}Z`;
  return Number.isNaN(Date.parse(at)) ? null : at;
}

const endBefore = (to: string): string => writeInstant(to, -1);
