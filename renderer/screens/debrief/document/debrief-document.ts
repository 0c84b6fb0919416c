import type { AttemptEvent, AttemptHeader } from '../../../../content/engine/drill/attempt-log.ts';
import { mainBranch } from '../../../../content/engine/drill/branch.ts';
import type { PreparedDrill } from '../../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../../content/engine/drill/state.ts';
import { formatScenarioTime } from '../../../../content/engine/format/scenario-time.ts';
import type { Debrief, LaneMark } from '../../../../content/engine/score/debrief.ts';
import { readCitedExcerpt } from '../cited-excerpt.ts';
import { describeEvent } from '../describe-event.ts';
import { explainPoint } from '../explain-point.ts';
import { writeCount } from '../../../state/room-words.ts';
import { writeClock, writeEarned, writePoints, writeStretch, writeWord } from '../write-figures.ts';

/**
 * A debrief as a document: the same blocks become a page to print, HTML and Markdown. Texts are plain
 * and untrusted; only `markdown` is laid out, and whoever writes it decides how.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What the drill's author wrote. */
  | { readonly kind: 'markdown'; readonly text: string }
  /** What the person wrote, letter by letter. */
  | { readonly kind: 'quote'; readonly text: string }
  /** Evidence, letter by letter. */
  | { readonly kind: 'evidence'; readonly place: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface DocumentSubject {
  readonly prepared: PreparedDrill;
  readonly header: AttemptHeader;
  readonly branch: string;
  readonly state: DrillState;
  readonly events: readonly AttemptEvent[];
  readonly debrief: Debrief;
  /** Blocks that other parts of the debrief add at its end, such as an improvement plan. */
  readonly more: readonly Block[];
}

const longestExcerpt = 1_200;

export function writeDebriefDocument(subject: DocumentSubject): readonly Block[] {
  return [
    ...writeHead(subject),
    ...writeTruth(subject),
    ...writeTimelines(subject),
    ...writeScore(subject),
    ...writeDecisions(subject),
    ...writeTimes(subject),
    ...writeUpdates(subject),
    ...subject.more,
    ...writeEnd(subject),
  ];
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}
function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function writeHead({ prepared, header, branch, state, debrief }: DocumentSubject): Block[] {
  const { drill } = prepared;
  const { level, provisional } = state.severity;
  const ran_s = state.end?.at_s ?? state.at_s;
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
      `Ran ${formatScenarioTime(ran_s).slice(2)} of scenario time, ${writeCount(debrief.pauses, 'pause')}, ${writeCount(
        debrief.hintsTaken,
        'hint',
      )}${debrief.score.early ? ', ended early: what had not been asked by then does not count' : ''}. Severity set: ${level}${
        provisional ? ', provisional' : ''
      }. Variant ${header.seed}, scorer ${header.scorer}.`,
    ),
    paragraph(
      'A training record of an invented incident. Claim level 1: the rules match the team’s own test cases. Nothing more is measured, and there is no overall mark.',
    ),
  ];
}

function writeTruth({ debrief }: DocumentSubject): Block[] {
  return [
    heading(2, debrief.outcome.title),
    { kind: 'markdown', text: debrief.outcome.text },
    heading(2, 'What was true'),
    { kind: 'markdown', text: debrief.told },
    ...(debrief.feedback.length > 0 ? [heading(2, 'Feedback')] : []),
    ...list(debrief.feedback.map(({ kind, text }) => `${writeWord(kind)}. ${text}`)),
  ];
}

