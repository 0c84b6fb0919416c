import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readInstant } from '../../score/timeline-points.ts';
import { readEvidence } from '../read-evidence.ts';
import { writeInstant } from '../storyline-instant.ts';
import { findEventId } from './cloudtrail.ts';
import { readStoryline } from './read-storyline.ts';
import { StorylineSchema, type Storyline } from './schema.ts';
import { writeFiles } from './write-files.ts';

type Input = v.InferInput<typeof StorylineSchema>;

const input: Input = {
  format: 1,
  seed: 7,
  account: '111122223333',
  from: '2026-03-10T07:30:00Z',
  to: '2026-03-10T09:10:00Z',
  office_hours: { from: '08:30', to: '17:30' },
  people: { mia: { name: 'Mia', role: 'Support' } },
  principals: {
    pipeline: {
      kind: 'user',
      name: 'ci-deploy',
      id: 'AIDAQ7RT5KZ2A4EXAMPLE',
      key: 'AKIAQ7RT5KZ2MEXAMPLE',
      from: ['192.0.2.44'],
      agents: ['aws-cli/2'],
    },
    session: {
      kind: 'federated',
      name: 'svc-audit',
      issuer: 'pipeline',
      key: 'ASIAQ7RT5KZ2VEXAMPLE',
      issued: '2026-03-10T08:53:30Z',
      from: ['203.0.113.77'],
      agents: ['Boto3'],
    },
    mia: {
      kind: 'role',
      name: 'ReadOnly',
      id: 'AROAQ7RT5KZ2G2EXAMPLE',
      session: 'mia',
      key: 'ASIAQ7RT5KZ2PEXAMPLE',
      issued: '2026-03-10T08:30:00Z',
      console: true,
      from: ['192.0.2.18'],
      agents: ['Mozilla/5.0'],
    },
    trail: { kind: 'service', host: 'cloudtrail.amazonaws.com' },
    provider: { kind: 'internal', host: 'AWS Internal' },
  },
  calls: {
    'ec2.DescribeInstances': { ask: { filterSet: {} } },
    'iam.ListRoles': {},
    's3.GetBucketAcl': { ask: { bucketName: 'trail-{region}' } },
    'kms.RotateKey': { read: false, type: 'AwsServiceEvent', details: { keyId: '{uuid}' } },
    'signin.ConsoleLogin': {
      read: false,
      type: 'AwsConsoleSignIn',
      answer: { ConsoleLogin: 'Success' },
    },
    'iam.CreateAccessKey': { read: false, answer: { accessKey: {} } },
  },
  habits: [
    { who: 'pipeline', share: 4, calls: ['ec2.DescribeInstances', 'iam.ListRoles'] },
    {
      who: 'mia',
      share: 4,
      office: true,
      throttled: 0.3,
      denied: 0.3,
      calls: ['ec2.DescribeInstances', 'iam.ListRoles'],
    },
    { who: 'trail', share: 2, calls: ['s3.GetBucketAcl'] },
    { who: 'provider', share: 1, calls: ['kms.RotateKey'] },
  ],
  events: [
    {
      id: 'sign-in',
      at: '2026-03-10T08:30:00Z',
      who: 'mia',
      call: 'signin.ConsoleLogin',
      region: 'us-east-1',
    },
    {
      id: 'refused',
      at: '2026-03-10T08:55:02Z',
      who: 'pipeline',
      call: 'iam.CreateAccessKey',
      region: 'us-east-1',
      from: '198.51.100.23',
      ask: { userName: 'backup-sync' },
      error: { code: 'AccessDenied', message: 'no' },
    },
    {
      id: 'elsewhere',
      at: '2026-03-10T09:00:00Z',
      who: 'session',
      call: 'ec2.DescribeInstances',
      region: 'eu-west-1',
    },
  ],
  files: [
    { file: 'evidence/home.json', regions: ['us-east-1'], noise: 300 },
    { file: 'evidence/far.json', regions: ['eu-west-1', 'sa-east-1'], noise: 60 },
  ],
};

const storyline = v.parse(StorylineSchema, input);
const change = (changes: Partial<Input>): Storyline =>
  v.parse(StorylineSchema, { ...input, ...changes });

interface CloudTrailRecord {
  readonly [key: string]: unknown;
  readonly userIdentity: { readonly [key: string]: unknown };
  readonly eventTime: string;
  readonly eventID: string;
}

function readText(story: Storyline, file: string): string {
  return writeFiles(story).find((one) => one.file === file)?.text ?? '';
}

function readRecords(story: Storyline, file = 'evidence/home.json'): readonly CloudTrailRecord[] {
  const text = readText(story, file);
  return (JSON.parse(text) as { Records: readonly CloudTrailRecord[] }).Records;
}

