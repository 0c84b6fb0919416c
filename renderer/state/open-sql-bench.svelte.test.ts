import { afterEach, describe, expect, it } from 'vitest';
import { openSqlBench } from './open-sql-bench.ts';
import type { QueryOutcome, QueryRows, SqlBench } from './sql-bench.ts';

let bench: SqlBench | null = null;

afterEach(() => {
  bench?.dispose();
  bench = null;
});

function open(): SqlBench {
  bench = openSqlBench();
  return bench;
}

function current(): SqlBench {
  if (!bench) throw new Error('no bench');
  return bench;
}

function rowsOf(outcome: QueryOutcome): QueryRows['rows'] {
  if (outcome.kind !== 'done') throw new Error(`expected rows, got ${JSON.stringify(outcome)}`);
  return outcome.rows;
}

const event = (id: string, minute: number, name: string): object => ({
  eventVersion: '1.08',
  eventID: id,
  eventTime: `2026-03-10T08:${String(minute).padStart(2, '0')}:00Z`,
  eventName: name,
  eventSource: 's3.amazonaws.com',
  userIdentity: { type: 'IAMUser', userName: 'O\'Neil "é" \\ 😀' },
  requestParameters: { bucketName: 'exports', list: [1, 2] },
});
const trail = [
  event('e-1', 1, 'GetObject'),
  event('e-2', 2, 'GetObject'),
  event('e-3', 59, 'DeleteTrail'),
];

function openTrail(): Promise<unknown> {
  return open().loadEvidence({
    evidence: 'trail-us-east-1',
    title: 'CloudTrail',
    format: 'cloudtrail',
    text: JSON.stringify({ Records: trail }),
  });
}

async function gzip(text: string): Promise<Blob> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(packed).blob();
}

async function openFile(name: string, content: BlobPart) {
  return (bench ?? open()).openOwnFile(new File([content], name), () => undefined).outcome;
}

