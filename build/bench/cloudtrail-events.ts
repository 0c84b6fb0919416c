import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandomSource, type RandomSource } from '../../content/engine/drill/random-source.ts';
import { writeInstant } from '../../content/engine/evidence/storyline-instant.ts';

/** First second of the log: 2026-03-01T00:00:00Z. */
const start_s = 1_772_323_200;
/** Thirty days. */
const span_s = 30 * 86_400;

/** How often each call stands in the log, as in an account where machines do most of it. */
const calls: readonly (readonly [
  weight: number,
  name: string,
  source: string,
  readOnly: boolean,
])[] = [
  [260, 'AssumeRole', 'sts', true],
  [170, 'GetObject', 's3', true],
  [90, 'Decrypt', 'kms', true],
  [80, 'DescribeInstances', 'ec2', true],
  [70, 'PutObject', 's3', false],
  [60, 'GenerateDataKey', 'kms', true],
  [50, 'ListObjectsV2', 's3', true],
  [40, 'GetCallerIdentity', 'sts', true],
  [40, 'DescribeVolumes', 'ec2', true],
  [30, 'GetSecretValue', 'secretsmanager', true],
  [30, 'CreateLogStream', 'logs', false],
  [20, 'PutMetricData', 'monitoring', false],
  [15, 'GetRole', 'iam', true],
  [12, 'ListBuckets', 's3', true],
  [10, 'ConsoleLogin', 'signin', false],
  [8, 'RunInstances', 'ec2', false],
  [6, 'AttachUserPolicy', 'iam', false],
  [5, 'CreateAccessKey', 'iam', false],
  [3, 'DeleteTrail', 'cloudtrail', false],
  [1, 'GetFederationToken', 'sts', false],
];
const regions = [
  'us-east-1',
  'us-east-1',
  'us-east-1',
  'eu-west-1',
  'eu-central-1',
  'ap-southeast-2',
];
const agents = [
  'aws-sdk-go-v2/1.24.0 os/linux lang/go#1.21.5',
  'Boto3/1.34.11 md/Botocore#1.34.11 ua/2.0 os/linux#5.10',
  'aws-cli/2.15.8 md/prompt#off exe/x86_64.debian.12',
  'AWS Internal',
  'console.amazonaws.com',
];
const errors = ['AccessDenied', 'ThrottlingException', 'NoSuchKey', 'InvalidParameterValue'];
const account = '123456789012';

/**
 * Writes CloudTrail events, one a line, in the order of a trail: by time, with strays. The same seed
 * and count give the same bytes, about 700 of them an event.
 */
export function writeCloudTrailLines(file: string, count: number, seed: number): void {
  const random = createRandomSource(seed);
  const total = calls.reduce((sum, [weight]) => sum + weight, 0);
  const handle = openSync(file, 'w');
  try {
    let lines: string[] = [];
    for (let index = 0; index < count; index += 1) {
      lines.push(writeEvent(random, index / count, total));
      if (lines.length === 5_000 || index === count - 1) {
        writeSync(handle, `${lines.join('\n')}\n`);
        lines = [];
      }
    }
  } finally {
    closeSync(handle);
  }
}

function writeEvent(random: RandomSource, progress: number, total: number): string {
  const [, eventName, service, readOnly] = pickCall(random.next() * total);
  const at_s = Math.floor(start_s + progress * span_s - random.next() * random.next() * 900);
  const user = pick(random, 40);
  const isRole = random.next() < 0.8;
  const failed = random.next() < 0.04;
  return JSON.stringify({
    eventVersion: '1.08',
    userIdentity: isRole ? writeRole(random, user) : writeUser(random, user),
    eventTime: writeInstant(at_s),
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: regions[pick(random, regions.length)],
    sourceIPAddress: `10.${pick(random, 4)}.${pick(random, 250)}.${pick(random, 250)}`,
    userAgent: agents[pick(random, agents.length)],
    ...(failed ? { errorCode: errors[pick(random, errors.length)] } : {}),
    requestParameters: writeParameters(random, eventName),
    responseElements: null,
    requestID: writeHex(random, 16),
    eventID: writeUuid(random),
    readOnly,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  });
}

function pickCall(at: number): (typeof calls)[number] {
  let left = at;
  for (const call of calls) {
    left -= call[0];
    if (left < 0) return call;
  }
  return calls[0] as (typeof calls)[number];
}

function writeRole(random: RandomSource, user: number) {
  return {
    type: 'AssumedRole',
    principalId: `AROA${writeHex(random, 8).toUpperCase()}:task-${user}`,
    arn: `arn:aws:sts::${account}:assumed-role/service-${user % 12}/task-${user}`,
    accountId: account,
    accessKeyId: `ASIA${writeHex(random, 8).toUpperCase()}`,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        arn: `arn:aws:iam::${account}:role/service-${user % 12}`,
        userName: `service-${user % 12}`,
      },
      attributes: { mfaAuthenticated: 'false' },
    },
  };
}

function writeUser(random: RandomSource, user: number) {
  return {
    type: 'IAMUser',
    principalId: `AIDA${writeHex(random, 8).toUpperCase()}`,
    arn: `arn:aws:iam::${account}:user/person-${user}`,
    accountId: account,
    accessKeyId: `AKIA${String(user).padStart(4, '0')}EXAMPLE`,
    userName: `person-${user}`,
  };
}

function writeParameters(random: RandomSource, name: string): object | null {
  if (name.includes('Object')) {
    return {
      bucketName: `data-${pick(random, 30)}`,
      key: `exports/2026/${writeHex(random, 6)}.parquet`,
    };
  }
  if (name === 'AssumeRole') {
    return {
      roleArn: `arn:aws:iam::${account}:role/service-${pick(random, 12)}`,
      roleSessionName: `task-${pick(random, 40)}`,
    };
  }
  return name.startsWith('Describe') ? { maxResults: 100 } : null;
}

function writeUuid(random: RandomSource): string {
  const hex = writeHex(random, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

function writeHex(random: RandomSource, bytes: number): string {
  let text = '';
  for (let index = 0; index < bytes; index += 2) {
    text += Math.floor(random.next() * 65_536)
      .toString(16)
      .padStart(4, '0');
  }
  return text;
}

function pick(random: RandomSource, below: number): number {
  return Math.floor(random.next() * below);
}
