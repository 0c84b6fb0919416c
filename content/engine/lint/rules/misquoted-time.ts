import type { Clue, Drill, TruthEvent } from '../../format/drill-schema.ts';
import { findContradicted } from '../find-contradicted.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';
import { findDistance, findLines, isSlip, listTimes, type ToldTime } from '../told-times.ts';

/** What is logged or told a little later is the same. */
const least_s = 60;
/** The share of the words of a truth's title that a sentence must have to be about it. */
const leastShare = 0.3;
/** Words that make a time another one than that at which something happened. */
const aside = /(?:until|by|before|after|due|about|around|nearly|towards)\s*$/i;

export const misquotedTime: LintRule = {
  name: 'misquoted-time',
  severity: 'warning',
  reason:
    'Where two texts tell of one thing with two times, whoever reads well is told that one of them is wrong, and cannot know which.',
  remedy: 'Write the time that the truth has, or correct the truth.',
  bad: `brief: You are on shift. A stranger used the key first at 08:41.`,
  good: `brief: You are on shift. A stranger used the key first at 08:51.`,
  check: (subject) => {
    const events = subject.drill.truth.map((truth, index) => readEvent(subject, truth, index));
    const hits = [...checkClues(subject, events), ...checkTexts(subject, events)];
    const places = hits.map(({ path, words }) => `${path.join('.')} ${words ?? ''}`);
    return hits.filter((_, index) => places.indexOf(places[index] ?? '') === index);
  },
};

interface TrueEvent {
  readonly truth: TruthEvent;
  readonly index: number;
  readonly groups: readonly string[];
  /** Words of its title, and of these with what its clues say. */
  readonly title: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
}

function readEvent({ drill }: LintSubject, truth: TruthEvent, index: number): TrueEvent {
  const says = truth.clues.map((id) => drill.clues.find((clue) => clue.id === id)?.says ?? '');
  return {
    truth,
    index,
    groups: truth.at.slice(11, 19).split(':'),
    title: listWords(truth.title),
    about: listWords([truth.title, ...says].join(' ')),
  };
}

/** What tells of a thing by being cited for it, with its place. */
interface Source {
  readonly path: LintHit['path'];
  readonly text: string;
  /** Where the text begins in its file. */
  readonly offset?: number;
}

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
              !aside.test(source.text.slice(0, time.offset)),
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

function listSources({ drill, prepared }: LintSubject, id: string): readonly Source[] {
  const at = drill.clues.findIndex((clue) => clue.id === id);
  const clue = drill.clues[at];
  if (!clue) return [];
  return [
    ...findOwn(drill, prepared.evidence, clue),
    { path: ['clues', at, 'says'], text: clue.says },
  ];
}

function findOwn(
  { evidence, feed, tools }: Drill,
  texts: ReadonlyMap<string, string>,
  clue: Clue,
): readonly Source[] {
  if ('record' in clue) return []; // contradicting-truth reads those
  if ('text' in clue) {
    const index = evidence.findIndex(({ id }) => id === clue.evidence);
    const lines = findLines(texts.get(clue.evidence) ?? '', clue.text);
    return lines ? [{ path: ['evidence', index, 'file'], ...lines }] : [];
  }
  if ('feed' in clue) {
    const index = feed.findIndex(({ id }) => id === clue.feed);
    const item = feed[index];
    return item ? [{ path: ['feed', index, 'body'], text: item.body }] : [];
  }
  const index = tools.findIndex(({ id }) => id === clue.tool);
  const outcomes = tools[index]?.outcomes ?? [];
  const outcome = outcomes.findIndex(({ id }) => id === clue.outcome);
  const path = ['tools', index, 'outcomes', outcome, 'answer'];
  return [{ path, text: outcomes[outcome]?.answer ?? '' }];
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
        if (aside.test(sentence.slice(0, time.offset))) return [];
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

function areOne(known: string, { groups }: ToldTime): boolean {
  const told = groups.join(':');
  return known.startsWith(told) || told.startsWith(known);
}

function tellsOther(time: ToldTime, event: TrueEvent, events: readonly TrueEvent[]): boolean {
  return events.some((other) => other !== event && areOne(other.groups.join(':'), time));
}

/** Enough words of its title, one of which tells it from every other event. */
function isAbout(
  words: ReadonlySet<string>,
  event: TrueEvent,
  events: readonly TrueEvent[],
): boolean {
  const shared = [...event.title].filter((word) => words.has(word));
  return (
    shared.length >= leastShare * event.title.size &&
    shared.some((word) => events.every((other) => other === event || !other.about.has(word)))
  );
}

function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+|\n/);
}

const small = new Set(
  'the and for with was were are its this that not has have had you they our your out into than who what which but all one two first second until then now here there over after before since been from minute minutes hour hours today utc'.split(
    ' ',
  ),
);

/** The words that carry a meaning, without their endings. */
function listWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}[\p{L}'’-]{2,}/gu) ?? [];
  return new Set(
    words.filter((word) => !small.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );
}
