/** What is to be done after an attempt so that the next incident goes better. */
export interface ImprovementAction {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  /** A calendar day, `2026-03-26`; null while none is set. */
  readonly due: string | null;
  /** What would show that it worked. */
  readonly proof: string;
  /** A calendar day; null while it is to be done. */
  readonly done_on: string | null;
}

/** An after-action review: written in the debrief, one for an attempt. */
export interface Review {
  readonly attempt: string;
  /** As the drill is called, so that Today needs no log. */
  readonly code: string;
  readonly title: string;
  readonly went_well: string;
  readonly to_improve: string;
  readonly actions: readonly ImprovementAction[];
  /** ISO 8601, UTC. */
  readonly updated_at: string;
}

export interface DueAction {
  readonly review: Review;
  readonly action: ImprovementAction;
  /** Days since it was due: 0 today, above 0 overdue. */
  readonly late_days: number;
}

const day_ms = 86_400_000;

/** The calendar day where the person is, `2026-03-26`. */
export function writeDayId(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days from one calendar day to another; NaN where one of them is none. */
export function countDays(from: string, to: string): number {
  return Math.round((readDay(to) - readDay(from)) / day_ms);
}

function readDay(day: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
}

/** Actions that are due by today and not done, the longest overdue leading. */
export function listDue(reviews: readonly Review[], now: Date): readonly DueAction[] {
  const today = writeDayId(now);
  return reviews
    .flatMap((review) => review.actions.map((action) => ({ review, action })))
    .flatMap(({ review, action }): DueAction[] => {
      if (action.done_on !== null || action.due === null || action.what.trim() === '') return [];
      const late_days = countDays(action.due, today);
      return late_days >= 0 ? [{ review, action, late_days }] : [];
    })
    .sort((a, b) => b.late_days - a.late_days || (a.action.what < b.action.what ? -1 : 1));
}

/** A stored record as this version knows it; null for what is no review. */
export function readReview(body: unknown): Review | null {
  if (typeof body !== 'object' || body === null) return null;
  const { attempt, actions, ...rest } = body as Partial<Record<keyof Review, unknown>>;
  if (typeof attempt !== 'string') return null;
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    attempt,
    code: text(rest.code),
    title: text(rest.title),
    went_well: text(rest.went_well),
    to_improve: text(rest.to_improve),
    updated_at: text(rest.updated_at),
    actions: (Array.isArray(actions) ? actions : []).flatMap((one: unknown) => {
      const action = one as Partial<Record<keyof ImprovementAction, unknown>> | null;
      if (typeof action?.id !== 'string') return [];
      const day = (value: unknown): string | null =>
        typeof value === 'string' && !Number.isNaN(readDay(value)) ? value : null;
      return [
        {
          id: action.id,
          what: text(action.what),
          owner: text(action.owner),
          due: day(action.due),
          proof: text(action.proof),
          done_on: day(action.done_on),
        },
      ];
    }),
  };
}
