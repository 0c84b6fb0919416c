import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { judgeUpdate, type UpdatePoint } from './judge.ts';
import type { UpdateRequest } from './update-request.ts';

/** One text and what must come of it; what is not named is not asked. */
interface Probe {
  readonly name: string;
  readonly text: string;
  /** Ids of facts. */
  readonly told?: readonly string[];
  readonly untold?: readonly string[];
  /** Forbidden claims, as they stand in the incident. */
  readonly made?: readonly string[];
  readonly unmade?: readonly string[];
  /** Rules of deductions. */
  readonly found?: readonly string[];
  readonly unfound?: readonly string[];
  /** Rules of parts that every reader needs. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
}
interface ProbedIncident extends Pick<UpdateRequest, 'audience' | 'facts' | 'forbidden'> {
  readonly id: string;
  readonly at: number;
  readonly probes: readonly Probe[];
}

const incidents = [
  'update-pairs-fourth.yaml',
  'update-pairs-fifth.yaml',
  'update-probes.yaml',
  'update-probes-fair.yaml',
].flatMap((file) => {
  const { incidents: read } = parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
    readonly incidents: readonly (Omit<ProbedIncident, 'probes'> & Partial<ProbedIncident>)[];
  };
  return read.map((incident): ProbedIncident => ({ ...incident, probes: incident.probes ?? [] }));
});

/** Said as sure by any rule: a claim may be caught as forbidden, as stale or as the opposite of a fact. */
const harms =
  /^(?:forbidden-claim|no-access-without-proof|unproven-all-clear|stale-fact|contradicted-fact|unknown-as-fact|not-yet-known|speculation)$/;

function check(points: readonly UpdatePoint[], probe: Probe): readonly string[] {
  const share = (rule: string): number => {
    const point = points.find((other) => other.rule === rule);
    return point ? point.earned / point.weight : 0;
  };
  const names = points.filter(({ weight }) => weight === 0).map(({ rule }) => rule);
  const isMade = (claim: string): boolean =>
    points.some(({ rule, why }) => rule === 'forbidden-claim' && why.includes(`“${claim}”`));
  const list = (items: readonly string[] = [], bad: (item: string) => boolean, word: string) =>
    items.filter(bad).map((item) => `${word}: ${item}`);
  return [
    ...list(probe.told, (id) => share(`fact:${id}`) < 0.6, 'not told'),
    ...list(probe.untold, (id) => share(`fact:${id}`) >= 0.6, 'told'),
    ...list(probe.made, () => !names.some((rule) => harms.test(rule)), 'not made'),
    ...list(probe.unmade, isMade, 'made'),
    ...list(
      probe.found,
      (rule) => !names.includes(rule) && !(rule === 'blame' && names.includes('loaded-words')),
      'not found',
    ),
    ...list(probe.unfound, (rule) => names.includes(rule), 'found'),
    ...list(probe.has, (rule) => share(rule) < 0.6, 'lacks'),
    ...list(probe.lacks, (rule) => share(rule) >= 0.6, 'has'),
  ];
}

describe('a single text', () => {
  const asked = incidents.flatMap(({ probes, ...incident }) =>
    probes.map((probe) => [`${incident.id}: ${probe.name}`, incident, probe] as const),
  );

  it.each(asked)('%s', (_, { audience, at, facts, forbidden }, probe) => {
    const { points } = judgeUpdate({ audience, at_min: at, facts, forbidden, text: probe.text });
    expect(check(points, probe)).toEqual([]);
  });

  it('is asked about in every way', () => {
    for (const way of [
      'told',
      'untold',
      'made',
      'unmade',
      'found',
      'unfound',
      'has',
      'lacks',
    ] as const) {
      expect(asked.filter(([, , probe]) => probe[way]).length, way).toBeGreaterThanOrEqual(3);
    }
  });
});
