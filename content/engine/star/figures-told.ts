import { isSourceOfFigure } from './figure-sources.ts';
import type { AnswerReading, AnswerSentence } from './read-answer.ts';

const baseline =
  / (?:from (?:about |around |almost |nearly |over |some )?(?:#|@time|\S+ # )(?: \S+){0,10} (?:to|and)|# (?:\S+ ){0,3}@to|down from|up from|compared (?:with|to)|against|rather than|instead of|where (?:it|the|they)|than (?:the|in|before|a)|had been|before it was|before|previously|the year before|last (?:incident|time|year|quarter|month|one) it|earlier|used to be|it was # before|# of (?:the |our |all |these |those )?#|(?<=(?:^|,|and|but) )(?:of|from) (?:about |almost |the |our |all |these |those )*# (?:\S+ ){1,6}?#|out of|while|and not #|to (?:none|zero|nothing)) /;
const period =
  / (?:(?:over|within|in|for|after|during|per|each|every|the first|the next|in the first|in the following|of the|following|since|by|until) (?:the |a |an |one |first |next |following |last |only |about |under |end of |\S+ )?(?:#|hours?|days?|weeks?|months?|years?|quarters?|minutes?|nights?|half-year|january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|a (?:day|week|month|year|night|quarter|mailing)|# (?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|nights?)|weekly|daily|monthly|a day|between|@time|year before) /;
const source =
  / (?:according to|as counted|counted|measured|by the \S+ own|own (?:report|count|figures|logs)|by our|by the|as the \S+ (?:\S+ )?(?:showed|shows|confirmed|said)|showed|shows|confirmed|report|review|log|logs|figures|dashboard|survey|scanner|tally|stopwatch|checked against|form|ledger|reconciliation|query|tickets?|pager|gateway|audit|auditor|monitoring|statistics|spreadsheet|feedback|records?|payroll|timer|meter|timeline) /;
const change =
  / (?:percent|times (?:higher|more|better|faster|greater|larger|bigger|as|the|over)|x|fold|points?|dollars|euros|pounds|million|productivity|efficiency|roi) /;
const unit = /^(?:[a-z]+)$/;
/** What no count can be: below nothing, more than all of it, faster than at once. */
const impossible =
  / (?:(?:to|by|was|of|at|took|from|got|is|were|in|within) minus #|(?:faster|quicker|less|fewer|cheaper) than (?:instantly|nothing|zero|light|free)|before it (?:\S+ )?(?:happened|was sent|began|started|existed)) /;
const shrinks =
  / (?:fell|dropped|sank|shrank|declined|decreased|reduced|cut|lowered|down|went down|came down|less|fewer|prevented|stopped|saved) /;
const shareOf = /^(?:of|from)$/;

export interface ToldFigure {
  readonly sentence: AnswerSentence;
  readonly figure: boolean;
  readonly baseline: boolean;
  readonly period: boolean;
  readonly source: boolean;
  /** The sentence after it that says where the figure is from; null where none does. */
  readonly sourcedBy: AnswerSentence | null;
  /** A grand figure with nothing beside it that it could be checked by. */
  readonly bare: boolean;
  /** Hundreds of percent, nearly all, millions. */
  readonly hype: boolean;
  /** It cannot be so, whatever stands beside it. */
  readonly absurd: boolean;
}

const known = new WeakMap<AnswerReading, readonly ToldFigure[]>();

/** What stands beside the figures of each sentence that has one. Several rules ask: it is found once. */
export function readFigures(answer: AnswerReading): readonly ToldFigure[] {
  const told = known.get(answer) ?? findFigures(answer);
  known.set(answer, told);
  return told;
}

function findFigures({ sentences }: AnswerReading): readonly ToldFigure[] {
  return sentences.flatMap((sentence, at): ToldFigure[] => {
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
    const sourcedBy = denied ? null : findSource(sentences, at);
    const has = {
      baseline:
        !denied &&
        baseline.test(line) &&
        (counted > 1 ||
          toNone ||
          / (?:half|third|quarter|before|year before|last (?:year|month|week|quarter|time)|previously|earlier|to) /.test(
            line,
          )),
      period: !denied && period.test(line),
      source: !denied && (source.test(line) || sourcedBy !== null),
    };
    const grand = change.test(line) || / # (?:in value|in total|in savings) /.test(line);
    const hype =
      / # times (?:higher|more|better|faster|greater|larger|bigger|happier|as|the|over|than) | # (?:in value|in total|in savings) /.test(
        line,
      ) ||
      words.some(({ form, raw }, at) => {
        if (form !== '#') return false;
        const size = Number(raw.replaceAll(/[^\d.]/g, ''));
        return (words[at + 1]?.form === 'percent' && size >= 95) || /illion/.test(raw);
      });
    const absurd = isAbsurd(sentence);
    const support = Number(has.baseline) + Number(has.period) + Number(has.source);
    return [
      {
        sentence,
        figure:
          counted > 0 &&
          !denied &&
          words.some(({ form }, at) => form === '#' && unit.test(words[at + 1]?.form ?? '')),
        ...has,
        sourcedBy,
        bare:
          absurd ||
          ((grand || hype) &&
            (support === 0 || (hype && support < 2 && !has.baseline)) &&
            !/ to (?:about |under |below |just )?# /.test(line)),
        hype: hype || absurd,
        absurd,
      },
    ];
  });
}

/** How one knows is mostly said afterwards: in the next sentence, or in the one after that. */
function findSource(sentences: readonly AnswerSentence[], at: number): AnswerSentence | null {
  return sentences.slice(at + 1, at + 3).find((one) => isSourceOfFigure(one.line)) ?? null;
}

/** What may well lie below nothing. */
const signed =
  / (?:degrees|celsius|temperature|frost|cold|freezer|outside|account|balance|debt|profit|margin|growth) /;
/** What may grow tenfold in a night. */
const swells =
  / (?:traffic|load|requests?|calls|visits|visitors|attempts|logins|sign-ins|volume|e?mails?|packets|queries|alerts|demand|orders|tickets|spam) /;
/** What a share is taken of may be less than the whole of it. */
const measureOf =
  /^(?:targets?|plan|budget|quota|goal|capacity|limit|price|usual|normal|average|norm|cost|value|forecast|estimate)$/;
/** What there is no more of than all. */
const whole =
  / (?:accuracy|accurate|satisfaction|satisfied|uptime|availability|coverage|covered|compliance|compliant|completion|attendance|reliability|reliable|certain|certainty|perfect|complete) /;
const people =
  /^(?:people|lives|humans|customers|clients|users|readers|patients|colleagues|employees|friends|guests|visitors)$/;
/** Done by a person, who needs longer than a machine. */
const byHand =
  / i (?:\S+ ){0,2}(?:reacted|responded|answered|fixed|found|solved|sorted|finished|noticed|acted|learned|closed|contained|decided) /;

/**
 * A fall by more than all, a share of more than the whole, a count below zero, more people than there
 * are, an act of a person faster than a glance: said with any baseline, these are made up.
 */
function isAbsurd({ line, words }: AnswerSentence): boolean {
  if (impossible.test(line) && !signed.test(line)) return true;
  const formAt = (at: number): string => words[at]?.form ?? '';
  return words.some(({ form, raw }, at) => {
    if (form !== '#') return false;
    if (/(?:tr|quadr|z)illion/i.test(raw)) return true;
    const size = Number(raw.replaceAll(/[^\d.]/g, ''));
    const after = formAt(at + 1);
    if (/billion/i.test(raw)) return size >= 8 && people.test(after);
    if (/^(?:in|within)$/.test(formAt(at - 1)) && byHand.test(line)) {
      return (
        /^(?:micro|nano)seconds?$/.test(after) || (size < 1 && /^(?:milli)?seconds?$/.test(after))
      );
    }
    if (after !== 'percent') return false;
    if (size >= 1000) return !swells.test(line);
    if (size <= 100) return false;
    const part =
      shareOf.test(formAt(at + 2)) &&
      /^(?:the|our|all|them|my|its)$/.test(formAt(at + 3)) &&
      !measureOf.test(formAt(at + 4)) &&
      !measureOf.test(formAt(at + 5));
    return part || shrinks.test(line) || (formAt(at - 1) === 'to' && whole.test(line));
  });
}
