import { describe, expect, it } from 'vitest';
import type { Drill } from '../format/drill-schema.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { lintRules } from './lint-rules.ts';
import { makeSubject } from './lint-subject.ts';
import type { LintHit } from './rule.ts';

type Changes = NonNullable<Parameters<typeof aDrill>[0]>;
type ToolInput = NonNullable<Changes['tools']>[number];

function lint(
  drill: Drill,
  evidence = someEvidence,
): readonly (LintHit & { readonly rule: string })[] {
  const subject = makeSubject(drill, evidence, {
    glossary: [{ term: 'CloudTrail', also: [], text: '' }],
  });
  return lintRules.flatMap((rule) =>
    rule.check(subject).map((hit) => ({ ...hit, rule: rule.name })),
  );
}
const summarise = (drill: Drill, evidence = someEvidence) =>
  lint(drill, evidence).map(({ rule, path }) => `${rule} ${path.join('.')}`);

const base = aDrill();
const option = (id: string, rating: number, more: object = {}) => ({
  id,
  text: `Do ${id}`,
  rating,
  reason: `Because of ${id}.`,
  ...more,
});
const four = [option('a', 7), option('b', 3), option('c', 2), option('d', 1)];
const decision = (id: string, more: object = {}) => ({
  id,
  title: id,
  prompt: 'Choose.',
  part: 'scoping' as const,
  weight: 5,
  none: { rating: 1, reason: 'Nothing.' },
  options: four,
  ...more,
});
/** A drill of these decisions alone, so that nothing else speaks. */
const only = (decisions: ReturnType<typeof decision>[], changes: Changes = {}): Drill =>
  aDrill({
    feed: [],
    evidence: [],
    clues: [],
    tools: [],
    updates: [],
    hints: [],
    milestones: [],
    truth: [],
    parameters: [],
    state: {},
    scoring: {},
    outcomes: [{ id: 'end', title: 'End', text: 'Over.' }],
    debrief: { text: 'Told.' },
    decisions,
    ...changes,
  });
const mail = (id: string, more: object) => ({
  id,
  kind: 'mail' as const,
  from: 'ines',
  subject: id,
  body: 'Look.',
  ...more,
});
const tool = (outcomes: ToolInput['outcomes'], more: Partial<ToolInput> = {}): ToolInput => ({
  id: 't',
  title: 'Do',
  about: 'Does it.',
  outcomes,
  ...more,
});

const answer = (id: string) => ({
  id,
  question: `Is it ${id}?`,
  ask: [id],
  says: 'Yes.',
  wrong: true,
  why: 'It is not.',
});

