import { expect, it } from 'vitest';
import { citeRecord } from '../drill/citation.ts';
import { prepareDrill } from '../drill/prepared-drill.ts';
import { replay } from '../drill/step.ts';
import { writeDebrief } from '../score/debrief.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aHeader, aLog } from '../testing/a-log.ts';
import { checkDraft } from './story-draft.ts';
import { readFields } from './story-fields.ts';
import { draftStoryFromDrill } from './story-from-drill.ts';

const prepared = prepareDrill(aDrill(), someEvidence);
const draft = (...lines: Parameters<typeof aLog>) => {
  const { state } = replay(prepared, aLog(...lines));
  return draftStoryFromDrill({
    prepared,
    header: aHeader(),
    state,
    debrief: writeDebrief(prepared, state),
  });
};
const cited = [citeRecord('trail', 'e-1')];
const played = draft(
  [20, 'evidence_opened', { evidence: 'trail' }],
  [
    200,
    'decided',
    { decision: 'key', option: 'watch', confidence: 80, citations: cited, reason: 'it was quiet.' },
  ],
  [360, 'tool_used', { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } }],
  [500, 'replied', { item: 'demo', reply: 'no' }],
  [900, 'ended'],
);

it('Says that it is a rehearsal, of which attempt and drill', () => {
  expect(played.origin).toEqual({
    kind: 'drill',
    attempt: 'a1',
    code: 'T01',
    title: 'A key in the open',
  });
  expect(played.title).toBe('Drill: A key in the open');
  expect(checkDraft(played)).toBeNull();
});

it('Tells what the person did, in the order in which they did it', () => {
  const fields = readFields(played.texts.middle);
  expect(fields.situation).toBe(
    'In the drill “A key in the open” I was on duty as an analyst. A small drill for tests.',
  );
  expect(fields.task).toBe('I had to answer for 2 decisions and 1 written update, by the clock.');
  const deeds = fields.action.split('\n');
  expect(deeds.map((deed) => /I (read|chose|used)/.exec(deed)?.[1])).toEqual([
    'read',
    'chose',
    'used',
  ]);
  expect(deeds[1]).toContain(', because: it was quiet.');
  expect(fields.result).toContain('the outcome was “Contained”');
  expect(fields.reflection).toContain('the debrief rates');
});

it('Says nothing of what was not done', () => {
  const idle = draft([10, 'ended']);
  const fields = readFields(idle.texts.middle);
  expect(fields.action).toBe('');
  expect(fields.result).toBe('In the end the outcome was “Still open”.');
  expect(idle.people).toEqual([]);
  expect(idle.metrics).toEqual([]);
});

it('Keeps own times as metrics, and people by what they are', () => {
  expect(played.metrics).toMatchObject([{ name: 'Key off', unit: 'minutes', may_tell: 'yes' }]);
  expect(played.people).toEqual(['Developer']);
});
