import type { AttemptEvent } from '../engine/drill/attempt-log.ts';
import { collectBranch } from '../engine/drill/branch.ts';
import { replay } from '../engine/drill/step.ts';
import type { DrillState } from '../engine/drill/state.ts';
import { separateScores, tellOtherScorer } from '../engine/score/other-scorer.ts';
import type { Point } from '../engine/score/point.ts';
import { scoreState, type Score } from '../engine/score/score.ts';
import { findDrillToScore, parseNamedLog, preparePlayedDrill } from './find-packs.ts';
import { readInputFile } from './read-input-file.ts';
import { bold, red, yellow, type Terminal } from './terminal.ts';
import { wrapText } from './wrap-text.ts';
import { sumScore, writeScore } from './write-score.ts';

/**
 * Scores a log by the very drill it was played with or, where a pack is named, by what that drill has
 * become there, which is said. Exit code 1 where an event does not fit that
 * drill: then the score is that of the events before it. Where the log names another scorer than
 * this version's, the points are told as a second score.
 */
export function scoreLog(
  terminal: Terminal,
  {
    path,
    pack,
    json,
  }: { readonly path: string; readonly pack?: string | undefined; readonly json: boolean },
): number {
  const text = readInputFile(path).toString('utf8');
  const { header, events: log } = parseNamedLog(path, text);
  const { found, changed } = findDrillToScore(pack, header);
  const prepared = preparePlayedDrill(found, header);
  const { events, origins } = collectBranch(log);
  const { state, refused } = replay(prepared, events);
  const score = scoreState(prepared, state);
  const faults = refused
    ? [
        {
          file: path,
          line: findLine(log, origins[refused.index]),
          message: refused.refusal.message,
        },
      ]
    : [];
  const ended = state.end?.how ?? null;
  if (json) {
    const { id, version } = header.pack;
    terminal.write(
      JSON.stringify(
        {
          attempt: header.attempt,
          drill: { ...header.drill, title: prepared.drill.title, changed },
          pack: { id, version },
          seed: header.seed,
          engine: header.engine,
          ended,
          at_s: state.at_s,
          ...separateScores(header, describeScore(score, events)),
          faults,
        },
        null,
        2,
      ),
    );
  } else {
    terminal.write(bold(`${prepared.drill.title} (${found.slug})`));
    terminal.write(describeEnd(state));
    if (changed) {
      terminal.write(
        yellow(
          'It was played with another version of this drill; these are the points by this one.',
        ),
      );
    }
    const other = tellOtherScorer(header);
    if (other !== null) terminal.write(yellow(wrapText(other, terminal.columns)));
    terminal.write('');
    terminal.write(writeScore(score, events, terminal.columns));
    for (const { file, line, message } of faults) {
      terminal.write(red(`${file}:${line}: this event does not fit the drill: ${message}`));
      terminal.write('    The score is that of the events before it.');
    }
  }
  return faults.length > 0 ? 1 : 0;
}

function describeEnd({ end }: DrillState): string {
  if (!end) return 'Not finished: this is the score so far.';
  return {
    finished: 'Played to the end.',
    early: 'Ended early: what was not asked by then does not count.',
    abandoned: 'Abandoned: what was not asked by then does not count.',
  }[end.how];
}

/** The line of the file that holds an event: the header is the first. */
function findLine(
  log: readonly AttemptEvent[],
  origin: { readonly branch: string; readonly seq: number } | undefined,
): number {
  return 2 + log.findIndex(({ branch, seq }) => branch === origin?.branch && seq === origin.seq);
}

function describeScore(score: Score, events: readonly AttemptEvent[]) {
  return {
    total: sumScore(score),
    early: score.early,
    parts: score.parts.map(({ part, earned, possible, cap, points }) => ({
      part,
      earned,
      possible,
      share: possible === 0 ? 0 : earned / possible,
      cap,
      points: points.map((point) => describePoint(point, events)),
    })),
  };
}

function describePoint(point: Point, events: readonly AttemptEvent[]) {
  const { rule, title, weight, earned, why, clues, spans, seq } = point;
  const event = seq === null ? undefined : events[seq];
  return {
    rule,
    title,
    weight,
    earned,
    event: event ? { seq: event.seq, at_s: event.at_s, kind: event.kind } : null,
    why,
    clues,
    spans,
  };
}
