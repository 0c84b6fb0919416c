import { expect, it } from 'vitest';
import { describeColumns, writeSqlNames } from './evidence-column.ts';

it('writes names that need no quotes, each once', () => {
  expect(
    writeSqlNames([
      'userIdentity.arn',
      'from',
      'Select',
      'a b',
      'A-B',
      '',
      '9lives',
      '__proto__',
      'Zürich',
    ]),
  ).toEqual([
    'userIdentity_arn',
    'from_',
    'Select_',
    'a_b',
    'A_B_2',
    'column',
    '_9lives',
    'proto',
    'Z_rich',
  ]);
  expect(writeSqlNames(['raw', 'x'], ['RAW'])).toEqual(['raw_2', 'x']);
});

it('describes columns with their kinds', () => {
  expect(describeColumns(' time:time  a.b size:integer target:port_list')).toEqual([
    { title: 'time', kind: 'time' },
    { title: 'a.b', kind: 'text' },
    { title: 'size', kind: 'integer' },
    { title: 'target:port_list', kind: 'text' },
  ]);
});
