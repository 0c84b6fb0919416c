import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { AttemptHeader } from '../../engine/drill/attempt-log.ts';
import { usualLevers } from '../../engine/drill/attempt-terms.ts';
import { drawIndex, instantiateWith, nameDraw } from '../../engine/drill/instantiate.ts';
import { prepareDrill, type PreparedDrill } from '../../engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../engine/testing/a-drill.ts';
import { readPackFolder } from '../read-pack-folder.ts';
import { readBundledDrill, type BundledDrill } from '../testing/bundled-drill.ts';
import { findTwinSeed } from '../testing/find-twin.ts';
import { runLine } from './play-commands.ts';
import { PlaySession } from './play-session.ts';

const core = readPackFolder(fileURLToPath(new URL('../../packs/core', import.meta.url)));
const slugs = core.pack.drills.map(({ slug }) => slug);
const twinSlugs = slugs.filter((slug) => findTwinSeed(readBundledDrill(slug).drill) !== null);

function beginSession(prepared: PreparedDrill, events: PlaySession['events'] = []): PlaySession {
  const header = {
    attempt: 'a1',
    seed: 0,
    levers: usualLevers,
    roles: prepared.drill.roles.map(({ id }) => id),
  };
  const session = new PlaySession({
    header: header as unknown as AttemptHeader,
    prepared,
    columns: 100,
    events,
    save: () => undefined,
  });
  session.takeUp();
  return session;
}

/** A play and its benign twin, told in the same names; the first alone where there is no twin. */
function preparePlays({ drill, evidence }: BundledDrill): readonly PreparedDrill[] {
  const seed = findTwinSeed(drill);
  const drawn = new Map(
    drill.parameters.flatMap((one) =>
      'variable' in one && seed !== null
        ? [[nameDraw(one), drawIndex(seed, nameDraw(one), one.values.length)] as const]
        : [],
    ),
  );
  const none: ReadonlyMap<string, number> = new Map();
  return (seed === null ? [none] : [none, drawn]).map((indexes) => {
    const play = instantiateWith(drill, evidence, (id) => indexes.get(id) ?? 0);
    return prepareDrill(play.drill, play.evidence);
  });
}

const lists = 'status|feed|evidence|tools|hints|decide|updates|people|brief|ask'.split('|');

describe.each(twinSlugs)('%s beside its benign twin, in a terminal', (slug) => {
  const bundled = readBundledDrill(slug);
  const plays = preparePlays(bundled);

  it('lists the same until something has been looked at', () => {
    const sessions = plays.map((prepared) => beginSession(prepared));
    for (;;) {
      const [one, other] = sessions;
      const at_s = Math.max(...sessions.map(({ state }) => state.at_s));
      const shown = sessions.map((session) => lists.map((list) => runLine(session, list)));
      expect(shown[1]).toEqual(shown[0]);
      const to_s = Math.min(...sessions.map(({ state }) => state.next_s));
      if (!one || !other || to_s >= one.prepared.drill.ends_at) break;
      const wait = `wait ${(to_s - at_s) / 60}`;
      runLine(one, wait);
      runLine(other, wait);
    }
  });

  it('takes an id in both plays or in none', () => {
    for (const { id } of [...bundled.drill.evidence, ...bundled.drill.feed]) {
      const [first, second] = plays.map((prepared) => {
        const session = beginSession(prepared);
        return ['open', 'read'].map((verb) => runLine(session, `${verb} ${id}`).split('\n')[0]);
      });
      expect(second, id).toEqual(first);
    }
  });
});

describe.each(slugs)('a play of %s in a terminal', { timeout: 60_000 }, (slug) => {
  const plays = preparePlays(readBundledDrill(slug));

  it.each(plays.map((prepared, index) => ({ prepared, play: index === 0 ? 'written' : 'twin' })))(
    'prints no id of the drill, $play',
    ({ prepared }) => {
      const ids = listTellingIds(prepared);
      const session = beginSession(prepared);
      const printed: string[] = [];
      const type = (line: string): void => {
        if (!session.ended) printed.push(runLine(session, line));
      };
      while (!session.ended) {
        for (const list of lists) type(list);
        for (const number of [...session.state.feed.keys()].map((_, index) => index + 1)) {
          for (const verb of ['read', 'ack', 'hand']) type(`${verb} ${number}`);
          type(`say ${number} We look into it.`);
          type(`reply ${number} 1`);
        }
        for (const number of [...session.state.evidence.keys()].map((_, index) => index + 1)) {
          if ([...session.state.evidence.values()][number - 1] === null) type(`open ${number}`);
        }
        for (const number of session.choices.tools.map((_, index) => index + 1)) {
          type(`man ${number}`);
          type(`use ${number}`);
        }
        for (const number of [1, 2, 3]) type(`hint ${number}`);
        for (const { decision } of session.choices.decisions) {
          type(`decide ${session.numbers.find('decisions', decision)} a 80`);
        }
        type('wait 4');
      }
      const words = new Set(printed.join('\n').split(/[^\w-]+/));
      expect(ids.filter((id) => words.has(id))).toEqual([]);
    },
  );
});

