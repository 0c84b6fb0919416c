import { expect, it } from 'vitest';
import { readText } from './reading.ts';
import { indexReading } from './said-sentence.ts';

const figuresOf = (text: string): readonly string[] =>
  indexReading(readText(text)).flatMap(({ figures }) =>
    figures.flatMap(({ figure }) => (figure ? [`${figure.kind} ${String(figure.value)}`] : [])),
  );

it.each([
  ['About 15 in every 100 bookings fail.', ['percent 15']],
  ['It fell to 15 in a hundred.', ['percent 15']],
  ['It failed 5 times in 10 minutes.', ['count 5', 'stretch 10']],
  ['We saw 5 in 10 minutes.', ['count 5', 'stretch 10']],
  ['We lost 7 out of 10 shops.', ['count 7', 'count 10']],
  ['It took three quarters of an hour.', ['stretch 45']],
  ['Status at twenty-five to two.', ['time 95']],
  ['Status at half past ten.', ['time 630']],
])('the figures of “%s” are read as they are meant', (text, figures) => {
  expect(figuresOf(text)).toEqual(figures);
});
