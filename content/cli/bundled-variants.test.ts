import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLog } from '../engine/drill/attempt-log.ts';
import { chooseFreshSeed } from '../engine/drill/fresh-seed.ts';
import { drawIndex, instantiate, nameDraw } from '../engine/drill/instantiate.ts';
import { prepareDrill } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import { checkReferences } from '../engine/format/check-references.ts';
import type { Drill } from '../engine/format/drill-schema.ts';
import { makeSubject, readContents } from '../engine/lint/lint-subject.ts';
import { findReach } from '../engine/lint/reach.ts';
import type { LintRule } from '../engine/lint/rule.ts';
import { contradictingTruth } from '../engine/lint/rules/contradicting-truth.ts';
import { lostClue } from '../engine/lint/rules/lost-clue.ts';
import { missingEvidence } from '../engine/lint/rules/missing-evidence.ts';
import { unreachable } from '../engine/lint/rules/unreachable.ts';
import { scoreAttempt, shareOfTotal } from '../engine/score/score.ts';
import { readInstant } from '../engine/score/timeline-points.ts';
import { countRuns } from '../engine/testing/count-runs.ts';
import { readPackFolder } from './read-pack-folder.ts';
import { listSearched, listWords } from './testing/bundled-drill.ts';
import { isTwin } from './testing/find-twin.ts';
import { translateLog } from './testing/translate-log.ts';

/** What a variant could break: texts, records, times, ways. */
const rules: readonly LintRule[] = [missingEvidence, lostClue, contradictingTruth, unreachable];
/** An expert earns in any variant at least this share of what the same deeds earn as written. */
const leastShare = 0.9;
/** Of two seeds, so many have a time apart by more than the timeline forgives; three values make two of three. */
const leastApart = 0.4;
/** Times of the truth that no seed moves, by drill: where the drill itself is that moment. */
const fixedTimes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'd01-key-in-a-public-repository': {
    'told-at': 'The notice arrives as the drill begins, and the drill begins at one clock.',
  },
  'd25-someone-elses-children': {
    counted: 'The count comes in while the drill is played, in a minute of the drill.',
  },
  'd31-say-it-at-t15': {
    'codes-known': 'The codes are found while the drill is played, and texts promise that hour.',
  },
};
/** Parts of names that are words as well. */
const wordsByNature: Readonly<Record<string, readonly string[]>> = {
  'd04-the-firewall-that-fetched': ['kit'],
  'd31-say-it-at-t15': ['homes', 'care', 'house'],
};
const { numRuns: seeds } = countRuns(200);
const packs = fileURLToPath(new URL('../packs', import.meta.url));

const ids = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

