import { expect, it } from 'vitest';
import type { Drill } from '../engine/format/drill-schema.ts';
import { instantiate } from '../engine/drill/instantiate.ts';
import { parseCsv } from '../engine/evidence/csv.ts';
import { checkUpdate } from '../engine/score/update-check.ts';
import { countRuns } from '../engine/testing/count-runs.ts';
import { readBundledDrill } from './testing/bundled-drill.ts';

// What D22 tells of the fleet is what a learner counts in the fleet list, whichever figures are drawn.

const { drill, evidence } = readBundledDrill('d22-patch-by-thursday');
const { numRuns } = countRuns(200);
const lists = new Map(['fleet', 'findings'].map((id) => [id, evidence.get(id) ?? '']));
const variants = Array.from({ length: numRuns + 1 }, (_, seed) => ({
  seed,
  ...instantiate(drill, lists, seed),
}));

/** Each row under the names of its columns. */
function readRows(text = ''): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(text.trim());
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

/** From 5.2.0 to below 5.8.7, 5.9.0 and 5.9.1, by number; neither a backport nor a build of LTS. */
function isAffected(version: string): boolean {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const number = major * 10_000 + minor * 100 + patch;
  return (number >= 50_200 && number < 50_807) || number === 50_900 || number === 50_901;
}

/** What the scanner took for affected: versions compared as text. */
function isFlagged(version: string): boolean {
  return (version >= '5.2.0' && version < '5.8.7') || version === '5.9.0' || version === '5.9.1';
}

function findWave(host: Readonly<Record<string, string>>): 1 | 2 | 3 {
  if (host['exposure'] === 'internet') return 1;
  if (host['access'] === 'staff-shells' || host['access'] === 'build-jobs') return 1;
  return host['exposure'] === 'partner' || host['criticality'] === 'high' ? 2 : 3;
}

/** What is counted in the fleet list: hosts seen in June, of a rebuilt one the row seen last. */
function countFleet(text: string) {
  const rows = readRows(text);
  const newest = new Map<string, Readonly<Record<string, string>>>();
  for (const row of rows) {
    const known = newest.get(row['hostname'] ?? '')?.['last_seen_utc'] ?? '';
    if ((row['last_seen_utc'] ?? '') > known) newest.set(row['hostname'] ?? '', row);
  }
  const live = [...newest.values()].filter((row) => (row['last_seen_utc'] ?? '') >= '2026-06');
  const affected = live.filter((row) => isAffected(row['quillon_version'] ?? ''));
  const silent = live.filter((row) => row['quillon_version'] === '');
  const first = affected.filter((row) => findWave(row) === 1);
  const of = (hosts: typeof live, name: string, value: string) =>
    hosts.filter((row) => row[name] === value).length;
  return {
    rows: rows.length,
    flagged: rows.filter((row) => isFlagged(row['quillon_version'] ?? '')).length,
    live: live.length,
    dead: newest.size - live.length,
    doubles: rows.length - newest.size,
    backported: live.filter((row) => row['quillon_version']?.includes('+bp')).length,
    affected: affected.length,
    first: first.length,
    second: affected.filter((row) => findWave(row) === 2).length,
    third: affected.filter((row) => findWave(row) === 3).length,
    internet: of(first, 'exposure', 'internet'),
    web: of(first, 'team', 'Web'),
    telematics: of(first, 'service', 'telematics-ingest'),
    desktops: of(first, 'service', 'vdi'),
    runners: of(first, 'service', 'ci-runner'),
    notebooks: of(first, 'service', 'notebook'),
    jumps: of(first, 'service', 'jump'),
    ledger: of(affected, 'team', 'Ledger'),
    databases: of(affected, 'service', 'ledger-db'),
    silent: silent.length,
    silentFirst: silent.filter((row) => findWave(row) === 1).length,
    teams: [...new Set(live.map((row) => row['team'] ?? ''))].map(
      (team) => `${team} ${of(affected, 'team', team)} (${of(first, 'team', team)})`,
    ),
  };
}

const write = (one: number): string => one.toLocaleString('en-GB');
/** The numbers of a text, in their order; times, dates, versions and names of hosts are none. */
const figures = (text: string): readonly number[] =>
  [...text.matchAll(/(?<![\w.:-])\d{1,3}(?:,\d{3})*(?![\w:-]|\.\d| (?:June|July))/g)].map(
    ([number]) => Number(number.replaceAll(',', '')),
  );
const tell = ({ tools }: Drill, tool: string, outcome: string): string =>
  tools.find(({ id }) => id === tool)?.outcomes.find(({ id }) => id === outcome)?.answer ?? '';
