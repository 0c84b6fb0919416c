import { findPrincipleNamed } from '../story/principles.ts';
import { findStem } from '../score/update/stem.ts';
import type { Span } from '../score/sentences.ts';
import { locate } from './answer-words.ts';
import type { AnswerReading } from './read-answer.ts';
import { functionWords } from './word-forms.ts';
import { strongTopicWords, strongWorth } from './strong-topic-words.ts';
import { topicWords } from './topic-words.ts';
import { topicOfPrinciple, topics, type Topic } from './topics.ts';

export interface Relevance {
  /** 0..1: how much of what is asked for is told; null where the question asks for nothing we know. */
  readonly topic: number | null;
  /** The same, whatever else is told: to leave a sentence out never raises it. */
  readonly told: number | null;
  /** 0..1: how far it takes more of the story than of other stories, beside what takes most; null as above. */
  readonly leading: number | null;
  readonly topicSpans: readonly Span[];
  /** 0..1: words of the question's own that the answer takes up. */
  readonly literal: number;
  readonly known: boolean;
}

const askingWords =
  /^(?:tell|describe|give|time|example|situation|when|share|walk|talk|had|instance|occasion|case|something|someone|did|how|could|would|please|most|work|your|you|best|story|proud)$/;

/** What is asked for, by the question and the principle, against what the answer tells. */
export function findRelevance(answer: AnswerReading, principle: string): Relevance {
  const named = findPrincipleNamed(principle);
  const asked = findAsked(answer, named === null ? null : topicOfPrinciple[named.slug]);
  const { lifts, stands, spans } = findLifts(answer, asked);
  const rivals = [...Object.values(topicOfPrinciple), ...[...asked.keys()].map(({ id }) => id)];
  const best = Math.max(...rivals.map((id) => stands.get(id) ?? 0));
  let told = 0;
  let leading = 0;
  let weights = 0;
  for (const [{ id }, weight] of asked) {
    const stand = stands.get(id) ?? 0;
    told += weight * Math.min(1, (lifts.get(id) ?? 0) / 1.7);
    leading += (weight * (limit(0.5 + 0.2 * stand) + limit(1 - (best - stand) / 4.5))) / 2;
    weights += weight;
  }
  return {
    // A share of what is hardly told is worth nothing.
    topic: weights === 0 ? null : Math.sqrt(told * leading) / weights,
    told: weights === 0 ? null : told / weights,
    leading: weights === 0 ? null : leading / weights,
    topicSpans: spans,
    literal: findLiteral(answer),
    known: named !== null,
  };
}

/** What is asked for, each with its weight: by the phrases of the question, by the principle. */
function findAsked({ question }: AnswerReading, own: string | null): ReadonlyMap<Topic, number> {
  const asked = new Map<Topic, number>();
  for (const topic of topics) {
    const byPrinciple = topic.id === own;
    // A named principle is the surer guide: what else the question may ask for counts less.
    const most = own === null || byPrinciple ? 1.2 : 0.6;
    const weight = (topic.asks.test(question.line) ? most : 0) + (byPrinciple ? 1 : 0);
    if (weight > 0) asked.set(topic, weight);
  }
  if (asked.size > 0) return asked;
  // Asked in words of no kind that is known: then by what a story in such words would tell of.
  const strengths = new Map<string, number>();
  for (const { form } of question.words) {
    if (askingWords.test(form)) continue;
    for (const [id, worth] of tellingWords.get(findStem(form)) ?? [])
      strengths.set(id, (strengths.get(id) ?? 0) + worth);
  }
  const guesses = topics
    .map((topic) => ({ topic, strength: (strengths.get(topic.id) ?? 0) / Math.sqrt(topic.usual) }))
    .filter(({ strength }) => strength > 0)
    .sort((one, other) => other.strength - one.strength);
  const most = guesses[0]?.strength ?? 0;
  for (const { topic, strength } of guesses.slice(0, 2))
    if (strength > 0.7 * most) asked.set(topic, strength / most);
  return asked;
}

const limit = (value: number): number => Math.min(1, Math.max(0, value));

