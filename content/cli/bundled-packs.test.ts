import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLog, type AttemptLog } from '../engine/drill/attempt-log.ts';
import { prepareDrill, stage } from '../engine/drill/prepared-drill.ts';
import { replay } from '../engine/drill/step.ts';
import type { Decision } from '../engine/format/drill-schema.ts';
import { readPlainYaml } from '../engine/format/read-plain-yaml.ts';
import { lintDrill } from '../engine/lint/lint-drill.ts';
import { scoreAttempt, shareOfTotal } from '../engine/score/score.ts';
import { playAtRandom } from '../engine/testing/a-log.ts';
import { countRuns } from '../engine/testing/count-runs.ts';
import { blindChoices } from '../engine/simulate/blind-choice.ts';
import { shareOfDecisions } from '../engine/simulate/decision-share.ts';
import { learners } from '../engine/simulate/learners.ts';
import { playAs } from '../engine/simulate/play-as.ts';
import { readPackFolder } from './read-pack-folder.ts';
import { findTwinSeed, isTwin } from './testing/find-twin.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));

const ids = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(ids)('pack %s', (id) => {
  const source = readPackFolder(join(packs, id));

  it('loads without a fault', () => {
    const faults = [
      ...source.pack.faults,
      ...source.pack.drills.flatMap((d) => (d.kind === 'faulty' ? d.faults : [])),
    ];
    expect(faults.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`)).toEqual([]);
  });

  it('is read the short way, so that loading and checking it stay quick', () => {
    const texts = source.paths.filter((path) => path.endsWith('.yaml'));
    const long = texts.filter((path) => readPlainYaml(source.readText(path)) === null);
    expect(long).toEqual([]);
  });

  const ready = source.pack.drills.flatMap((d) => (d.kind === 'ready' ? [d] : []));
  describe.each(ready)('$slug', (entry) => {
    const { slug, drill } = entry;
    const evidence = source.readEvidence(slug, drill);
    const prepared = prepareDrill(drill, evidence);
    const twin = findTwinSeed(drill);
    /** The drill as written, and its benign twin where it has one. */
    const plays = [
      ['as written', prepared],
      ...(twin === null ? [] : [['as its twin', prepareDrill(drill, evidence, twin)] as const]),
    ] as const;
    const golden = (name: string): AttemptLog => {
      const path = `drills/${slug}/golden/${name}.jsonl`;
      const log = parseLog(source.readText(path));
      if ('fault' in log) throw new Error(`${path}:${log.line}: ${log.fault}`);
      return log;
    };

    it('has every evidence file, and finds every clue in it', () => {
      expect(
        drill.evidence.filter(({ file }) => !existsSync(join(source.folder, 'drills', slug, file))),
      ).toEqual([]);
      const located = new Set(prepared.places.map(({ clue }) => clue));
      expect(drill.clues.filter((clue) => !located.has(clue.id))).toEqual([]);
    });

    it('passes lint without an error', { timeout: 60_000 }, () => {
      const faults = lintDrill(entry, source.readEvidence(slug, drill), source.pack.glossary);
      const errors = faults.filter(({ severity }) => severity === 'error');
      expect(errors.map((f) => `${f.file}:${f.line}:${f.column} ${f.message}`)).toEqual([]);
    });

    it('lets an interrupt be handed only to a duty manager', () => {
      // It earns what the best answer earns, so whoever gets it must take callers and know what to say.
      const receivers = drill.feed.flatMap(({ id: item, hand_to }) =>
        hand_to === undefined
          ? []
          : [[item, drill.people.find((person) => person.id === hand_to)?.role]],
      );
      expect(receivers.filter(([, role]) => role !== 'Duty manager')).toEqual([]);
    });

    const experts = ['expert', ...(twin === null ? [] : ['expert-twin'])];
    it.each([...experts, 'careless'])('has a golden %s log of this very drill', (name) => {
      // After a change to the drill: node content/cli/refresh-golden.ts
      const { header } = golden(name);
      expect(header.drill).toEqual({ slug, id: drill.id, hash: source.hashDrill(slug) });
      expect(header.pack).toEqual({ id, version: source.pack.header?.version });
      expect(isTwin(drill, header.seed)).toBe(name === 'expert-twin');
    });

    it.each(experts)('gives the %s log at least nine tenths of each part', (name) => {
      const { header, events } = golden(name);
      const played = prepareDrill(drill, evidence, header.seed);
      expect(replay(played, events).refused).toBeNull();
      const shares = scoreAttempt(played, events).parts.map(
        ({ part, earned, possible }) => [part, earned / possible] as const,
      );
      expect(shares.length).toBeGreaterThanOrEqual(3);
      expect(shares.filter(([, share]) => share < 0.9)).toEqual([]);
    });

    it('gives a careless player at most half of the total', () => {
      const { events } = golden('careless');
      const { state, refused } = replay(prepared, events);
      expect(refused).toBeNull();
      expect(state.end?.how).not.toBe('abandoned');
      expect(shareOfTotal(scoreAttempt(prepared, events))).toBeLessThanOrEqual(0.5);
    });

    it('misses nothing by looking only when something awaited happens', () => {
      const always = Object.assign(new Map<string, number>(), { get: () => stage.all });
      const looksAlways = { ...prepared, awaited: always };
      const { numRuns, seed } = countRuns(100);
      const logs = Array.from({ length: numRuns }, (_, run) =>
        playAtRandom(prepared, seed + run, 300),
      );
      for (const events of [...logs, golden('expert').events, golden('careless').events]) {
        expect(replay(prepared, events)).toEqual(replay(looksAlways, events));
      }
    });

    describe.each(plays)('%s', (_play, played) => {
      it.each(Object.entries(blindChoices))(
        'does not reward always choosing the %s option',
        (_, choose) => {
          const learner = {
            ...learners.first,
            choose: (__: unknown, one: Decision) => choose(one),
          };
          const score = scoreAttempt(played, playAs(played, learner, 1));
          expect(shareOfTotal(score)).toBeLessThanOrEqual(0.55);
          expect(shareOfDecisions(score)).toBeLessThanOrEqual(0.55);
        },
      );

      it('does not reward playing at random', { timeout: 120_000 }, () => {
        const { numRuns, seed } = countRuns(500);
        const shares = Array.from({ length: numRuns }, (_, run) =>
          shareOfTotal(scoreAttempt(played, playAtRandom(played, seed + run, 300))),
        );
        expect(shares.reduce((sum, share) => sum + share, 0) / numRuns).toBeLessThanOrEqual(0.45);
      });
    });

    it('keeps the lengths of options alike, and the best seldom the longest', () => {
      let bestIsLongest = 0;
      for (const { id, options } of drill.decisions) {
        const mean = options.reduce((sum, { text }) => sum + text.length, 0) / options.length;
        const uneven = options.filter(({ text }) => Math.abs(text.length - mean) > 0.35 * mean);
        expect(uneven.map((option) => `${id}/${option.id}`)).toEqual([]);
        const best = [...options].sort((a, b) => b.rating - a.rating)[0];
        if (options.every(({ text }) => text.length <= (best?.text.length ?? 0)))
          bestIsLongest += 1;
      }
      expect(bestIsLongest / drill.decisions.length).toBeLessThanOrEqual(1 / 3);
    });

    it('plays the same at every seed: the expert of seed 0 finds each clue where it was', () => {
      for (let seed = 1; seed <= 20; seed += 1) {
        const other = prepareDrill(drill, source.readEvidence(slug, drill), seed);
        expect(other.places.map(({ clue }) => clue)).toEqual(
          prepared.places.map(({ clue }) => clue),
        );
      }
    });
  });
});
