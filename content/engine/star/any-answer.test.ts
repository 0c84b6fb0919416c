import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAnswerRequest } from './answer-request.ts';
import { answerRoles } from './answer-role.ts';
import { scoreAnswer } from './score-answer.ts';
import { starDimensions } from './star-rule.ts';

/** Pieces that have tripped readers of text before, among words that the rules know. */
const piece = fc.oneof(
  fc.constantFrom(
    'I asked Ana because it was late. ',
    'We would have waited, ',
    'it fell from 9 to 2 % in May',
    'In hindsight I should have asked first.',
    'um, you know, ',
    'I, er, ',
    '😀 ',
    '👩‍👩‍👧',
    '\uD800',
    '\uDC00 ',
    '\u0000',
    '\uFEFF',
    '\u202E אבג \u202C',
    '我问了他。',
    '\r\n\r\n',
    '\r\n- ',
    '\u2028',
    '<b>x</b> ',
    '…"”) ',
    ' İ ſ ﬁ e\u0301 ',
    "n't 'd 've ",
    '1,000,000.5 ',
    '   ',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const answer = fc.oneof(text, fc.array(fc.oneof(text, fc.constant('')), { maxLength: 6 }));
const request = fc.record({
  question: fc.oneof(text, fc.constant('Tell me about a time you failed.')),
  principle: fc.constantFrom('Ownership', 'dive-deep', '', 'nobody knows this'),
  answer,
});

it('Whatever is given, the score holds together', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const whole = typeof asked.answer === 'string' ? asked.answer : asked.answer.join(' ');
      const { total, dimensions, sentences, points } = scoreAnswer(asked);
      const sum = starDimensions.reduce((all, dimension) => all + dimensions[dimension], 0);
      expect(total).toBe(sum / starDimensions.length);
      for (const dimension of starDimensions) {
        expect(dimensions[dimension]).toBeGreaterThanOrEqual(1);
        expect(dimensions[dimension]).toBeLessThanOrEqual(5);
      }
      let last = 0;
      for (const { text: said, start, end, role } of sentences) {
        expect(whole.slice(start, end)).toBe(said);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(answerRoles).toContain(role);
        last = end;
      }
      if (typeof asked.answer !== 'string') {
        expect(sentences.map(({ text: said }) => said)).toEqual(asked.answer);
      }
      for (const { spans } of points) {
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(whole.length);
          expect(cutsPair(whole, start) || cutsPair(whole, end)).toBe(false);
        }
      }
      expect(scoreAnswer(asked)).toEqual({ total, dimensions, sentences, points });
    }),
    { numRuns: 300 },
  );
});

/** Whether a place lies between the two halves of one character. */
function cutsPair(whole: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(whole.slice(Math.max(0, at - 1), at + 1));
}

it('Any line of JSON is an answer or a sentence that names what is wrong', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .record(
            {
              question: fc.jsonValue(),
              principle: fc.jsonValue(),
              answer: fc.jsonValue(),
              sentences: fc.jsonValue(),
            },
            { requiredKeys: [] },
          )
          .map((value) => JSON.stringify(value)),
      ),
      (line) => {
        const read = parseAnswerRequest(line);
        if (read.ok) {
          const { question, principle, answer: given } = read.request;
          expect([typeof question, typeof principle]).toEqual(['string', 'string']);
          for (const one of typeof given === 'string' ? [given] : given) {
            expect(typeof one).toBe('string');
          }
        } else expect(read.error).toMatch(/^\S.*\.$/s);
      },
    ),
    { numRuns: 300 },
  );
});

it('A sentence more about the same never makes it beside the question', () => {
  const question = 'Tell me about a time you saved money.';
  const taken = (given: string): number =>
    scoreAnswer({ question, principle: 'Frugality', answer: given })
      .points.filter(({ rule }) => rule === 'beside-the-question')
      .reduce((sum, { effect }) => sum - effect, 0);
  const story = 'In May I counted the bread that came back to the bakery on our street.';
  const about = ' I asked the mill for a cheaper price and we paid 40 euros less for each bag.';
  expect(taken(story)).toBeGreaterThan(0);
  expect(taken(story + about)).toBeLessThan(taken(story));
  expect(
    taken(story + about + ' Then I spoke to the cook about his rota and the shift plan.'),
  ).toBeLessThan(taken(story));
});

it('What one blames oneself for is no blame, and a filler is no word', () => {
  const score = (given: string) =>
    scoreAnswer({ question: 'Tell me about a mistake.', principle: '', answer: given });
  const rules = (given: string): readonly string[] => score(given).points.map(({ rule }) => rule);
  const story = 'I sent the wrong list to Ana on Monday. I rang her at once. ';
  expect(rules(`${story}I should have told the others, and I was careless.`)).not.toContain(
    'blame',
  );
  expect(rules(`${story}They should have told the others, and Ana was careless.`)).toContain(
    'blame',
  );
  const plain = score(`${story}I moved the list to a place that all can see.`);
  const spoken = score(
    'Um, I sent the, er, wrong list to Ana on Monday. I, uh, rang her at once. So, um, I moved the list to a place that, you know, all can see.',
  );
  expect(Math.abs(plain.total - spoken.total)).toBeLessThanOrEqual(0.1);
});
