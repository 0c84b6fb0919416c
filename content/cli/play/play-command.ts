import type { Citation, Deed } from '../../engine/drill/attempt-log.ts';
import { yellow } from '../terminal.ts';
import { findNamed } from './named-things.ts';
import type { PlaySession } from './play-session.ts';
import { readCitations } from './read-citation.ts';
import type { Words } from './read-words.ts';
import { showNews } from './show-news.ts';
import type { NamedKind } from './shown-numbers.ts';

/** Something that can be typed while a drill is played. */
export interface PlayCommand {
  readonly name: string;
  readonly also?: readonly string[];
  readonly form: string;
  readonly about: string;
  /** Does it and says what to show. `words` are those after the command's own name. */
  run(session: PlaySession, words: Words): string;
}

/** Does a deed; shows `done` and what followed, or why it was not done. */
export function perform(
  session: PlaySession,
  deed: Deed,
  done: string | (() => string) = '',
): string {
  const before = session.seen;
  const refusal = session.perform(deed);
  if (refusal) return refuse(refusal.message);
  const shown = typeof done === 'string' ? done : done();
  return [shown, showNews(session, before)].filter((text) => text !== '').join('\n');
}

/** What is said of something that was not done. */
export function refuse(message: string): string {
  return yellow(message);
}

/** Goes on with the id of what the player means, or says why it is not clear. */
export function withNamed(
  session: PlaySession,
  kind: NamedKind,
  typed: string,
  then: (id: string) => string,
): string {
  const found = findNamed(session, kind, typed);
  return found.ok ? then(found.id) : refuse(found.message);
}

/** Goes on with the citations of a line, or says which of them cannot be made. */
export function withCitations(
  session: PlaySession,
  words: readonly string[],
  then: (citations: Citation[]) => string,
): string {
  const read = readCitations(session, words);
  return read.ok ? then([...read.citations]) : refuse(read.message);
}