describe('lint', () => {
  it('finds nothing in a sound drill', () => {
    expect(summarise(only([decision('d1')]))).toEqual([]);
    expect(
      summarise(base).filter(
        (hit) => !/^(?:uneven-options|unread-effect|unordered-truth) /.test(hit),
      ),
    ).toEqual([]);
  });

  it.each<[string, Drill, string[]]>([
    [
      'what comes after the end',
      only([decision('d1', { opens: { after: 30 } })], { feed: [mail('m', { at: 20 })] }),
      [
        'unreachable feed.0.at',
        'unreachable decisions.0',
        'impossible-condition decisions.0.opens',
      ],
    ],
    [
      'what waits for something unreachable',
      only([decision('d1'), decision('d2', { opens: { delivered: 'm' } })], {
        feed: [mail('m', { at: 25 })],
      }),
      [
        'unreachable feed.0.at',
        'unreachable decisions.1',
        'impossible-condition decisions.1.opens',
      ],
    ],
    [
      'a variable that nothing sets',
      only([decision('d1', { opens: { var: 'off', is: true } })], {
        state: { off: { kind: 'flag' } },
      }),
      ['unreachable decisions.0', 'impossible-condition decisions.0.opens'],
    ],
    [
      'a sum that cannot be reached',
      only([decision('d1'), decision('d2', { opens: { var: 'n', at_least: 3 } })], {
        state: { n: { kind: 'integer', min: 0, max: 2, initial: 0 } },
        tools: [tool([{ id: 'o', answer: 'Done.', effects: [{ add: 'n', by: 1 }] }])],
      }),
      ['unreachable decisions.1', 'impossible-condition decisions.1.opens'],
    ],
    [
      'two answers to one decision',
      only([
        decision('d1'),
        decision('d2', {
          opens: {
            all: [
              { decided: 'd1', option: 'a' },
              { decided: 'd1', option: 'b' },
            ],
          },
        }),
      ]),
      ['unreachable decisions.1', 'impossible-condition decisions.1.opens'],
    ],
    [
      'an outcome that another hides, and a value that is not listed',
      only([decision('d1')], {
        tools: [
          tool(
            [
              { id: 'one', match: { key: 'X' }, answer: 'One.' },
              { id: 'two', match: { key: 'x ' }, answer: 'Two.' },
              { id: 'three', match: { key: 'Z' }, answer: 'Three.' },
              { id: 'rest', answer: 'Rest.' },
            ],
            { args: [{ id: 'key', label: 'Key', values: ['X', 'Y'] }] },
          ),
        ],
      }),
      ['unreachable tools.0.outcomes.1', 'unreachable tools.0.outcomes.2'],
    ],
    [
      'an ending behind one that always holds',
      only([decision('d1')], {
        outcomes: [
          { id: 'one', title: 'One', text: 'One.' },
          { id: 'two', title: 'Two', when: { decided: 'd1' }, text: 'Two.' },
        ],
      }),
      ['unreachable outcomes.1'],
    ],
    [
      'a condition that always holds',
      only([
        decision('d1', { opens: { any: [{ after: 0 }, { not: { decided: 'd2' } }] } }),
        decision('d2'),
      ]),
      ['needless-condition decisions.0.opens.any.0'],
    ],
    ['no weight', only([decision('d1', { weight: 0 })]), ['unscored-decision decisions.0.weight']],
    [
      'doing nothing as the best answer',
      only([
        decision('d1', {
          options: [option('a', 6), ...four.slice(1)],
          none: { rating: 7, reason: 'Wait.' },
        }),
      ]),
      ['no-best-option decisions.0.none.rating'],
    ],
    [
      'equal ratings',
      only([decision('d1', { options: ['a', 'b', 'c', 'd'].map((id) => option(id, 1)) })]),
      ['no-best-option decisions.0.options', 'tied-decision decisions.0.options.1.rating'],
    ],
    [
      'a term without words',
      only([decision('d1')], { terms: ['CloudTrail', 'other'] }),
      ['missing-term terms.1'],
    ],
    [
      'a hint dearer than a mistake',
      only([decision('d1')], {
        hints: [
          {
            id: 'h',
            title: 'Hint',
            part: 'scoping',
            tiers: [1, 2, 4].map((cost) => ({ text: 'Look.', cost })),
          },
        ],
      }),
      ['dear-hint hints.0.tiers.2.cost'],
    ],
    [
      'noise that something rests on',
      only([decision('d1', { opens: { any: [{ delivered: 'asked' }, { after: 5 }] } })], {
        feed: [
          mail('free', { at: 1, noise: true }),
          mail('asked', { at: 1, noise: true }),
          mail('clue', { at: 1, noise: true }),
          mail('counts', {
            at: 1,
            noise: true,
            expects: {
              answer: 'acknowledge',
              within: 5,
              part: 'escalation',
              weight: 1,
              why: 'She waits.',
            },
          }),
        ],
        clues: [{ id: 'c', feed: 'clue', says: 'It is so.' }],
      }),
      ['needed-noise feed.1.noise', 'needed-noise feed.2.noise', 'needed-noise feed.3.noise'],
    ],
    [
      'an assistant that cannot be verified',
      only([decision('d1')], {
        clues: [
          { id: 'late', feed: 'never', says: 'Too late.' },
          { id: 'seen', feed: 'soon', says: 'It is so.' },
        ],
        feed: [mail('never', { at: 25 }), mail('soon', { at: 1 })],
        assistant: {
          name: 'Copilot',
          about: 'Sounds sure.',
          answers: [
            { ...answer('right'), wrong: false },
            answer('unchecked'),
            { ...answer('lost'), check: ['late', 'seen'] },
          ],
        },
      }),
      [
        'unreachable feed.0.at',
        'unverifiable-answer assistant.answers.1',
        'unverifiable-answer assistant.answers.2.check.0',
      ],
    ],
    [
      'literals that overlap, and one that stands nowhere',
      only([decision('d1')], {
        brief: 'From 198.51.100.23.',
        parameters: [
          { id: 'a', literal: '198.51.100.23', values: ['203.0.113.9'] },
          { id: 'b', literal: '100.23', values: ['9.9'] },
          { id: 'c', literal: 'nowhere', values: ['else'] },
        ],
      }),
      ['overlapping-literals parameters.1.literal', 'unused-literal parameters.2.literal'],
    ],
    [
      'options that give themselves away',
      only([
        decision('d1', {
          options: [
            option('a', 7, { text: 'A long and careful answer with every reason' }),
            ...four.slice(1),
          ],
        }),
      ]),
      ['uneven-options', 'uneven-options', 'uneven-options', 'uneven-options']
        .map((rule, i) => `${rule} decisions.0.options.${i}.text`)
        .concat('longest-is-best decisions.0.options', 'lone-absolute decisions.0.options.0.text'),
    ],
  ])('finds %s', (_, drill, expected) => {
    expect(summarise(drill)).toEqual(expected);
  });

  it('finds missing files and clues that are not in them', () => {
    const evidence = new Map(someEvidence);
    evidence.delete('late');
    evidence.set('mail', 'Subject: nothing\n');
    evidence.set('trail', '{"Records":[{"eventID":"e-2"}]}');
    expect(summarise(base, evidence).slice(0, 3)).toEqual([
      'missing-evidence evidence.2.file',
      'lost-clue clues.0.record',
      'lost-clue clues.1.text',
    ]);
  });

  it('names ids that no list knows', () => {
    const drill = only([decision('d1')], {
      attack: ['ATTACK:T1552.001', 'ATTACK:T1685.002', 'ATTACK:T9999'],
      nice: ['NICE:T1250', 'NICE:K9999'],
    });
    expect(summarise(drill)).toEqual([
      'unknown-framework-id attack.2',
      'unknown-framework-id nice.1',
    ]);
  });

  it('finds a dead end and says how one comes there', () => {
    const drill = only([
      decision('d1'),
      decision('d2', { opens: { decided: 'd1', option: ['a', 'b'] } }),
    ]);
    const [hit] = lint(drill).filter(({ rule }) => rule === 'dead-end');
    expect(hit).toMatchObject({ path: ['decisions', 1] });
    expect(hit?.message).toBe('After d1 = c, nothing more happens and "d2" has not been asked.');
  });

  it.each<[string, Drill]>([
    [
      'the other way ends the drill',
      only([
        decision('d1', {
          options: four.map((one) => (one.id === 'a' ? one : { ...one, effects: [{ end: true }] })),
        }),
        decision('d2', { opens: { decided: 'd1', option: 'a' } }),
      ]),
    ],
    [
      'the clock opens it later',
      only([
        decision('d1'),
        decision('d2', { opens: { any: [{ decided: 'd1', option: 'a' }, { after: 15 }] } }),
      ]),
    ],
    [
      'a tool that the score asks for can still open it',
      only([decision('d1'), decision('d2', { opens: { used: 't' } })], {
        tools: [tool([{ id: 'o', answer: 'Done.' }])],
        milestones: [{ id: 'm', title: 'Used', when: { used: 't' } }],
        scoring: {
          rules: [
            {
              id: 'r',
              title: 'Used',
              part: 'scoping',
              weight: 1,
              milestone: 'm',
              why: 'It tells.',
            },
          ],
        },
      }),
    ],
  ])('finds no dead end where %s', (_, drill) => {
    expect(summarise(drill)).toEqual([]);
  });
});
