import { describeLevers } from '../../engine/drill/levers.ts';
import { formatScenarioTime } from '../../engine/format/scenario-time.ts';
import { reviewAnswers } from '../../engine/score/assistant-points.ts';
import { findContextSwitches } from '../../engine/score/context-switches.ts';
import { writeDebrief, type Debrief, type LaneMark } from '../../engine/score/debrief.ts';
import { tellOtherScorer } from '../../engine/score/other-scorer.ts';
import { reviewRedHerrings } from '../../engine/score/red-herrings.ts';
import { reviewSaid } from '../../engine/score/said-check.ts';
import type { Span } from '../../engine/score/sentences.ts';
import { findingTitles } from '../../engine/score/update/finding.ts';
import { bold, cyan, dim, green, red, yellow } from '../terminal.ts';
import { wrapText } from '../wrap-text.ts';
import { writeScore } from '../write-score.ts';
import { findTitle } from './named-things.ts';
import type { PlaySession } from './play-session.ts';
import { writeLength } from './show-state.ts';

/** The whole debrief: what was true, what was seen, each decision, own times, updates, points. */
export function showDebrief(session: PlaySession): string {
  const { prepared, state, columns, events } = session;
  const debrief = writeDebrief(prepared, state);
  const { drill } = prepared;
  const played = describeLevers(session.header);
  const other = tellOtherScorer(session.header);
  const early = state.end?.how === 'finished' ? '' : ' (ended early)';
  return [
    bold(`Debrief: ${drill.title}${early}`),
    ...(played.length === 0 ? [] : [dim(`Played: ${played.join(', ')}.`)]),
    '',
    bold(debrief.outcome.title),
    wrapText(debrief.outcome.text, columns),
    '',
    bold('What was true'),
    wrapText(debrief.told, columns),
    '',
    ...showLanes(debrief, session),
    ...showDecisions(debrief, session),
    ...showOwnTimes(debrief),
    ...showInterruptedWork(session),
    ...showRedHerrings(session),
    ...showUpdates(debrief, columns),
    ...showAnswers(session),
    ...showSaid(session),
    ...showCalibration(debrief, session),
    ...showFeedback(debrief, columns),
    ...section(
      'What to practise next',
      drill.debrief.next.map((line) => `- ${line}`),
    ),
    ...(drill.debrief.story === undefined
      ? []
      : section('A story to rehearse, of a good play of this drill and not from experience', [
          wrapText(drill.debrief.story, columns),
        ])),
    bold('Points'),
    ...(other === null ? [] : [yellow(wrapText(other, columns))]),
    writeScore(debrief.score, events, columns),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [bold(title), ...lines, ''];
}

/** @param day the drill's own, `2026-04-22`: a time on another one has its date */
function writeInstant(instant: string, day: string): string {
  const [date, time] = [instant.slice(0, 10), instant.slice(11, 19)];
  return date === day ? time : `${date} ${time}`;
}

function showLanes(
  { truth, yours, unmatched }: Debrief,
  { prepared }: PlaySession,
): readonly string[] {
  const day = prepared.drill.starts_at.slice(0, 10);
  const marks: Readonly<Record<LaneMark['state'], string>> = {
    fact: '',
    best: '',
    match: green('yours'),
    later: yellow('yours, off'),
    missed: red('missed'),
    unreached: dim('not reached'),
    unmatched: '',
  };
  const own = new Map(yours.map((mark) => [mark.id, mark]));
  const lines = truth.map(({ id, at, title, state }) => {
    const mark = own.get(id);
    const off = mark?.off_s == null || mark.off_s <= 0 ? '' : dim(` by ${writeLength(mark.off_s)}`);
    const best = state === 'best' ? dim(' (best time)') : '';
    const when = writeInstant(new Date(at * 1000).toISOString(), day);
    return `${when}  ${title}${best}  ${mark ? marks[mark.state] : ''}${off}`;
  });
  const others = unmatched.map(({ at, text }) =>
    dim(
      `${at === null ? '        ' : writeInstant(at, day)}  ${text} (yours; matched with nothing, which is not wrong)`,
    ),
  );
  return section('The timeline beside yours (UTC)', [...lines, ...others]);
}

function showDecisions(
  { decisions }: Debrief,
  { prepared, columns }: PlaySession,
): readonly string[] {
  const says = new Map(prepared.drill.clues.map((clue) => [clue.id, clue.says]));
  return decisions.flatMap(({ decision, chosen, options, best, point }) => {
    const head = bold(`Decision: ${decision.title}`);
    if (!chosen) return [head, '  It was not asked.', ''];
    const answer = chosen.option?.text ?? 'Nothing was done.';
    const sure = chosen.confidence === null ? '' : `, ${chosen.confidence} % sure`;
    const at = chosen.seq === null ? '' : ` at ${formatScenarioTime(chosen.at_s)}`;
    return [
      head,
      `  yours: ${answer} ${dim(`(rated ${chosen.rating} of 7${sure}${at})`)}`,
      wrapText(chosen.why, columns, '    '),
      ...(chosen.reason === '' ? [] : [wrapText(`you wrote: ${chosen.reason}`, columns, '    ')]),
      ...options
        .filter(({ id }) => id !== chosen.option?.id)
        .flatMap((option) => [
          `  ${option.id === best.id ? green('best') : 'other'}: ${option.text} ${dim(`(rated ${option.rating})`)}`,
          wrapText(option.reason, columns, '    '),
        ]),
      ...(best.evidence.length === 0
        ? []
        : [
            '  evidence:',
            ...best.evidence.map((clue) => {
              const cited = chosen.citedClues.includes(clue) ? cyan(' (cited)') : '';
              return wrapText(`- ${says.get(clue) ?? ''}${cited}`, columns, '    ');
            }),
          ]),
      ...(point
        ? [dim(`  ${point.rule}: ${Number(point.earned.toFixed(2))} of ${point.weight}`)]
        : []),
      '',
    ];
  });
}

function showOwnTimes({ ownTimes }: Debrief): readonly string[] {
  return section(
    'Your times',
    ownTimes.map(({ milestone, at_s, best_s }) => {
      const best = best_s === null ? '' : dim(` (best ${formatScenarioTime(best_s)})`);
      return `${milestone.title}: ${at_s === null ? 'not reached' : formatScenarioTime(at_s)}${best}`;
    }),
  );
}

function showInterruptedWork({ prepared, events, state }: PlaySession): readonly string[] {
  const { switches, away_s, back_s, notBack } = findContextSwitches(prepared, events, state.at_s);
  if (switches.length === 0) return [];
  return section('Interrupted work', [
    `left for an interrupt: ${switches.length}, away ${writeLength(away_s)} in all`,
    ...(back_s === null ? [] : [`back at the work after ${writeLength(back_s)}, on average`]),
    ...(notBack === 0 ? [] : [`not gone back to: ${notBack}`]),
  ]);
}

function showRedHerrings({ prepared, events, state, columns }: PlaySession): readonly string[] {
  const lines = reviewRedHerrings(prepared, events, state).flatMap(
    ({ item, valve, spent_s, places }) => [
      `${item.subject} ${dim(`(${spent_s === 0 ? 'no time' : writeLength(spent_s)} spent on it)`)}`,
      wrapText(`what would have told you: ${valve}`, columns, '    '),
      ...places.map(({ clue, seen_s }) => {
        const seen = seen_s === null ? 'not opened' : `open at ${formatScenarioTime(seen_s)}`;
        return `    ${dim(`${clue.says} (${seen})`)}`;
      }),
    ],
  );
  return section('What led away', lines);
}

function showUpdates({ updates }: Debrief, columns: number): readonly string[] {
  return updates.flatMap(({ update, text, sent_s, unsent, check }) =>
    section(`Update: ${update.title}`, [
      ...(text === null || sent_s === null
        ? [unsent === 'missed' ? 'It was not sent.' : 'It was not due yet and does not count.']
        : [
            dim(`sent ${formatScenarioTime(sent_s)}, due ${formatScenarioTime(update.due)}`),
            wrapText(text, columns, '  | '),
          ]),
      // What could not be known may be true in another play alone.
      ...(check?.facts ?? [])
        .filter(({ asked }) => asked)
        .map(({ id, met }) => {
          const fact = update.facts.find((candidate) => candidate.id === id)?.text ?? id;
          return `  ${fact}: ${met ? green('said') : red('missing')}`;
        }),
      ...(check?.claims ?? []).map(({ id, spans }) => {
        const claim = update.forbidden.find((candidate) => candidate.id === id);
        return `  ${red('should not stand there')}: ${quote(text, spans)}. ${claim?.why ?? ''}`;
      }),
      ...(check?.findings ?? []).map(({ rule, cost, spans, why }) => {
        const title = findingTitles[rule] ?? rule;
        const advice = cost > 0 ? '' : ' Advice: it costs nothing here.';
        return `  ${cost > 0 ? red(title) : yellow(title)}: ${quote(text, spans)}. ${why}${advice}`;
      }),
    ]),
  );
}

function quote(text: string | null, spans: readonly Span[]): string {
  return spans.map(([start, end]) => `"${text?.slice(start, end) ?? ''}"`).join(', ');
}

function showAnswers({ prepared, state, columns }: PlaySession): readonly string[] {
  const lines = reviewAnswers(prepared, state).flatMap(({ answer, watch, verified }) => [
    `${formatScenarioTime(watch.asked_s)} ${answer.question} ${answer.wrong ? red('it was wrong') : green('it was right')}, ${verified ? 'you looked it up' : 'you did not look it up in time'}`,
    wrapText(answer.why, columns, '    '),
  ]);
  return section(prepared.drill.assistant?.name ?? 'Assistant', lines);
}

function showSaid({ prepared, state, columns }: PlaySession): readonly string[] {
  const lines = reviewSaid(prepared, state).flatMap(({ said, findings }) => [
    dim(`${formatScenarioTime(said.at_s)} to "${findTitle(prepared, 'feed', said.item)}"`),
    wrapText(said.text, columns, '  | '),
    ...findings.map(({ rule, spans, why }) =>
      wrapText(`${rule}: ${quote(said.text, spans)}. ${why}`, columns, '  '),
    ),
  ]);
  return section('In your own words (checked for promises and leaks; it costs no points)', lines);
}

function showCalibration({ calibration }: Debrief, { prepared }: PlaySession): readonly string[] {
  return section(
    'How sure, and whether it was right',
    calibration.map(
      ({ decision, confidence, right }) =>
        `${findTitle(prepared, 'decisions', decision)}: ${confidence} % sure, ${right ? green('best') : yellow('not the best')}`,
    ),
  );
}

function showFeedback({ feedback }: Debrief, columns: number): readonly string[] {
  return section(
    'Feedback',
    feedback.map(({ kind, text }) => wrapText(`- ${kind}: ${text}`, columns)),
  );
}
