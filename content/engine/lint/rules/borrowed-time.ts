import type { Clue, Drill } from '../../format/drill-schema.ts';
import { listSources } from '../clue-sources.ts';
import { findContradicted } from '../find-contradicted.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';
import { areOne, findDistance, isAside, listTimes, type ToldTime } from '../told-times.ts';
import {
  findShared,
  listWords,
  readEvents,
  splitSentences,
  type TrueEvent,
} from '../true-events.ts';
import { misquotedTime } from './misquoted-time.ts';

/** The share of the words of a title, and how many, that make sure which event a sentence tells of. */
const sureShare = 0.6;
const sureCount = 2;

export const borrowedTime: LintRule = {
  name: 'borrowed-time',
  severity: 'warning',
  reason:
    'A time that stands at another record than the one that is meant looks right, and sends whoever looks it up to the wrong place.',
  remedy: 'Write the time of what is cited or named here, or cite the record that has this time.',
  bad: `files:
  evidence/trail.csv: "id,time\\ne-1,2026-03-10T08:51:09Z\\ne-2,2026-03-10T08:53:40Z\\n"
clues: [{ id: first-use, says: A stranger used the key at 08:53:40. }]`,
  good: `files:
  evidence/trail.csv: "id,time\\ne-1,2026-03-10T08:51:09Z\\ne-2,2026-03-10T08:53:40Z\\n"
clues: [{ id: first-use, says: A stranger used the key at 08:51:09. }]`,
  check: (subject) => {
    const places = readPlaces(subject);
    const hits = [
      ...checkTruth(subject, places),
      ...leaveMisquoted(subject, checkClues(subject, places)),
      ...checkCiting(subject, places),
      ...checkTold(subject),
    ];
    const keys = hits.map(({ path, words }) => `${path.join('.')} ${words ?? ''}`);
    return hits.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  },
};

interface Places {
  /** What each clue's own place tells, not what it is said to show. */
  readonly own: ReadonlyMap<string, readonly ToldTime[]>;
  /** Whether a time stands anywhere in the evidence in which these clues lie. */
  readonly standsIn: (clues: readonly string[], time: ToldTime) => boolean;
}

function readPlaces(subject: LintSubject): Places {
  const { drill } = subject;
  const files = new Map<string, readonly ToldTime[]>();
  const listFile = (evidence: string): readonly ToldTime[] => {
    const times = files.get(evidence) ?? listTimes(subject.prepared.evidence.get(evidence) ?? '');
    files.set(evidence, times);
    return times;
  };
  const evidenceOf = new Map(
    drill.clues.map((clue) => [clue.id, 'evidence' in clue ? clue.evidence : null]),
  );
  return {
    own: readOwn(subject),
    standsIn: (clues, time) =>
      clues.some((id) => {
        const evidence = evidenceOf.get(id);
        return evidence ? listFile(evidence).some((one) => isSame(one, time)) : false;
      }),
  };
}

function readOwn(subject: LintSubject): ReadonlyMap<string, readonly ToldTime[]> {
  const { clues } = subject.drill;
  const cited = new Map<string, ReadonlyMap<string, string>>();
  return new Map(
    clues.map((clue) => {
      if (!('record' in clue)) return [clue.id, readText(subject, clue)];
      const rows = cited.get(clue.evidence) ?? readRecords(subject, clue.evidence);
      cited.set(clue.evidence, rows);
      return [clue.id, listTimes(rows.get(clue.record) ?? '')];
    }),
  );
}

function readText(subject: LintSubject, { id, says }: Clue): readonly ToldTime[] {
  const [place] = listSources(subject, id).filter(({ path }) => path.at(-1) !== 'says');
  return place && place.text !== says ? listTimes(place.text) : [];
}

/** What each record that a clue cites holds. */
function readRecords(
  { drill, content }: LintSubject,
  evidence: string,
): ReadonlyMap<string, string> {
  const wanted = new Set(
    drill.clues.flatMap((clue) =>
      'record' in clue && clue.evidence === evidence ? [clue.record] : [],
    ),
  );
  const read = content(evidence);
  const rows = read?.kind === 'table' ? read.rows : [];
  return new Map(
    rows.flatMap(({ id, cells, raw }) =>
      id !== null && wanted.has(id)
        ? [[id, `${cells.join('\n')}\n${typeof raw === 'object' ? JSON.stringify(raw) : ''}`]]
        : [],
    ),
  );
}

/** A truth at the second of another record. One that is far off is contradicted already. */
function checkTruth(subject: LintSubject, { own, standsIn }: Places): LintHit[] {
  const contradicted = findContradicted(subject);
  return readEvents(subject).flatMap(({ truth, groups, index }): LintHit[] => {
    const time = { written: groups.join(':'), groups, offset: 0 };
    const told = truth.clues.flatMap((id) => own.get(id) ?? []);
    if (contradicted.has(truth.id) || told.length === 0) return [];
    if (told.some((one) => isSame(one, time)) || !standsIn(truth.clues, time)) return [];
    const message = `"${truth.id}" is at ${time.written}, which stands in its evidence, but not where it cites.`;
    return [{ path: ['truth', index, 'at'], message }];
  });
}

