import { describe, expect, it } from 'vitest';
import type { EvidenceFormat } from '../format/drill-schema.ts';
import { readEvidence, type EvidenceShape, type EvidenceTable } from './read-evidence.ts';

function readTable(shape: EvidenceShape | EvidenceFormat, text: string): EvidenceTable {
  const content = readEvidence(typeof shape === 'string' ? { format: shape } : shape, text);
  if (content.kind !== 'table') throw new Error(`expected a table, got ${content.kind}`);
  return content;
}

/** The named cells of one row. */
function cellsOf(table: EvidenceTable, row: number, ...names: string[]): (string | undefined)[] {
  return names.map((name) => table.rows[row]?.cells[table.columns.indexOf(name)]);
}

describe('VPC flow logs', () => {
  const line =
    '2 123456789012 eni-0a1b2c3d 10.0.1.12 198.51.100.7 49152 443 6 20 4249 1773132669 1773132725 ACCEPT OK';

  it('reads the default order, with the start as an instant', () => {
    const table = readTable('vpc-flow', `${line}\n`);
    expect(cellsOf(table, 0, 'time', 'srcaddr', 'dstport', 'action', 'log-status')).toEqual([
      '2026-03-10T08:51:09Z',
      '10.0.1.12',
      '443',
      'ACCEPT',
      'OK',
    ]);
    expect(table.kinds?.[table.columns.indexOf('bytes')]).toBe('integer');
    expect(table.timeColumn).toBe('time');
    expect(table.rows[0]).toMatchObject({ id: null, line: 1 });
  });

  it('follows a header line, and leaves empty what a gap in the data leaves out', () => {
    const table = readTable(
      'vpc-flow',
      'srcaddr dstaddr start pkt-srcaddr tcp-flags\n10.0.0.1 10.0.0.2 1773132669 10.0.0.9 19\n- - 1773132700 - -\n',
    );
    expect(table.columns).toEqual([
      'time',
      'srcaddr',
      'dstaddr',
      'start',
      'pkt-srcaddr',
      'tcp-flags',
    ]);
    expect(cellsOf(table, 0, 'tcp-flags')).toEqual(['19']);
    expect(cellsOf(table, 1, 'time', 'srcaddr')).toEqual(['2026-03-10T08:51:40Z', '']);
    expect(table.rows.map((row) => row.line)).toEqual([2, 3]);
  });

  it('counts a line with too few fields and reads on', () => {
    const table = readTable('vpc-flow', `${line}\n2 123456789012 eni-0a1b\n${line}\n`);
    expect(table.rows).toHaveLength(2);
    expect(table.brokenLines).toEqual([2]);
  });
});

describe('S3 access logs', () => {
  const line =
    '79a59df900b949e5 export-bucket [10/Mar/2026:09:51:09 +0100] 192.0.2.3 arn:aws:sts::123456789012:assumed-role/etl/i-1 3E57427F33A59F07 REST.GET.OBJECT photos/2026%2Fa.jpg "GET /export-bucket/a.jpg?x=1 HTTP/1.1" 200 - 2662992 3462992 70 10 "-" "tool a"b 1.0" - Ke1bUcazaN1jWuUlPJaxF64cQVpUEhoZ= SigV4 TLS_AES_128_GCM_SHA256 AuthHeader export-bucket.s3.amazonaws.com TLSv1.3 - -';

  it('reads brackets, quotes and an offset', () => {
    const table = readTable('s3-access', line);
    expect(
      cellsOf(
        table,
        0,
        'time',
        'remote_ip',
        'operation',
        'http_status',
        'error_code',
        'user_agent',
      ),
    ).toEqual(['2026-03-10T08:51:09Z', '192.0.2.3', 'REST.GET.OBJECT', '200', '', 'tool a"b 1.0']);
    expect(table.rows[0]?.id).toBe('3E57427F33A59F07');
  });

  it('counts what has no time, and a quote that never ends', () => {
    const table = readTable(
      's3-access',
      `${line}\n${line.replace('[10/Mar', '[10/Foo')}\na b "c\n`,
    );
    expect(table.brokenLines).toEqual([2, 3]);
  });
});

