import type { TruthEvent } from '../format/drill-schema.ts';
import type { LintSubject } from './rule.ts';

/** The share of the words of a truth's title that a sentence must have to be about it. */
const leastShare = 0.3;

/** An event of the truth, with the words by which a text may be about it. */
export interface TrueEvent {
  readonly truth: TruthEvent;
  readonly index: number;
  /** Hour, minute and second of its time, two digits each. */
  readonly groups: readonly string[];
  /** Words of its title, and of these with what its clues say. */
  readonly title: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
}

export function readEvents({ drill }: LintSubject): readonly TrueEvent[] {
  return drill.truth.map((truth, index) => {
    const says = truth.clues.map((id) => drill.clues.find((clue) => clue.id === id)?.says ?? '');
    return {
      truth,
      index,
      groups: truth.at.slice(11, 19).split(':'),
      title: listWords(truth.title),
      about: listWords([truth.title, ...says].join(' ')),
    };
  });
}

/** What a text shares with an event's title. */
export interface SharedWords {
  readonly count: number;
  /** Of the words of the title. */
  readonly share: number;
  /** One of them tells the event from every other. */
  readonly distinct: boolean;
}

export function findShared(
  words: ReadonlySet<string>,
  event: TrueEvent,
  events: readonly TrueEvent[],
): SharedWords {
  const shared = [...event.title].filter((word) => words.has(word));
  return {
    count: shared.length,
    share: event.title.size === 0 ? 0 : shared.length / event.title.size,
    distinct: shared.some((word) =>
      events.every((other) => other === event || !other.about.has(word)),
    ),
  };
}

/** Enough words of its title, one of which tells it from every other event. */
export function isAbout(
  words: ReadonlySet<string>,
  event: TrueEvent,
  events: readonly TrueEvent[],
): boolean {
  const { share, distinct } = findShared(words, event, events);
  return distinct && share >= leastShare;
}

export function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+|\n/);
}

const small = new Set(
  'the and for with was were are its this that not has have had you they our your out into than who what which but all one two first second until then now here there over after before since been from minute minutes hour hours today utc'.split(
    ' ',
  ),
);

/** The words that carry a meaning, without their endings. */
export function listWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’-]{2,}/gu) ?? [];
  return new Set(
    words.filter((word) => !small.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );
}
