import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLog, type AttemptLog } from '../engine/drill/attempt-log.ts';
import { viewOwn } from '../engine/drill/own-view.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import { scoreAttempt } from '../engine/score/score.ts';
import { readPackFolder } from './read-pack-folder.ts';

/** Bundled drills that a group plays in turns: a golden log of theirs, and what a role has to itself. */

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const inTurns = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const source = readPackFolder(join(packs, name));
    return source.pack.drills.flatMap((entry) =>
      entry.kind === 'ready' && entry.drill.roles.length > 1 && !entry.drill.handover
        ? [{ ...entry, source, evidence: source.readEvidence(entry.slug, entry.drill) }]
        : [],
    );
  });

it('has at least one of them', () => {
  expect(inTurns.map(({ slug }) => slug)).not.toEqual([]);
});

describe.each(inTurns)('$slug in turns', ({ slug, drill, source, evidence }) => {
  const readGolden = (name: string): AttemptLog => {
    const log = parseLog(source.readText(`drills/${slug}/golden/${name}.jsonl`));
    if ('fault' in log) throw new Error(`${name}: ${log.fault}`);
    return log;
  };
  const roles = drill.roles.map(({ id }) => id);
  const together = prepareDrill(drill, evidence);
  const { header, events } = readGolden('in-turns');

  it('tells each role something that the others are not told', () => {
    expect(drill.roles.filter((role) => role.private === undefined)).toEqual([]);
    for (const role of roles) {
      const own = [...drill.feed, ...drill.evidence].filter((one) => one.roles?.includes(role));
      expect(own, role).not.toEqual([]);
    }
  });

  it('earns at least 90 % of each part when its roles play by turns, each doing a share of it', () => {
    expect(header.roles).toEqual(roles);
    expect(replay(together, events).refused).toBeNull();
    const { parts } = scoreAttempt(together, events);
    expect(parts.filter(({ earned, possible }) => earned < 0.9 * possible)).toEqual([]);
    const deeds = new Map(roles.map((role) => [role, 0]));
    for (const { actor, kind } of events) {
      if (kind !== 'seat_taken') deeds.set(actor, (deeds.get(actor) ?? 0) + 1);
    }
    expect([...deeds.keys()]).toEqual(roles);
    expect(Math.min(...deeds.values())).toBeGreaterThan(5);
  });

  it('keeps private evidence from whoever has not the seat', () => {
    const unseated = events
      .filter(({ kind }) => kind !== 'seat_taken')
      .map((event, seq) => ({ ...event, seq }));
    expect(replay(together, unseated).refused?.refusal.code).toBe('not_available');
  });

  it('shows a private message to its own role alone', () => {
    const half = events.slice(0, Math.ceil(events.length / 2));
    const { state } = replay(together, half);
    for (const { id, roles: owners } of drill.feed) {
      if (!owners) continue;
      expect(state.feed.has(id), id).toBe(true);
      for (const seat of roles) {
        expect(viewOwn(together, { ...state, seat }).feed.has(id), `${id} ${seat}`).toBe(
          owners.includes(seat),
        );
      }
    }
  });

  it('can be played by its first role alone, which never gets what the others have', () => {
    const alone = prepareDrill(drill, evidence, 0, undefined, roles.slice(0, 1));
    const solo = readGolden('expert');
    expect(solo.header.roles).toEqual(roles.slice(0, 1));
    const { state, refused } = replay(alone, solo.events);
    expect(refused).toBeNull();
    const { parts } = scoreAttempt(alone, solo.events);
    expect(parts.filter(({ earned, possible }) => earned < 0.9 * possible)).toEqual([]);
    const others = [...drill.feed, ...drill.evidence].filter(
      (one) => one.roles && !one.roles.includes(roles[0] ?? ''),
    );
    expect(others).not.toEqual([]);
    expect(others.filter(({ id }) => state.feed.has(id) || state.evidence.has(id))).toEqual([]);
  });
});