describe('evidence of the drill', () => {
  it('becomes a table whose rows can be asked and cited', async () => {
    await openTrail();
    expect(bench?.tables).toMatchObject([
      {
        name: 'trail_us_east_1',
        source: { kind: 'evidence', evidence: 'trail-us-east-1' },
        timeColumn: 'eventTime',
        rows: 3,
        span: ['2026-03-10T08:01:00Z', '2026-03-10T08:59:00Z'],
        broken: { count: 0 },
      },
    ]);
    const outcome = await current().run(
      "SELECT userIdentity_userName, requestParameters ->> 'bucketName', raw ->> 'eventID' FROM trail_us_east_1 WHERE eventName = 'DeleteTrail'",
    ).outcome;
    expect(rowsOf(outcome)).toEqual([['O\'Neil "é" \\ 😀', 'exports', 'e-3']]);
    if (outcome.kind !== 'done' || !outcome.records?.[0]) throw new Error('no record');
    expect(bench?.cite(outcome.records[0])).toEqual({
      file: 'trail-us-east-1',
      locator: { kind: 'record', id: 'e-3' },
    });
  });

  it('cites a row without an id by its line, and a count as query and result', async () => {
    const text =
      '2 123456789012 eni-0a 10.0.0.1 10.0.0.2 1 2 6 1 1 1773132669 1773132670 ACCEPT OK\nbroken\n2 123456789012 eni-0a 10.0.0.1 10.0.0.9 1 2 6 1 9 1773132670 1773132671 REJECT OK\n';
    const table = await open().loadEvidence({
      evidence: 'flow',
      title: 'Flow logs',
      format: 'vpc-flow',
      text,
    });
    expect(table?.broken).toEqual({ count: 1, lines: [2] });
    const rejected = await current().run("SELECT bytes FROM flow WHERE action = 'REJECT'").outcome;
    expect(rowsOf(rejected)).toEqual([[9]]);
    if (rejected.kind !== 'done' || !rejected.records?.[0]) throw new Error('no record');
    const start = text.lastIndexOf('2 123456789012');
    expect(bench?.cite(rejected.records[0])?.locator).toMatchObject({
      kind: 'range',
      start,
      end: text.length - 1,
    });
    const sql = 'SELECT count(*) FROM flow';
    const count = await current().run(sql).outcome;
    if (count.kind !== 'done') throw new Error('no rows');
    expect(count.records).toBeNull();
    expect(count.groups).toEqual([{ table: 'flow', rows: [1, 2], total: 2 }]);
    const line = (at: number) => ({ kind: 'range', start: at });
    expect(bench?.citeResult(sql, count, count.groups?.[0] ?? null)).toMatchObject({
      file: 'flow',
      locator: { kind: 'query', query: sql, rests_on: [line(0), line(start)] },
    });
    expect(bench?.citeResult(sql, count, null)?.locator).not.toHaveProperty('rests_on');
  });

  it('knows which records a group, a count or a distinct value is made of', async () => {
    const lines = Array.from(
      { length: 300 },
      (_, index) =>
        `2 123456789012 eni-0${String(index % 3)} 10.0.0.1 10.0.0.${String(index % 150)} 1 2 6 1 ${String(index)} 1773132669 1773132670 ACCEPT OK`,
    );
    await open().loadEvidence({
      evidence: 'flow',
      title: 'Flow logs',
      format: 'vpc-flow',
      text: lines.join('\n'),
    });
    const ask = async (sql: string) => {
      const outcome = await current().run(sql).outcome;
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      return {
        rows: outcome.rows,
        groups: outcome.groups?.map(({ rows, total }) => [rows, total]),
      };
    };
    expect(
      await ask(
        "SELECT dstaddr, count(*) n FROM flow WHERE dstaddr LIKE '%.1_9' GROUP BY 1 ORDER BY 1",
      ),
    ).toEqual({
      rows: [109, 119, 129, 139, 149].map((last) => [`10.0.0.${String(last)}`, 2]),
      groups: [109, 119, 129, 139, 149].map((last) => [[last + 1, last + 151], 2]),
    });
    expect(await ask('SELECT count(*), max(bytes) FROM flow')).toEqual({
      rows: [[300, 299]],
      groups: [[[], 300]],
    });
    expect(await ask('SELECT count(*) FROM flow WHERE bytes > 1000')).toEqual({
      rows: [[0]],
      groups: [[[], 0]],
    });
    expect(
      await ask('SELECT DISTINCT interface_id FROM flow WHERE bytes < 4 ORDER BY 1 DESC'),
    ).toEqual({
      rows: [['eni-02'], ['eni-01'], ['eni-00']],
      groups: [
        [[3], 1],
        [[2], 1],
        [[1, 4], 2],
      ],
    });
    // A column beside the largest keeps its row, although one more thing is asked for.
    expect(await ask('SELECT dstaddr, max(bytes) FROM flow WHERE bytes < 7')).toEqual({
      rows: [['10.0.0.6', 6]],
      groups: [[[1, 2, 3, 4, 5, 6, 7], 7]],
    });
    for (const sql of [
      'SELECT count(*) FROM flow a JOIN flow b ON a.bytes = b.bytes + 1',
      'SELECT bytes, count(*) OVER () FROM flow LIMIT 2',
      'SELECT DISTINCT * FROM flow LIMIT 2',
    ]) {
      expect((await ask(sql)).groups, sql).toBeUndefined();
    }
  });

  it('counts over time and by value without SQL', async () => {
    await openTrail();
    const filter = [{ column: 'eventName', test: 'is', value: 'GetObject' }] as const;
    expect(await bench?.countValues('trail_us_east_1', 'eventName', [])).toEqual([
      { value: 'GetObject', count: 2 },
      { value: 'DeleteTrail', count: 1 },
    ]);
    const all = await bench?.countOverTime('trail_us_east_1', 60, []);
    expect(all?.step_s).toBe(60);
    expect(all?.buckets).toHaveLength(59);
    expect(all?.buckets[0]).toEqual({ from: '2026-03-10T08:01:00Z', count: 1 });
    expect(all?.to).toBe('2026-03-10T09:00:00Z');
    const some = await bench?.countOverTime('trail_us_east_1', 60, filter);
    expect(some?.buckets).toHaveLength(59);
    expect(some?.buckets.filter(({ count }) => count > 0)).toHaveLength(2);
    const late = { column: 'eventTime', test: 'from', value: '2026-03-10T08:30' } as const;
    const zoomed = await bench?.countOverTime('trail_us_east_1', 60, [late]);
    expect(zoomed?.buckets).toEqual([{ from: '2026-03-10T08:59:00Z', count: 1 }]);
  });

  it('takes a mail for no table, and the same evidence once', async () => {
    const mail = { evidence: 'm', title: 'Mail', format: 'mail', text: 'From: a' } as const;
    expect(await open().loadEvidence(mail)).toBeNull();
    await Promise.all([openTrailAgain(), openTrailAgain()]);
    expect(bench?.tables).toHaveLength(1);
  });
});