const says = ({ clues }: Drill, clue: string): string =>
  clues.find(({ id }) => id === clue)?.says ?? '';
const option = ({ decisions }: Drill, decision: string, id: string) => {
  const found = decisions.find((one) => one.id === decision)?.options.find((one) => one.id === id);
  return `${found?.text ?? ''} ; ${found?.reason ?? ''}`;
};

it.each(variants)('is what the tool counts at seed $seed', ({ drill: told, evidence: texts }) => {
  const is = countFleet(texts.get('fleet') ?? '');
  expect([is.rows, is.live, is.dead, is.doubles, is.jumps]).toEqual([2000, 1919, 69, 12, 6]);
  expect(is.first + is.second + is.third).toBe(is.affected);
  const count = (outcome: string) => figures(tell(told, 'count-fleet', outcome));
  expect(count('raw')[0]).toBe(is.flagged);
  const flagged = readRows(texts.get('findings')).map((row) => row['hosts_flagged']);
  expect(flagged).toContain(String(is.flagged));
  const all = is.affected + is.silent;
  expect(count('affected').slice(0, 5)).toEqual([
    is.affected,
    is.live,
    is.silent,
    all,
    is.backported,
  ]);
  expect(count('affected').slice(-2)).toEqual([is.dead, is.doubles]);
  expect(count('by-wave')).toEqual(
    [is.affected, is.first, is.internet, is.web, is.telematics, is.first - is.internet]
      .concat([is.desktops, is.runners, is.notebooks, is.jumps])
      .concat([is.second, is.ledger, is.third, is.silent]),
  );
  expect(count('unknown')).toEqual([is.silent, is.silentFirst]);
  const teams = tell(told, 'count-fleet', 'by-team')
    .replace(/^.*: |\.$/g, '')
    .split(' · ');
  expect(teams.toSorted()).toEqual(is.teams.toSorted());
  const sizes = teams.map((team) => figures(team)[0] ?? 0);
  expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
});

it.each(variants)('is what others tell at seed $seed', ({ drill: told, evidence: texts }) => {
  const is = countFleet(texts.get('fleet') ?? '');
  const quiet = is.first - 41;
  for (const outcome of ['hit', 'hit-test']) {
    const answer = tell(told, 'search-helper', outcome);
    expect(answer).toContain(`41 of the ${is.first} hosts`);
    expect(answer).toContain(`Of the ${quiet} that`);
  }
  for (const { id, answer } of told.tools.find(({ id: tool }) => tool === 'live-check')?.outcomes ??
    []) {
    if (id === 'sample') continue;
    const [asked, answered = 0, again] = figures(answer);
    expect([id, asked]).toEqual([id, id.startsWith('wave-one') ? is.first : is.second]);
    if (id.startsWith('wave-one')) expect([id, again]).toEqual([id, is.first - answered]);
    expect([id, (asked ?? 0) - answered]).toEqual([id, id.endsWith('cut') ? 9 : 8]);
  }
  expect(figures(says(told, 'waves-counted').replaceAll(/wave \d/g, ''))).toEqual([
    is.affected,
    is.first,
    is.second,
    is.third,
    is.silent,
  ]);
  expect(figures(says(told, 'count-cleaned'))).toEqual([is.affected, is.flagged, is.silent]);
  expect(figures(says(told, 'unknown-counted'))).toEqual([is.silent, is.silentFirst]);
  expect(figures(says(told, 'agent-flagged'))).toEqual([is.flagged]);
  const { text, story } = told.debrief;
  const words = [
    option(told, 'rank', 'by-reach'),
    option(told, 'number', 'what-is-left'),
    option(told, 'number', 'percent'),
    option(told, 'freeze', 'rely-on-old'),
    option(told, 'triage', 'search-logs'),
    ...told.decisions.map(({ prompt }) => prompt),
    ...told.feed.map(({ body, subject, red_herring: herring }) =>
      [subject, body, herring?.valve].join(' '),
    ),
    ...told.outcomes.map((one) => one.text),
    ...told.scoring.rules.map(({ why }) => why),
    ...told.hints.flatMap(({ tiers }) => tiers.map((tier) => tier.text)),
    text,
    story,
  ].join('\n');
  for (const one of [
    `${is.first} of ${write(is.affected)}; the rest`,
    `${is.first}, ${is.second}, ${is.third}, ${is.silent} unknown, ${is.ledger} by exception`,
    `today ${is.live - is.affected - is.silent} of ${write(is.live)}`,
    `covers ${is.databases} of the ${is.ledger}.`,
    `41 of ${is.first} ship their logs. Silence of the other ${quiet}`,
    `${is.ledger} of its hosts are affected`,
    `${write(is.flagged)} rows, three`,
    `agent is on ${write(is.flagged)}`,
    `says ${is.rows - is.flagged} of 2,000 rows are through`,
    `${is.desktops} of the desktops`,
    `${is.first - 6} of ${is.first} are mended and six`,
    `${is.first + is.second - is.ledger - 15} of the ${is.first + is.second - is.ledger} that`,
    `Ledger's ${is.ledger} follow`,
    `Ledger's ${is.ledger} hosts`,
    `${is.flagged - is.affected} of ${write(is.flagged)} rows`,
    `Of ${quiet} hosts`,
    `${is.first} hosts after cleaning`,
    `Why ${write(is.affected)} and not ${write(is.flagged)}`,
    `And ${is.silent} said nothing`,
    `so ${write(is.affected + is.silent)} had`,
    `${is.first}, ${is.second}, ${is.third}; of the ${is.silent},`,
    `left ${is.first} hosts`,
  ])
    expect(words).toContain(one);
  const tens = ['', 'ten', 'twenty'];
  const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const teens = ['seventeen', 'eighteen', 'nineteen'];
  const ten = tens[Math.floor(is.silentFirst / 10)] ?? '';
  const word =
    teens[is.silentFirst - 17] ?? [ten, ones[is.silentFirst % 10]].filter(Boolean).join('-');
  for (const one of [`${word} are reachable`, `${word} belong to`]) expect(words).toContain(one);
  // What is said in round figures stays true.
  expect(Math.round(is.affected / 100)).toBe(11);
  expect(is.internet / is.first).toBeCloseTo(0.5, 1);
  expect(quiet / is.first).toBeCloseTo(0.84, 1);
});

