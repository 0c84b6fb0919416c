import { TimeFinder, type FoundTime } from '../../content/engine/evidence/find-times.ts';
import { writeInstant } from '../../content/engine/evidence/storyline-instant.ts';
import { readMailDate, readRoute } from './mail-route.ts';

export interface MailTimes {
  /** Without its brackets; null where the mail has none. */
  readonly messageId: string | null;
  readonly times: readonly {
    /** Unique in this mail. */
    readonly key: string;
    readonly at: string;
    readonly says: string;
  }[];
}

/**
 * When a mail was written, when each server took it, and every time that its text says.
 *
 * @param near_s what a clock that names no day is near to, where the mail has no date of its own
 */
export function readMailTimes(text: string, near_s: number | null): MailTimes {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const reading = new MailTimesReading(head, near_s);
  for (const line of text.slice(head.length).split('\n')) reading.add(line);
  return reading;
}

/** Reads the times of a mail: of its headers at once, of its text line by line. */
export class MailTimesReading implements MailTimes {
  readonly messageId: string | null;
  readonly times: MailTimes['times'][number][] = [];
  readonly #finder: TimeFinder;
  #lines = 0;

  constructor(head: string, near_s: number | null) {
    const headers = head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => {
        const colon = line.indexOf(':');
        return { name: line.slice(0, Math.max(0, colon)), value: line.slice(colon + 1).trim() };
      });
    const find = (name: string): string =>
      headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
    const date = readMailDate(find('date'));
    const isDated = !Number.isNaN(date);
    if (isDated) {
      const at = writeInstant(Math.floor(date / 1000));
      this.times.push({ key: 'date', at, says: `Written: ${find('subject')}` });
    }
    for (const [index, { at, by, from }] of readRoute(headers).entries()) {
      if (at === null) continue;
      this.times.push({ key: `hop/${String(index)}`, at, says: `Taken by ${by} from ${from}` });
    }
    this.#finder = new TimeFinder(isDated ? date / 1000 : near_s);
    this.messageId = find('message-id').replace(/[<>]/g, '') || null;
  }

  add(line: string): void {
    for (const time of this.#finder.read(line)) {
      const key = `${String(this.#lines)}/${String(time.start)}`;
      this.times.push({ key, at: writeInstant(time.at_s), says: quoteTime(line, time) });
    }
    this.#lines += 1;
  }
}

/** The line, or as much of a long one as stands around its time. */
export function quoteTime(line: string, { start, end }: FoundTime): string {
  const whole = line.trim();
  if (whole.length <= 200) return whole;
  const from = Math.max(0, start - 80);
  const part = line.slice(from, end + 110).trim();
  return `${from > 0 ? '…' : ''}${part}${end + 110 < line.length ? '…' : ''}`;
}
