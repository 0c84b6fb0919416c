import { expect, it } from 'vitest';
import { findLeast_rem } from '../../components/table-columns.ts';
import { chooseColumnWidth } from './column-width.ts';

it('gives times what they take, and no more', () => {
  expect(chooseColumnWidth('start', ['2026-05-11T06:00:00Z', '2026-05-12T18:00:00Z'])).toBe(
    '11.7rem',
  );
});

it('never cuts a name, and cuts texts from 12 letters on only, or 15 where many are long', () => {
  expect(chooseColumnWidth('userIdentity.accessKeyId', ['·'])).toMatch(/^minmax\(13rem, /);
  expect(chooseColumnWidth('id', ['CHG-2271'])).toMatch(/^minmax\(5\.3rem, /);
  const amounts = [...Array.from({ length: 40 }, () => '2349.65'), '148260.00'];
  expect(chooseColumnWidth('sum', amounts)).toMatch(/^minmax\(5\.8rem, /);
  expect(chooseColumnWidth('sum', [...amounts, 'x'.repeat(30)])).toMatch(/^minmax\(7\.4rem, /);
  expect(chooseColumnWidth('what', ['Rotate signing key, second half'])).toMatch(/^minmax\(9rem, /);
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

it('lets a usual table of CloudTrail stand whole in the usual window', () => {
  const columns: readonly [string, ...string[]][] = [
    ['eventTime', '07:32:07Z'],
    ['eventName', 'DescribeNetworkInterfaces'],
    ['userIdentity.userName', 'AWSServiceRoleForElasticLoadBalancing'],
    ['sourceIPAddress', 'elasticloadbalancing.amazonaws.com'],
    ['userIdentity.accessKeyId', 'ASIAQ7RT5KZ2NEXAMPLE'],
    ['errorCode', 'ThrottlingException', ...Array.from({ length: 19 }, () => '·')],
  ];
  const least_rem = findLeast_rem(
    columns.map(([name, ...cells]) => ({ name, width: chooseColumnWidth(name, cells) })),
  );
  // 792 px between feed and notebook in a window of 1440, and 13 px are a rem.
  expect(least_rem).toBeLessThanOrEqual(60.9);
});