/** What a truth contradicts is told of as misquoted-time. */
function leaveMisquoted(subject: LintSubject, hits: readonly LintHit[]): readonly LintHit[] {
  if (hits.length === 0) return hits;
  const told = new Set(misquotedTime.check(subject).map(({ path }) => path.join('.')));
  return hits.filter(({ path }) => !told.has(path.join('.')));
}

/** What a clue is said to show, with a time that its own place has not. */
function checkClues({ drill }: LintSubject, { own, standsIn }: Places): LintHit[] {
  return drill.clues.flatMap(({ id, says }, index) => {
    const told = own.get(id) ?? [];
    if (told.length === 0) return [];
    return listTimes(says).flatMap((time): LintHit[] => {
      if (told.some((one) => isSame(one, time))) return [];
      const elsewhere = standsIn([id], time);
      // A minute may be worked out or rounded; a second is looked up.
      if (!elsewhere && (time.groups.length < 3 || told.some((one) => isNear(one, time)))) {
        return [];
      }
      const message = elsewhere
        ? `"${id}" is said to show ${time.written}, which stands elsewhere in its evidence.`
        : `"${id}" is said to show ${time.written}, which does not stand where it cites.`;
      return [{ path: ['clues', index, 'says'], words: time.written, message }];
    });
  });
}

/** Texts that name what bears them out, with a second that stands beside it alone. */
function checkCiting(subject: LintSubject, { own, standsIn }: Places): LintHit[] {
  return listCiting(subject.drill).flatMap(({ path, text, clues }) => {
    const told = clues.flatMap((id) => own.get(id) ?? []);
    const times = listTimes(text);
    if (told.length === 0 || times.some((time) => told.some((one) => isSame(one, time)))) return [];
    return times.flatMap((time): LintHit[] => {
      if (time.groups.length < 3 || !standsIn(clues, time)) return [];
      const message = `This says ${time.written}, which stands in the evidence, but not where it cites: ${clues.join(', ')}.`;
      return [{ path, words: time.written, message }];
    });
  });
}

function listCiting(drill: Drill) {
  return [
    ...drill.decisions.flatMap(({ options }, i) =>
      options.map(({ reason, evidence }, j) => ({
        path: ['decisions', i, 'options', j, 'reason'],
        text: reason,
        clues: evidence,
      })),
    ),
    ...drill.scoring.rules.map(({ why, evidence }, i) => ({
      path: ['scoring', 'rules', i, 'why'],
      text: why,
      clues: evidence,
    })),
    ...(drill.assistant?.answers ?? []).map(({ why, check }, i) => ({
      path: ['assistant', 'answers', i, 'why'],
      text: why,
      clues: check,
    })),
    ...drill.feed.flatMap(({ red_herring }, i) =>
      red_herring
        ? [
            {
              path: ['feed', i, 'red_herring', 'valve'],
              text: red_herring.valve,
              clues: red_herring.clues,
            },
          ]
        : [],
    ),
  ];
}

/** A clause that is plainly about one event and tells the time of another, in a sentence with one time. */
function checkTold(subject: LintSubject): LintHit[] {
  const events = readEvents(subject);
  return subject.texts.flatMap(({ path, text }) =>
    splitSentences(text).flatMap((sentence): LintHit[] => {
      const [time, more] = listTimes(sentence);
      if (!time || more || isAside(sentence.slice(0, time.offset))) return [];
      const words = listWords(findClause(sentence, time.offset));
      const owners = events.filter(({ groups }) => areOne(groups.join(':'), time));
      const [sure] = events
        .map((event) => ({ event, ...findShared(words, event, events) }))
        .filter(
          ({ distinct, count, share }) => distinct && count >= sureCount && share >= sureShare,
        )
        .sort((one, other) => other.share - one.share);
      const [owner] = owners;
      if (!owner || !sure) return [];
      const meant = sure.event;
      // A word of whose time it is explains it.
      const all = [...listWords(sentence)];
      const explains = ({ about }: TrueEvent): boolean =>
        all.some((word) => about.has(word) && !meant.about.has(word));
      if (owners.includes(meant) || owners.some(explains)) return [];
      const message = `This says ${time.written}, which is the time of "${owner.truth.id}"; "${meant.truth.id}" (${meant.truth.title}) is at ${meant.groups.join(':')}.`;
      return [{ path, words: time.written, message }];
    }),
  );
}

/** The part of a sentence between commas or the like in which something stands. */
function findClause(sentence: string, offset: number): string {
  const marks = /[,;()–]/;
  const before = sentence.slice(0, offset).split(marks).at(-1) ?? '';
  return before + (sentence.slice(offset).split(marks)[0] ?? '');
}

/** A log may cut or round a second, and write hours up to twelve, as CloudTrail does for `expiration`. */
function isNear(one: ToldTime, { groups }: ToldTime): boolean {
  const halfDay_s = 43_200;
  const off_s = findDistance(one, groups) % halfDay_s;
  return Math.min(off_s, halfDay_s - off_s) <= 1;
}

function isSame(one: ToldTime, other: ToldTime): boolean {
  return areOne(one.groups.join(':'), other);
}
