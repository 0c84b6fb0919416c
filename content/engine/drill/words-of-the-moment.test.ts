import { expect, it } from 'vitest';
import { checkReferences } from '../format/check-references.ts';
import type { Condition } from '../format/condition-schema.ts';
import type { Drill } from '../format/drill-schema.ts';
import { listConditions } from '../lint/conditions.ts';
import { listTexts } from '../lint/list-texts.ts';
import { scoreAttempt } from '../score/score.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { prepareDrill } from './prepared-drill.ts';
import { replay } from './step.ts';
import { wordQuestion, wordReply } from './words-of-the-moment.ts';

/** A drill whose question, whose refusal and whose harm all know whether the key is off. */
function followOff(off: Condition): Drill {
  const base = aDrill();
  return {
    ...base,
    feed: base.feed.map((item) => ({
      ...item,
      replies: item.replies.map((reply) =>
        reply.id === 'no'
          ? {
              ...reply,
              reword: [{ when: off, text: 'No. It is off already.' }],
              rerate: [{ when: off, rating: 4, reason: 'He had read that it is off.' }],
            }
          : reply,
      ),
    })),
    tools: base.tools.map((tool) => ({
      ...tool,
      outcomes: tool.outcomes.map(({ harm, ...outcome }) => ({
        ...outcome,
        ...(harm && { harm: { ...harm, unless: off } }),
      })),
    })),
    decisions: base.decisions.map((decision) => ({
      ...decision,
      reword: [{ when: off, text: 'It is off. What else?' }],
      options: decision.options.map(({ harm, ...option }) => ({
        ...option,
        ...(harm && { harm: { ...harm, unless: off } }),
      })),
    })),
  };
}

const prepared = prepareDrill(followOff({ var: 'key_off', is: true }), someEvidence);
type Line = Parameters<typeof aLog>[0];
const switchOff = (at_s: number): Line => [
  at_s,
  'tool_used',
  { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } },
];
const refuse = (at_s: number): Line => [at_s, 'replied', { item: 'demo', reply: 'no' }];
const play = (...lines: Line[]) => replay(prepared, aLog(...lines)).state;

it('asks and offers what is true at the moment', () => {
  const key = prepared.byId.decisions.get('key');
  const no = prepared.byId.feed.get('demo')?.replies[0];
  if (!key || !no) throw new Error('aDrill has both');
  const words = (...lines: Line[]) => {
    const state = play(...lines);
    return [wordQuestion(prepared, state, key), wordReply(prepared, state, no)];
  };
  expect(words([200, 'notes_changed', { text: '' }])).toEqual(['Choose.', 'No, it goes off now.']);
  expect(words(switchOff(200))).toEqual(['It is off. What else?', 'No. It is off already.']);
});

it('keeps a reply as it was said, with the rating of that moment', () => {
  const answer = (...lines: Line[]) => play(...lines).feed.get('demo')?.answer?.said;
  const early = { text: 'No, it goes off now.', rating: 7, why: 'A stranger has it.' };
  const late = { text: 'No. It is off already.', rating: 4, why: 'He had read that it is off.' };
  expect(answer(refuse(200))).toEqual(early);
  expect(answer(refuse(200), switchOff(210))).toEqual(early);
  expect(answer(switchOff(200), refuse(330))).toEqual(late);
  const point = (...lines: Line[]) =>
    scoreAttempt(prepared, aLog(...lines))
      .parts.flatMap(({ points }) => points)
      .find(({ rule }) => rule === 'answer:demo');
  expect(point(refuse(200), switchOff(210))).toMatchObject({ earned: 3, why: early.why });
  expect(point(switchOff(200), refuse(330))).toMatchObject({ earned: 1.5, why: late.why });
});

it('counts a harm by what held when it was done', () => {
  const wipe = (at_s: number): Line => [at_s, 'tool_used', { tool: 'wipe', args: {} }];
  const remove = (at_s: number): Line => [
    at_s,
    'decided',
    { decision: 'key', option: 'delete', confidence: 80, citations: [], reason: '' },
  ];
  const parts = (...lines: Line[]) => play(...lines).harms.map(({ part, caps }) => [part, caps]);
  expect(parts(wipe(10))).toEqual([['containment', 0.4]]);
  expect(parts(remove(400))).toEqual([['containment', 0.5]]);
  expect(parts(switchOff(10), wipe(150), remove(400))).toEqual([]);
  expect(parts(wipe(10), switchOff(20), remove(400))).toEqual([['containment', 0.4]]);
});

it('has its conditions and texts looked through like any other', () => {
  const drill = followOff({ var: 'key_of', is: true });
  const places = checkReferences(drill).map(({ path }) => path.join('.'));
  const wanted = [
    'feed.1.replies.0.reword.0.when.var',
    'feed.1.replies.0.rerate.0.when.var',
    'tools.2.outcomes.0.harm.unless.var',
    'decisions.0.reword.0.when.var',
    'decisions.1.options.0.harm.unless.var',
  ];
  expect(places).toEqual(expect.arrayContaining(wanted));
  const conditions = listConditions(drill).map(({ path }) => `${path.join('.')}.var`);
  expect(conditions).toEqual(expect.arrayContaining(wanted));
  const texts = listTexts(drill).map(({ text }) => text);
  expect(texts).toContain('It is off. What else?');
  expect(texts).toContain('No. It is off already.');
  expect(texts).toContain('He had read that it is off.');
});