it.each(variants)('is what an update is held to at seed $seed', ({ seed, ...variant }) => {
  const is = countFleet(variant.evidence.get('fleet') ?? '');
  const meets = (update: string, fact: string, text: string): boolean => {
    const asked = variant.drill.updates.find(({ id }) => id === update);
    if (!asked) throw new Error(`no update ${update}`);
    return checkUpdate(asked, text, new Set([fact]), new Set()).facts.some(
      ({ id, met }) => id === fact && met,
    );
  };
  const all = is.affected + is.silent;
  for (const figure of [is.affected, all, is.first])
    for (const form of [write(figure), String(figure)])
      expect(meets('director', 'stand', `We have ${form} hosts with it.`), form).toBe(true);
  for (const text of [
    `${write(is.affected)} of our computers run it.`,
    `The ${is.first} most exposed go tonight.`,
  ])
    expect(meets('director', 'stand', text), text).toBe(true);
  const both = is.first + is.second;
  for (const figure of [both, both - is.ledger])
    expect(meets('director', 'thursday', `On Thursday ${figure} are through.`)).toBe(true);
  expect(meets('teams', 'dates', `The ${is.first} tonight.`)).toBe(true);
  const other = seed === 0 ? undefined : [1118, 1204].filter((one) => one !== is.affected);
  for (const old of other ?? [is.affected + 1])
    expect(meets('director', 'stand', `We have ${old} hosts with it.`), `${old}`).toBe(old === all);
  const facts = variant.drill.updates.flatMap((one) => one.facts.map((fact) => fact.text));
  for (const fact of [
    `Wave 1: internet, shells and build jobs, ${is.first} hosts`,
    `${write(is.affected)} hosts are affected, ${is.first} of them urgent`,
    `${is.silent} hosts of unknown version count as affected`,
    `${is.silent} hosts of unknown version, and few hosts keep logs`,
  ])
    expect(facts).toContain(fact);
});

it('differs between seeds, each figure in five ways or more', () => {
  const counts = variants.map(({ evidence: texts }) => countFleet(texts.get('fleet') ?? ''));
  for (const figure of [
    'flagged',
    'affected',
    'first',
    'second',
    'third',
    'ledger',
    'silent',
  ] as const)
    expect(new Set(counts.map((one) => one[figure])).size, figure).toBeGreaterThanOrEqual(5);
});

it('leaves the hosts alone that are told of', () => {
  const told = ['jump-1', 'jump-2', 'customs-api-17', 'ledger-app-37', 'ledger-db-9'];
  for (const { seed, evidence: texts } of variants) {
    const hosts = readRows(texts.get('fleet')).filter(
      (row) => told.includes(row['hostname'] ?? '') && isAffected(row['quillon_version'] ?? ''),
    );
    expect(hosts.length, `seed ${seed}`).toBe(told.length);
  }
});
