import { expect, it } from 'vitest';
import { layText, partLength, TextLines } from './text-lines.ts';

const lines = (text: string): TextLines => new TextLines(layText(text));

it.each(['', '\n', 'a', 'a\n', 'a\r\nb', '\n\nx\n', 'a\n\n', '\r\n'])(
  'has the lines that splitting gives: %j',
  (text) => {
    expect([...lines(text)]).toEqual(text.replace(/\r?\n$/, '').split(/\r?\n/));
    expect(lines(text).whole()).toBe(text);
  },
);

it('reads a line across the end of a part, and the longest', () => {
  const long = 'x'.repeat(partLength * 2);
  const text = `ab\n${long}y\r\nz`;
  expect(lines(text).slice(0, 9)).toEqual(['ab', `${long}y`, 'z']);
  expect(lines(text).read(2)).toBe('z');
  expect(lines(text).longest).toBe(long.length + 2);
  expect(lines(text).slice(-3, 1)).toEqual(['ab']);
});
