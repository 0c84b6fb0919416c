import type { AttemptHeader, Levers } from '../../content/engine/drill/attempt-log.ts';
import type { Settings, SettingsValues } from './settings.svelte.ts';

/** How a drill is to be played: what is chosen before it begins and stands in its header. */
export interface PlayChoices {
  readonly levers: Levers;
  readonly extraTime: AttemptHeader['accommodations']['extra_time'];
  readonly noClock: boolean;
  /** Roles that are played; without it, as usual. */
  readonly roles?: readonly string[];
}

/** As it was set last. */
export function readPlayChoices({
  levers,
  interruptions,
  extraTime,
  noClock,
}: SettingsValues): PlayChoices {
  return { levers: { ...levers, interruptions }, extraTime, noClock };
}

/** As an attempt was played, to play another one alike. */
export function repeatPlayChoices({ levers, accommodations, roles }: AttemptHeader): PlayChoices {
  const { extra_time, no_clock } = accommodations;
  return { levers, extraTime: extra_time, noClock: no_clock, roles };
}

/** Keeps what was chosen for the next drill. */
export function rememberPlayChoices(settings: Settings, choices: PlayChoices): void {
  const { levers, extraTime, noClock } = choices;
  settings.change({ levers, interruptions: levers.interruptions, extraTime, noClock });
}
