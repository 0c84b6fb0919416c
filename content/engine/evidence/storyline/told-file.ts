import type { Estate } from './estate.ts';
import { globalRegion, isGlobalCall } from './global-calls.ts';
import type { StoryEvent } from './event-schema.ts';
import type { StoryFile, ToldFormat } from './schema.ts';

/** A place in a written file by which a drill cites an event of the story. */
export interface ToldClue {
  /** The event's word in the storyline. */
  readonly event: string;
  /** The record's own id; null where the format has none. */
  readonly record: string | null;
  /** What stands once in the file; null where a record is cited. */
  readonly text: string | null;
}

/** A file of evidence as it was written. */
export interface ToldFile {
  readonly file: string;
  readonly format: ToldFormat;
  readonly text: string;
  /** Records in it, with those of the story. */
  readonly records: number;
  readonly clues: readonly ToldClue[];
}

/** Text of a file, how many records it holds, and where those of the story are. */
export type Telling = Pick<ToldFile, 'text' | 'records' | 'clues'>;

/** The member of an event that a file of a format tells. */
const members = {
  cloudtrail: 'call',
  'vpc-flow': 'flow',
  's3-access': 'object',
  alb: 'request',
  guardduty: 'finding',
  idp: 'sign_in',
  auditd: 'command',
  csv: 'row',
  mail: 'mail',
} as const satisfies Record<ToldFormat, keyof StoryEvent>;

/** What an event must say, so that a file of a format can tell it. */
export function findMember(format: ToldFormat): keyof StoryEvent {
  return members[format];
}

/** Whether a file tells of an event: it can, and the event does not name others. */
export function tells(
  { region, files }: Pick<Estate, 'region' | 'files'>,
  { file, format, regions }: StoryFile,
  event: StoryEvent,
): boolean {
  if (event[members[format]] === undefined) return false;
  if (event.files && !event.files.includes(file)) return false;
  if (format !== 'cloudtrail') return true;
  const own = regions ?? [region];
  if (event.region !== undefined || !isGlobalCall(event.call ?? '')) {
    return own.includes(event.region ?? region);
  }
  if (own.includes(globalRegion)) return true;
  // A trail of one region holds the calls without region too, unless a file of their own does.
  const isElsewhere = files.some(
    (one) => one.format === 'cloudtrail' && one.regions?.includes(globalRegion),
  );
  return own.includes(region) && !isElsewhere;
}

/** The events that a file tells of. */
export function listTold(estate: Estate, file: StoryFile): readonly StoryEvent[] {
  return estate.events.filter((event) => tells(estate, file, event));
}
