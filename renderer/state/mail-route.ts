import { isDay, readMonth } from '../../content/engine/evidence/instants.ts';

/** One handing over of a mail, as the server that took it wrote down. */
export interface MailHop {
  /** Who gave it, as it called itself; empty where the header does not say. */
  readonly from: string;
  /** The address in brackets, which the server saw; empty where there is none. */
  readonly address: string;
  readonly by: string;
  readonly protocol: string;
  /** ISO 8601 UTC to the second; null where the date cannot be read. */
  readonly at: string | null;
  /** Seconds since the hop before; negative where clocks disagree; null where one does not say. */
  readonly after_s: number | null;
}

interface Header {
  readonly name: string;
  readonly value: string;
}

/** Milliseconds since 1970; NaN for what is no date, also for a day that is none: the runtime makes 2 March of 30 Feb. */
export function readMailDate(written: string): number {
  const [, day, month = '', year] =
    /(?<!\d)(\d{1,2})[ -]([A-Z][a-z]{2})[a-z]*[ -](\d{4})/.exec(written) ?? [];
  const named = readMonth(month);
  if (named !== null && !isDay(Number(year), named, Number(day))) return Number.NaN;
  return Date.parse(written);
}

/**
 * The way of a mail by its `Received` headers, first hop first: servers put theirs on top, so the
 * order of the file is turned round. A sender can forge those below the first server one trusts.
 */
export function readRoute(headers: readonly Header[]): readonly MailHop[] {
  const received = headers.filter(({ name }) => name.toLowerCase() === 'received').reverse();
  let before_ms = Number.NaN;
  return received.map(({ value }) => {
    const semicolon = value.lastIndexOf(';');
    const words = (semicolon < 0 ? value : value.slice(0, semicolon)).replace(/\s+/g, ' ');
    // A date may end in a comment: "(UTC)".
    const time_ms =
      semicolon < 0
        ? Number.NaN
        : readMailDate(value.slice(semicolon + 1).replace(/\([^)]*\)/g, ''));
    const after_s = (time_ms - before_ms) / 1000;
    before_ms = time_ms;
    return {
      from: /(?:^|\s)from (\S+)/i.exec(words)?.[1] ?? '',
      address: /\[([0-9a-f.:]+)\]/i.exec(words.split(/\sby\s/i)[0] ?? '')?.[1] ?? '',
      by: /(?:^|\s)by (\S+)/i.exec(words)?.[1] ?? '',
      protocol: /\swith (\S+)/i.exec(words)?.[1] ?? '',
      at: Number.isNaN(time_ms) ? null : `${new Date(time_ms).toISOString().slice(0, 19)}Z`,
      after_s: Number.isNaN(after_s) ? null : after_s,
    };
  });
}

/** `3 s`, `2 min 5 s`, `1 h 2 min`, `12 s earlier, so the clocks disagree`. */
export function writeDelay(after_s: number): string {
  const seconds = Math.abs(Math.round(after_s));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const said =
    hours > 0
      ? `${String(hours)} h ${String(minutes)} min`
      : minutes > 0
        ? `${String(minutes)} min ${String(seconds % 60)} s`
        : `${String(seconds)} s`;
  return after_s < 0 ? `${said} earlier, so clocks disagree` : said;
}
