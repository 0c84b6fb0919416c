import type { Confidence } from '../drill/attempt-terms.ts';
import type { PreparedDrill } from '../drill/prepared-drill.ts';
import { findRated, rateOptions, rateReply } from '../drill/rate-options.ts';
import type { RandomSource } from '../drill/random-source.ts';
import type { DrillState } from '../drill/state.ts';
import type { Decision, DecisionOption, FeedItem, Reply } from '../format/drill-schema.ts';
import { blindChoices } from './blind-choice.ts';

/** How somebody plays who is not there: what they do, and how long they take over each deed. */
export interface Learner {
  readonly about: string;
  /** Seconds that pass before each deed. */
  readonly pace_s: number;
  readonly confidence: Confidence;
  /** The share of evidence that is opened, of messages that are answered and of tools that are used. */
  readonly reads: number;
  readonly answers: number;
  readonly uses: number;
  /** Whether clues are cited and the timeline is kept. */
  readonly cites: boolean;
  /** What is written in an update: every fact that is known, the first one, or nothing. */
  readonly writes: 'all' | 'first' | 'nothing';
  choose(seen: Seen, decision: Decision, random: RandomSource): DecisionOption | undefined;
  reply(seen: Seen, item: FeedItem, random: RandomSource): Reply | undefined;
}

/** What a learner looks at as they decide. */
export interface Seen {
  readonly prepared: PreparedDrill;
  readonly state: DrillState;
}

const pick = <T>(list: readonly T[], random: RandomSource): T | undefined =>
  list[Math.floor(random.next() * list.length)];

/** The option that is rated best at this moment. */
function chooseBest({ prepared, state }: Seen, decision: Decision): DecisionOption | undefined {
  const rated = rateOptions(prepared, state, decision);
  const rate = ({ id }: DecisionOption): number => findRated(rated, id).rating;
  return [...decision.options].sort((a, b) => rate(b) - rate(a))[0];
}

/** The reply that is rated best at this moment. */
function replyBest({ prepared, state }: Seen, { replies }: FeedItem): Reply | undefined {
  const rate = (reply: Reply): number => rateReply(prepared, state, reply).rating ?? 0;
  return [...replies].sort((a, b) => rate(b) - rate(a))[0];
}

const blind = {
  pace_s: 0,
  confidence: 80,
  reads: 0,
  answers: 0,
  uses: 0,
  cites: false,
  writes: 'nothing',
  reply: (_: Seen, { replies }: FeedItem) => replies[0],
} as const;

const expert: Learner = {
  about: 'reads everything, chooses the best, cites it and says what is known',
  pace_s: 10,
  confidence: 99,
  reads: 1,
  answers: 1,
  uses: 1,
  cites: true,
  writes: 'all',
  choose: chooseBest,
  reply: replyBest,
};

/** Every simulated learner, by name. */
export const learners = {
  expert,
  careless: {
    ...blind,
    about: 'reads little, is sure of it, and chooses what looks well enough',
    pace_s: 20,
    confidence: 90,
    reads: 0.3,
    answers: 0.4,
    writes: 'first',
    choose: (_, { options }, random) => {
      const best = Math.max(...options.map(({ rating }) => rating));
      const others = options.filter(({ rating }) => rating < best);
      return random.next() < 0.3
        ? options.find(({ rating }) => rating === best)
        : pick(others, random);
    },
  },
  first: {
    ...blind,
    about: 'always takes the first option as it is written',
    choose: (_, decision) => blindChoices.first(decision),
  },
  longest: {
    ...blind,
    about: 'always takes the longest option',
    choose: (_, decision) => blindChoices.longest(decision),
  },
  escalate: {
    ...blind,
    about: 'always takes the option that calls the most people',
    choose: (_, decision) => blindChoices.escalate(decision),
  },
  random: {
    ...blind,
    about: 'does anything, by the seed',
    pace_s: 30,
    confidence: 70,
    reads: 0.5,
    answers: 0.5,
    uses: 0.3,
    writes: 'first',
    choose: (_, { options }, random) => pick(options, random),
    reply: (_, { replies }, random) => pick(replies, random),
  },
  slow: { ...expert, about: 'as the expert, with two minutes before each deed', pace_s: 120 },
  hasty: {
    ...blind,
    about: 'decides at once and reads nothing; half of it is right, all of it is sure',
    confidence: 99,
    answers: 1,
    writes: 'first',
    choose: (seen, decision, random) =>
      random.next() < 0.5 ? chooseBest(seen, decision) : pick(decision.options, random),
  },
} as const satisfies Readonly<Record<string, Learner>>;

export type LearnerName = keyof typeof learners;
export const learnerNames = Object.keys(learners) as readonly LearnerName[];
