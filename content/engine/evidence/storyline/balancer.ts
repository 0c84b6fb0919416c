import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { writeInstant } from '../storyline-instant.ts';
import { drawVisitor } from './addresses.ts';
import { findAddress, findAgent, type Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { drawBusyMoment } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawHex, drawUuid, pickByShare, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:151.0) Gecko/20100101 Firefox/151.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.5 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36',
  'ExampleBot/1.2 (+https://bot.example/about)',
];
const answers = [
  { share: 78, status: 200 },
  { share: 12, status: 304 },
  { share: 5, status: 404 },
  { share: 3, status: 302 },
  { share: 1, status: 403 },
  { share: 1, status: 502 },
];

interface Asked {
  readonly at_s: number;
  readonly client: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly received: number;
  readonly bytes: number;
  readonly agent: string;
  readonly trace: string;
}

/** What all lines of one balancer share. */
interface Balancer {
  readonly name: string;
  readonly group: string;
  readonly certificate: string;
  readonly targets: readonly string[];
  readonly host: string;
}

/** Writes an access log of an Application Load Balancer; its nodes write past each other. */
export function writeBalancer(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const balancer = describeBalancer(estate);
  const told = listTold(estate, story);
  const asked = [
    ...told.map((event) => tellRequest(estate, event)),
    ...Array.from({ length: story.noise }, () => drawRequest(estate, random)),
  ]
    .map((one) => ({ ...one, arrives: one.at_s + random.next() * 8 }))
    .sort((a, b) => a.arrives - b.arrives);
  const lines = asked.map((one) => writeLine(balancer, one, random));
  return {
    text: `${lines.join('\n')}\n`,
    records: lines.length,
    clues: told.map((event) => ({
      event: event.id,
      record: null,
      text: writeTrace(estate, event),
    })),
  };
}

function describeBalancer({ seed, account, region, site, hosts }: Estate): Balancer {
  const random = createRandomSource(seed ^ hashText('balancer'));
  const service = `arn:aws:elasticloadbalancing:${region}:${account}`;
  return {
    name: `app/${site.balancer}/${drawHex(random, 16)}`,
    group: `${service}:targetgroup/${site.balancer}/${drawHex(random, 16)}`,
    certificate: `arn:aws:acm:${region}:${account}:certificate/${drawUuid(random)}`,
    targets: hosts.length > 0 ? hosts.map(({ address }) => address) : ['192.0.2.150'],
    host: site.host,
  };
}

/** The id that the balancer gives a request, the same whatever else is changed. */
function writeTrace({ seed }: Estate, { id, at }: StoryEvent): string {
  const random = createRandomSource(seed ^ hashText(`request:${id}`));
  return `Root=1-${readInstant(at).toString(16).padStart(8, '0')}-${drawHex(random, 24)}`;
}

function tellRequest(estate: Estate, event: StoryEvent): Asked {
  const { request } = event;
  if (!request) throw new Error(`"${event.id}" tells of no request.`);
  const usual = { allowed: 200, denied: 403, failed: 500 }[event.outcome ?? 'allowed'];
  return {
    at_s: readInstant(event.at),
    client: findAddress(estate, event) ?? '-',
    method: request.method,
    path: request.path,
    status: request.status ?? usual,
    received: request.received ?? 420,
    bytes: request.bytes ?? 1_840,
    agent: findAgent(estate, event) ?? agents[0] ?? '-',
    trace: writeTrace(estate, event),
  };
}

function drawRequest(estate: Estate, random: RandomSource): Asked {
  const at_s = drawBusyMoment(estate, random);
  const status = pickByShare(random, answers)?.status ?? 200;
  const path = pickOne(random, estate.site.paths) ?? '/';
  return {
    at_s,
    client: drawVisitor(estate, random),
    method: random.next() < 0.9 ? 'GET' : 'POST',
    path: status === 404 ? `/${drawHex(random, 6)}.html` : path,
    status,
    received: 180 + Math.floor(random.next() * 900),
    bytes: status === 304 ? 210 : 300 + Math.floor(random.next() * random.next() * 90_000),
    agent: pickOne(random, agents) ?? '-',
    trace: `Root=1-${at_s.toString(16)}-${drawHex(random, 24)}`,
  };
}

function writeLine(
  { name, group, certificate, targets, host }: Balancer,
  asked: Asked,
  random: RandomSource,
): string {
  const fraction = String(Math.floor(random.next() * 1e6)).padStart(6, '0');
  const at = `${writeInstant(asked.at_s).slice(0, -1)}.${fraction}Z`;
  const port = 1_024 + Math.floor(random.next() * 64_000);
  const target = `${pickOne(random, targets) ?? '192.0.2.150'}:8080`;
  const slow = (least: number, most: number): string =>
    (least + random.next() * (most - least)).toFixed(3);
  const { status, trace, agent } = asked;
  return [
    `https ${at} ${name} ${asked.client}:${port} ${target}`,
    `${slow(0, 0.002)} ${slow(0.004, 0.4)} 0.000 ${status} ${status}`,
    `${asked.received} ${asked.bytes}`,
    `"${asked.method} https://${host}:443${asked.path} HTTP/2.0" "${agent}"`,
    `TLS_AES_128_GCM_SHA256 TLSv1.3 ${group} "${trace}" "${host}" "${certificate}"`,
    `0 ${at} "forward" "-" "-" "${target}" "${status}" "-" "-" TID_${drawHex(random, 32)}`,
  ].join(' ');
}
