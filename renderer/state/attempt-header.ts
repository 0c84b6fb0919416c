import type { AttemptHeader, Levers } from '../../content/engine/drill/attempt-log.ts';
import {
  engineVersion,
  scorerVersion,
  usualLevers,
} from '../../content/engine/drill/attempt-terms.ts';
import type { Drill } from '../../content/engine/format/drill-schema.ts';
import type { PlayableDrill } from './catalogue.svelte.ts';

/** What a person may choose as they begin a drill; what is left out is as its author wrote it. */
export interface AttemptChoices {
  readonly levers?: Partial<Levers>;
  readonly extraTime?: AttemptHeader['accommodations']['extra_time'];
  readonly noClock?: boolean;
  /** Roles that are played, in turns; without it the first one. */
  readonly roles?: readonly string[];
  readonly seed?: number;
}

/** The first line of the log of a new attempt: under what it is played. */
export function makeHeader(
  slug: string,
  { drill, kit }: PlayableDrill,
  choices: Omit<AttemptChoices, 'seed'>,
  given: { readonly attempt: string; readonly seed: number; readonly started_at: string },
): AttemptHeader {
  const no_clock = choices.noClock ?? false;
  const levers: Levers = { ...usualLevers, ...choices.levers };
  return {
    kind: 'attempt',
    format: 1,
    attempt: given.attempt,
    pack: kit.pack,
    drill: { slug, id: drill.id, hash: kit.hash },
    engine: engineVersion,
    scorer: scorerVersion,
    seed: given.seed,
    // Without a clock there is nothing that could not be paused.
    levers: { ...levers, timed: levers.timed && !no_clock },
    accommodations: { extra_time: choices.extraTime ?? 1, no_clock },
    roles: chooseRoles(drill, choices.roles),
    started_at: given.started_at,
  };
}

/** A hand-over is played by two roles, the others by those that were chosen. */
function chooseRoles({ roles, handover }: Drill, chosen: readonly string[] | undefined): string[] {
  const first = roles.slice(0, 1).map(({ id }) => id);
  if (handover) return [...first, handover.to];
  const known = roles.map(({ id }) => id).filter((id) => chosen?.includes(id));
  return known.length > 0 ? known : first;
}
