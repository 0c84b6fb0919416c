import { expect, it } from 'vitest';
import { parseFilter, writeSearch } from './table-filter.ts';

const columns = ['eventName', 'sourceIPAddress', 'userIdentity.userName', 'errorCode'];
const rows = [
  ['ListUsers', '198.51.100.23', 'ci-deploy', ''],
  ['CreateAccessKey', '198.51.100.23', 'backup-sync', 'AccessDenied'],
  ['GetObject', '192.0.2.44', 'ann', ''],
];

const cases: [typed: string, names: string[]][] = [
  ['198.51 list', ['ListUsers']],
  ['eventname:Access', ['CreateAccessKey']],
  ['userName:ANN', ['GetObject']],
  ['-sourceIPAddress:198.51.100.23', ['GetObject']],
  ['198.51.100.23 -accessdenied', ['ListUsers']],
  ['errorCode:""', ['ListUsers', 'GetObject']],
  ['-errorCode:""', ['CreateAccessKey']],
  ['"backup-sync"', ['CreateAccessKey']],
  ['nocolumn:ann', []],
  ['errorCode:', ['ListUsers', 'CreateAccessKey', 'GetObject']],
];

it.each(cases)('%s', (typed, names) => {
  const test = parseFilter(typed, columns);
  const found = rows
    .filter((cells) => test?.(cells, writeSearch(cells)) ?? true)
    .map(([name]) => name);
  expect(found).toEqual(names);
});

it('lets all rows through while nothing is typed', () => {
  expect(parseFilter('  ', columns)).toBeNull();
  expect(parseFilter('-', columns)).toBeNull();
});
