import { expect, it } from 'vitest';
import { findNearestName } from './nearest-name.ts';

it('suggests only what is near', () => {
  expect(findNearestName('userName', ['userIdentity_userName', 'eventName'])).toBe(
    'userIdentity_userName',
  );
  expect(findNearestName('evnetTime', ['eventTime', 'eventName'])).toBe('eventTime');
  expect(findNearestName('zzz', ['eventTime'])).toBeNull();
});
