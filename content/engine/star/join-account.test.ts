import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRoles } from './answer-role.ts';
import { joinAccount } from './join-account.ts';
import { scoreAnswer } from './score-answer.ts';
import { starDimensions } from './star-rule.ts';

const asked = { question: 'Tell me about a failure of yours.', principle: 'ownership' };
const answer = [
  'In March 2025 I was on call at a bank when our certificate for the login page ran out.',
  'I found the old certificate, issued a new one with the provider and rolled it out in forty minutes.',
  'The login page was back at 10:20.',
  'I learned that a date that nobody owns is a date that is missed.',
].join(' ');
const scored = (text: string) => scoreAnswer({ ...asked, answer: text });
const join = (...probes: Parameters<typeof joinAccount>[2]) =>
  joinAccount(answer, scored(answer).sentences, probes);

describe('An account', () => {
  it('is the answer alone while nothing was asked further', () => {
    expect(join()).toEqual({
      text: answer,
      parts: [{ probe: null, start: 0, end: answer.length }],
    });
  });

  it('has what a probe brought where the answer tells of the same thing', () => {
    const { text, parts } = join(
      { id: 'result', dimension: 'result', text: 'Failed logins fell from 900 to 12.' },
      { id: 'scene', dimension: 'specificity', text: 'Six people were on the shift.' },
      { id: 'scene-2', dimension: 'specificity', text: 'It was a Tuesday.' },
    );
    expect(parts.map(({ probe }) => probe)).toEqual([
      null,
      'scene',
      'scene-2',
      null,
      'result',
      null,
    ]);
    const pieces = parts.map(({ start, end }) => text.slice(start, end).trim());
    expect(pieces[0]).toMatch(/ran out\.$/);
    expect(pieces[3]).toMatch(/^I found.*10:20\.$/);
    expect(pieces[5]).toMatch(/^I learned/);
  });

  it('is scored no lower for being told late', () => {
    const late =
      'I also wrote a check that looks at every certificate each morning, and I named an owner for each of the 40.';
    const joined = join({ id: 'p', dimension: 'own_action', text: late });
    const appended = scored(`${answer}\n\n${late}`);
    expect(scored(joined.text).total).toBeGreaterThan(appended.total);
    expect(scored(joined.text).dimensions.own_action).toBeGreaterThan(
      scored(answer).dimensions.own_action,
    );
  });

  it('is blamed for no order that comes of the probes', () => {
    const probes = [
      'Before that, the page had run out twice in a year, and I had to find out why.',
      'I decided against a longer certificate, because nobody would look for a year.',
      'Then I rang the provider, and she sent me the list.',
    ];
    for (const dimension of starDimensions) {
      const { text, parts } = join(
        ...probes.map((said, at) => ({ id: String(at), dimension, text: said })),
      );
      const placed = parts
        .filter(({ probe }) => probe !== null)
        .map(({ start, end }) => [start, end] as const);
      const order = ({ points }: ReturnType<typeof scored>) =>
        points.filter(({ rule }) => rule === 'order');
      expect(order(scored(answer))).toEqual([]);
      const joined = scoreAnswer({ ...asked, answer: text, placed });
      expect(order(joined)).toEqual([]);
      const own = joined.sentences.filter(
        ({ start }) => !placed.some(([from, to]) => start >= from && start < to),
      );
      expect(own.map(({ role }) => role)).toEqual(scored(answer).sentences.map(({ role }) => role));
    }
  });

  it.each([
    'It opened 9 tickets in the first month.',
    'The check found 3 dates that nobody had seen.',
    'Twice it warned us two weeks before the date.',
  ])('has no lesson in a figure of what was: %s', (said) => {
    const { text } = join({ id: 'p', dimension: 'reflection', text: said });
    const sentence = scored(text).sentences.find((one) => one.text.trim() === said);
    expect(sentence?.role).toBe('result');
  });

  it('puts the scene before and all else after where no sentence has a role', () => {
    const none = joinAccount(
      'Hm.',
      [{ end: 3, role: 'other' }],
      [
        { id: 'a', dimension: 'result', text: 'It fell.' },
        { id: 'b', dimension: 'specificity', text: 'In March.' },
      ],
    );
    expect(none.text).toBe('In March.\n\nHm.\n\nIt fell.');
    expect(joinAccount('', [], [{ id: 'a', dimension: 'result', text: 'It fell.' }]).text).toBe(
      'It fell.',
    );
  });

  it('never loses or changes a word, and knows where each came from', () => {
    const words = fc.stringMatching(/^[a-z .!\n]{0,60}$/);
    fc.assert(
      fc.property(
        words,
        fc.array(fc.record({ cut: fc.nat(60), role: fc.constantFrom(...answerRoles) }), {
          maxLength: 6,
        }),
        fc.array(fc.record({ dimension: fc.constantFrom(...starDimensions), text: words }), {
          maxLength: 5,
        }),
        (said, cuts, told) => {
          const sentences = cuts
            .map(({ cut, role }) => ({ end: Math.min(cut, said.length), role }))
            .sort((a, b) => a.end - b.end);
          const probes = told.map((one, at) => ({ ...one, id: String(at) }));
          const { text, parts } = joinAccount(said, sentences, probes);
          const collect = (from: string | null) =>
            parts
              .filter(({ probe }) => probe === from)
              .map(({ start, end }) => text.slice(start, end))
              .join('');
          const bare = (one: string) => one.replaceAll(/\s/g, '');
          expect(bare(collect(null))).toBe(bare(said));
          for (const { id, text: wanted } of probes) {
            expect(collect(id)).toBe(wanted.trim() === '' ? '' : wanted);
          }
          const shown = parts.map(({ start, end }) => text.slice(start, end));
          expect(shown.join('\n\n')).toBe(text);
        },
      ),
    );
  });
});
