import { readMail, type ReadMail } from './read-mail.ts';
import { layText, type LaidText } from './text-lines.ts';

/** A mail of anybody's as its viewer shows it: no more of it than can be laid out at once. */
export interface LaidMail extends Pick<ReadMail, 'headers' | 'isHtml' | 'attachments'> {
  readonly text: LaidText;
  /** Headers and attachments that are left out. */
  readonly left: number;
}

const most = 500;
/** As much of a header is shown (UTF-16 units). */
const longest = 4_000;

/** null where the parser does not read it. */
export async function layMail(source: string): Promise<LaidMail | null> {
  try {
    const { headers, attachments, isHtml, text } = await readMail(source);
    return {
      isHtml,
      headers: headers.slice(0, most).map(({ name, value }) => ({
        name: shorten(name),
        value: shorten(value),
      })),
      attachments: attachments.slice(0, most).map((one) => ({ ...one, name: shorten(one.name) })),
      left: Math.max(0, headers.length - most) + Math.max(0, attachments.length - most),
      text: layText(text),
    };
  } catch {
    return null;
  }
}

const shorten = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;
