import type { Span } from '../score/sentences.ts';
import { splitAnswer } from '../star/split-answer.ts';
import { generaliseFigure } from './generalise.ts';
import type { Metric } from './story.ts';

export interface FoundFigure {
  readonly span: Span;
  readonly why: string;
  readonly say: string;
}

/** Where a sentence speaks of these, its sums and shares are rarely public. */
const business =
  /\b(?:revenues?|turnover|profits?|margins?|ebitda|arr|mrr|valuation|funding|salar(?:y|ies)|bonus(?:es)?|churn(?:ed)?|market share|forecasts?|net loss|losses|ransom|fraud|fines?|penalt(?:y|ies)|damages|settlement|acquisition|severance|headcount|unreleased|unannounced|not (?:yet )?(?:announced|published|public|released)|(?:never |un|not )(?:announced|published|released|disclosed)|for q[1-4]|quarterly|quarter['’]s|confidential|under nda)\b/i;
const sum =
  /[$€£¥]\s?\d[\d.,’']{0,15}(?:\s?(?:k|m|bn|thousand|million|billion)\b)?|\b\d[\d.,’']{0,15}\s?(?:(?:k|m|bn|thousand|million|billion)\s)?(?:%|per ?cent\b|usd\b|eur\b|gbp\b|chf\b|dollars?\b|euros?\b|pounds?\b)|\b\d[\d.,’']{0,15}\s?(?:million|billion)\b/gi;

/** Sums that are said of the business, and figures whose entry in the ledger does not let them be told. */
export function findFigures(text: string, metrics: readonly Metric[]): readonly FoundFigure[] {
  const held = metrics.filter(({ may_tell }) => may_tell === 'no' || may_tell === 'ask');
  return splitAnswer(text).spans.flatMap(([from, to]) => {
    const sentence = text.slice(from, to);
    const found: FoundFigure[] = held.flatMap((metric) => findMetric(sentence, from, metric));
    if (business.test(sentence)) {
      for (const match of sentence.matchAll(sum)) {
        const words = match[0].trimEnd().replace(/[.,]$/, '');
        found.push({
          span: [from + match.index, from + match.index + words.length],
          why: 'is a figure of the business, which may be unreleased',
          say: generaliseFigure(words),
        });
      }
    }
    return found;
  });
}

/** "from 6 to 0": the figures of an entry where both stand in one sentence, or one with its unit. */
function findMetric(sentence: string, from: number, metric: Metric): readonly FoundFigure[] {
  const { name, baseline, result, unit, may_tell } = metric;
  const places = [baseline, result].flatMap((figure) => {
    if (!/\d/.test(figure)) return [];
    const start = findFigure(sentence, figure.trim());
    return start < 0 ? [] : [{ start, end: start + figure.trim().length }];
  });
  const [first, second] = places.sort((a, b) => a.start - b.start);
  if (!first) return [];
  const why =
    may_tell === 'no'
      ? `is of “${name}”, which your ledger says not to tell`
      : `is of “${name}”, which your ledger says to ask about first`;
  if (second && second.start > first.end) {
    const span: Span = [from + first.start, from + second.end];
    return [{ span, why, say: describeChange(baseline, result) }];
  }
  const after = sentence.slice(first.end, first.end + unit.length + 2).toLowerCase();
  if (unit === '' || !after.trimStart().startsWith(unit.toLowerCase())) return [];
  const words = sentence.slice(first.start, first.end) + after.trimEnd();
  return [
    {
      span: [from + first.start, from + first.end],
      why,
      say: generaliseFigure(unit === '%' ? words : sentence.slice(first.start, first.end)),
    },
  ];
}

function findFigure(sentence: string, figure: string): number {
  for (let at = sentence.indexOf(figure); at >= 0; at = sentence.indexOf(figure, at + 1)) {
    const before = sentence[at - 1] ?? ' ';
    const after = sentence.slice(at + figure.length, at + figure.length + 2);
    if (!/[\p{L}\p{N}.,]/u.test(before) && !/^(?:[\p{L}\p{N}]|[.,]\d)/u.test(after)) return at;
  }
  return -1;
}

/** "from 40 to 10" without its figures: "to about a quarter of what it was". */
function describeChange(baseline: string, result: string): string {
  const read = (text: string): number => Number.parseFloat(text.replaceAll(/[^\d.]/g, ''));
  const [was, is] = [read(baseline), read(result)];
  if (!(was > 0) || !Number.isFinite(is)) return 'clearly';
  if (is === 0) return 'to none';
  if (is < was) return `to ${generaliseFigure(`${(is / was) * 100} %`)} of what it was`;
  return is / was >= 1.5 ? `to about ${Math.round(is / was)} times what it was` : 'a little';
}
