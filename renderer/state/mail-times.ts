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
  const body = text.slice(head.length);
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, Math.max(0, colon)), value: line.slice(colon + 1).trim() };
    });
  const find = (name: string): string =>
    headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
  const times: MailTimes['times'][number][] = [];
  const date = readMailDate(find('date'));
  const isDated = !Number.isNaN(date);
  if (isDated) {
    const at = writeInstant(Math.floor(date / 1000));
    times.push({ key: 'date', at, says: `Written: ${find('subject')}` });
  }
  for (const [index, { at, by, from }] of readRoute(headers).entries()) {
    if (at === null) continue;
    times.push({ key: `hop/${String(index)}`, at, says: `Taken by ${by} from ${from}` });
  }
  const finder = new TimeFinder(isDated ? date / 1000 : near_s);
  for (const [index, line] of body.split('\n').entries()) {
    for (const time of finder.read(line)) {
      const key = `${String(index)}/${String(time.start)}`;
      times.push({ key, at: writeInstant(time.at_s), says: quoteTime(line, time) });
    }
  }
  return { messageId: find('message-id').replace(/[<>]/g, '') || null, times };
}

/** The line, or as much of a long one as stands around its time. */
export function quoteTime(line: string, { start, end }: FoundTime): string {
  const whole = line.trim();
  if (whole.length <= 200) return whole;
  const from = Math.max(0, start - 80);
  const part = line.slice(from, end + 110).trim();
  return `${from > 0 ? '…' : ''}${part}${end + 110 < line.length ? '…' : ''}`;
}
