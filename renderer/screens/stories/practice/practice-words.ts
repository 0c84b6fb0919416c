import type {
  PracticeStage,
  RecordingEnd,
} from '../../../../content/engine/story/practice-record.ts';

/** What a stage is called, in the order in which they come. */
export const stageWords: Readonly<Record<PracticeStage, string>> = {
  thinking: 'Think',
  answering: 'Answer',
  probing: 'Probes',
  done: 'Result',
};

/** "1:05" */
export function writeTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}

/** "1 minute", "30 seconds", "2 and a half minutes" are said as they are chosen. */
export function writeLength(seconds: number | null): string {
  if (seconds === null) return 'No clock';
  if (seconds === 0) return 'None';
  return seconds < 60 ? `${String(seconds)} s` : `${String(seconds / 60)} min`;
}

/** What the clock says beside its figure. `extra` is the factor of extra time in the length. */
export function describeClock(left_s: number | null, planned_s: number | null, extra = 1): string {
  if (left_s === null || planned_s === null) return 'so far, without a clock';
  if (left_s < 0) return `over ${writeTime(planned_s)}; go on when you are ready`;
  const given = extra === 1 ? '' : `, your extra time of ${String(extra)}× in it`;
  return `left of ${writeTime(planned_s)}${given}`;
}

/** What is said once, for who does not look at the clock. */
export function announceClock(left_s: number | null): string {
  if (left_s === 300) return 'Five minutes are left.';
  if (left_s === 60) return 'One minute is left.';
  return left_s === 0 ? 'The time is up. Go on when you are ready.' : '';
}

/** Why a recording is as long as it is. */
export const endNotes: Readonly<Record<RecordingEnd, string>> = {
  stopped: '',
  full: 'ended at ten minutes',
  lost: 'ended when the microphone went away',
  hidden: 'ended when the window was put away',
  broken_off: 'ended with Drillbook; all but the last seconds is kept',
};