function openTrailAgain() {
  const text = JSON.stringify(trail);
  return bench?.loadEvidence({ evidence: 't', title: 'T', format: 'cloudtrail', text });
}

describe('a query', () => {
  it('comes in pieces, and is cut with a word about it', async () => {
    await openTrail();
    const lengths: number[] = [];
    const outcome = await current().run(
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c',
      { limit: 2_000, onRows: ({ rows }) => lengths.push(rows.length) },
    ).outcome;
    expect(rowsOf(outcome)).toHaveLength(2_000);
    expect(outcome).toMatchObject({ kind: 'done', capped: true });
    expect(lengths[0]).toBeLessThan(2_000);
  });

  it.each([
    ['SELECT evenName FROM trail_us_east_1', { offset: 7, length: 8 }, 'eventName'],
    ['SELECT 1 FROM trail', { offset: 14, length: 5 }, 'trail_us_east_1'],
    ["SELECT 'é', eventName FRM x", { offset: 26, length: 1 }, null],
    ['DROP TABLE trail_us_east_1', { offset: 0, length: 4 }, null],
    ["ATTACH 'x' AS y", { offset: 0, length: 6 }, null],
    ['SELECT 1; SELECT 2', { offset: 10, length: 6 }, null],
  ])('that is at fault says where: %s', async (sql, place, suggestion) => {
    await openTrail();
    const outcome = await current().run(sql).outcome;
    expect(outcome).toMatchObject({ kind: 'fault', fault: { place, suggestion } });
    expect(rowsOf(await current().run('SELECT count(*) FROM trail_us_east_1').outcome)).toEqual([
      [3],
    ]);
  });

  it('without end is stopped, and the tables are there afterwards', async () => {
    await openTrail();
    await openFile('flow.csv', 'a,b\n1,x\n2,y\n');
    const endless = current().run(
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c',
    );
    setTimeout(() => {
      endless.stop();
    }, 200);
    expect(await endless.outcome).toMatchObject({ kind: 'stopped' });
    const after = current().run('SELECT (SELECT count(*) FROM trail_us_east_1), sum(a) FROM flow');
    expect(rowsOf(await after.outcome)).toEqual([[3, 3]]);
  });
});

