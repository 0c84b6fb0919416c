import type { Severity } from '../format/drill-terms.ts';
import type { Citation, EventKind } from './attempt-log.ts';
import type { Confidence, IndicatorType, Speed } from './attempt-terms.ts';

export type VariableValues = ReadonlyMap<string, boolean | number | string>;

/** Where in the log something was done; null where it followed from the clock. */
export type Cause = number | null;

export interface Delivery {
  readonly item: string;
  readonly arrived_s: number;
  /** Until when an answer is expected; null where none is. */
  readonly due_s: number | null;
  readonly seen: boolean;
  readonly parked_until_s: number | null;
  readonly answer: {
    readonly kind: 'acknowledged' | 'replied' | 'handed_over';
    readonly reply: string | null;
    /** The reply in the words and with the rating of that moment; null where none was given. */
    readonly said: {
      readonly text: string;
      readonly rating: number | null;
      readonly why: string | null;
    } | null;
    readonly to: string | null;
    readonly at_s: number;
    readonly seq: number;
  } | null;
  /** The time for an answer went by; it may still be answered, late. */
  readonly missed: boolean;
}

export interface ToolUse {
  readonly tool: string;
  readonly args: Readonly<Record<string, string>>;
  readonly outcome: string;
  readonly at_s: number;
  readonly seq: number;
}

/** What an option, or doing nothing (`none`), is worth at one moment. */
export interface RatedOption {
  readonly option: string;
  readonly rating: number;
  readonly why: string;
}

export interface DecisionState {
  readonly decision: string;
  readonly opened_s: number;
  readonly closes_s: number | null;
  readonly choice: {
    /** An option's id, or `none` where time ran out. */
    readonly option: string;
    readonly confidence: Confidence | null;
    readonly citations: readonly Citation[];
    readonly reason: string;
    /** By the option or, where one held, its rerate. */
    readonly rating: number;
    readonly why: string;
    /** What each option was worth then. */
    readonly rated: readonly RatedOption[];
    readonly at_s: number;
    readonly seq: Cause;
  } | null;
}

export interface UpdateState {
  readonly update: string;
  readonly opened_s: number;
  readonly sent: {
    readonly text: string;
    readonly citations: readonly Citation[];
    readonly at_s: number;
    readonly seq: number;
    /** Facts that could be known at that minute, and claims that were allowed by then. */
    readonly known: ReadonlySet<string>;
    readonly allowed: ReadonlySet<string>;
  } | null;
}

/** What a person wrote to somebody in their own words. It is kept and checked, never understood. */
export interface Said {
  readonly item: string;
  readonly text: string;
  readonly at_s: number;
  readonly seq: number;
  /** Claims that updates forbid and that were allowed by then, as `update/claim`. */
  readonly allowed: ReadonlySet<string>;
}

/** A question to the drill's assistant. */
export interface Asked {
  readonly text: string;
  /** null: it knew no answer. */
  readonly answer: string | null;
  readonly at_s: number;
  readonly seq: number;
}

/** What became of an answer of the assistant, since it was first asked for. */
export interface AnswerWatch {
  readonly asked_s: number;
  readonly seq: number;
  /** When one of its checks was cited or opened; before it was asked for, that moment. */
  readonly verified_s: number | null;
  readonly acted_s: number | null;
}

/** The shift that was taken over: what was there before is hidden from who plays on. */
export interface Shift {
  readonly at_s: number;
  readonly seq: number;
  readonly feed: ReadonlySet<string>;
  readonly pins: ReadonlySet<string>;
  readonly timeline: ReadonlySet<string>;
  readonly hypotheses: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  /** Notes of the first half; those of the second begin empty. */
  readonly notes: string;
}

export interface Pin {
  readonly pin: string;
  readonly citation: Citation;
  readonly label: string;
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: string | null;
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly seq: number;
  readonly written_s: number;
}

export interface HypothesisState {
  readonly id: string;
  readonly text: string;
  readonly confidence: number;
  /** What it was before, each time it changed, oldest first. */
  readonly earlier: readonly number[];
}

export interface Indicator {
  readonly id: string;
  readonly type: IndicatorType;
  readonly value: string;
  readonly note: string;
  readonly citations: readonly Citation[];
}

/** An irreversible, harmful act: the part it belongs to is capped at a share of its points. */
export interface HarmDone {
  readonly part: string;
  readonly caps: number;
  readonly why: string;
  readonly at_s: number;
  readonly seq: number;
}

export const phases = ['ready', 'running', 'paused', 'ended'] as const;
export type Phase = (typeof phases)[number];

/**
 * An attempt at one moment: a fold over its log, immutable. Everything a screen shows of a drill
 * in play is derived from this and the drill.
 */
export interface DrillState {
  readonly at_s: number;
  readonly phase: Phase;
  readonly end: {
    /** `finished`: nothing was left to decide, or time ran out; `early`: the person ended it. */
    readonly how: 'finished' | 'early' | 'abandoned';
    readonly at_s: number;
  } | null;
  readonly speed: Speed;
  readonly pauses: number;
  readonly severity: {
    readonly level: Severity;
    readonly provisional: boolean;
    /** When it was set, and by which step; no step where time ran out, null as the drill began. */
    readonly set: { readonly at_s: number; readonly seq: number | null } | null;
  };
  readonly variables: VariableValues;
  /** See condition.ts for the keys. */
  readonly facts: ReadonlySet<string>;
  /** By item id, in order of arrival. */
  readonly feed: ReadonlyMap<string, Delivery>;
  /** Conditional feed items that wait out their delay: item id → seconds. */
  readonly coming: ReadonlyMap<string, number>;
  /** Evidence that can be opened → when it was first opened, or null. */
  readonly evidence: ReadonlyMap<string, number | null>;
  readonly uses: readonly ToolUse[];
  readonly decisions: ReadonlyMap<string, DecisionState>;
  readonly deferrals: ReadonlyMap<string, string>;
  readonly updates: ReadonlyMap<string, UpdateState>;
  readonly said: readonly Said[];
  /** The role whose turn it is. */
  readonly seat: string;
  readonly shift: Shift | null;
  readonly asked: readonly Asked[];
  /** By answer. */
  readonly watched: ReadonlyMap<string, AnswerWatch>;
  /** Highest tier taken of each hint, and the event that took each tier. */
  readonly hints: ReadonlyMap<string, readonly number[]>;
  readonly milestones: ReadonlyMap<string, { readonly at_s: number; readonly seq: Cause }>;
  readonly harms: readonly HarmDone[];
  readonly pins: ReadonlyMap<string, Pin>;
  readonly timeline: ReadonlyMap<string, TimelineEntry>;
  readonly hypotheses: ReadonlyMap<string, HypothesisState>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly notes: string;
  readonly disputes: ReadonlyMap<string, string>;
  /** Switches between interrupts and other work, for the debrief. */
  readonly last: { readonly seq: number; readonly kind: EventKind } | null;
  /** The earliest time at which the clock alone will change something; Infinity if never. */
  readonly next_s: number;
}
