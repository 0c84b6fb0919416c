import type { AnswerReading, AnswerSentence } from './read-answer.ts';

const baseline =
  / (?:from (?:about |around |almost |nearly |over |some )?(?:#|@time|\S+ # )(?: \S+){0,10} (?:to|and)|down from|up from|compared (?:with|to)|against|rather than|instead of|where (?:it|the|they)|than (?:the|in|before|a)|had been|before it was|before|previously|the year before|last (?:incident|time|year|quarter|month|one) it|earlier|used to be|it was # before|# of (?:the |our |all |these |those )?#|out of|while|and not #|to (?:none|zero|nothing)) /;
const period =
  / (?:(?:over|within|in|for|after|during|per|each|every|the first|the next|in the first|in the following|of the|following|since|by|until) (?:the |a |an |one |first |next |following |last |only |about |under |end of |\S+ )?(?:#|hours?|days?|weeks?|months?|years?|quarters?|minutes?|nights?|half-year|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|a (?:day|week|month|year|night|quarter|mailing)|# (?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|nights?)|weekly|daily|monthly|a day|between|@time|year before) /;
const source =
  / (?:according to|as counted|counted|measured|by the \S+ own|own (?:report|count|figures|logs)|by our|by the|as the \S+ (?:\S+ )?(?:showed|shows|confirmed|said)|showed|shows|confirmed|report|review|log|logs|figures|dashboard|survey|scanner|tally|stopwatch|checked against|form|ledger|reconciliation|query|tickets?|pager|gateway|audit|auditor|monitoring|statistics|spreadsheet|feedback|records?|payroll|timer|meter|timeline) /;
const change =
  / (?:percent|times|x|fold|points?|dollars|euros|pounds|million|productivity|efficiency|roi) /;
const unit = /^(?:[a-z]+)$/;

export interface ToldFigure {
  readonly sentence: AnswerSentence;
  readonly figure: boolean;
  readonly baseline: boolean;
  readonly period: boolean;
  readonly source: boolean;
  /** A grand figure with nothing beside it that it could be checked by. */
  readonly bare: boolean;
  /** Hundreds of percent, nearly all, millions. */
  readonly hype: boolean;
}

const known = new WeakMap<AnswerReading, readonly ToldFigure[]>();

/** What stands beside the figures of each sentence that has one. Several rules ask: it is found once. */
export function readFigures(answer: AnswerReading): readonly ToldFigure[] {
  const told = known.get(answer) ?? findFigures(answer);
  known.set(answer, told);
  return told;
}

function findFigures({ sentences }: AnswerReading): readonly ToldFigure[] {
  return sentences.flatMap((sentence): ToldFigure[] => {
    const { line, words } = sentence;
    const counted = words.filter(({ form }) => form === '#').length;
    const toNone = / to (?:almost |nearly )?(?:none|zero|nothing) /.test(line);
    if (
      counted === 0 &&
      !toNone &&
      !/ (?:halved|doubled|tripled|half|a (?:third|quarter|tenth)) /.test(line)
    )
      return [];
    const denied =
      / (?:not|never|nobody|no one|no idea|cannot) (?:\S+ ){0,3}(?:count|counted|measure|measured|look|looked|check|checked|know|say|tell|time|timed|hear|repeat|watch) /.test(
        line,
      );
    const has = {
      baseline:
        !denied &&
        baseline.test(line) &&
        (counted > 1 ||
          toNone ||
          / (?:half|third|quarter|before|year before|previously|earlier|to) /.test(line)),
      period: !denied && period.test(line),
      source: !denied && source.test(line),
    };
    const grand = change.test(line) || / # (?:in value|in total|in savings) /.test(line);
    const hype =
      / # times | # (?:in value|in total|in savings) /.test(line) ||
      words.some(({ form, raw }, at) => {
        if (form !== '#') return false;
        const size = Number(raw.replaceAll(/[^\d.]/g, ''));
        return (words[at + 1]?.form === 'percent' && size >= 95) || /illion/.test(raw);
      });
    const support = Number(has.baseline) + Number(has.period) + Number(has.source);
    return [
      {
        sentence,
        figure:
          counted > 0 &&
          !denied &&
          words.some(({ form }, at) => form === '#' && unit.test(words[at + 1]?.form ?? '')),
        ...has,
        bare:
          (grand || hype) &&
          (support === 0 || (hype && support < 2 && !has.baseline)) &&
          !/ to (?:about |under |below |just )?# /.test(line),
        hype,
      },
    ];
  });
}