describe('own files', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, index) =>
      JSON.stringify(event(`x-${index}`, index % 60, 'PutObject')),
    ).join('\n');

  it('reads packed CloudTrail with its records, whatever is broken among them', async () => {
    const document = `{"Records":[${JSON.stringify(trail[0])},\n{"eventVersion":"1", broken},\n${JSON.stringify(trail[1])}]}`;
    const outcome = await openFile('trail.json.gz', await gzip(document));
    expect(outcome).toMatchObject({
      kind: 'table',
      table: { name: 'trail', format: 'cloudtrail', rows: 2, broken: { count: 1, lines: [2] } },
    });
    const names = await current().run('SELECT userIdentity_userName, eventID FROM trail').outcome;
    expect(rowsOf(names)[1]).toEqual(['O\'Neil "é" \\ 😀', 'e-2']);
  });

  it.each([
    ['a.jsonl', '{"a":1,"at":"2026-03-10T08:00:00Z"}\n{"a":2', 'jsonl', 1],
    ['b.csv', 'id,text\n1,"two\nlines"\n2,"=1+1"\n', 'csv', 2],
    ['c.log', '<13>Mar 10 08:00:00 host app: hello\n', 'syslog', 1],
    [
      'd.log',
      '2 123456789012 eni-0a 10.0.0.1 10.0.0.2 1 2 6 1 1 1773132669 1773132670 ACCEPT OK\n',
      'vpc-flow',
      1,
    ],
    ['audit.log', 'type=LOGIN msg=audit(1773132669.001:7): uid=0\n', 'auditd', 1],
    ['other.json', '{"count":2,"items":[{"a":1},{"a":2}]}', 'jsonl', 2],
    ['bom.json', '{"bomFormat":"CycloneDX","components":[{"name":"x","version":"1"}]}', 'sbom', 1],
  ])('reads %s as what it is', async (name, text, format, rows) => {
    expect(await openFile(name, text)).toMatchObject({ kind: 'table', table: { format, rows } });
    const [table] = current().tables;
    const outcome = await current().run(`SELECT * FROM ${table?.name ?? ''}`).outcome;
    expect(rowsOf(outcome)).toHaveLength(rows);
  });

  it('hands a mail to its viewer, and says of an empty file that it is empty', async () => {
    expect(await openFile('note.eml', 'From: a\n\nhello')).toMatchObject({
      kind: 'text',
      laid: { format: 'mail' },
    });
    const empty = await openFile('empty.json', '');
    expect(empty.kind === 'refused' && empty.message).toMatch(/“empty.json” is empty/);
    const damaged = await openFile('x.json.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3]));
    expect(damaged.kind === 'refused' && damaged.message).toMatch(/damaged/);
  });

  it('can be cancelled on the way, and leaves nothing behind', async () => {
    const big = new File([lines(40_000)], 'big.jsonl');
    const opening = open().openOwnFile(big, () => {
      opening.cancel();
    });
    expect(await opening.outcome).toEqual({ kind: 'cancelled' });
    expect(bench?.tables).toEqual([]);
    const left = await current().run('SELECT count(*) FROM sqlite_schema').outcome;
    expect(rowsOf(left)).toEqual([[0]]);
  });

  it('leaves nothing behind either when the last of it was just being read', async () => {
    const opening = open().openOwnFile(new File(['a,b\n1,2\n'], 'small.csv'), () => undefined);
    setTimeout(() => {
      opening.cancel();
    }, 0);
    expect(await opening.outcome).toEqual({ kind: 'cancelled' });
    expect(bench?.tables).toEqual([]);
    const left = await current().run('SELECT count(*) FROM sqlite_schema').outcome;
    expect(rowsOf(left)).toEqual([[0]]);
  });

  it('keep their names when a query was stopped after another file was closed', async () => {
    await openFile('log.csv', 'a,b\n1,x\n');
    await openFile('log.csv', 'a,b\n2,y\n');
    await current().closeTable('log');
    const endless = current().run(
      'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c',
    );
    setTimeout(() => {
      endless.stop();
    }, 200);
    await endless.outcome;
    expect(rowsOf(await current().run('SELECT a FROM log_2').outcome)).toEqual([[2]]);
  });

  it('tells how far it is, answers queries meanwhile, and closes', async () => {
    await openTrail();
    const seen: number[] = [];
    const opening = current().openOwnFile(new File([lines(40_000)], 'big.jsonl'), ({ rows }) => {
      seen.push(rows);
    });
    expect(rowsOf(await current().run('SELECT count(*) FROM trail_us_east_1').outcome)).toEqual([
      [3],
    ]);
    expect(await opening.outcome).toMatchObject({ kind: 'table', table: { rows: 40_000 } });
    expect(seen.length).toBeGreaterThan(0);
    await current().closeTable('big');
    expect(bench?.tables.map(({ name }) => name)).toEqual(['trail_us_east_1']);
    expect((await current().run('SELECT 1 FROM big').outcome).kind).toBe('fault');
  });
});
