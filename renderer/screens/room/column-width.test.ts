import { expect, it } from 'vitest';
import { chooseColumnWidth } from './column-width.ts';

it('gives times what they take, and no more', () => {
  expect(chooseColumnWidth('start', ['2026-05-11T06:00:00Z', '2026-05-12T18:00:00Z'])).toBe(
    '11.7rem',
  );
});

it('never cuts a name, and cuts texts from 12 letters on only, or 16 where many are long', () => {
  expect(chooseColumnWidth('userIdentity.accessKeyId', ['·'])).toMatch(/^minmax\(13\.8rem, /);
  expect(chooseColumnWidth('id', ['CHG-2271'])).toMatch(/^minmax\(5\.3rem, /);
  const amounts = [...Array.from({ length: 40 }, () => '2349.65'), '148260.00'];
  expect(chooseColumnWidth('sum', amounts)).toMatch(/^minmax\(5\.8rem, /);
  expect(chooseColumnWidth('sum', [...amounts, 'x'.repeat(30)])).toMatch(/^minmax\(7\.4rem, /);
  expect(chooseColumnWidth('what', ['Rotate signing key, second half'])).toMatch(
    /^minmax\(9\.6rem, /,
  );
});

it('shares what room is left by the length of the texts', () => {
  expect(chooseColumnWidth('what', ['Rotate signing key, second half'])).toMatch(/, 31fr\)$/);
  expect(chooseColumnWidth('raw', ['x'.repeat(400)])).toMatch(/, 40fr\)$/);
  const names = Array.from({ length: 19 }, (_, at) => `DescribeInstances${String(at % 10)}`);
  expect(chooseColumnWidth('who', [...names, 'x'.repeat(37)])).toMatch(/, 18fr\)$/);
  const blanks = Array.from({ length: 19 }, () => '·');
  expect(chooseColumnWidth('errorCode', [...blanks, 'x'.repeat(30)])).toBe('minmax(7.4rem, 9fr)');
  expect(chooseColumnWidth('', [])).toBe('minmax(1rem, 1fr)');
});
