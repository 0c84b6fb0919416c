import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { drawVisitor } from './addresses.ts';
import { findAddress, type Estate, type EstateHost } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { drawBusyMoment } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { pickByShare, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';

const header =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';
const protocols = { tcp: 6, udp: 17, icmp: 1 } as const;

interface FlowLine {
  /** When the window was closed: flow logs come by this. */
  readonly end_s: number;
  readonly line: string;
}

interface Seen {
  readonly host: EstateHost;
  readonly from: string;
  readonly to: string;
  readonly ports: readonly [from: number, to: number];
  readonly protocol: number;
  readonly packets: number;
  readonly bytes: number;
  readonly start_s: number;
  readonly end_s: number;
  readonly accepted: boolean;
}

/** Writes VPC flow logs, version 2, with a header line, roughly in the order in which windows close. */
export function writeVpcFlow(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const told = listTold(estate, story).map((event) => tellFlow(estate, event));
  const lines = [
    ...told.flatMap((one) => one.lines),
    ...Array.from({ length: story.noise }, () => writeNoise(estate, random)),
  ]
    // Several collectors write at once: neighbours change places.
    .map((one) => ({ ...one, arrives: one.end_s + random.next() * 45 }))
    .sort((a, b) => a.arrives - b.arrives);
  return {
    text: `${[header, ...lines.map(({ line }) => line)].join('\n')}\n`,
    records: lines.length,
    clues: told.map(({ event, text }) => ({ event, record: null, text })),
  };
}

function writeLine(estate: Estate, seen: Seen): FlowLine {
  const { host, from, to, ports, protocol, packets, bytes, start_s, end_s, accepted } = seen;
  const fields = [2, estate.account, host.interface, from, to, ...ports, protocol, packets, bytes];
  const line = [...fields, start_s, end_s, accepted ? 'ACCEPT' : 'REJECT', 'OK'].join(' ');
  return { end_s, line };
}

/** A connection has a line for each direction, a refused one only the first. */
function tellFlow(estate: Estate, event: StoryEvent) {
  const { flow } = event;
  if (!flow) throw new Error(`"${event.id}" tells of no flow.`);
  const random = createRandomSource(estate.seed ^ hashText(`flow:${event.id}`));
  const from = findAddress(estate, event) ?? '-';
  const to = estate.origins.get(flow.to)?.from[0] ?? flow.to;
  const host = findHost(estate, from, to);
  const start_s = readInstant(event.at);
  const source = flow.protocol === 'icmp' ? 0 : 32_768 + Math.floor(random.next() * 28_000);
  const accepted = (event.outcome ?? 'allowed') === 'allowed';
  const packets = flow.packets ?? Math.max(1, Math.ceil(flow.bytes / 900));
  const end_s = start_s + flow.seconds;
  const protocol = protocols[flow.protocol];
  const there = writeLine(estate, {
    ...{ host, from, to, ports: [source, flow.port], protocol, packets, bytes: flow.bytes },
    ...{ start_s, end_s, accepted },
  });
  const back = writeLine(estate, {
    ...{ host, from: to, to: from, ports: [flow.port, source], protocol },
    ...{
      packets: Math.max(1, Math.floor(packets * 0.7)),
      bytes: Math.ceil(flow.bytes * 0.12) + 40,
    },
    ...{ start_s, end_s, accepted },
  });
  return {
    event: event.id,
    lines: accepted ? [there, back] : [there],
    text: `${from} ${to} ${source} ${flow.port} ${protocol} ${packets} ${flow.bytes} ${start_s}`,
  };
}

/** The estate's own interface of the two ends, or its first. */
function findHost({ hosts }: Estate, from: string, to: string): EstateHost {
  const host =
    hosts.find(({ address }) => address === from) ??
    hosts.find(({ address }) => address === to) ??
    hosts[0];
  return host ?? { id: '', address: '', interface: 'eni-0a1b2c3d4e5f60718', instance: '' };
}

const kinds = [
  { share: 34, kind: 'visit' },
  { share: 22, kind: 'inner' },
  { share: 18, kind: 'outward' },
  { share: 9, kind: 'names' },
  { share: 12, kind: 'scan' },
  { share: 4, kind: 'nothing' },
  { share: 1, kind: 'skipped' },
] as const;

function writeNoise(estate: Estate, random: RandomSource): FlowLine {
  const kind = pickByShare(random, kinds)?.kind ?? 'visit';
  const host = pickOne(random, estate.hosts) ?? findHost(estate, '', '');
  const start_s = drawBusyMoment(estate, random);
  const end_s = start_s + 20 + Math.floor(random.next() * 40);
  if (kind === 'nothing' || kind === 'skipped') {
    const status = kind === 'nothing' ? 'NODATA' : 'SKIPDATA';
    const line = `2 ${estate.account} ${host.interface} - - - - - - - ${start_s} ${end_s} - ${status}`;
    return { end_s, line };
  }
  const high = 32_768 + Math.floor(random.next() * 28_000);
  const own = host.address === '' ? '192.0.2.150' : host.address;
  const other = pickOne(random, estate.hosts)?.address ?? '192.0.2.160';
  const outside = drawVisitor(estate, random);
  const bytes = Math.floor(200 + random.next() * random.next() * 60_000);
  const ends = {
    visit: { from: outside, to: own, port: 443, protocol: 6 },
    inner: {
      from: own,
      to: other,
      port: pickOne(random, [443, 5432, 6379, 8080]) ?? 443,
      protocol: 6,
    },
    outward: { from: own, to: outside, port: 443, protocol: 6 },
    names: { from: own, to: '192.0.2.2', port: 53, protocol: 17 },
    scan: {
      from: outside,
      to: own,
      port: pickOne(random, [22, 23, 445, 3389, 8080, 8443]) ?? 22,
      protocol: 6,
    },
  }[kind];
  const scan = kind === 'scan';
  const answers = !scan && random.next() < 0.5;
  return writeLine(estate, {
    host,
    from: answers ? ends.to : ends.from,
    to: answers ? ends.from : ends.to,
    ports: answers ? [ends.port, high] : [high, ends.port],
    protocol: ends.protocol,
    packets: scan ? 1 : Math.max(1, Math.ceil(bytes / 800)),
    bytes: scan ? 44 : bytes,
    start_s,
    end_s,
    accepted: !scan,
  });
}
