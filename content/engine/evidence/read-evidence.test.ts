import { describe, expect, it } from 'vitest';
import { describeTable } from './describe-table.ts';
import { readEvidence, writeRecord } from './read-evidence.ts';

describe('readEvidence', () => {
  it('reads CloudTrail: ids, nested columns, absent values', () => {
    const content = readEvidence(
      { format: 'cloudtrail' },
      JSON.stringify({
        Records: [
          {
            eventID: 'e-1',
            eventTime: '2026-03-10T08:51:09Z',
            userIdentity: { userName: 'ci', accessKeyId: 'AKIAEXAMPLE' },
          },
          {
            eventID: 'e-2',
            userIdentity: { sessionContext: { sessionIssuer: { userName: 'role' } } },
            responseElements: { a: 1 },
          },
          { userIdentity: null },
        ],
      }),
    );
    if (content.kind !== 'table') throw new Error('expected a table');
    const cell = (row: number, column: string) =>
      content.rows[row]?.cells[content.columns.indexOf(column)];
    expect(content.rows.map(({ id }) => id)).toEqual(['e-1', 'e-2', null]);
    expect(cell(0, 'userIdentity.accessKeyId')).toBe('AKIAEXAMPLE');
    expect(cell(1, 'userIdentity.userName')).toBe('role');
    expect(cell(1, 'responseElements')).toBe('{"a":1}');
    expect(cell(2, 'errorCode')).toBe('');
  });

  it('reads CSV with quotes, short rows and a key', () => {
    expect(
      readEvidence({ format: 'csv', key: 'id' }, 'id,text\r\n1,"a, ""b"""\r\n2\r\n'),
    ).toMatchObject({
      columns: ['id', 'text'],
      rows: [
        { id: '1', cells: ['1', 'a, "b"'] },
        { id: '2', cells: ['2', ''] },
      ],
    });
  });

  it('keeps the rows of CSV that have too few or too many cells, and names their lines', () => {
    const content = readEvidence(
      { format: 'csv', key: 'id' },
      'id,text\na,"1\n2"\n\nb\nc,3,EXTRA,more\nd,4\n',
    );
    expect(content).toMatchObject({
      rows: [
        { id: 'a', line: 2 },
        { id: 'b', line: 5, cells: ['b', ''] },
        { id: 'c', line: 6, cells: ['c', '3'] },
        { id: 'd', line: 7 },
      ],
      brokenLines: [],
      unevenLines: [5, 6],
    });
    if (content.kind !== 'table') throw new Error('expected a table');
    const [, , row] = content.rows;
    expect(row && writeRecord(content.columns, row)).toBe('id: c\ntext: 3\nraw: c,3,EXTRA,more');
    const described = describeTable(content);
    expect(described.columns.map(({ name }) => name)).toEqual(['id', 'text', 'raw']);
    expect(content.rows.map(described.writeRow)[2]).toEqual(['c', '3', 'c,3,EXTRA,more']);
  });

  it('writes of a Windows event what it has, not the columns of every other event in the file', () => {
    const event = (id: string, data: string) =>
      `<Event><System><EventID>${id}</EventID><EventRecordID>${id}</EventRecordID></System><EventData>${data}</EventData></Event>`;
    const content = readEvidence(
      { format: 'windows-event' },
      `${event('1', '<Data Name="Image">a.exe</Data>')}\n${event('22', '<Data Name="QueryName">b.example</Data>')}`,
    );
    if (content.kind !== 'table') throw new Error('expected a table');
    const [, row] = content.rows;
    expect(row && writeRecord(content.columns, row)).toBe(
      'EventID: 22\nEventRecordID: 22\nQueryName: b.example',
    );
  });

  it('loses no row of CSV to a quote that is never closed', () => {
    expect(readEvidence({ format: 'csv' }, 'a,b\n1,"x\n2,y\n')).toMatchObject({
      rows: [{ cells: ['2', 'y'], line: 3 }],
      brokenLines: [2],
    });
  });

  it('reads JSON lines and names the lines it could not read', () => {
    expect(
      readEvidence(
        { format: 'jsonl', key: 'id' },
        '{"id":7,"a":"x"}\n{broken\n\n{"id":8,"b":[1]}\n',
      ),
    ).toMatchObject({
      columns: ['id', 'a', 'b'],
      rows: [{ id: '7' }, { id: '8', cells: ['8', '', '[1]'] }],
      brokenLines: [2],
    });
  });

  it.each([
    ['cloudtrail', '{"Records": 3}'],
    ['cloudtrail', 'not json'],
    ['json', '{'],
    ['jsonl', 'plain\ntext'],
    ['csv', ''],
  ] as const)('shows %s that is not one as text', (format, text) => {
    expect(readEvidence({ format }, text)).toEqual({ kind: 'text', text });
  });

  it('takes keys named like prototype members as data only', () => {
    const content = readEvidence({ format: 'jsonl' }, '{"__proto__":{"x":1},"constructor":"c"}\n');
    expect(content).toMatchObject({
      columns: ['__proto__', 'constructor'],
      rows: [{ cells: ['{"x":1}', 'c'] }],
    });
  });
});
