import { expect, it } from 'vitest';
import { describeTable } from './describe-table.ts';
import { detectFormat } from './detect-format.ts';
import { inferKinds } from './infer-kinds.ts';
import { readEvidence } from './read-evidence.ts';

const trail = '{"eventVersion":"1.08","eventName":"X","eventSource":"s3.amazonaws.com"';

it.each([
  ['trail.json', `{"Records":[${trail}}]}`, 'cloudtrail'],
  ['trail.json', `[\n  ${trail}}\n]`, 'cloudtrail'],
  ['trail.json.gz', `${trail}}\n${trail}}\n`, 'cloudtrail'],
  ['cut.json', `{"Records":[${trail},"requestParameters":{"a":"`, 'cloudtrail'],
  ['x.log', '{"timestamp":1,"webaclId":"a","httpRequest":{}}\n', 'waf'],
  ['x.json', '{"Findings":[{"Type":"a","Severity":1,"Service":{}}]}', 'guardduty'],
  ['x.json', '{"query_timestamp":"a","query_name":"b"}', 'resolver'],
  ['x.json', '[{"published":"a","eventType":"b","actor":{}}]', 'idp'],
  ['bom.json', '{"bomFormat":"CycloneDX"', 'sbom'],
  ['x.json', '{"a":1}\n{"a":2}\n', 'jsonl'],
  ['x.xml', '<?xml version="1.0"?><Events><Event xmlns="x">', 'windows-event'],
  ['audit.log', 'type=CWD msg=audit(1.0:1): cwd="/"\n', 'auditd'],
  ['a.log', 'h2 2026-03-10T08:51:09.1Z app/x 1.1.1.1:1 -\n', 'alb'],
  ['a', 'owner bucket [10/Mar/2026:08:51:09 +0000] 1.1.1.1\n', 's3-access'],
  ['flow.log', '2 123456789012 eni-1 10.0.0.1 10.0.0.2\n', 'vpc-flow'],
  ['flow.log', 'version account-id interface-id srcaddr\n', 'vpc-flow'],
  ['flow.csv', 'time,srcaddr\n1,2\n', 'csv'],
  ['messages', 'Mar  9 08:51:09 host app: x\n', 'syslog'],
  ['messages', '<13>1 2026-03-10T08:51:09Z host app - - - x\n', 'syslog'],
  ['mail.txt', 'Received: from a\nSubject: b\n', 'mail'],
  ['note.eml', 'anything', 'mail'],
  ['t.txt', 'id,name\n1,a\n', 'csv'],
  ['t.txt', 'Dear all,\nplease read this.\n', 'text'],
  ['t.txt', '', 'text'],
] as const)('%s with %j is %s', (name, head, format) => {
  expect(detectFormat(name, head)).toBe(format);
});

it('takes for numbers only what a database would write as one', () => {
  const rows = [
    ['1', '1', '007', '2026-03-10T08:00:00Z', '{"a":1}', ''],
    ['-20', '2.5', '8', '2026-03-10 08:00:00', '[]', ''],
    ['', '', '', '', '', ''],
  ];
  expect(inferKinds(6, rows)).toEqual(['integer', 'real', 'text', 'time', 'json', 'text']);
  expect(inferKinds(1, [['123456789012345678']])).toEqual(['text']);
});

it('writes rows for a database: nothing for nothing, and JSON that is JSON', () => {
  const waf = readEvidence({ format: 'waf' }, '{"timestamp":1000,"action":"BLOCK","labels":"odd"}');
  if (waf.kind !== 'table') throw new Error('no table');
  const { columns, timeColumn, writeRow } = describeTable(waf);
  const row = waf.rows[0];
  if (!row) throw new Error('no row');
  const cells = writeRow(row);
  const cell = (name: string) => cells[columns.findIndex((column) => column.name === name)];
  expect(timeColumn).toBe('time');
  expect(cell('time')).toBe('1970-01-01T00:00:01Z');
  expect(cell('httpRequest_clientIp')).toBeNull();
  expect(cell('labels')).toBe('"odd"');
  expect(cell('raw')).toBe('{"timestamp":1000,"action":"BLOCK","labels":"odd"}');
  expect(columns.at(-1)).toEqual({ name: 'raw', title: 'raw', kind: 'json' });
});

it('keeps the empty texts of CSV, which has no other way to say nothing', () => {
  const csv = readEvidence({ format: 'csv' }, 'a,n\n,1\nx,\n');
  if (csv.kind !== 'table') throw new Error('no table');
  const { columns, writeRow } = describeTable(csv);
  expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
    ['a', 'text'],
    ['n', 'integer'],
  ]);
  expect(csv.rows.map(writeRow)).toEqual([
    ['', '1'],
    ['x', null],
  ]);
});
