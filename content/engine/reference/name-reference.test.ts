import { expect, test } from 'vitest';
import { nameReference } from './name-reference.ts';

test.each([
  ['ATTACK:T1552.001', 'Unsecured Credentials: Credentials In Files'],
  ['ATTACK:T1485', 'Data Destruction'],
  ['ATTACK:T1685.002', 'Impair Defenses: Disable or Modify Cloud Logs (T1562.008 until v19)'],
  ['ATTACK:T9999', null],
  ['ATTACK:toString', null],
  ['NICE:T9999', null],
  ['NICE:constructor', null],
  ['OTHER:T1485', null],
])('%s is named %s', (id, name) => {
  expect(nameReference(id)).toBe(name);
});

test('A number that both lists have is told apart by its prefix', () => {
  expect(nameReference('NICE:T1485')).not.toBeNull();
  expect(nameReference('NICE:T1485')).not.toBe(nameReference('ATTACK:T1485'));
});
