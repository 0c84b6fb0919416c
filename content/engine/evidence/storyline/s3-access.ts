import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { findAddress, findAgent, type Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { nameCaller } from './identity.ts';
import { drawBusyMoment, writeWebLogTime } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawHex, drawLetters, pickByShare, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';

interface Access {
  readonly at_s: number;
  readonly bucket: string;
  readonly address: string;
  readonly requester: string;
  readonly request: string;
  readonly operation: string;
  readonly key: string;
  readonly status: number;
  readonly bytes: number;
  readonly agent: string;
}

const verbs = ['GET', 'PUT', 'HEAD', 'DELETE', 'POST'];
const errors: Readonly<Record<number, string>> = {
  403: 'AccessDenied',
  404: 'NoSuchKey',
  500: 'InternalError',
  503: 'SlowDown',
};
const operations = [
  { share: 60, operation: 'REST.GET.OBJECT', object: true },
  { share: 14, operation: 'REST.HEAD.OBJECT', object: true },
  { share: 14, operation: 'REST.PUT.OBJECT', object: true },
  { share: 8, operation: 'REST.GET.BUCKET', object: false },
  { share: 2, operation: 'REST.GET.LOGGING_STATUS', object: false },
  { share: 2, operation: 'S3.EXPIRE.OBJECT', object: true },
];
const statuses = [
  { share: 93, status: 200 },
  { share: 3, status: 304 },
  { share: 2, status: 404 },
  { share: 1, status: 403 },
  { share: 1, status: 503 },
];

/** Writes a server access log of S3. It is delivered as it comes, so lines lie out of order. */
export function writeS3Access(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const owner = drawHex(createRandomSource(estate.seed ^ hashText('owner')), 64);
  const told = listTold(estate, story);
  const lines = [
    ...told.map((event) => ({
      access: tellAccess(estate, event),
      request: findRequest(estate, event),
    })),
    ...Array.from({ length: story.noise }, () => {
      const access = drawAccess(estate, random);
      return { access, request: access.request };
    }),
  ]
    .map((one) => ({ ...one, arrives: one.access.at_s + random.next() * 600 }))
    .sort((a, b) => a.arrives - b.arrives)
    .map(({ access, request }) => writeLine(estate, owner, { ...access, request }, random));
  return {
    text: `${lines.join('\n')}\n`,
    records: lines.length,
    clues: told.map((event) => ({
      event: event.id,
      record: findRequest(estate, event),
      text: null,
    })),
  };
}

/** The request id of an event, the same whatever else is changed. */
function findRequest({ seed }: Estate, { id }: StoryEvent): string {
  return drawHex(createRandomSource(seed ^ hashText(`object:${id}`)), 16).toUpperCase();
}

function tellAccess(estate: Estate, event: StoryEvent): Access {
  const { object } = event;
  if (!object) throw new Error(`"${event.id}" tells of no object.`);
  const usual = { allowed: 200, denied: 403, failed: 500 }[event.outcome ?? 'allowed'];
  const principal = Object.hasOwn(estate.principals, event.who)
    ? estate.principals[event.who]
    : undefined;
  return {
    at_s: readInstant(event.at),
    bucket: object.bucket,
    address: findAddress(estate, event) ?? '-',
    // Somebody without an identity is written as nothing.
    requester: principal ? nameCaller(estate, principal) : '-',
    request: '',
    operation: object.operation,
    key: object.key ?? '-',
    status: object.status ?? usual,
    bytes: object.bytes ?? 24_576,
    agent: findAgent(estate, event) ?? estate.origins.get(event.who)?.agents[0] ?? '-',
  };
}

function drawAccess(estate: Estate, random: RandomSource): Access {
  const { operation = '', object = false } = pickByShare(random, operations) ?? {};
  const service = pickOne(random, estate.services);
  const expires = operation.startsWith('S3.');
  const principal = service && estate.principals[service.id];
  return {
    at_s: drawBusyMoment(estate, random),
    bucket: pickOne(random, estate.buckets) ?? '',
    address: expires ? '-' : (service?.from[0] ?? '192.0.2.100'),
    requester: expires ? 'AmazonS3' : principal ? nameCaller(estate, principal) : '-',
    request: drawHex(random, 16).toUpperCase(),
    operation,
    key: object
      ? `${pickOne(random, ['daily', 'reports', 'images', 'archive']) ?? ''}/2026/${drawHex(random, 8)}.${pickOne(random, ['csv', 'json', 'jpg']) ?? ''}`
      : '-',
    status: expires ? 204 : (pickByShare(random, statuses)?.status ?? 200),
    bytes: 300 + Math.floor(random.next() * random.next() * 400_000),
    agent:
      'S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.750 Linux/5.10 OpenJDK_64-Bit_Server_VM',
  };
}

function writeLine(
  { region }: Estate,
  owner: string,
  access: Access,
  random: RandomSource,
): string {
  const { bucket, operation, key, status, bytes, agent } = access;
  const expires = operation.startsWith('S3.');
  const [, verb = 'GET'] = operation.split('.');
  const method = verbs.includes(verb) ? verb : 'GET';
  const path = key === '-' ? `/${bucket}?list-type=2` : `/${bucket}/${key}`;
  const sent = status === 200 && method === 'GET' ? String(bytes) : '-';
  const total = 4 + Math.floor(random.next() * 180);
  const uri = expires ? '-' : `"${method} ${path} HTTP/1.1"`;
  return [
    `${owner} ${bucket} [${writeWebLogTime(access.at_s)}] ${access.address} ${access.requester}`,
    `${access.request} ${operation} ${key} ${uri} ${expires ? '-' : status}`,
    `${errors[status] ?? '-'} ${sent} ${key === '-' ? '-' : bytes} ${total} ${Math.max(1, total - 3)}`,
    expires
      ? '"-" "-" - - - - - - - - -'
      : `"-" "${agent}" - ${drawLetters(random, 43)}= SigV4 TLS_AES_128_GCM_SHA256 AuthHeader ${bucket}.s3.${region}.amazonaws.com TLSv1.3 - -`,
    region,
  ].join(' ');
}