describe('a CloudTrail file', () => {
  it('writes the same bytes for the same storyline, others for another seed', () => {
    expect(writeFiles(storyline)).toEqual(writeFiles(storyline));
    expect(writeFiles(change({ seed: 8 }))).not.toEqual(writeFiles(storyline));
  });

  it('gives every event the keys that all events have, and an id of its own', () => {
    const records = [...readRecords(storyline), ...readRecords(storyline, 'evidence/far.json')];
    expect(records).toHaveLength(300 + 2 + 60 + 1);
    const always =
      'eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent requestParameters responseElements eventID readOnly eventType managementEvent recipientAccountId eventCategory'.split(
        ' ',
      );
    expect(records.filter((record) => !always.every((key) => key in record))).toEqual([]);
    expect(new Set(records.map(({ eventID }) => eventID)).size).toBe(records.length);
    expect(new Set(records.map(({ eventVersion }) => eventVersion))).toEqual(
      new Set(['1.08', '1.09', '1.10']),
    );
  });

  it('mixes in what a real trail has: services, identities without a type, refusals, throttling', () => {
    const records = readRecords(storyline);
    const types = new Set(records.map(({ userIdentity }) => userIdentity['type']));
    expect(types).toEqual(new Set(['IAMUser', 'AssumedRole', 'AWSService', undefined]));
    const errors = new Set(records.map(({ errorCode }) => errorCode));
    expect(errors).toContain('Client.RequestLimitExceeded');
    expect(errors).toContain('Throttling');
    expect(errors).toContain('AccessDenied');
  });

  it('refuses a call of somebody each time or never, as the story does where it has the call', () => {
    const habits = input.habits?.map((habit) => ({
      ...habit,
      throttled: 0,
      denied: 0.4,
      calls: ['ec2.DescribeInstances', 'iam.ListRoles', 'iam.CreateAccessKey', 's3.GetBucketAcl'],
    }));
    const outcomes = new Map<string, Set<string>>();
    for (const seed of [1, 2, 3, 4]) {
      for (const { userIdentity, eventName, errorCode } of readRecords(change({ habits, seed }))) {
        const key = `${seed} ${JSON.stringify(userIdentity)} ${String(eventName)}`;
        const outcome = /Denied|Unauthorized/.test(String(errorCode)) ? 'refused' : 'allowed';
        outcomes.set(key, (outcomes.get(key) ?? new Set()).add(outcome));
      }
    }
    const told = [...outcomes].filter(([key]) => /ci-deploy.*CreateAccessKey/.test(key));
    expect(told.map(([, all]) => [...all])).toEqual(told.map(() => ['refused']));
    expect(told.length).toBeGreaterThan(0);
    expect([...outcomes].filter(([, all]) => all.size > 1)).toEqual([]);
    expect(new Set([...outcomes.values()].flatMap((all) => [...all])).size).toBe(2);
  });

  it('lets a program name the client or the command of each call', () => {
    const calls = ['monitoring.DescribeAlarms', 'ec2.DescribeInstances', 's3.GetBucketAcl'];
    const habits = [{ who: 'pipeline', share: 1, calls }];
    const principals = { ...input.principals };
    const { pipeline } = principals;
    if (!pipeline || pipeline.kind !== 'user') throw new Error('the estate has a pipeline user');
    const named = { ...pipeline, agents: ['sdk/1 api/{api}#1.2 md/command#{command}'] };
    const agents = new Set(
      readRecords(change({ habits, principals: { ...principals, pipeline: named } }))
        .filter(({ userAgent }) => String(userAgent).includes('sdk/1'))
        .map(({ userAgent }) => String(userAgent).replace(/^\[|\]$/g, '')),
    );
    expect([...agents].filter((agent) => !agent.includes('create-access-key')).sort()).toEqual([
      'sdk/1 api/cloudwatch#1.2 md/command#cloudwatch.describe-alarms',
      'sdk/1 api/ec2#1.2 md/command#ec2.describe-instances',
      'sdk/1 api/s3#1.2 md/command#s3api.get-bucket-acl',
    ]);
  });

  it('writes each caller of S3 in brackets, and the host that was asked as S3 repeats it', () => {
    const Host = 'backups.s3.amazonaws.com';
    const asking = change({
      calls: { ...input.calls, 's3.GetBucketPolicy': { ask: { bucketName: 'backups', Host } } },
      habits: [{ who: 'pipeline', share: 1, calls: ['s3.GetBucketPolicy'] }],
    });
    const asked = readRecords(asking).filter(({ eventName }) => eventName === 'GetBucketPolicy');
    expect(asked.map(({ userAgent }) => userAgent)).toEqual(asked.map(() => '[aws-cli/2]'));
    const hosts = asked.flatMap(({ tlsDetails }) => (tlsDetails ? [tlsDetails] : []));
    expect(hosts.length).toBeGreaterThan(0);
    expect(hosts.length).toBeLessThan(asked.length);
    for (const host of hosts) expect(host).toMatchObject({ clientProvidedHostHeader: Host });
  });

  it('numbers requests as each service does: S3 in sixteen figures, EC2 as in its answer', () => {
    const asked = '3d9f6a52-7c1e-4b08-a5d4-92e0f7b16c83';
    const pair = {
      id: 'pair',
      at: '2026-03-10T08:59:26Z',
      who: 'pipeline',
      call: 'ec2.ImportKeyPair',
      region: 'us-east-1',
      answer: { requestId: asked, keyName: 'ops-node' },
    };
    const calls = { ...input.calls, 'ec2.ImportKeyPair': { read: false } };
    const records = readRecords(change({ calls, events: [pair] }));
    const ofS3 = records.filter(({ eventName }) => eventName === 'GetBucketAcl');
    expect(ofS3.length).toBeGreaterThan(9);
    for (const { requestID } of ofS3) expect(requestID).toMatch(/^[0-9A-F]{16}$/);
    const answered = records.find(({ eventName }) => eventName === 'ImportKeyPair');
    expect(answered?.['requestID']).toBe(asked);
    const others = records.filter(({ eventName }) => eventName === 'ListRoles');
    for (const { requestID } of others) expect(requestID).toMatch(/^[0-9a-f]{8}-/);
  });

  it('delivers out of order', () => {
    const times = readRecords(storyline).map(({ eventTime }) => eventTime);
    expect(times).not.toEqual([...times].sort());
  });

  it('keeps people to their office hours and noise to the span', () => {
    for (const { userIdentity, eventTime } of readRecords(storyline)) {
      expect(eventTime >= '2026-03-10T07:30:00Z' && eventTime < '2026-03-10T09:10:00Z').toBe(true);
      if (userIdentity['type'] === 'AssumedRole')
        expect(eventTime >= '2026-03-10T08:30:00Z').toBe(true);
    }
  });

  it('writes an event of the story as told, under an id that noise does not move', () => {
    const [, refused] = storyline.events;
    if (!refused) throw new Error('expected the second event');
    const id = findEventId(storyline, refused);
    const more = change({
      files: [{ file: 'evidence/home.json', regions: ['us-east-1'], noise: 9 }],
    });
    for (const story of [storyline, more]) {
      expect(readRecords(story).find(({ eventID }) => eventID === id)).toMatchObject({
        eventName: 'CreateAccessKey',
        eventTime: '2026-03-10T08:55:02Z',
        sourceIPAddress: '198.51.100.23',
        requestParameters: { userName: 'backup-sync' },
        responseElements: null,
        errorCode: 'AccessDenied',
        readOnly: false,
        userIdentity: { type: 'IAMUser', accessKeyId: 'AKIAQ7RT5KZ2MEXAMPLE' },
      });
    }
  });

  it('puts an event into the file of its region only, with the issuer of a federated session', () => {
    const federated = (file: string) =>
      readRecords(storyline, file).filter(
        ({ userIdentity }) => userIdentity['type'] === 'FederatedUser',
      );
    expect(federated('evidence/home.json')).toEqual([]);
    expect(federated('evidence/far.json')).toMatchObject([
      { userIdentity: { sessionContext: { sessionIssuer: { userName: 'ci-deploy' } } } },
    ]);
  });

  it('signs in without a key, and marks what was done in the console after that', () => {
    const records = readRecords(storyline).filter(
      ({ userIdentity }) => userIdentity['type'] === 'AssumedRole',
    );
    const signIn = records.filter(({ eventType }) => eventType === 'AwsConsoleSignIn');
    expect(signIn).toHaveLength(1);
    expect(signIn[0]?.userIdentity).not.toHaveProperty('accessKeyId');
    expect(
      records.filter(
        (record) =>
          record['eventType'] === 'AwsApiCall' && record['sessionCredentialFromConsole'] !== 'true',
      ),
    ).toEqual([]);
  });

  it('is read by the viewer as a table with ids', () => {
    const text = readText(storyline, 'evidence/home.json');
    const content = readEvidence({ format: 'cloudtrail' }, text);
    if (content.kind !== 'table') throw new Error('expected a table');
    expect(content.rows.filter(({ id }) => id === null)).toEqual([]);
  });
});

it('reports a fault of the storyline with its place', () => {
  const read = readStoryline('storyline.yaml', 'format: 1\nsede: 3\n');
  if (read.ok) throw new Error('expected a fault');
  expect(read.faults[0]).toMatchObject({ code: 'unknown-field', line: 2, column: 1 });
});

it.each([
  '1970-01-01T00:00:00Z',
  '2000-02-29T23:59:59Z',
  '2026-03-10T08:51:09Z',
  '2027-01-01T00:00:00Z',
  '2100-03-01T12:00:00Z',
])('writes the instant %s as it was read', (instant) => {
  expect(writeInstant(readInstant(instant))).toBe(instant);
});
