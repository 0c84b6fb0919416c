import { describe, expect, it } from 'vitest';
import { checkUpdate } from '../engine/score/update-check.ts';
import { scoreState } from '../engine/score/score.ts';
import {
  citeLines,
  type DeedLine,
  playDeeds,
  readBundledDrill,
  readLastAnswer,
  readOutcome,
} from './testing/bundled-drill.ts';
import { decide } from './testing/deeds.ts';

const { drill, evidence, prepared } = readBundledDrill('d19-follow-the-sun');
const both = '192.0.2.18 and 192.0.2.19';

const askEdge = (what: string, sources = 'none') =>
  ['tool_used', { tool: 'ask-edge', args: { what, sources } }] as const;

const sendNote = [
  800,
  'update_sent',
  { update: 'handover-note', text: 'P2.', citations: [] },
] as const;

describe('the note', () => {
  const [note] = drill.updates;
  const findClaims = (text: string): readonly string[] => {
    if (!note) throw new Error('D19 asks for no note');
    const { claims } = checkUpdate(note, text, new Set(), new Set());
    return claims.map(({ id }) => id);
  };

  it.each([
    'No word on card data before that.',
    'Please no statement about card data to anybody until then.',
    'No comment on payment fields tonight.',
    'We give no information on card data before 06:00.',
    'Nobody says a word about card data, and nothing like "no card data" is said.',
  ])('does not take what counsel asked for as a claim: %s', (text) => {
    expect(findClaims(text)).toEqual([]);
  });

  it.each([
    'No card data.',
    'There was no payment information in it.',
    'No card data was read, for your information.',
    'In a word, no card data is in it.',
    'My statement is that it was without card data.',
  ])('takes a claim for one: %s', (text) => {
    expect(findClaims(text)).toEqual(['no-cards']);
  });
});

it('earns all of "Which figure?" when the line of the count and that of the other gateway are cited', () => {
  const citations = citeLines(evidence, 'count', 17, 20);
  const state = playDeeds(
    prepared,
    [10, 'evidence_opened', { evidence: 'count' }],
    [250, ...decide('figure', 'a-and-open-b', citations)],
  );
  const points = scoreState(prepared, state).parts.flatMap((part) => part.points);
  const point = points.find(({ rule }) => rule === 'decision:figure');
  expect(point?.earned).toBe(point?.weight);
});

describe('what became of the limit', () => {
  const agreed = [
    [10, 'evidence_opened', { evidence: 'rule' }],
    [20, ...decide('limit', 'first-line')],
    [100, ...askEdge('renew it when Auckland asks', both)],
    sendNote,
    [1090, ...decide('pass-on', 'say-back')],
    [1345, 'shift_taken'],
  ] as const;
  const end = [1425, 'jumped', { to_s: 1660 }] as const;
  const tell = (...more: readonly DeedLine[]): string =>
    readOutcome(prepared, playDeeds(prepared, ...agreed, ...more, end));

  it('tells of a call at ten only where the morning shift rang', () => {
    expect(tell([1360, ...decide('first-act', 'renew-now')])).toBe('held');
    expect(tell([1380, ...askEdge('renew it now', both)])).toBe('held');
  });

  it('tells who rang where the first act was left to time, or was another', () => {
    expect(tell()).toBe('rung');
    expect(tell([1360, ...decide('first-act', 'wait-counts')])).toBe('rung');
  });

  it('does not let a limit end that was renewed, whatever else was left', () => {
    const alone = playDeeds(
      prepared,
      sendNote,
      [1345, 'shift_taken'],
      [1360, ...decide('first-act', 'renew-now')],
      end,
    );
    expect(readOutcome(prepared, alone)).toBe('renewed');
  });

  it('gives no hour for a call that the shift itself could not have made', () => {
    const held = drill.outcomes.find(({ id }) => id === 'held');
    expect(held?.text).not.toMatch(/22:0\d/);
  });
});

it.each([1225, 1342, 1363])('lets the edge on-call say when he can, at %i s', (at_s) => {
  const state = playDeeds(
    prepared,
    ...(at_s > 1340 ? [sendNote, [1340, 'shift_taken'] as const] : []),
    [at_s, ...askEdge('renew it now', both)],
  );
  const answer = readLastAnswer(prepared, state);
  // The gate is at 22:07:45, which no seed moves.
  expect(answer).toContain('22:08');
  expect(answer).not.toMatch(/two minutes|I can\b/);
});

it('names nothing in its tools that comes later', () => {
  const offered = drill.tools
    .filter(({ available }) => available === undefined)
    .flatMap(({ args }) => args.flatMap(({ values }) => values ?? []));
  const later = offered.filter((value) => /192\.0\.2\.201|\blate\b|\bdirector calls\b/.test(value));
  expect(later).toEqual([]);
});

it('adds no address to the limit before somebody has asked for one', () => {
  const early = playDeeds(prepared, [60, ...askEdge('let another address through', both)]);
  expect(early.variables.get('limit_widened')).toBe(false);
  const asked = playDeeds(prepared, [700, ...askEdge('let another address through', both)]);
  expect(asked.variables.get('limit_widened')).toBe(true);
});
