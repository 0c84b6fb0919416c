import type { AttemptEvent, AttemptHeader } from '../../../../content/engine/drill/attempt-log.ts';
import { mainBranch } from '../../../../content/engine/drill/branch.ts';
import type { PreparedDrill } from '../../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../../content/engine/drill/state.ts';
import { formatScenarioTime } from '../../../../content/engine/format/scenario-time.ts';
import type { Debrief, LaneMark } from '../../../../content/engine/score/debrief.ts';
import type { StatedDecision } from '../../../components/calibration-figures.ts';
import type { ToldComment } from '../../reviews/tell-comment.ts';
import { readCitedExcerpts, readPointExcerpts, type CitedExcerpt } from '../cited-excerpt.ts';
import { describeEvent } from '../describe-event.ts';
import { explainPoint, quoteUpdate } from '../explain-point.ts';
import { tellDecision } from '../tell-decision.ts';
import { compareMark, laneWords } from '../tell-lane-mark.ts';
import { ownTimesHead, tellOwnTime } from '../tell-own-times.ts';
import {
  claimWords,
  earlyWords,
  noPartWords,
  storyOf,
  storyWarning,
  tellRun,
} from '../tell-run.ts';
import { chooseClock, endSentence, writeEarned, writePoints, writeWord } from '../write-figures.ts';
import { heading, list, paragraph, quote, type Block } from './block.ts';
import { writeCalibration, writePressure } from './pressure-document.ts';
import { writeComment, writeUpdates } from './update-document.ts';

export interface DocumentSubject {
  readonly prepared: PreparedDrill;
  readonly header: AttemptHeader;
  readonly branch: string;
  readonly state: DrillState;
  readonly events: readonly AttemptEvent[];
  readonly debrief: Debrief;
  /** Whose points these are, where it is not the scorer that the log names. */
  readonly secondScore: string | null;
  /** Of all first attempts that have ended, as the screen has it. */
  readonly calibration: readonly StatedDecision[];
  /** What mentors wrote to places of it. */
  readonly comments: readonly ToldComment[];
  /** Blocks that other parts of the debrief add at its end, such as an improvement plan. */
  readonly more: readonly Block[];
}

const longestExcerpt = 1_200;

/** Everything that the debrief shows, in the words and with the figures of the screen. */
export function writeDebriefDocument(subject: DocumentSubject): readonly Block[] {
  return [
    ...writeHead(subject),
    ...writeTruth(subject),
    ...writeTimelines(subject),
    ...writeScore(subject),
    ...writeDecisions(subject),
    ...writeTimes(subject),
    ...writePressure(subject),
    ...writeUpdates(subject.debrief, subject.comments),
    ...subject.more,
    ...writeEnd(subject),
  ];
}

function writeHead({
  prepared,
  header,
  branch,
  state,
  debrief,
}: DocumentSubject): readonly Block[] {
  const { drill } = prepared;
  return [
    heading(1, `Debrief: ${drill.title}`),
    paragraph(
      `Drill ${drill.id}, pack ${header.pack.id} ${header.pack.version}. Begun ${header.started_at.slice(0, 10)}. ${
        branch === mainBranch
          ? 'First attempt: its score stands.'
          : `Another road (${branch}): the score of the first attempt stands.`
      }`,
    ),
    paragraph(
      `${tellRun(header, state, debrief)} Variant ${header.seed}, scorer ${header.scorer}.`,
    ),
    paragraph(`A training record of an invented incident. ${claimWords}`),
  ];
}

function writeTruth({ debrief }: DocumentSubject): readonly Block[] {
  return [
    heading(2, debrief.outcome.title),
    { kind: 'markdown', text: debrief.outcome.text },
    heading(2, 'What was true'),
    { kind: 'markdown', text: debrief.told },
    ...(debrief.feedback.length > 0 ? [heading(2, 'Feedback')] : []),
    ...list(debrief.feedback.map(({ kind, text }) => `${writeWord(kind)}. ${text}`)),
  ];
}

function writeTimelines({ prepared, debrief }: DocumentSubject): readonly Block[] {
  const writeTime = chooseClock([...debrief.truth, ...debrief.yours].map(({ at }) => at));
  const row = (mark: LaneMark): readonly string[] => [
    `${writeTime(mark.at)} UTC`,
    mark.title,
    laneWords[mark.state],
    compareMark(prepared.drill, mark),
  ];
  const head = ['Time', 'What', 'State', 'Compared'];
  return [
    heading(2, 'Timeline'),
    { kind: 'table', caption: 'What happened', head, rows: debrief.truth.map(row) },
    { kind: 'table', caption: 'Yours', head, rows: debrief.yours.map(row) },
    ...(debrief.unmatched.length > 0
      ? [
          paragraph(
            'Entries that no evidence links to the truth; not scored, and not called wrong:',
          ),
          ...list(debrief.unmatched.map(({ text }) => text)),
        ]
      : []),
  ];
}

