import { expect, it } from 'vitest';
import { layPlain } from './lay-plain.ts';

function lay(text: string): HTMLElement {
  const element = document.createElement('div');
  layPlain(element, text);
  return element;
}

it('shows a short text as it is', () => {
  const element = lay('a\n\nb\n');
  expect(element.children).toHaveLength(0);
  expect(element.textContent).toBe('a\n\nb\n');
});

it.each([
  ['lines', 'a line that is no longer than others\n'.repeat(2_000)],
  ['empty lines', '\n'.repeat(40_000)],
  ['one line', 'ab'.repeat(40_000)],
  ['signs of two units', `a${'😀'.repeat(40_000)}`],
])('cuts a long one of %s into parts, and keeps all of it', (_, text) => {
  const parts = [...lay(text).children].map(({ textContent }) => textContent);
  expect(parts.length).toBeGreaterThan(2);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(16_384);
    expect(part).not.toMatch(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/);
  }
  const between = text.includes('\n') ? '\n' : '';
  expect(parts.join(between).trimEnd()).toBe(text.trimEnd());
  if (text.startsWith('\n'))
    expect(parts.join('\n').length).toBeGreaterThanOrEqual(text.length - 1);
});
