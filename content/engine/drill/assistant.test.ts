import { describe, expect, it } from 'vitest';
import { scoreAssistant } from '../score/assistant-points.ts';
import { aDrill, someEvidence } from '../testing/a-drill.ts';
import { aLog } from '../testing/a-log.ts';
import { citeRecord } from './citation.ts';
import { prepareDrill } from './prepared-drill.ts';
import { replay } from './step.ts';

const prepared = prepareDrill(
  aDrill({
    assistant: {
      name: 'Copilot',
      about: 'Has read the runbooks.',
      part: 'scoping',
      weight: 2,
      answers: [
        {
          id: 'used',
          question: 'Has the key been used?',
          ask: ['key used|use*', 'who used'],
          says: 'No. The key was never used.',
          wrong: true,
          check: ['first-use'],
          acted: { decided: 'key' },
          why: 'It was used at 08:51.',
        },
        {
          id: 'owner',
          question: 'Whose is it?',
          ask: ['whose|owner'],
          when: { opened: 'mail' },
          says: 'Tomas.',
          check: ['owner'],
          why: 'The register says so.',
        },
      ],
    },
  }),
  someEvidence,
);
const decide = { decision: 'key', option: 'off', confidence: 80, reason: '' };
const ask = (text: string) => ['asked', { text }] as const;
const play = (...lines: Parameters<typeof aLog>) => {
  const { state, refused } = replay(prepared, aLog(...lines));
  expect(refused).toBeNull();
  return state;
};
const earn = (...lines: Parameters<typeof aLog>) =>
  scoreAssistant(prepared, play(...lines)).map(({ rule, earned, weight, why }) => [
    rule,
    earned,
    weight,
    why,
  ]);

describe('the assistant', () => {
  it.each([
    ['Has the key been used?', 'used'],
    ['Tell me: was that KEY ever used', 'used'],
    ['Who used it?', 'used'],
    ['What is the weather?', null],
    ['Who is the owner?', null],
  ])('answers by question or by its words, or not at all: %s', (text, answer) => {
    expect(play([5, ...ask(text)]).asked).toEqual([{ text, answer, at_s: 5, seq: 1 }]);
  });

  it('knows more when its condition holds', () => {
    const state = play([5, 'evidence_opened', { evidence: 'mail' }], [400, ...ask('The owner?')]);
    expect(state.asked[0]?.answer).toBe('owner');
  });

  it('earns where it was verified before it was acted on', () => {
    expect(
      earn(
        [5, ...ask('Has the key been used?')],
        [6, 'evidence_opened', { evidence: 'trail' }],
        [400, 'decided', { ...decide, citations: [] }],
      ),
    ).toEqual([['assistant:used', 2, 2, 'What it said was looked up. It was used at 08:51.']]);
  });

  it('counts a check that is cited together with the deed', () => {
    const citations = [citeRecord('trail', 'e-1')];
    expect(
      earn([5, ...ask('Has the key been used?')], [400, 'decided', { ...decide, citations }]),
    ).toMatchObject([['assistant:used', 2, 2, expect.anything()]]);
  });

  it('earns nothing where it was acted on first, whatever came after', () => {
    expect(
      earn(
        [5, ...ask('Has the key been used?')],
        [400, 'decided', { ...decide, citations: [] }],
        [600, 'evidence_opened', { evidence: 'trail' }],
      ),
    ).toEqual([
      [
        'assistant:used',
        0,
        2,
        'What it said was acted on before it was looked up. It was used at 08:51.',
      ],
    ]);
  });

  it('neither earns nor loses where it is not asked, or has no answer', () => {
    expect(earn([400, 'decided', { ...decide, citations: [] }])).toEqual([]);
    expect(earn([5, ...ask('What is the weather?')])).toEqual([]);
  });

  it('is not there in a drill without one', () => {
    const without = prepareDrill(aDrill(), someEvidence);
    const log = aLog([5, ...ask('Has the key been used?')]);
    expect(replay(without, log).refused?.refusal.code).toBe('not_available');
  });
});