function writeTimelines({ debrief }: DocumentSubject): Block[] {
  const words: Readonly<Record<LaneMark['state'], string>> = {
    fact: 'fact',
    best: 'best time',
    match: 'match',
    later: 'later',
    missed: 'missed',
    unreached: 'not reached',
    unmatched: 'yours only',
  };
  const row = ({ at, title, state, off_s }: LaneMark): readonly string[] => [
    `${writeClock(at)} UTC`,
    title,
    off_s !== null && off_s > 0 ? `${words[state]}, ${writeStretch(off_s)} off` : words[state],
  ];
  const head = ['Time', 'What', 'Mark'];
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
function writeScore({ prepared, events, state, debrief }: DocumentSubject): Block[] {
  const said = new Set<string>();
  return [
    heading(2, 'Score by part'),
    ...debrief.score.parts.flatMap((part): Block[] => [
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
              ...(noted === undefined ? [] : [`You see it differently: ${noted}`]),
            ].join(' '),
            event
              ? `${event.seq}, ${formatScenarioTime(event.at_s)}. ${describeEvent(prepared, state, event)}.`
              : 'No step of yours earned it.',
          ];
        }),
      },
      ...part.points
        .flatMap(({ clues }) => clues)
        .flatMap((clue): Block[] => {
          if (said.has(clue)) return [];
          said.add(clue);
          const excerpt = readCitedExcerpt(prepared, clue);
          if (!excerpt || excerpt.text === '') return [];
          const text =
            excerpt.text.length > longestExcerpt
              ? `${excerpt.text.slice(0, longestExcerpt)} …`
              : excerpt.text;
          return [{ kind: 'evidence', place: `${excerpt.says} (${excerpt.place})`, text }];
        }),
    ]),
  ];
}

function writeDecisions({ debrief }: DocumentSubject): Block[] {
  return [
    heading(2, 'Decisions'),
    ...debrief.decisions.flatMap(({ decision, chosen, best }, index): Block[] => [
      heading(3, `${index + 1}. ${decision.title}`),
      ...(chosen
        ? [
            paragraph(
              `${chosen.option?.text ?? 'Nothing was decided in time.'} Yours ${chosen.rating}, best ${best.rating} of 7${
                chosen.confidence === null ? '' : `; ${chosen.confidence} % sure`
              }. ${chosen.why}`,
            ),
            ...(chosen.reason === '' ? [] : [{ kind: 'quote' as const, text: chosen.reason }]),
            ...(chosen.option && chosen.rating < best.rating
              ? [paragraph(`Best: ${best.text} ${best.reason}`)]
              : []),
          ]
        : [paragraph(`It was not reached and does not count. Best: ${best.text}`)]),
    ]),
  ];
}

function writeTimes({ debrief }: DocumentSubject): Block[] {
  if (debrief.ownTimes.length === 0) return [];
  const time = (at_s: number | null): string =>
    at_s === null ? 'not reached' : formatScenarioTime(at_s);
  return [
    {
      kind: 'table',
      caption: 'Your times',
      head: ['Step', 'Yours', 'A good responder'],
      rows: debrief.ownTimes.map(({ milestone, at_s, best_s }) => [
        writeWord(milestone.kind ?? milestone.id),
        time(at_s),
        best_s === null ? '·' : formatScenarioTime(best_s),
      ]),
    },
  ];
}

function writeUpdates({ debrief }: DocumentSubject): Block[] {
  return debrief.updates.flatMap(({ update, text, sent_s, unsent, check }): Block[] => [
    heading(2, update.title),
    ...(text === null || sent_s === null
      ? [
          paragraph(
            unsent === 'missed'
              ? 'Not sent.'
              : 'Not due yet when the drill ended: it does not count.',
          ),
        ]
      : [
          paragraph(
            `Sent at ${formatScenarioTime(sent_s)}, due ${formatScenarioTime(update.due)}.`,
          ),
          { kind: 'quote' as const, text },
          ...list([
            ...(check?.facts ?? [])
              .filter(({ asked, met }) => asked || met)
              .map(({ id, met }) => {
                const fact = update.facts.find((one) => one.id === id);
                return `${met ? 'Said' : 'Missing'}: ${fact?.text ?? id}`;
              }),
            ...(check?.claims ?? []).map(({ id }) => {
              const claim = update.forbidden.find((one) => one.id === id);
              return `No proof: ${claim?.text ?? id}. ${claim?.why ?? ''}`;
            }),
          ]),
        ]),
  ]);
}

function writeEnd({ prepared }: DocumentSubject): Block[] {
  const { next } = prepared.drill.debrief;
  return next.length === 0 ? [] : [heading(2, 'Next'), ...list(next)];
}
