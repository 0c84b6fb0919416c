import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DrillSchema } from '../format/drill-schema.ts';
import { findUnmetConditions } from './find-unmet-conditions.ts';
import { makeSubject } from './lint-subject.ts';
import { changeSmallDrill, runExample } from './examples/run-example.ts';

const hidden = `state: { log_hidden: { kind: flag } }
updates: null
decisions:
  - id: act
    title: What now
    prompt: What do you do?
    opens: { after: 2 }
    part: containment
    weight: 5
    none: { rating: 1, reason: Nobody knew. }
    options:
      - { id: hide, text: Hide it, rating: 2, reason: It is found., effects: [{ set: log_hidden, to: true }] }
      - { id: off, text: Turn it off, rating: 2, reason: It is found., effects: [{ set: log_hidden, to: true }] }
      - { id: watch, text: Watch it, rating: 7, reason: It tells more. }
      - { id: ask, text: Ask its owner, rating: 5, reason: He may know. }
`;
const both = '{ all: [{ decided: act, option: watch }, { var: log_hidden, is: true }] }';
const fine = '{ all: [{ decided: act, option: hide }, { var: log_hidden, is: true }] }';

const places: readonly (readonly [string, (when: string) => string, string])[] = [
  [
    'a feed item',
    (when) =>
      `feed:\n  - { id: late, kind: mail, from: ines, subject: News, body: It is so., when: ${when} }`,
    'feed.1.when',
  ],
  [
    'evidence',
    (when) => `evidence:\n  - { id: commit, available: ${when} }`,
    'evidence.1.available',
  ],
  [
    'an outcome',
    (when) =>
      `outcomes:\n  - { id: first, title: Seen, text: It was seen., when: ${when} }\n  - { id: open, title: Open, text: It goes on. }`,
    'outcomes.0.when',
  ],
  [
    'feedback',
    (when) =>
      `debrief: { text: Told., feedback: [{ kind: important, when: ${when}, text: Well seen. }] }`,
    'debrief.feedback.0.when',
  ],
];

function find(example: string): readonly string[] {
  return runExample(example)
    .filter(({ code }) => code === 'impossible-condition')
    .map(({ path }) => path);
}

describe('a condition whose parts no play meets together', () => {
  it.each(places)('is told of %s', (_, write, path) => {
    const [found, ...more] = find(hidden + write(both));
    expect(found).toContain(path.replace(/\d+\.when$|\d+\.available$/, ''));
    expect(more).toEqual([]);
    expect(find(hidden + write(fine))).toEqual([]);
  });

  it('is told of its innermost part', () => {
    const when = `{ any: [{ opened: commit }, { all: [{ decided: act }, ${both}] }] }`;
    const [, write] = places[0] ?? ['', () => ''];
    expect(find(hidden + write(when))).toEqual([expect.stringMatching(/when\.any\.1\.all\.1$/)]);
  });

  it('is not told where it takes haste, a rare play, or another variant', () => {
    const [, write] = places[0] ?? ['', () => ''];
    const hasty = `{ all: [{ decided: act, option: hide }, { not: { after: 3 } }] }`;
    expect(find(hidden + write(hasty))).toEqual([]);
  });

  it('is not told where not every path was walked', () => {
    const [, write] = places[0] ?? ['', () => ''];
    const drill = v.parse(DrillSchema, changeSmallDrill(hidden + write(both)));
    const find = (bound: number) => findUnmetConditions(makeSubject(drill, new Map(), { bound }));
    expect(find(10_000)).toHaveLength(1);
    expect(find(2)).toEqual([]);
  });
});
