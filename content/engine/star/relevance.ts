import { findPrincipleNamed } from '../story/principles.ts';
import { findStem } from '../score/update/stem.ts';
import type { Span } from '../score/sentences.ts';
import { locate } from './answer-words.ts';
import type { AnswerReading } from './read-answer.ts';
import { functionWords } from './word-forms.ts';
import { topicOfPrinciple, topics, type Topic } from './topics.ts';

export interface Relevance {
  /** 0..1: how much of what is asked for is told; null where the question asks for nothing we know. */
  readonly topic: number | null;
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
  const spans: Span[] = [];
  const strengths = new Map(
    topics.map((topic) => [topic, findStrength(answer, topic, asked.has(topic) ? spans : null)]),
  );
  const strongest = Math.max(0.001, ...strengths.values());
  let sum = 0;
  let weights = 0;
  for (const [topic, weight] of asked) {
    const strength = strengths.get(topic) ?? 0;
    sum += weight * (0.55 * Math.min(1, strength / 4) + 0.45 * Math.min(1, strength / strongest));
    weights += weight;
  }
  return {
    topic: weights === 0 ? null : sum / weights,
    topicSpans: spans,
    literal: findLiteral(answer),
    known: named !== null,
  };
}

/** Distinct words of the topic, each sentence by its weight. */
function findStrength({ sentences }: AnswerReading, topic: Topic, spans: Span[] | null): number {
  const found = new Map<string, number>();
  for (const sentence of sentences) {
    if (sentence.weight < 0.1) continue;
    for (const match of sentence.line.matchAll(topic.tells)) {
      const word = findStem(match[1] ?? match[0]);
      const before = found.get(word) ?? 0;
      if (before === 0 && spans && spans.length < 12) {
        spans.push(locate(sentence, match.index + 1, (match[1] ?? '').length));
      }
      found.set(word, Math.max(before, sentence.weight));
    }
  }
  let sum = 0;
  for (const weight of found.values()) sum += weight;
  return sum;
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
