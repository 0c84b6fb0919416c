import { findPrincipleNamed } from '../story/principles.ts';
import { findStem } from '../score/update/stem.ts';
import type { Span } from '../score/sentences.ts';
import { locate } from './answer-words.ts';
import type { AnswerReading } from './read-answer.ts';
import { functionWords } from './word-forms.ts';
import { topicWords } from './topic-words.ts';
import { topicOfPrinciple, topics, type Topic } from './topics.ts';

export interface Relevance {
  /** 0..1: how much of what is asked for is told; null where the question asks for nothing we know. */
  readonly topic: number | null;
  /** The same, whatever else is told: to leave a sentence out never raises it. */
  readonly told: number | null;
  /** 0..1: how much of it is told beside the topic that most is told of; null as above. */
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
  const asked = new Map<Topic, number>();
  for (const topic of topics) {
    const byQuestion = topic.asks.test(answer.question.line) ? 1 : 0;
    const byPrinciple = named && topicOfPrinciple[named.slug] === topic.id ? 1 : 0;
    if (byQuestion + byPrinciple > 0) asked.set(topic, byQuestion * 1.2 + byPrinciple);
  }
  const { lifts, spans } = findLifts(answer, asked);
  const strongest = Math.max(0.001, ...lifts.values());
  let told = 0;
  let leading = 0;
  let weights = 0;
  for (const [topic, weight] of asked) {
    const lift = lifts.get(topic.id) ?? 0;
    told += weight * Math.min(1, lift / 1.7);
    leading += weight * Math.min(1, lift / strongest);
    weights += weight;
  }
  return {
    topic: weights === 0 ? null : (0.7 * told + 0.3 * leading) / weights,
    told: weights === 0 ? null : told / weights,
    leading: weights === 0 ? null : leading / weights,
    topicSpans: spans,
    literal: findLiteral(answer),
    known: named !== null,
  };
}

/** By stem: the topics that a word tells of, and how much; a word of many topics tells little of each. */
const tellingWords: ReadonlyMap<
  string,
  { readonly ids: readonly string[]; readonly worth: number }
> = (() => {
  const idsOf = new Map<string, Set<string>>();
  for (const [id, words] of Object.entries(topicWords)) {
    for (const word of words.trim().split(/\s+/)) {
      if (functionWords.has(word) && !/^(?:nobody|everybody|somebody)$/.test(word)) continue;
      const ids = idsOf.get(findStem(word)) ?? new Set<string>();
      idsOf.set(findStem(word), ids.add(id));
    }
  }
  return new Map(
    [...idsOf].map(([stem, ids]) => [stem, { ids: [...ids], worth: 1 / Math.sqrt(ids.size) }]),
  );
})();

/**
 * For each topic how much more is told of it than in a story of the same substance that is about
 * something else: its words, each by the weight of its sentences.
 */
function findLifts(
  { sentences }: AnswerReading,
  asked: ReadonlyMap<Topic, number>,
): { readonly lifts: ReadonlyMap<string, number>; readonly spans: readonly Span[] } {
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
      const telling = tellingWords.get(stem);
      for (const id of telling?.ids ?? []) add(id, stem, telling?.worth ?? 0, () => span);
    }
  }
  return {
    lifts: new Map(
      topics.map(({ id, usual }) => {
        let strength = 0;
        for (const worth of found.get(id)?.values() ?? []) strength += worth;
        return [id, strength / (2 + (usual * (Math.max(10, substance) + 4)) / 14)];
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