it('reads ALB access logs under the names that Athena uses', () => {
  const line =
    'https 2026-03-10T08:51:09.186641Z app/shop/50dc6c495c0c9188 198.51.100.7:2817 10.0.0.1:80 0.086 0.048 0.037 200 502 0 57 "GET https://shop.example.com:443/a?q=b c HTTP/1.1" "curl/8.5.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/t/73e2 "Root=1-58337281-1d84" "shop.example.com" "-" 0 2026-03-10T08:51:08.364000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-" TID_1';
  const table = readTable('alb', `${line}\nhttps yesterday x\n`);
  expect(
    cellsOf(table, 0, 'time', 'client_ip', 'client_port', 'target_ip', 'target_processing_time'),
  ).toEqual(['2026-03-10T08:51:09.186Z', '198.51.100.7', '2817', '10.0.0.1', '0.048']);
  expect(
    cellsOf(
      table,
      0,
      'target_status_code',
      'request_verb',
      'request_url',
      'domain_name',
      'conn_trace_id',
    ),
  ).toEqual(['502', 'GET', 'https://shop.example.com:443/a?q=b c', 'shop.example.com', 'TID_1']);
  expect(table.brokenLines).toEqual([2]);
});

describe('JSON logs', () => {
  it('reads WAF lines: time from milliseconds, headers by name', () => {
    const record = {
      timestamp: 1773132669123,
      webaclId: 'arn:aws:wafv2:x',
      action: 'BLOCK',
      terminatingRuleId: 'SQLi',
      httpRequest: {
        clientIp: '203.0.113.9',
        uri: '/login',
        headers: [{ name: 'User-Agent', value: 'sqlmap/1.8' }],
        requestId: 'rid-1',
      },
      labels: [{ name: 'awswaf:managed' }],
    };
    const table = readTable('waf', `${JSON.stringify(record)}\n{"timestamp":\n`);
    expect(
      cellsOf(table, 0, 'time', 'action', 'httpRequest.clientIp', 'user_agent', 'labels'),
    ).toEqual([
      '2026-03-10T08:51:09.123Z',
      'BLOCK',
      '203.0.113.9',
      'sqlmap/1.8',
      '[{"name":"awswaf:managed"}]',
    ]);
    expect(table.rows[0]?.id).toBe('rid-1');
    expect(table.brokenLines).toEqual([2]);
  });

  it.each([
    [
      'as the API writes them',
      { Findings: [{ Id: 'f1', Type: 'Recon:IAMUser/X', Severity: 5, Service: { Count: 3 } }] },
    ],
    [
      'as they are exported',
      { id: 'f1', type: 'Recon:IAMUser/X', severity: 5, service: { count: 3 } },
    ],
  ])('reads GuardDuty findings %s', (_, document) => {
    const table = readTable('guardduty', JSON.stringify(document));
    expect(cellsOf(table, 0, 'Type', 'Severity', 'Service.Count', 'Id')).toEqual([
      'Recon:IAMUser/X',
      '5',
      '3',
      'f1',
    ]);
    expect(table.rows[0]?.id).toBe('f1');
  });

  it('reads Resolver queries, cited by their lines', () => {
    const record = {
      version: '1.100000',
      query_timestamp: '2026-03-10T08:51:09Z',
      query_name: 'evil.example.',
      query_type: 'A',
      rcode: 'NOERROR',
      srcaddr: '10.0.0.4',
      srcids: { instance: 'i-0d1' },
      answers: [{ Rdata: '203.0.113.9', Type: 'A', Class: 'IN' }],
    };
    const table = readTable('resolver', `\n${JSON.stringify(record)}\n`);
    expect(cellsOf(table, 0, 'query_name', 'srcids.instance')).toEqual(['evil.example.', 'i-0d1']);
    expect(table.rows[0]).toMatchObject({ id: null, line: 2 });
  });

  it('reads an identity provider’s events', () => {
    const record = {
      uuid: 'u-1',
      published: '2026-03-10T09:51:09.123+01:00',
      eventType: 'user.session.start',
      actor: { alternateId: 'mia@shop.example' },
      outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' },
      client: { ipAddress: '198.51.100.7', geographicalContext: { country: 'NL' } },
      target: [{ alternateId: 'okta-dashboard' }],
    };
    const table = readTable('idp', JSON.stringify([record]));
    expect(
      cellsOf(table, 0, 'published', 'actor.alternateId', 'outcome.result', 'target.0.alternateId'),
    ).toEqual(['2026-03-10T08:51:09.123Z', 'mia@shop.example', 'FAILURE', 'okta-dashboard']);
    expect(table.rows[0]?.id).toBe('u-1');
  });

  it('reads CloudTrail one event a line as well', () => {
    const table = readTable('cloudtrail', '{"eventID":"a","eventName":"X"}\n{"eventID":"b"\n');
    expect(table.rows.map(({ id }) => id)).toEqual(['a']);
    expect(table.brokenLines).toEqual([2]);
  });
});

