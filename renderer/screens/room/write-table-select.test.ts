import { describe, expect, it } from 'vitest';
import { aTable } from '../testing/a-sql-bench.ts';
import { writeTableSelect } from './write-table-select.ts';

const info = aTable({
  name: 'trail',
  columns: [
    { name: 'eventTime', title: 'eventTime', kind: 'time' },
    { name: 'userIdentity_userName', title: 'userIdentity.userName', kind: 'text' },
  ],
});
const table = {
  columns: ['eventTime', 'userIdentity.userName'],
  shown: [0, 1],
  typed: '',
  conditions: [],
  sort: null,
  grouping: null,
};

describe('the query that a table stands for', () => {
  it('names columns as the database does', () => {
    expect(writeTableSelect({ ...table, sort: { column: 1, down: true } }, info)).toBe(
      'SELECT eventTime, userIdentity_userName\nFROM trail\nORDER BY userIdentity_userName DESC',
    );
  });

  it('takes over what was typed, also a column by the end of its name', () => {
    const typed = 'userName:deploy kali -"two words"';
    expect(writeTableSelect({ ...table, shown: [0], typed }, info)).toBe(
      [
        'SELECT eventTime',
        'FROM trail',
        "WHERE instr(lower(userIdentity_userName), 'deploy') > 0",
        "  AND instr(lower(concat_ws(' ', eventTime, userIdentity_userName)), 'kali') > 0",
        "  AND instr(lower(concat_ws(' ', eventTime, userIdentity_userName)), 'two words') = 0",
      ].join('\n'),
    );
  });

  it('counts where rows are counted, and keeps conditions', () => {
    const column = 'userIdentity.userName';
    expect(
      writeTableSelect(
        {
          ...table,
          conditions: [{ column, test: 'is_not', value: 'root' }],
          grouping: { column, counts: [], more: false },
        },
        info,
      ),
    ).toBe(
      [
        'SELECT userIdentity_userName, count(*) AS rows',
        'FROM trail',
        "WHERE userIdentity_userName IS NOT 'root'",
        'GROUP BY userIdentity_userName',
        'ORDER BY rows DESC',
      ].join('\n'),
    );
  });
});
