import { expect, test } from 'vitest';
test('counts', () => {
  expect(typeof window).toBe('undefined');
});