describe('auditd', () => {
  const log = [
    'type=SYSCALL msg=audit(1773132669.243:24287): arch=c000003e syscall=59 success=yes exit=0 ppid=811 pid=2245 auid=1001 uid=0 tty=pts0 ses=3 comm="curl" exe="/usr/bin/curl" key="exec"\u001DSYSCALL=execve AUID="mia"',
    'type=CWD msg=audit(1773132669.243:24287): cwd="/root"',
    'type=USER_LOGIN msg=audit(1773132670.001:24288): pid=900 uid=0 auid=4294967295 msg=\'op=login acct="root" exe="/usr/sbin/sshd" hostname=? addr=198.51.100.7 terminal=ssh res=failed\'',
    'type=PATH msg=audit(1773132669.243:24287): item=0 name="/usr/bin/curl" inode=1',
    'type=PROCTITLE msg=audit(1773132669.243:24287): proctitle=6375726C002D7300687474703A2F2F782F',
    'nonsense',
  ].join('\n');

  it('makes one row of all records with one serial number', () => {
    const table = readTable('auditd', log);
    expect(table.rows.map(({ id, line }) => [id, line])).toEqual([
      ['1773132669.243:24287', 1],
      ['1773132670.001:24288', 3],
    ]);
    expect(
      cellsOf(table, 0, 'time', 'types', 'exe', 'syscall', 'paths', 'proctitle', 'cwd'),
    ).toEqual([
      '2026-03-10T08:51:09.243Z',
      'SYSCALL+CWD+PATH+PROCTITLE',
      '/usr/bin/curl',
      'execve',
      '/usr/bin/curl',
      'curl -s http://x/',
      '/root',
    ]);
    expect(cellsOf(table, 1, 'acct', 'addr', 'res', 'hostname')).toEqual([
      'root',
      '198.51.100.7',
      'failed',
      '',
    ]);
    expect(table.brokenLines).toEqual([6]);
  });
});

describe('syslog', () => {
  it.each([
    [
      'RFC 5424',
      '<34>1 2026-03-10T08:51:09.003Z web-1 sshd 811 ID47 [ex@32473 a="1" b="\\]"] Failed password',
      ['2026-03-10T08:51:09.003Z', 'web-1', 'sshd', '811', 'auth', 'crit', 'Failed password'],
    ],
    [
      'RFC 5424 without data',
      '<165>1 2026-03-10T09:51:09+01:00 web-1 app - - - hello',
      ['2026-03-10T08:51:09Z', 'web-1', 'app', '', 'local4', 'notice', 'hello'],
    ],
    [
      'RFC 3164',
      '<13>Mar  9 08:51:09 web-1 CRON[77]: (root) CMD (run)',
      ['2026-03-09T08:51:09Z', 'web-1', 'CRON', '77', 'user', 'notice', '(root) CMD (run)'],
    ],
    [
      'a file of today',
      '2026-03-10T08:51:09.123456+00:00 web-1 kernel: md0: disk failure',
      ['2026-03-10T08:51:09.123Z', 'web-1', 'kernel', '', '', '', 'md0: disk failure'],
    ],
  ])('reads %s', (_, line, cells) => {
    const table = readTable({ format: 'syslog', year: 2026 }, line);
    expect(
      cellsOf(table, 0, 'time', 'host', 'app', 'pid', 'facility', 'severity', 'message'),
    ).toEqual(cells);
  });

  it('keeps a time without a year as it was written, and counts what is none', () => {
    const table = readTable(
      'syslog',
      'Mar 10 08:51:09 a b: c\nfree text\n<999>Mar 10 08:51:09 a b: c\n',
    );
    expect(cellsOf(table, 0, 'time', 'stamp')).toEqual(['', 'Mar 10 08:51:09']);
    expect(table.brokenLines).toEqual([2, 3]);
  });
});

