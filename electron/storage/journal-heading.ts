import { formatLine } from './journal-line.ts';
import { storedSchema } from './storage-channels.ts';

/** First line of each file of the journal. */
export interface JournalHeading {
  readonly kind: 'drillbook-journal';
  readonly format: 1;
  /** Version of what the changes hold; higher than this app's: not to be touched. */
  readonly schema: number;
  /** Number of the last change before this file. */
  readonly after: number;
}

/** Whether a file in the journal's folder is one of its own. */
export function isJournalName(name: string): boolean {
  return /^journal-\d{12}\.log$/.test(name);
}

/** The line with which a file for the changes after `after` begins. */
export function writeJournalHeading(after: number, schema = storedSchema): Buffer {
  const heading: JournalHeading = { kind: 'drillbook-journal', format: 1, schema, after };
  return formatLine({ seq: after, text: JSON.stringify(heading) });
}

/** @param text of a file's first line; null where that is no heading */
export function readJournalHeading(text: string): JournalHeading | null {
  try {
    const heading = JSON.parse(text) as Partial<JournalHeading>;
    return heading.kind === 'drillbook-journal' ? (heading as JournalHeading) : null;
  } catch {
    return null;
  }
}
