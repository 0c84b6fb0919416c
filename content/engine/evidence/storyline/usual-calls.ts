import type { Call, Habit } from './trail-schema.ts';
import type { StoryService } from './schema.ts';

/** A call with what it leaves out. */
function call(read: boolean, ask: Call['ask'] = null, answer: Call['answer'] = null): Call {
  return { read, ask, answer, type: 'AwsApiCall' };
}

const key =
  'arn:aws:kms:{region}:{account}:key/{pick:91d7c2e4-5f0b-4a83-b6e9-2c7d10a8f354|4b6f02d8-77c1-4e3a-9a15-c08e5d2f7b63}';

/** Calls that every estate knows; a storyline's own `calls` come before them. */
export const usualCalls: Readonly<Record<string, Call>> = {
  'sts.GetCallerIdentity': call(true),
  'sts.AssumeRole': call(
    true,
    {
      roleArn: 'arn:aws:iam::{account}:role/{pick:web-instance|batch-worker|report-writer}',
      roleSessionName: 'i-{hex:17}',
      durationSeconds: 3600,
    },
    {
      credentials: {
        accessKeyId:
          'ASIA{pick:Q|R|T|V}{pick:2|3|4|5}{pick:K|M|N|P}{pick:6|7}{pick:A|B|C|D}{pick:W|X|Y|Z}{int:2-7}{pick:H|J|L}{int:2-7}EXAMPLE',
        sessionToken: 'IQoJb3JpZ2luX2Vj{hex:24}EXAMPLE',
      },
    },
  ),
  'ec2.DescribeInstances': call(true, { instancesSet: {}, filterSet: {} }),
  'ec2.DescribeTags': call(true, { filterSet: {}, maxResults: 200 }),
  'ec2.DescribeVolumes': call(true, { maxResults: 500, volumeSet: {}, filterSet: {} }),
  'ec2.DescribeSecurityGroups': call(true, { securityGroupSet: {}, filterSet: {} }),
  'ec2.CreateSnapshot': call(
    false,
    { volumeId: 'vol-{hex:17}', description: 'nightly' },
    { snapshotId: 'snap-{hex:17}', status: 'pending', volumeSize: '{int:20-200}' },
  ),
  'ec2.RunInstances': call(
    false,
    { instancesSet: { items: [{ imageId: 'ami-{hex:17}', minCount: 1, maxCount: 1 }] } },
    { reservationId: 'r-{hex:17}' },
  ),
  'ec2.AuthorizeSecurityGroupIngress': call(false, { groupId: 'sg-{hex:17}' }, { _return: true }),
  'iam.ListUsers': call(true, { maxItems: 100 }),
  'iam.ListRoles': call(true, { maxItems: 100 }),
  'iam.GetUser': call(true),
  'iam.ListAccessKeys': call(true),
  'iam.CreateAccessKey': call(false, null, { accessKey: { status: 'Active' } }),
  'iam.UpdateAccessKey': call(false, { status: 'Inactive' }),
  'iam.CreateUser': call(false),
  'iam.AttachUserPolicy': call(false),
  's3.ListBuckets': call(true, { Host: 's3.amazonaws.com' }),
  's3.GetBucketAcl': call(true, { bucketName: 'trail-{account}', acl: '' }),
  's3.GetBucketPolicy': call(true, { policy: '' }),
  's3.PutBucketPolicy': call(false, { policy: '' }),
  's3.GetObject': call(true),
  'sqs.GetQueueAttributes': call(true, {
    queueUrl: 'https://sqs.{region}.amazonaws.com/{account}/{pick:orders-in|orders-retry|mail-out}',
    attributeNames: ['All'],
  }),
  'ssm.GetParameter': call(true, {
    name: '/production/{pick:database|currency|mail}/{pick:host|user|pool}',
    withDecryption: true,
  }),
  'secretsmanager.ListSecrets': call(true, { maxResults: 100 }),
  'secretsmanager.GetSecretValue': call(true, { secretId: 'production/{pick:database|mail}' }),
  'kms.Decrypt': call(true, { encryptionAlgorithm: 'SYMMETRIC_DEFAULT', keyId: key }),
  'kms.GenerateDataKey': call(true, { keyId: key, keySpec: 'AES_256' }),
  'kms.RotateKey': {
    read: false,
    ask: null,
    answer: null,
    type: 'AwsServiceEvent',
    details: { keyId: '{uuid}' },
  },
  'ecr.GetAuthorizationToken': call(true),
  'ecr.DescribeImages': call(true, { repositoryName: '{pick:web|batch}', registryId: '{account}' }),
  'ecs.DescribeServices': call(true, { cluster: 'production', services: ['{pick:web|batch}'] }),
  'ecs.UpdateService': call(
    false,
    { cluster: 'production', service: '{pick:web|batch}', forceNewDeployment: true },
    { service: { status: 'ACTIVE', desiredCount: 4, runningCount: 4 } },
  ),
  'monitoring.DescribeAlarms': call(true, { maxRecords: 100 }),
  'monitoring.GetMetricData': call(true, { maxDatapoints: 500 }),
  'logs.DescribeLogGroups': call(true, { limit: 50 }),
  'cloudformation.DescribeStacks': call(true),
  'elasticloadbalancing.DescribeTargetHealth': call(true, {
    targetGroupArn:
      'arn:aws:elasticloadbalancing:{region}:{account}:targetgroup/web/{pick:6d0c1f5be2a94473|0b8e37d15fa2c946}',
  }),
  'cloudtrail.LookupEvents': call(true, { maxResults: 50 }),
  'cloudtrail.StopLogging': call(false),
  'signin.ConsoleLogin': {
    read: false,
    ask: null,
    answer: { ConsoleLogin: 'Success' },
    more: {
      LoginTo: 'https://console.aws.amazon.com/console/home',
      MobileVersion: 'No',
      MFAUsed: 'No',
    },
    type: 'AwsConsoleSignIn',
  },
};

