import type { PreparedDrill } from '../../engine/drill/prepared-drill.ts';
import type { PlaySession } from './play-session.ts';
import { namedKinds, type NamedKind } from './shown-numbers.ts';

/** One thing of a list, as a player sees it. */
interface Named {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

export function findTitle({ byId }: PreparedDrill, kind: NamedKind, id: string): string {
  return (kind === 'feed' ? byId.feed.get(id)?.subject : byId[kind].get(id)?.title) ?? '';
}

/** `2 CloudTrail, eu-west-2`: how a thing stands in a line. */
export function writeNamed(
  { numbers, prepared }: PlaySession,
  kind: NamedKind,
  id: string,
): string {
  return `${numbers.find(kind, id)} ${findTitle(prepared, kind, id)}`;
}

export type FoundName =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly message: string };

/**
 * What is meant by a number, a title or how it begins, in any case of letters. Scripts may name ids;
 * that of a thing which is not here stands for what is here under the same title, so that an id works
 * in every play of a drill or in none.
 *
 * @param here ids that can be meant, if not all of this kind that are there now
 */
export function findNamed(
  session: PlaySession,
  kind: NamedKind,
  typed: string,
  here: readonly string[] = listHere(session, kind),
): FoundName {
  const { numbers, prepared } = session;
  const { called, list } = namedKinds[kind];
  const things = here.map((id) => ({
    id,
    number: numbers.find(kind, id),
    title: findTitle(prepared, kind, id),
  }));
  const title = prepared.byId[kind].has(typed) ? findTitle(prepared, kind, typed) : typed;
  const [found, ...others] = pickThings(things, typed, title);
  if (!found) {
    const message =
      typed === ''
        ? `Say which ${called}, by its number or how its title begins; see: ${list}`
        : `There is no ${called} "${typed}" here. Listed by: ${list}`;
    return { ok: false, message };
  }
  if (others.length === 0) return { ok: true, id: found.id };
  const several = [found, ...others].slice(0, 6).map((one) => `${one.number} ${one.title}`);
  return { ok: false, message: `"${typed}" can be ${several.join('; ')}. Take the number.` };
}

/**
 * Those that are meant: by number, else by id, else by the whole title, else by its beginning.
 *
 * @param title what the typed stands for, where it is the id of something else
 */
export function pickThings<Thing extends Named>(
  things: readonly Thing[],
  typed: string,
  title = typed,
): readonly Thing[] {
  if (typed === '') return [];
  const wanted = writePlain(title);
  const ways: readonly ((thing: Thing) => boolean)[] = [
    ({ number }) => String(number) === typed,
    ({ id }) => id === typed,
    (thing) => writePlain(thing.title) === wanted,
    (thing) => writePlain(thing.title).startsWith(wanted),
    (thing) => writePlain(thing.title).startsWith(writePlain(typed)),
  ];
  for (const way of ways) {
    const found = things.filter(way);
    if (found.length > 0) return found;
  }
  return [];
}

function writePlain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

function listHere({ state, choices }: PlaySession, kind: NamedKind): readonly string[] {
  if (kind === 'tools') return choices.tools.map(({ id }) => id);
  if (kind === 'hints') return choices.hints.map(({ hint }) => hint.id);
  return [...state[kind].keys()];
}
