import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { writeInstant } from '../storyline-instant.ts';
import { drawVisitor } from './addresses.ts';
import { findAddress, type Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { drawMoment } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawHex, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';

interface Noticed {
  readonly id: string;
  readonly at_s: number;
  readonly type: string;
  readonly severity: number;
  readonly title: string;
  readonly about: string;
  readonly count: number;
  readonly resource: object;
  readonly action: object;
}

/** Findings as GuardDuty exports them: one a line, by when they were updated. */
export function writeFindings(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const detector = drawHex(createRandomSource(estate.seed ^ hashText('detector')), 32);
  const told = listTold(estate, story);
  const noticed = [
    ...told.map((event) => tellFinding(estate, event)),
    ...Array.from({ length: story.noise }, () => drawFinding(estate, random)),
  ].sort((a, b) => a.at_s - b.at_s);
  return {
    text: `${noticed.map((one) => JSON.stringify(writeFinding(estate, detector, one))).join('\n')}\n`,
    records: noticed.length,
    clues: told.map((event) => ({ event: event.id, record: findId(estate, event), text: null })),
  };
}

/** A finding's id, the same whatever else is changed. */
function findId({ seed }: Estate, { id }: StoryEvent): string {
  return drawHex(createRandomSource(seed ^ hashText(`finding:${id}`)), 32);
}

function tellFinding(estate: Estate, event: StoryEvent): Noticed {
  const { finding } = event;
  if (!finding) throw new Error(`"${event.id}" tells of no finding.`);
  return {
    id: findId(estate, event),
    at_s: readInstant(event.at),
    type: finding.type,
    severity: finding.severity,
    title: finding.title,
    about: finding.about,
    count: finding.count,
    resource: finding.resource ?? describeResource(estate, event.who),
    action: finding.action ?? describeAction(finding.type, findAddress(estate, event) ?? ''),
  };
}

/** The identity or the host that a finding is about. */
function describeResource({ hosts, principals }: Estate, who: string): object {
  const host = hosts.find(({ id }) => id === who);
  if (host) {
    return {
      resourceType: 'Instance',
      instanceDetails: {
        instanceId: host.instance,
        networkInterfaces: [{ networkInterfaceId: host.interface, privateIpAddress: host.address }],
      },
    };
  }
  const principal = Object.hasOwn(principals, who) ? principals[who] : undefined;
  if (!principal || !('key' in principal)) return { resourceType: 'AccessKey' };
  return {
    resourceType: 'AccessKey',
    accessKeyDetails: {
      accessKeyId: principal.key,
      principalId: 'id' in principal ? principal.id : principal.issuer,
      userType: { user: 'IAMUser', role: 'AssumedRole', federated: 'FederatedUser' }[
        principal.kind
      ],
      userName: principal.name,
    },
  };
}

function describeAction(type: string, address: string): object {
  const remote = { ipAddressV4: address };
  if (/:(?:EC2|ECS|Runtime)\//.test(type)) {
    return {
      actionType: 'NETWORK_CONNECTION',
      networkConnectionAction: {
        connectionDirection: 'INBOUND',
        protocol: 'TCP',
        blocked: false,
        remoteIpDetails: remote,
      },
    };
  }
  return {
    actionType: 'AWS_API_CALL',
    awsApiCallAction: { callerType: 'Remote IP', remoteIpDetails: remote },
  };
}

function drawFinding(estate: Estate, random: RandomSource): Noticed {
  const host = pickOne(random, estate.hosts);
  const kinds = [
    ['Recon:EC2/PortProbeUnprotectedPort', 2, 'An open port of an instance is being probed.'],
    ['Recon:EC2/Portscan', 5, 'An instance looks at many ports of another.'],
    [
      'UnauthorizedAccess:EC2/SSHBruteForce',
      2,
      'An instance is asked for SSH with many passwords.',
    ],
    ['Policy:IAMUser/RootCredentialUsage', 2, 'The root user of the account called an API.'],
    ['Discovery:S3/MaliciousIPCaller.Custom', 5, 'A listed address asked for buckets.'],
  ] as const;
  const [type, severity, title] = pickOne(random, kinds) ?? kinds[0];
  return {
    id: drawHex(random, 32),
    at_s: drawMoment(estate, random),
    type,
    severity,
    title,
    about: title,
    count: 1 + Math.floor(random.next() * 12),
    resource: describeResource(estate, host?.id ?? ''),
    action: describeAction(type, drawVisitor(estate, random)),
  };
}

function writeFinding({ account, region }: Estate, detector: string, noticed: Noticed): object {
  const at = `${writeInstant(noticed.at_s).slice(0, -1)}.000Z`;
  return {
    schemaVersion: '2.0',
    accountId: account,
    region,
    partition: 'aws',
    id: noticed.id,
    arn: `arn:aws:guardduty:${region}:${account}:detector/${detector}/finding/${noticed.id}`,
    type: noticed.type,
    resource: noticed.resource,
    service: {
      serviceName: 'guardduty',
      detectorId: detector,
      action: noticed.action,
      resourceRole: 'TARGET',
      additionalInfo: {},
      evidence: null,
      eventFirstSeen: at,
      eventLastSeen: at,
      archived: false,
      count: noticed.count,
    },
    severity: noticed.severity,
    createdAt: at,
    updatedAt: at,
    title: noticed.title,
    description: noticed.about,
  };
}