/** Ids of several words that no text of the drill has: printed, they can come from nowhere else. */
function listTellingIds({ drill, evidence }: PreparedDrill): readonly string[] {
  const { feed, decisions, tools, people, clues, updates, hints, roles } = drill;
  const ids = [
    ...[...feed, ...feed.flatMap(({ replies }) => replies)],
    ...[...decisions, ...decisions.flatMap(({ options }) => options)],
    ...[...tools, ...tools.flatMap(({ outcomes }) => outcomes)],
    ...[...drill.evidence, ...people, ...clues, ...updates, ...hints, ...roles],
  ].map(({ id }) => id);
  const texts = [...listTexts(drill), ...evidence.values()].join('\n');
  return [...new Set(ids)].filter((id) => id.includes('-') && !texts.includes(id));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}

describe('what is named in a line', () => {
  const base = aDrill();
  const again = { ...base.evidence[0], id: 'trail-b', title: 'CloudTrail, Dublin' };
  const drill = {
    ...base,
    evidence: [...base.evidence, again as (typeof base.evidence)[number]],
  };
  const evidence = new Map([...someEvidence, ['trail-b', someEvidence.get('trail') ?? '']]);
  const begin = (events: PlaySession['events'] = []): PlaySession =>
    beginSession(prepareDrill(drill, evidence), events);

  it.each(['open 1', 'open cloudtrail', 'open "CloudTrail"', 'open trail'])(
    'is found: %s',
    (line) => expect(runLine(begin(), line)).toContain('CloudTrail (evidence 1)'),
  );

  it('says which number to take where several begin so, and where to look where none does', () => {
    const session = begin();
    expect(runLine(session, 'open cloud')).toContain(
      '"cloud" can be 1 CloudTrail; 3 CloudTrail, Dublin. Take the number.',
    );
    expect(runLine(session, 'open 9')).toContain('no evidence "9" here. Listed by: evidence');
    expect(runLine(session, 'read')).toContain('Say which message');
    expect(runLine(session, 'open 3')).toContain('CloudTrail, Dublin (evidence 3)');
    expect(runLine(session, 'row 3 e-1')).toContain('GetCallerIdentity');
    expect(runLine(session, 'pin 3:e-1')).toContain('Pinned');
    expect(runLine(session, 'pin feed:key')).toContain('Pinned');
    expect(runLine(session, 'use deactivate key=AKIALEAKEDEXAMPLE')).toContain('It is off.');
    expect(runLine(session, 'pin tools:1')).toContain('Pinned');
  });

  it('keeps its number, also where the play is taken up again', () => {
    const session = begin();
    runLine(session, 'hint 1');
    runLine(session, 'wait 7');
    const lines = lists.map((list) => runLine(session, list));
    expect(lines.join('\n')).toContain('4  Later');
    const more = begin(session.events);
    expect(lists.map((list) => runLine(more, list))).toEqual(lines);
  });
});

describe('own words in a terminal', () => {
  it.each(['chat', 'mail', 'call', 'ticket'] as const)(
    'leave the prepared answers of a %s open, and say that these count',
    (kind) => {
      const base = aDrill();
      const feed = base.feed.map((item) => (item.id === 'demo' ? { ...item, kind } : item));
      const session = beginSession(prepareDrill({ ...base, feed }, someEvidence));
      runLine(session, 'wait 3');
      const said = runLine(session, 'say 2 I see to it.').replaceAll(/\s+/g, ' ');
      expect(said).toContain(
        'Your words are kept and checked; they earn nothing by themselves. What counts is the prepared answer that comes nearest: reply 2',
      );
      // eslint-disable-next-line no-control-regex -- colours
      const plain = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');
      for (const text of [said, runLine(session, 'read 2')]) {
        expect(plain(text)).toContain('reply 2 1: No, it goes off now.');
        expect(plain(text)).toContain('reply 2 2: Two hours, then. (1 min)');
      }
      expect(runLine(session, 'reply 2 no')).toContain('Answered.');
      expect(session.state.feed.get('demo')?.answer).toMatchObject({
        kind: 'replied',
        reply: 'no',
      });
      expect(runLine(session, 'read 2')).not.toContain('Two hours');
      expect(runLine(session, 'say 2 As I said.')).toContain('Written');
    },
  );
});

it('prints no picture as letters, and finds nothing in them', () => {
  const [prepared] = preparePlays(readBundledDrill('d28-the-photo-that-gave-orders'));
  if (!prepared) throw new Error('no play');
  const session = beginSession(prepared);
  const opened = runLine(session, 'open flyer');
  expect(opened).toContain('A picture. It is shown in the app.');
  expect(opened).not.toContain('iVBOR');
  expect(runLine(session, 'grep flyer iVBOR')).toContain('0 of 1 lines');
});
