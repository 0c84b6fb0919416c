import { collectBranch, mainBranch } from '../engine/drill/branch.ts';
import { replay } from '../engine/drill/step.ts';
import { formatScenarioTime } from '../engine/format/scenario-time.ts';
import type { OpenedPacket } from '../archive/open-packet.ts';
import { listSentences, listStorySentences } from '../engine/packet/comment-targets.ts';
import type { PacketAttempt } from '../engine/packet/read-packet.ts';
import { writeDebrief } from '../engine/score/debrief.ts';
import { separateScores, tellOtherScorer } from '../engine/score/other-scorer.ts';
import { bold, dim, yellow } from './terminal.ts';
import { wrapText } from './wrap-text.ts';
import { sumScore, writeScore } from './write-score.ts';

/** A road of an attempt as its debrief tells it. */
function judge({ prepared, events: log }: PacketAttempt, branch: string) {
  const { events } = collectBranch(log, branch);
  const { state } = replay(prepared, events);
  return { events, state, debrief: writeDebrief(prepared, state) };
}

/** A packet for programs: scores, decisions and sentences with their ids. */
export function writePacketJson({ packet, attempts, signature, sha256 }: OpenedPacket): object {
  return {
    packet: packet.id,
    sha256,
    signature,
    from: packet.from,
    message: packet.message,
    at: packet.at,
    attempts: attempts.map((attempt) => ({
      attempt: attempt.id,
      title: attempt.title,
      drill: attempt.header.drill,
      roads: attempt.branches.map((branch) => describeRoad(attempt, branch)),
    })),
    practices: packet.practices.map(({ id, question }) => ({ id, question: question.text })),
    stories: packet.stories.map((story) => ({
      story: story.id,
      title: story.title,
      sentences: listStorySentences(story).map((text, index) => ({ sentence: index + 1, text })),
    })),
  };
}

function describeRoad(attempt: PacketAttempt, branch: string): object {
  const { state, debrief } = judge(attempt, branch);
  return {
    branch,
    ended: state.end?.how ?? null,
    at_s: state.at_s,
    ...separateScores(attempt.header, {
      total: sumScore(debrief.score),
      parts: debrief.score.parts.map(({ part, earned, possible }) => ({ part, earned, possible })),
    }),
    decisions: debrief.decisions.map(({ decision, chosen, best, point }) => ({
      decision: decision.id,
      title: decision.title,
      chosen: chosen && {
        option: chosen.option?.id ?? 'none',
        rating: chosen.rating,
        confidence: chosen.confidence,
        reason: chosen.reason,
        at_s: chosen.at_s,
      },
      best: { option: best.id, rating: best.rating },
      earned: point?.earned ?? null,
      weight: point?.weight ?? null,
    })),
    updates: debrief.updates.map(({ update, text, sent_s }) => ({
      update: update.id,
      title: update.title,
      sent_s,
      sentences: listSentences(text ?? '').map((one, index) => ({
        sentence: index + 1,
        text: one.text,
      })),
    })),
  };
}

/** A packet for people. */
export function writePacketText({ packet, attempts }: OpenedPacket, columns: number): string {
  const from = packet.from === '' ? 'No name is given.' : `From ${packet.from} (so they say).`;
  return [
    `${from} Written ${packet.at.slice(0, 10)}.`,
    ...(packet.message === '' ? [] : [wrapText(packet.message, columns, '  | ')]),
    '',
    ...attempts.flatMap((attempt) =>
      attempt.branches.flatMap((branch) => showRoad(attempt, branch, columns)),
    ),
    ...packet.practices.flatMap(({ id, question, answer }) => [
      bold(`Practice ${id}: ${question.text}`),
      wrapText(answer, columns, '  | '),
      '',
    ]),
    ...packet.stories.flatMap((story) => [
      bold(`Story ${story.id}: ${story.title}`),
      ...showSentences(listStorySentences(story), columns),
      '',
    ]),
  ].join('\n');
}

function showRoad(attempt: PacketAttempt, branch: string, columns: number): readonly string[] {
  const { events, state, debrief } = judge(attempt, branch);
  const road = branch === mainBranch ? '' : `, branch ${branch}`;
  const other = tellOtherScorer(attempt.header);
  const end = state.end
    ? { finished: '', early: 'ended early', abandoned: 'abandoned' }[state.end.how]
    : 'not finished';
  return [
    bold(`${attempt.title}: attempt ${attempt.id}${road}${end === '' ? '' : ` (${end})`}`),
    '',
    ...(other === null ? [] : [yellow(wrapText(other, columns)), '']),
    writeScore(debrief.score, events, columns),
    '',
    ...debrief.decisions.flatMap(({ decision, chosen, best }) => {
      const answer = chosen ? (chosen.option?.text ?? 'Nothing was done.') : 'It was not asked.';
      const at = chosen
        ? dim(` at ${formatScenarioTime(chosen.at_s)}, rated ${chosen.rating}, best ${best.rating}`)
        : '';
      return [
        `${bold(`decision ${decision.id}`)}  ${decision.title}`,
        `  ${answer}${at}`,
        ...(chosen && chosen.reason !== '' ? [wrapText(chosen.reason, columns, '  | ')] : []),
      ];
    }),
    '',
    ...debrief.updates.flatMap(({ update, text }) => [
      `${bold(`update ${update.id}`)}  ${update.title}`,
      ...(text === null
        ? ['  It was not sent.']
        : showSentences(
            listSentences(text).map((one) => one.text),
            columns,
          )),
    ]),
    '',
  ];
}

function showSentences(sentences: readonly string[], columns: number): readonly string[] {
  return sentences.map((text, index) =>
    wrapText(text, columns, '              ').replace(
      /^ {14}/,
      `  ${dim(`sentence ${String(index + 1).padEnd(2)}`)} `,
    ),
  );
}