for (const id of ids) {
  const source = readPackFolder(join(packs, id));
  const varied = source.pack.drills.flatMap((entry) =>
    entry.kind === 'ready' && entry.drill.parameters.length > 0 ? [entry] : [],
  );

  describe.each(varied)(`variants of ${id}/$slug`, ({ slug, drill }) => {
    const evidence = source.readEvidence(slug, drill);
    // What does not change with a seed; none of these rules asks for the paths.
    const written = makeSubject(drill, evidence);

    it(`evidence and truth agree for ${seeds} seeds`, { timeout: 900_000 }, () => {
      for (let seed = 1; seed <= seeds; seed += 1) {
        const prepared = prepareDrill(drill, evidence, seed);
        expect(checkReferences(prepared.drill), `seed ${seed}`).toEqual([]);
        expect(
          prepared.drill.clues.map((clue) => clue.id),
          `seed ${seed}`,
        ).toEqual(prepared.places.map(({ clue }) => clue));
        const reach = findReach(prepared);
        const content = readContents(prepared.drill, prepared);
        const subject = { ...written, drill: prepared.drill, prepared, reach, content };
        const hits = rules.flatMap((rule) =>
          rule.check(subject).map(({ message }) => `seed ${seed}: ${rule.name}: ${message}`),
        );
        expect(hits).toEqual([]);
      }
    });

    it('has five values or more for whatever could be memorised', () => {
      const few = drill.parameters.filter(
        (one) =>
          'literal' in one &&
          !drawnWithTwin(drill, one) &&
          one.with === undefined &&
          new Set(one.values).size < 5,
      );
      expect(few.map(({ id: parameter }) => parameter)).toEqual([]);
    });

    it('keeps no part of a name that was drawn anew, in a login neither', () => {
      const literals = drill.parameters.filter((one) => 'literal' in one);
      // Another person may be drawn with a part of it.
      const drawn = new Set(literals.flatMap(({ values }) => values.flatMap(splitName)));
      const names = [...drill.people.map(({ name }) => name), ...literals.map((one) => one.literal)]
        .filter((name) => /^\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.test(name))
        .filter((name) => literals.some(({ literal }) => name.includes(literal)));
      expect(names).not.toEqual([]);
      const parts = names.flatMap(splitName).filter((part) => !drawn.has(part));
      for (let seed = 1; seed <= 10; seed += 1) {
        const words = listWords(prepareDrill(drill, evidence, seed));
        const left = parts.filter((part) => words.has(part));
        expect([...new Set(left)], `seed ${seed}`).toEqual(
          (wordsByNature[slug] ?? []).filter((word) => left.includes(word)),
        );
      }
    });

    it('looks for a person by the name that is drawn', () => {
      for (let seed = 1; seed <= 10; seed += 1) {
        const variant = instantiate(drill, new Map(), seed).drill;
        const lists = listSearched(variant).map((text) => new Set(splitName(text)));
        const missed = drill.people.flatMap(({ id: person, name }) => {
          const now = variant.people.find((one) => one.id === person)?.name ?? '';
          if (now === name) return [];
          const [old, own] = [splitName(name), splitName(now)];
          const byOld = lists.filter((list) => old.some((part) => list.has(part)));
          return byOld.every((list) => own.some((part) => list.has(part))) ? [] : [name];
        });
        expect(missed, `seed ${seed}`).toEqual([]);
      }
    });

    it('two seeds differ in what could be memorised', () => {
      // Where most literals follow one draw, twenty seeds would let that parameter's name decide.
      const draws = Array.from({ length: 200 }, (_, index) => drawValues(drill, index + 1));
      const literals = drill.parameters.filter(
        (one) => 'literal' in one && !drawnWithTwin(drill, one),
      );
      let differing = 0;
      for (let index = 1; index < draws.length; index += 1) {
        const [before, now] = [draws[index - 1], draws[index]];
        differing += literals.filter((one) => before?.get(one.id) !== now?.get(one.id)).length;
      }
      // With five values two draws differ in four of five.
      expect(differing / ((draws.length - 1) * literals.length)).toBeGreaterThan(0.75);
      for (const { id: parameter } of literals) {
        const values = new Set(draws.map((draw) => draw.get(parameter)));
        expect(values.size, parameter).toBeGreaterThan(1);
      }
      // No two neighbours are the same drill.
      const written = draws.map((draw) => JSON.stringify([...draw]));
      expect(written.filter((one, index) => one === written[index - 1])).toEqual([]);
    });

    it('a replay shows hardly anything again that the play before it showed', () => {
      const names = drill.parameters.flatMap((one) =>
        'literal' in one && one.with === undefined ? [one.id] : [],
      );
      const draw = (seed: number) =>
        seed === 0 ? new Map<string, string>() : drawValues(drill, seed);
      let before: readonly number[] = [0];
      let alike = 0;
      for (let play = 1; play <= seeds; play += 1) {
        const seed = chooseFreshSeed(drill.parameters, play, before);
        const [now, last] = [draw(seed), draw(before[0] ?? 0)];
        const again = names.filter((name) => now.get(name) === last.get(name));
        expect(again.length, `play ${play}: ${again.join(', ')}`).toBeLessThanOrEqual(1);
        alike += again.length;
        before = [seed, ...before].slice(0, 3);
      }
      expect(alike / seeds).toBeLessThanOrEqual(0.2);
    });

    it('messages change places with the seed, at the minutes that are written', () => {
      const minutes = ({ feed }: Drill): number[] =>
        feed.flatMap(({ at }) => at ?? []).sort((a, b) => a - b);
      const bare = { ...leaveTextsOut(drill), feed: drill.feed };
      const schedules = Array.from({ length: seeds }, (_, index) => {
        const drawn = instantiate(bare, new Map(), index + 1).drill;
        expect(minutes(drawn)).toEqual(minutes(drill));
        return JSON.stringify(drawn.feed.map(({ id: item, at }) => [item, at]));
      });
      const asWritten = JSON.stringify(drill.feed.map(({ id: item, at }) => [item, at]));
      expect(new Set(schedules).size).toBeGreaterThan(1);
      expect(schedules.filter((one) => one !== asWritten).length / seeds).toBeGreaterThan(0.3);
    });

    it('two seeds differ in each time of the truth, by more than the timeline forgives', () => {
      const tolerance = drill.scoring.timeline?.tolerance ?? 0;
      const truths = Array.from({ length: seeds }, (_, index) => drawTruth(drill, index + 1));
      const shares = drill.truth.map(({ id }) => {
        const times = truths.map((truth) => truth.get(id) ?? Number.NaN);
        return { id, drawn: new Set(times).size, share: findShareApart(times, tolerance) };
      });
      const fixed = Object.keys(fixedTimes[slug] ?? {});
      expect(shares.filter(({ drawn }) => drawn === 1).map(({ id }) => id)).toEqual(fixed);
      const near = shares.filter(({ id, share }) => !fixed.includes(id) && share < leastApart);
      expect(near).toEqual([]);
    });

    it(
      'an expert’s log, written for a variant, earns what it earns as written',
      { timeout: 300_000 },
      () => {
        const log = parseLog(source.readText(`drills/${slug}/golden/expert.jsonl`));
        if ('fault' in log) throw new Error(log.fault);
        const asWritten = shareOfTotal(scoreAttempt(prepareDrill(drill, evidence), log.events));
        for (let seed = 1; seed <= 5; seed += 1) {
          // In a twin something else is right: that is the twin's own golden log to show.
          if (isTwin(drill, seed)) continue;
          const prepared = prepareDrill(drill, evidence, seed);
          const events = translateLog(drill, evidence, seed, log.events);
          expect(replay(prepared, events).refused, `seed ${seed}`).toBeNull();
          const share = shareOfTotal(scoreAttempt(prepared, events));
          expect(share, `seed ${seed}`).toBeGreaterThan(asWritten * leastShare);
        }
      },
    );
  });
}