/** By stem: the topics that a word tells of, each with how much; a word of many topics tells little of each. */
const tellingWords: ReadonlyMap<string, ReadonlyMap<string, number>> = (() => {
  const worths = new Map<string, Map<string, number>>();
  const collect = (lists: Readonly<Record<string, string>>, accept: (word: string) => boolean) => {
    const idsOf = new Map<string, Set<string>>();
    for (const [id, words] of Object.entries(lists)) {
      for (const word of words.trim().split(/\s+/)) {
        if (!accept(word)) continue;
        const stem = findStem(word);
        idsOf.set(stem, (idsOf.get(stem) ?? new Set<string>()).add(id));
      }
    }
    return idsOf;
  };
  const give = (stem: string, id: string, worth: number): void => {
    const ids = worths.get(stem) ?? new Map<string, number>();
    worths.set(stem, ids.set(id, (ids.get(id) ?? 0) + worth));
  };
  const speaks = (word: string): boolean =>
    !functionWords.has(word) || /^(?:nobody|everybody|somebody)$/.test(word);
  for (const [stem, ids] of collect(topicWords, speaks))
    for (const id of ids) give(stem, id, 1 / Math.sqrt(ids.size));
  for (const [stem, ids] of collect(strongTopicWords, () => true))
    for (const id of ids) give(stem, id, strongWorth);
  return worths;
})();

/** What a story of 14 sentences' weight, those of form among them, tells of all topics of principles together. */
const usualMass = 46;

/** Told little, a topic stands as in other stories: so much is added to what is told, as they have it. */
const doubt = 10;

/**
 * How much is told of each topic, by its words, each by the weight of its sentences. Lifts: against a
 * story of the same substance that is about something else, where its own length counts. Stands:
 * the share of all that is told, as so many spreads above the usual one, where it does not.
 */
function findLifts(
  { sentences }: AnswerReading,
  asked: ReadonlyMap<Topic, number>,
): {
  readonly lifts: ReadonlyMap<string, number>;
  readonly stands: ReadonlyMap<string, number>;
  readonly spans: readonly Span[];
} {
  const wanted = new Set([...asked.keys()].map(({ id }) => id));
  const found = new Map(topics.map(({ id }) => [id, new Map<string, number>()]));
  const spans: Span[] = [];
  let substance = 0;
  for (const sentence of sentences) {
    substance += sentence.weight;
    if (sentence.weight < 0.1) continue;
    const add = (id: string, stem: string, worth: number, place: () => Span): void => {
      const words = found.get(id);
      const before = words?.get(stem);
      if (before === undefined && wanted.has(id) && spans.length < 12) spans.push(place());
      // What is told of again and again is what it is about: up to twice the worth.
      words?.set(stem, (before ?? 0) + (worth - (before ?? 0) / 2) * sentence.weight);
    };
    for (const { id, tells } of topics) {
      for (const match of sentence.line.matchAll(tells)) {
        const word = match[1] ?? match[0];
        add(id, findStem(word), 1, () => locate(sentence, match.index + 1, word.length));
      }
    }
    for (const { form, span } of sentence.words) {
      const stem = findStem(form);
      for (const [id, worth] of tellingWords.get(stem) ?? []) add(id, stem, worth, () => span);
    }
  }
  const strengths = new Map(
    topics.map(({ id }) => {
      let strength = 0;
      for (const worth of found.get(id)?.values() ?? []) strength += worth;
      return [id, strength];
    }),
  );
  let mass = 0;
  for (const id of Object.values(topicOfPrinciple)) mass += strengths.get(id) ?? 0;
  const size = (Math.max(10, substance) + 4) / 14;
  return {
    lifts: new Map(
      topics.map(({ id, usual }) => [
        id,
        (strengths.get(id) ?? 0) / (2 + usualMass * usual * size),
      ]),
    ),
    stands: new Map(
      topics.map(({ id, usual, spread }) => {
        const share = ((strengths.get(id) ?? 0) + doubt * usual) / (mass + doubt);
        return [id, (share - usual) / spread];
      }),
    ),
    spans,
  };
}

function findLiteral({ question, sentences }: AnswerReading): number {
  const wanted = new Set<string>();
  for (const { form } of question.words) {
    if (
      form.length > 2 &&
      /^[a-z]/.test(form) &&
      !functionWords.has(form) &&
      !askingWords.test(form)
    ) {
      wanted.add(findStem(form));
    }
  }
  if (wanted.size === 0) return 0;
  const told = new Map<string, number>();
  for (const { words, weight } of sentences) {
    if (weight < 0.1) continue;
    for (const { form } of words) {
      const stem = findStem(form);
      if (wanted.has(stem)) told.set(stem, Math.max(weight, told.get(stem) ?? 0));
    }
  }
  let sum = 0;
  for (const weight of told.values()) sum += weight;
  return Math.min(1, sum / Math.min(3, wanted.size));
}
