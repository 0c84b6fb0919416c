import type { AttemptEvent } from '../../../../content/engine/drill/attempt-log.ts';
import type { PreparedDrill } from '../../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../../content/engine/drill/state.ts';
import { reviewAnswers } from '../../../../content/engine/score/assistant-points.ts';
import { reviewHypotheses } from '../../../../content/engine/score/hypotheses.ts';
import { reviewRedHerrings } from '../../../../content/engine/score/red-herrings.ts';
import { reviewSaid } from '../../../../content/engine/score/said-check.ts';
import {
  calibrationHead,
  findCalibration,
  writeGroup,
  type StatedDecision,
} from '../../../components/calibration-figures.ts';
import { tellAnswer, titleAnswers } from '../tell-assistant.ts';
import {
  hypothesesHead,
  hypothesesNote,
  noHypothesis,
  tellHypotheses,
} from '../tell-hypotheses.ts';
import { nothingFound, ownWordsNote, tellSaid } from '../tell-own-words.ts';
import { tellRedHerring } from '../tell-red-herring.ts';
import { tellSwitches } from '../tell-switches.ts';
import { tellTimeline, timelineNote } from '../tell-timeline.ts';
import { heading, list, paragraph, quote, type Block } from './block.ts';

interface Played {
  readonly prepared: PreparedDrill;
  readonly state: DrillState;
  readonly events: readonly AttemptEvent[];
}

/** What was seen, believed and said, and what pressure did. What the screen leaves out is left out here. */
export function writePressure(played: Played): readonly Block[] {
  return [
    ...writeTimelineGrade(played),
    ...writeHypotheses(played),
    ...writeSwitches(played),
    ...writeRedHerrings(played),
    ...writeAnswers(played),
    ...writeOwnWords(played),
  ];
}

/** How sure and how right, over more than this attempt. */
export function writeCalibration(decisions: readonly StatedDecision[]): readonly Block[] {
  const { groups, words } = findCalibration(decisions);
  return [
    heading(2, 'Calibration'),
    paragraph(words),
    ...table('How sure, and how right', calibrationHead, groups.map(writeGroup)),
  ];
}

function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }];
}

function writeTimelineGrade({ prepared, state }: Played): readonly Block[] {
  const { empty, criteria, doubtful, loose } = tellTimeline(prepared, state);
  return [
    heading(2, 'Your timeline, graded'),
    ...(empty === null
      ? list(criteria.map(({ name, words }) => `${name}: ${words}`))
      : [paragraph(empty)]),
    ...(doubtful.length === 0 ? [] : [paragraph('Entries that rest on nothing that was so:')]),
    ...list(doubtful.map(({ word, text }) => `${word}: ${text}`)),
    ...(loose === null ? [] : [paragraph(loose)]),
    paragraph(timelineNote),
  ];
}

function writeHypotheses({ prepared, state, events }: Played): readonly Block[] {
  const { foreseen, yours } = tellHypotheses(reviewHypotheses(prepared, state, events));
  if (foreseen.length === 0 && yours.length === 0) return [];
  return [
    heading(2, 'Hypotheses over time'),
    ...table(
      'What could be believed, and what you held',
      hypothesesHead,
      foreseen.map(({ text, was, you }) => [text, was, you]),
    ),
    ...(yours.length === 0
      ? [paragraph(noHypothesis)]
      : list(
          yours.map(({ text, taken, history }) =>
            [text, taken, history].filter((words) => words !== '').join('; '),
          ),
        )),
    paragraph(hypothesesNote),
  ];
}

function writeSwitches({ prepared, state, events }: Played): readonly Block[] {
  const told = tellSwitches(prepared, events, state);
  if (!told) return [];
  return [
    heading(2, 'Interrupted work'),
    paragraph(told.sum),
    ...list(told.each.map(({ at, words }) => `${at} ${words}`)),
  ];
}

function writeRedHerrings({ prepared, state, events }: Played): readonly Block[] {
  const told = reviewRedHerrings(prepared, events, state).map(tellRedHerring);
  if (told.length === 0) return [];
  return [
    heading(2, 'What led away'),
    ...told.flatMap(({ subject, at, spent, valve, places }) => [
      heading(3, subject),
      paragraph(`${at}, ${spent}.`),
      paragraph(valve),
      ...list(places),
    ]),
  ];
}

function writeAnswers({ prepared, state }: Played): readonly Block[] {
  const told = reviewAnswers(prepared, state).map(tellAnswer);
  if (told.length === 0) return [];
  return [
    heading(2, titleAnswers(prepared)),
    ...told.flatMap(({ question, asked, words }) => [
      heading(3, question),
      paragraph(`Asked ${asked}. ${words}`),
    ]),
  ];
}

function writeOwnWords({ prepared, state }: Played): readonly Block[] {
  const told = reviewSaid(prepared, state).map((one) => tellSaid(prepared, one));
  if (told.length === 0) return [];
  return [
    heading(2, 'In your own words'),
    ...told.flatMap(({ at, reader, text, findings }) => [
      heading(3, `${at} to ${reader}`),
      quote(text),
      ...(findings.length === 0
        ? [paragraph(nothingFound)]
        : list(findings.map(({ label, words }) => `${label}: ${words}`))),
    ]),
    paragraph(ownWordsNote),
  ];
}
