import type { Levers } from '../../content/engine/drill/attempt-log.ts';
import {
  deadlineFactors,
  extraTimeFactors,
  usualLevers,
} from '../../content/engine/drill/attempt-terms.ts';
import { levels, type Level } from '../../content/engine/format/drill-terms.ts';
import type { SaveStatus } from './save-status.svelte.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export const textSizes = [100, 115, 130, 150] as const;
export const motionChoices = ['system', 'reduced', 'full'] as const;
export const purposes = ['onboarding', 'interviewing', 'mentoring'] as const;

export interface SettingsValues {
  readonly theme: (typeof themeChoices)[number];
  readonly textSize: (typeof textSizes)[number];
  readonly motion: (typeof motionChoices)[number];
  readonly extraTime: (typeof extraTimeFactors)[number];
  /** Scenario time does not run by itself. */
  readonly noClock: boolean;
  readonly interruptions: boolean;
  /** As they were chosen last; `interruptions` above goes before the one in here. */
  readonly levers: Levers;
  /** Single letters as shortcuts, while no text field has the focus. */
  readonly letterKeys: boolean;
  /** null: wide on pages, slim on work screens. */
  readonly rail: 'wide' | 'slim' | null;
  readonly purpose: (typeof purposes)[number] | null;
  readonly level: Level;
  readonly interviewDate: string | null;
  /** First run was answered; an empty database alone never means a new user. */
  readonly welcomed: boolean;
  readonly guidedStartSeen: boolean;
  /** Techniques and "benign" in the library before the first debrief; for mentors. */
  readonly spoilers: boolean;
  readonly panes: Readonly<Record<string, number>>;
  readonly exportedAt: string | null;
}

export const usualSettings: SettingsValues = {
  theme: 'system',
  textSize: 100,
  motion: 'system',
  extraTime: 1,
  noClock: false,
  interruptions: true,
  levers: usualLevers,
  letterKeys: true,
  rail: null,
  purpose: null,
  level: 'entry',
  interviewDate: null,
  welcomed: false,
  guidedStartSeen: false,
  spoilers: false,
  panes: {},
  exportedAt: null,
};

/** What the person has set. Each change is applied at once and saved. */
export class Settings {
  #values = $state.raw(usualSettings);
  readonly #saves: SaveStatus;
  readonly #onTheme: (theme: SettingsValues['theme']) => void;

  /** `onTheme` hears of each theme that is chosen, for what is drawn outside the page. */
  constructor(
    saves: SaveStatus,
    stored: unknown,
    onTheme: (theme: SettingsValues['theme']) => void = () => undefined,
  ) {
    this.#saves = saves;
    this.#onTheme = onTheme;
    this.#values = repairSettings(stored);
  }

  get values(): SettingsValues {
    return this.#values;
  }

  change(changes: Partial<SettingsValues>): void {
    this.#values = { ...this.#values, ...changes };
    if (changes.theme) this.#onTheme(changes.theme);
    void this.#saves.save({ puts: [{ table: 'settings', id: 'settings', body: this.#values }] });
  }
}

/** Takes from what was stored whatever is valid; the rest is as usual. */
export function repairSettings(stored: unknown): SettingsValues {
  if (stored === null || typeof stored !== 'object') return usualSettings;
  const given = stored as Partial<Record<keyof SettingsValues, unknown>>;
  const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
    choices.find((choice) => choice === value) ?? otherwise;
  const flag = (value: unknown, otherwise: boolean): boolean =>
    typeof value === 'boolean' ? value : otherwise;
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const levers = (given.levers ?? {}) as Partial<Record<keyof Levers, unknown>>;
  const panes = Object.entries(given.panes ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
  return {
    theme: oneOf(themeChoices, given.theme, usualSettings.theme),
    textSize: oneOf(textSizes, given.textSize, usualSettings.textSize),
    motion: oneOf(motionChoices, given.motion, usualSettings.motion),
    extraTime: oneOf(extraTimeFactors, given.extraTime, usualSettings.extraTime),
    noClock: flag(given.noClock, false),
    interruptions: flag(given.interruptions, true),
    levers: {
      noise: flag(levers.noise, true),
      deadlines: oneOf(deadlineFactors, levers.deadlines, 1),
      interruptions: flag(levers.interruptions, true),
      hints: flag(levers.hints, true),
      timed: flag(levers.timed, false),
      structure_check: flag(levers.structure_check, true),
    },
    letterKeys: flag(given.letterKeys, true),
    rail: oneOf(['wide', 'slim', null] as const, given.rail, null),
    purpose: oneOf([...purposes, null], given.purpose, null),
    level: oneOf(levels, given.level, usualSettings.level),
    interviewDate: text(given.interviewDate),
    welcomed: flag(given.welcomed, false),
    guidedStartSeen: flag(given.guidedStartSeen, false),
    spoilers: flag(given.spoilers, false),
    panes: Object.fromEntries(panes),
    exportedAt: text(given.exportedAt),
  };
}