/** Every point with its rule, weight, event and evidence line. */
function writeScore({
  prepared,
  events,
  state,
  debrief,
  secondScore,
}: DocumentSubject): readonly Block[] {
  const quoted = new Set<string>();
  return [
    heading(2, 'Score by part'),
    ...(secondScore === null ? [] : [paragraph(secondScore)]),
    ...(debrief.score.early ? [paragraph(earlyWords)] : []),
    ...(debrief.score.parts.length === 0 ? [paragraph(noPartWords)] : []),
    ...debrief.score.parts.flatMap((part): readonly Block[] => [
      heading(
        3,
        `${writeWord(part.part)}: ${writePoints(part.earned)} of ${writePoints(part.possible)}`,
      ),
      ...(part.cap
        ? [paragraph(`Held at ${Math.round(part.cap.share * 100)} % of this part: ${part.cap.why}`)]
        : []),
      {
        kind: 'table',
        caption: `Points of ${part.part}`,
        head: ['Points', 'What', 'Rule and why', 'Step'],
        rows: part.points.map((point) => {
          const event = point.seq === null ? undefined : events[point.seq];
          const noted = state.disputes.get(point.rule);
          return [
            writeEarned(point.earned, point.weight),
            point.title,
            [
              `${point.rule}. ${point.why}`,
              ...explainPoint(prepared, state, point),
              ...quoteUpdate(state, point).map((text) => `“${text}”`),
              ...(noted === undefined ? [] : [`You see it differently: ${noted}`]),
            ].join(' '),
            event
              ? `${event.seq}, ${formatScenarioTime(event.at_s)}. ${endSentence(describeEvent(prepared, state, event))}`
              : 'No step of yours earned it.',
          ];
        }),
      },
      ...part.points
        .flatMap((point) => readPointExcerpts(prepared, state, point))
        .flatMap((excerpt) => writeExcerpt(excerpt, quoted)),
    ]),
  ];
}

/** Evidence in its own words, once in a document, and not endlessly. */
function writeExcerpt({ says, place, text }: CitedExcerpt, quoted: Set<string>): readonly Block[] {
  const heads = `${says} (${place})`;
  if (text === '' || quoted.has(heads)) return [];
  quoted.add(heads);
  const shown = text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)} …` : text;
  return [{ kind: 'evidence', place: heads, text: shown }];
}

function writeDecisions({ prepared, debrief, comments }: DocumentSubject): readonly Block[] {
  return [
    heading(2, 'Decisions'),
    ...debrief.decisions.flatMap((review, index): readonly Block[] => {
      const { decision, chosen, options, best } = review;
      const told = tellDecision(review);
      const quoted = new Set<string>();
      return [
        heading(3, `${index + 1}. ${decision.title}`),
        ...(told.unreached === null ? [] : [paragraph(told.unreached)]),
        ...(chosen
          ? [
              paragraph(`${told.chosen} ${chosen.why}`),
              paragraph(`Yours ${chosen.rating}, best ${best.rating} of 7, ${told.sure}.`),
              ...(chosen.reason === '' ? [] : [paragraph('You wrote:'), quote(chosen.reason)]),
              ...(told.lost === null ? [] : [paragraph(told.lost)]),
              ...(told.better === null ? [] : [paragraph(`${told.better} ${best.reason}`)]),
            ]
          : []),
        {
          kind: 'table',
          caption: 'All options',
          head: ['Rated', 'Option', 'Why'],
          rows: options.map(({ rating, text, reason }) => [
            String(rating),
            endSentence(text),
            reason,
          ]),
        },
        ...readCitedExcerpts(prepared, best.evidence).flatMap((excerpt) =>
          writeExcerpt(excerpt, quoted),
        ),
        ...comments
          .filter(({ on }) => on.kind === 'decision' && on.decision === decision.id)
          .flatMap(writeComment),
      ];
    }),
  ];
}

function writeTimes({ debrief }: DocumentSubject): readonly Block[] {
  if (debrief.ownTimes.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Your times',
      head: ownTimesHead,
      rows: debrief.ownTimes
        .map(tellOwnTime)
        .map(({ step, yours, good, compared }) => [step, yours, good, compared]),
    },
  ];
}

function writeEnd({ prepared, calibration }: DocumentSubject): readonly Block[] {
  const { id, debrief } = prepared.drill;
  return [
    ...writeCalibration(calibration),
    ...(debrief.next.length > 0 ? [heading(2, 'Next'), ...list(debrief.next)] : []),
    ...(debrief.story === undefined
      ? []
      : [
          heading(2, `Rehearsal story, ${storyOf(id)}`),
          { kind: 'markdown' as const, text: debrief.story },
          paragraph(storyWarning(id)),
        ]),
  ];
}
