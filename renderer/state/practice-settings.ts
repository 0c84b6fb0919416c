/** Lengths to choose from, seconds; null for no clock, 0 for none of it. */
export const thinkingLengths = [0, 30, 60, 120, 300] as const;
export const answeringLengths = [60, 120, 180, 300, null] as const;

/** How somebody likes to practise; kept as one set of settings. */
export interface PracticeSettings {
  /** 0: straight to the answer. */
  readonly thinking_s: number;
  /** null: without a clock. */
  readonly answering_s: number | null;
  /** When the person agreed to be recorded, ISO 8601; null: not asked, or taken back. */
  readonly consent_at: string | null;
}

/** Two minutes of answer are what most behavioural questions are given. */
const usual: PracticeSettings = { thinking_s: 60, answering_s: 120, consent_at: null };

/** Takes from what was stored whatever is valid; the rest is as usual. */
export function repairPracticeSettings(stored: unknown): PracticeSettings {
  if (typeof stored !== 'object' || stored === null) return usual;
  const { thinking_s, answering_s, consent_at } = stored as Partial<
    Record<keyof PracticeSettings, unknown>
  >;
  return {
    thinking_s: thinkingLengths.find((one) => one === thinking_s) ?? usual.thinking_s,
    answering_s: answeringLengths.includes(answering_s as null)
      ? (answering_s as null)
      : usual.answering_s,
    consent_at:
      typeof consent_at === 'string' && !Number.isNaN(Date.parse(consent_at)) ? consent_at : null,
  };
}

/** What the person set for all clocks of the app. */
export interface TimeGiven {
  /** 1 to 2: how many times as long. */
  readonly extraTime: number;
  readonly noClock: boolean;
}

/** The chosen lengths with the time that the person is given, seconds; null for no clock. */
export function planLengths(
  { thinking_s, answering_s }: Pick<PracticeSettings, 'thinking_s' | 'answering_s'>,
  { extraTime, noClock }: TimeGiven,
): { readonly thinking_s: number | null; readonly answering_s: number | null } {
  const plan = (length_s: number | null): number | null =>
    length_s === null || length_s === 0 || noClock ? null : Math.round(length_s * extraTime);
  return { thinking_s: plan(thinking_s), answering_s: plan(answering_s) };
}