describe('Windows events', () => {
  const event = (id: number, data: string) =>
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385F}'/><EventID>1</EventID><Level>4</Level><TimeCreated SystemTime='2026-03-10T08:51:09.1234567Z'/><EventRecordID>${id}</EventRecordID><Execution ProcessID="4711" ThreadID="1"/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws-7</Computer><Security UserID="S-1-5-18"/></System><EventData>${data}</EventData></Event>`;

  it('makes a column of each named datum and decodes the five entities', () => {
    const table = readTable(
      'windows-event',
      `<?xml version="1.0"?>\n<Events>\n${event(7, '<Data Name="Image">C:\\a &amp; b.exe</Data><Data Name="CommandLine">&lt;x&gt; "y" &#65;&#x42;</Data>')}\n${event(8, '<Data>plain</Data><Data Name="User"/>')}\n</Events>`,
    );
    expect(cellsOf(table, 0, 'TimeCreated', 'EventID', 'Computer', 'Image', 'CommandLine')).toEqual(
      ['2026-03-10T08:51:09.123Z', '1', 'ws-7', 'C:\\a & b.exe', '<x> "y" AB'],
    );
    expect(cellsOf(table, 1, 'Data1', 'User', 'ProcessID')).toEqual(['plain', '', '4711']);
    expect(table.rows.map(({ id, line }) => [id, line])).toEqual([
      ['7', 3],
      ['8', 4],
    ]);
  });

  it('expands no entity of the file’s own, and reads on after a damaged event', () => {
    const table = readTable(
      'windows-event',
      `<!DOCTYPE x [<!ENTITY big "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>\n<Events>\n<Event><System></Event>\n${event(9, '<Data Name="A">&big;&f;</Data>')}</Events>`,
    );
    expect(cellsOf(table, 0, 'A')).toEqual(['&big;&f;']);
    expect(table.brokenLines).toEqual([3]);
  });

  it('gives up on nesting without end', () => {
    const text = `<Event>${'<a>'.repeat(100_000)}`;
    expect(readEvidence({ format: 'windows-event' }, text)).toEqual({ kind: 'text', text });
  });
});

describe('hostile evidence', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

  it.each([
    ['cloudtrail', deep],
    ['json', deep],
    ['jsonl', deep],
    ['waf', `{"a":${deep}`],
    ['sbom', '{"bomFormat":'],
    ['vpc-flow', '\0\0\0'],
    ['s3-access', '"'.repeat(100_000)],
    ['alb', '['.repeat(100_000)],
    ['auditd', 'type=a msg=audit('.repeat(10_000)],
    ['syslog', `<13>1 ${'['.repeat(100_000)}`],
    ['windows-event', '<Event '.repeat(20_000)],
    ['windows-event', '<Event><!--'.repeat(100_000)],
    ['windows-event', '<Event><![CDATA['.repeat(100_000)],
    ['windows-event', `<Event a="${"<Event b='x' ".repeat(50_000)}`],
  ] as const)('shows %s that harms as text', (format, text) => {
    const content = readEvidence({ format }, text);
    expect(['text', 'tree', 'table']).toContain(content.kind);
    if (content.kind === 'text') expect(content.text).toBe(text);
  });

  it('makes no table of as many columns as there are records, where each names others', () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => `{"k${at}":${at}}`);
    const table = readTable('jsonl', lines.join('\n'));
    expect([table.columns.length, table.rows.length]).toEqual([400, 5_000]);
    expect(table.rows.at(-1)?.raw).toEqual({ k4999: 4999 });
  });

  it('keeps control characters, NUL, formulas and a huge cell letter by letter', () => {
    const huge = 'x'.repeat(2_000_000);
    const table = readTable('csv', `a,b\n=cmd|'/c calc'!A1,\u0000\u001B[31m\n${huge},2\n`);
    expect(table.rows[0]?.cells).toEqual(["=cmd|'/c calc'!A1", '\u0000\u001B[31m']);
    expect(table.rows[1]?.cells[0]).toHaveLength(2_000_000);
  });
});
