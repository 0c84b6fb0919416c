import { describe, expect, it } from 'vitest';
import { writeSelect } from './write-select.ts';

const base = { table: 'cloudtrail', columns: ['eventTime', 'eventName'], filter: [] };

describe('the query that a filter stands for', () => {
  it('writes columns, conditions and order', () => {
    expect(
      writeSelect({
        ...base,
        filter: [
          { column: 'accessKeyId', test: 'is', value: 'AKIA' },
          { column: 'sourceIPAddress', test: 'is_not', value: '192.0.2.44' },
          { column: 'errorCode', test: 'empty', value: null },
          { column: 'eventTime', test: 'from', value: '2026-03-10T08:51:00Z' },
          { column: 'eventTime', test: 'before', value: '2026-03-10T09:00:00Z' },
        ],
        sort: { column: 'eventTime', down: true },
      }),
    ).toBe(
      [
        'SELECT eventTime, eventName',
        'FROM cloudtrail',
        "WHERE accessKeyId = 'AKIA'",
        "  AND sourceIPAddress IS NOT '192.0.2.44'",
        "  AND ifnull(errorCode, '') = ''",
        "  AND eventTime >= '2026-03-10T08:51:00Z'",
        "  AND eventTime < '2026-03-10T09:00:00Z'",
        'ORDER BY eventTime DESC',
      ].join('\n'),
    );
  });

  it('writes a count by a column', () => {
    expect(writeSelect({ ...base, group: 'eventName', sort: { column: 'x', down: false } })).toBe(
      'SELECT eventName, count(*) AS rows\nFROM cloudtrail\nGROUP BY eventName\nORDER BY rows DESC',
    );
  });

  it('doubles quotes, so that a value never ends early', () => {
    expect(
      writeSelect({
        ...base,
        columns: [],
        filter: [{ column: 'a', test: 'is', value: "x' OR 1" }],
      }),
    ).toBe("SELECT *\nFROM cloudtrail\nWHERE a = 'x'' OR 1'");
  });

  it('looks for words in every column', () => {
    expect(
      writeSelect({
        ...base,
        columns: [],
        all: ['a', 'b'],
        words: [
          { text: 'kali', not: false },
          { text: 'sts', not: true },
        ],
      }),
    ).toBe(
      "SELECT *\nFROM cloudtrail\nWHERE instr(lower(concat_ws(' ', a, b)), 'kali') > 0\n  AND instr(lower(concat_ws(' ', a, b)), 'sts') = 0",
    );
  });

  it('compares and orders times that are written in several ways as instants', () => {
    const sql = writeSelect({
      ...base,
      filter: [{ column: 'eventTime', test: 'from', value: '2026-03-10T08:51:00Z' }],
      sort: { column: 'eventTime', down: true },
      instants: 'eventTime',
    });
    expect(sql).toMatch(
      /WHERE iif\(.*, NULL, coalesce\(unixepoch\(eventTime\), .* >= unixepoch\('2026-03-10T08:51:00Z'\)/,
    );
    expect(sql).toMatch(/ORDER BY iif\(.*, NULL, coalesce\(unixepoch\(eventTime\), .* DESC$/);
  });
});
