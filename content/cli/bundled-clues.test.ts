import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { instantiateWith, nameDraw } from '../engine/drill/instantiate.ts';
import { prepareDrill, type PreparedDrill } from '../engine/drill/prepared-drill.ts';
import { readEvidence } from '../engine/evidence/read-evidence.ts';
import type { Clue, Drill } from '../engine/format/drill-schema.ts';
import { findReach, type Reach } from '../engine/lint/reach.ts';
import { aDrill, someEvidence } from '../engine/testing/a-drill.ts';
import { readPackFolder } from './read-pack-folder.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const sources = readdirSync(packs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readPackFolder(join(packs, name)));
const drills = sources.flatMap((source) =>
  source.pack.drills.flatMap((entry) =>
    entry.kind === 'ready'
      ? [{ drill: entry.drill, evidence: source.readEvidence(entry.slug, entry.drill) }]
      : [],
  ),
);

/** How one comes upon a clue: reading what arrives, opening evidence, or asking with a tool. */
function nameLook(clue: Clue): string {
  if ('evidence' in clue) return 'evidence';
  return 'feed' in clue ? 'feed' : 'tool';
}

/** The drill as it is drawn for each play that has a truth of its own: as it is written, and as its twin. */
function drawPlays({
  drill,
  evidence,
}: {
  readonly drill: Drill;
  readonly evidence: ReadonlyMap<string, string>;
}): readonly PreparedDrill[] {
  const own = drill.parameters.find((one) => 'variable' in one);
  if (!own) return [prepareDrill(drill, evidence)];
  return own.values.map((_, index) => {
    const drawn = instantiateWith(drill, evidence, (id) => (id === nameDraw(own) ? index : 0));
    return prepareDrill({ ...drawn.drill, parameters: [] }, drawn.evidence);
  });
}

/** Whether a clue may be come upon in a play. */
function isReachable(reach: Reach, clue: Clue): boolean {
  if ('feed' in clue) return Number.isFinite(reach.feed.get(clue.feed));
  if ('tool' in clue) return Number.isFinite(reach.outcomes.get(`${clue.tool}/${clue.outcome}`));
  return Number.isFinite(reach.evidence.get(clue.evidence));
}

/** The events that are true in a play and can be found by fewer than two kinds of look in it. */
function listOnceFound(prepared: PreparedDrill): readonly string[] {
  const reach = findReach(prepared);
  const { clues, truth } = prepared.drill;
  const looks = new Map(
    clues.filter((clue) => isReachable(reach, clue)).map((clue) => [clue.id, nameLook(clue)]),
  );
  return truth
    .filter(({ when }) => when === undefined || Number.isFinite(reach.earliest(when)))
    .filter((event) => {
      const found = event.clues.flatMap((clue) => looks.get(clue) ?? []);
      return new Set(found).size < 2;
    })
    .map(({ id }) => id);
}

it('every true event can be found in at least two of three kinds of look in every play', () => {
  const once = drills.flatMap((entry) =>
    drawPlays(entry).flatMap((prepared, index) =>
      listOnceFound(prepared).map((id) => `${entry.drill.id}/${id} in play ${index}`),
    ),
  );
  expect(once).toEqual([]);
});

it('finds an event of which the twin shows one kind of look alone', () => {
  const sound = aDrill();
  const drill: Drill = {
    ...sound,
    state: { ...sound.state, benign: { kind: 'flag', initial: false } },
    parameters: [{ id: 'twin', variable: 'benign', values: [false, true] }],
    feed: sound.feed.map((item) =>
      item.id === 'notice' ? { ...item, at: undefined, when: { var: 'benign', is: false } } : item,
    ),
    truth: sound.truth.slice(0, 1).map((use) => ({ ...use, clues: ['first-use', 'told'] })),
  };
  const plays = drawPlays({ drill, evidence: someEvidence });
  expect(plays.map(listOnceFound)).toEqual([[], ['use']]);
});

/** Options and rules that name clues, and none of this play. */
function listBare(prepared: PreparedDrill): readonly string[] {
  const reach = findReach(prepared);
  const { clues, decisions, scoring } = prepared.drill;
  const shown = new Set(clues.filter((clue) => isReachable(reach, clue)).map(({ id }) => id));
  const named = [
    ...decisions.flatMap(({ id, options }) =>
      options.map((option) => ({ id: `${id}/${option.id}`, evidence: option.evidence })),
    ),
    ...scoring.rules,
  ];
  return named
    .filter(({ evidence }) => evidence.length > 0 && !evidence.some((clue) => shown.has(clue)))
    .map(({ id }) => id);
}

it('an option or a rule that names clues names one of each play', () => {
  const bare = drills.flatMap((entry) =>
    drawPlays(entry).flatMap((prepared, index) =>
      listBare(prepared).map((id) => `${entry.drill.id}/${id} in play ${index}`),
    ),
  );
  expect(bare).toEqual([]);
});

it('a clue in a table whose rows have ids names its row, which is how a row is cited', () => {
  const uncited = drills.flatMap(({ drill, evidence }) =>
    drill.clues.flatMap((clue) => {
      if (!('text' in clue)) return [];
      const shape = drill.evidence.find(({ id }) => id === clue.evidence);
      const content = shape && readEvidence(shape, evidence.get(shape.id) ?? '');
      const byId = content?.kind === 'table' && content.rows.some(({ id }) => id !== null);
      return byId ? [`${drill.id}/${clue.id}`] : [];
    }),
  );
  expect(uncited).toEqual([]);
});

it('every false trail ends at a clue, so that the debrief can say when it was open', () => {
  const blind = drills.flatMap(({ drill: { id: drill, feed } }) =>
    feed
      .filter(({ red_herring }) => red_herring?.clues.length === 0)
      .map(({ id }) => `${drill}/${id}`),
  );
  // The alert itself is all that tells of it, and in noise there is no clue.
  expect(blind).toEqual(['D16/lateness']);
});