function splitName(name: string): readonly string[] {
  return name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

/** What depends on a twin differs where the twin does. */
function drawnWithTwin(drill: Drill, one: Drill['parameters'][number]): boolean {
  const name = nameDraw(one);
  return drill.parameters.some((other) => 'variable' in other && nameDraw(other) === name);
}

/** What one seed draws for each parameter. To replace in texts for it takes a hundred times as long. */
function drawValues(drill: Drill, seed: number): ReadonlyMap<string, string> {
  return new Map(
    drill.parameters.flatMap((one) => {
      if (!('literal' in one)) return [];
      const value = one.values[drawIndex(seed, nameDraw(one), one.values.length)];
      return [[one.id, value ?? one.literal] as const];
    }),
  );
}

/** The instant of each event of the truth, in seconds. */
function drawTruth(drill: Drill, seed: number): ReadonlyMap<string, number> {
  const { truth } = instantiate(leaveTextsOut(drill), new Map(), seed).drill;
  return new Map(truth.map(({ id, at }) => [id, readInstant(at)]));
}

/** Parameters and truth alone: hundreds of variants of all texts would take minutes. */
function leaveTextsOut(drill: Drill): Drill {
  const none = { feed: [], evidence: [], clues: [], tools: [], decisions: [], updates: [] };
  return { ...drill, ...none, hints: [], milestones: [] };
}

/** How many of all pairs are further apart than `tolerance`, 0 to 1. */
function findShareApart(times: readonly number[], tolerance: number): number {
  const pairs = times.flatMap((one, index) => times.slice(index + 1).map((other) => one - other));
  return pairs.filter((apart) => Math.abs(apart) > tolerance).length / pairs.length;
}
