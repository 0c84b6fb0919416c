import type { Drill, TruthEvent } from '../../format/drill-schema.ts';
import { listSources } from '../clue-sources.ts';
import { findContradicted } from '../find-contradicted.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';
import { areOne, findDistance, isAside, isSlip, listTimes, type ToldTime } from '../told-times.ts';
import { isAbout, listWords, readEvents, splitSentences, type TrueEvent } from '../true-events.ts';

/** What is logged or told a little later is the same. */
const least_s = 60;

export const misquotedTime: LintRule = {
  name: 'misquoted-time',
  severity: 'warning',
  reason:
    'Where two texts tell of one thing with two times, whoever reads well is told that one of them is wrong, and cannot know which.',
  remedy: 'Write the time that the truth has, or correct the truth.',
  bad: `brief: You are on shift. A stranger used the key first at 08:41.`,
  good: `brief: You are on shift. A stranger used the key first at 08:51.`,
  check: (subject) => {
    const events = readEvents(subject);
    const hits = [...checkClues(subject, events), ...checkTexts(subject, events)];
    const places = hits.map(({ path, words }) => `${path.join('.')} ${words ?? ''}`);
    return hits.filter((_, index) => places.indexOf(places[index] ?? '') === index);
  },
};

function checkClues(subject: LintSubject, events: readonly TrueEvent[]): LintHit[] {
  const { drill } = subject;
  const tolerance = Math.max(least_s, drill.scoring.timeline?.tolerance ?? 0);
  const contradicted = findContradicted(subject);
  return events.flatMap((event): LintHit[] => {
    const { truth, groups, index } = event;
    if (contradicted.has(truth.id)) return []; // the truth itself is wrong
    const told = truth.clues
      .flatMap((id) => listSources(subject, id))
      .map((source) => ({ source, times: listTimes(source.text) }))
      .filter(({ times }) => times.length > 0);
    const agrees = (times: readonly ToldTime[]): boolean =>
      times.some((time) => findDistance(time, groups) <= tolerance) || encloses(times, groups);
    const odd = told.flatMap(({ source, times }) => {
      const slip = agrees(times)
        ? undefined
        : times.find(
            (time) =>
              isSlip(time, groups) &&
              !tellsOther(time, event, events) &&
              !isAside(source.text.slice(0, time.offset)),
          );
      return slip ? [{ source, slip }] : [];
    });
    const message = (written: string): string =>
      `This says ${written}; the truth "${truth.id}", which cites it, is at ${groups.join(':')}.`;
    const hits = odd.map(({ source: { path, offset }, slip }) => ({
      path,
      words: slip.written,
      ...(offset === undefined ? {} : { offset: offset + slip.offset }),
      message: message(slip.written),
    }));
    const [first] = odd;
    if (!first || told.some(({ times }) => agrees(times)) || citesRecords(drill, truth))
      return hits;
    const words = `"${truth.id}" is at ${groups.join(':')}; what it cites says ${first.slip.written}.`;
    return [{ path: ['truth', index, 'at'], message: words }];
  });
}

/** A record that it cites bears its time out, or it would be contradicted. */
function citesRecords({ clues }: Drill, truth: TruthEvent): boolean {
  return clues.some((clue) => truth.clues.includes(clue.id) && 'record' in clue);
}

function encloses(times: readonly ToldTime[], groups: readonly string[]): boolean {
  const sorted = times.map((time) => time.groups.join(':')).sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  const at = groups.join(':');
  return first < at && at < last;
}

/** Texts with a time that nothing else explains, in a sentence about something true. */
function checkTexts(subject: LintSubject, events: readonly TrueEvent[]): LintHit[] {
  const { texts, prepared } = subject;
  const known = listKnown(subject, events);
  const files = [...prepared.evidence.values()];
  return texts.flatMap(({ path, text }) =>
    splitSentences(text).flatMap((sentence): LintHit[] => {
      const words = listWords(sentence);
      return listTimes(sentence).flatMap((time): LintHit[] => {
        const isExact = time.groups.length === 3;
        const { written } = time;
        if (known.some((one) => areOne(one, time))) return [];
        if (texts.some((other) => other.text !== text && other.text.includes(written))) return [];
        if (isExact && files.some((file) => file.includes(written))) return [];
        if (isAside(sentence.slice(0, time.offset))) return [];
        const event = events.find(
          (one) => isSlip(time, one.groups) && (isExact || isAbout(words, one, events)),
        );
        if (!event) return [];
        const { truth, groups } = event;
        const message = `This says ${written}; the truth "${truth.id}" (${truth.title}) is at ${groups.join(':')}.`;
        return [{ path, words: written, message }];
      });
    }),
  );
}

/** Times that stand in the truth or beside a clue. */
function listKnown(subject: LintSubject, events: readonly TrueEvent[]): readonly string[] {
  const { drill, content } = subject;
  const beside = drill.clues.flatMap((clue) => {
    if (!('record' in clue)) return listSources(subject, clue.id).map(({ text }) => text);
    const table = content(clue.evidence);
    const rows = table?.kind === 'table' ? table.rows : [];
    return rows
      .filter(({ id }) => id === clue.record)
      .flatMap(({ cells, raw }) => [...cells, JSON.stringify(raw)]);
  });
  const told = drill.clues.map(({ says }) => says);
  return [
    drill.starts_at.slice(11, 19),
    ...events.map(({ groups }) => groups.join(':')),
    // A feed text explains its own times only where it agrees with what cites it.
    ...[
      ...beside.filter((text) => !subject.texts.some((one) => one.text === text)),
      ...told,
    ].flatMap((text) => listTimes(text).map(({ groups }) => groups.join(':'))),
  ];
}

function tellsOther(time: ToldTime, event: TrueEvent, events: readonly TrueEvent[]): boolean {
  return events.some((other) => other !== event && areOne(other.groups.join(':'), time));
}