type Usual = Pick<Habit, 'share' | 'calls' | 'office' | 'throttled' | 'denied'>;

/** What people do in the console. */
export const personHabit: Usual = {
  share: 3,
  office: true,
  throttled: 0,
  denied: 0.04,
  calls: [
    'ec2.DescribeInstances',
    'monitoring.DescribeAlarms',
    'logs.DescribeLogGroups',
    's3.ListBuckets',
    'cloudformation.DescribeStacks',
    'ecs.DescribeServices',
  ],
};

/** What a service does, by its kind. */
export const serviceHabits: Readonly<Record<StoryService['does'], Usual>> = {
  deploys: {
    share: 6,
    office: true,
    throttled: 0.05,
    denied: 0,
    calls: [
      'ecr.GetAuthorizationToken',
      'ecr.DescribeImages',
      'ecs.DescribeServices',
      'ecs.UpdateService',
      'elasticloadbalancing.DescribeTargetHealth',
    ],
  },
  serves: {
    share: 9,
    office: false,
    throttled: 0.04,
    denied: 0,
    calls: [
      'sqs.GetQueueAttributes',
      'ssm.GetParameter',
      'secretsmanager.GetSecretValue',
      'kms.Decrypt',
    ],
  },
  reads: {
    share: 5,
    office: false,
    throttled: 0.02,
    denied: 0.02,
    calls: ['s3.ListBuckets', 'kms.Decrypt', 'sts.GetCallerIdentity'],
  },
  watches: {
    share: 8,
    office: false,
    throttled: 0.12,
    denied: 0.05,
    calls: [
      'monitoring.DescribeAlarms',
      'monitoring.GetMetricData',
      'ec2.DescribeInstances',
      'logs.DescribeLogGroups',
    ],
  },
  'backs-up': {
    share: 3,
    office: false,
    throttled: 0.05,
    denied: 0,
    calls: ['ec2.DescribeVolumes', 'ec2.CreateSnapshot', 'ec2.DescribeTags'],
  },
};

/** The provider's own services, which write into every trail. */
export const providerHabits: readonly (Pick<Habit, 'who' | 'share' | 'calls'> & {
  readonly host: string;
})[] = [
  { who: 'aws-ec2', host: 'ec2.amazonaws.com', share: 3, calls: ['sts.AssumeRole'] },
  { who: 'aws-config', host: 'config.amazonaws.com', share: 2, calls: ['s3.GetBucketAcl'] },
  {
    who: 'aws-cloudtrail',
    host: 'cloudtrail.amazonaws.com',
    share: 3,
    calls: ['s3.GetBucketAcl', 'kms.GenerateDataKey'],
  },
  { who: 'aws-internal', host: 'AWS Internal', share: 1, calls: ['kms.RotateKey'] },
];
