import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { writeInstant } from '../storyline-instant.ts';
import type { StoryEvent } from './event-schema.ts';
import type { StoryFile, StoryHost, Storyline } from './schema.ts';
import { drawHex, drawLetters } from './template.ts';
import type { Call, Habit, Principal } from './trail-schema.ts';
import { personHabit, providerHabits, serviceHabits, usualCalls } from './usual-calls.ts';

export interface EstatePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly login: string;
  readonly mail: string;
  readonly from: readonly string[];
  readonly agents: readonly string[];
}

export interface EstateHost {
  readonly id: string;
  readonly address: string;
  readonly interface: string;
  readonly instance: string;
}

/** A storyline with everything that it leaves out: what all writers of evidence draw from. */
export interface Estate {
  readonly seed: number;
  readonly company: string;
  readonly domain: string;
  readonly account: string;
  readonly region: string;
  /** Seconds since 1970. */
  readonly from_s: number;
  readonly to_s: number;
  readonly office_hours: Storyline['office_hours'];
  /** The same, in seconds since midnight. */
  readonly office_s: readonly [from: number, to: number];
  readonly people: readonly EstatePerson[];
  readonly services: readonly { readonly id: string; readonly from: readonly string[] }[];
  readonly hosts: readonly EstateHost[];
  readonly buckets: readonly string[];
  readonly site: NonNullable<Storyline['site']>;
  readonly principals: Readonly<Record<string, Principal>>;
  readonly calls: Readonly<Record<string, Call>>;
  readonly habits: readonly Habit[];
  readonly events: readonly StoryEvent[];
  readonly files: readonly StoryFile[];
  /** Every id that an address can be named by → its addresses and agents. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** Addresses of the story, from which no background comes. */
  readonly told: ReadonlySet<string>;
}

interface Origin {
  readonly from: readonly string[];
  readonly agents: readonly string[];
}

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0';
const library =
  'Boto3/1.40.21 md/Botocore#1.40.21 ua/2.1 os/linux#6.1.0-35-amd64 md/arch#x86_64 lang/python#3.12.3';

/** The nth address of the estate's own network, 192.0.2.0/24; none is 0 or 255. */
const ownAddress = (n: number): string => `192.0.2.${1 + (n % 254)}`;

/** Fills in what a storyline leaves out. Pure: the same storyline gives the same estate. */
export function describeEstate(storyline: Storyline): Estate {
  const people = describePeople(storyline);
  const services = Object.entries(storyline.services).map(([id, { from, agents }], index) => ({
    id,
    from: from ?? [ownAddress(99 + index)],
    agents: agents ?? [library],
  }));
  const hosts = describeHosts(storyline);
  const outsiders = Object.entries(storyline.outsiders).map(([id, { from, agents }]) => ({
    id,
    from,
    agents: agents ?? [browser],
  }));
  const origins = new Map<string, Origin>([
    ...hosts.map(({ id, address }) => [id, { from: [address], agents: [library] }] as const),
    ...[...people, ...services, ...outsiders].map(
      ({ id, from, agents }) => [id, { from, agents }] as const,
    ),
  ]);
  const named = (word: string | undefined): readonly string[] =>
    word === undefined ? [] : (origins.get(word)?.from ?? [word]);
  return {
    ...storyline,
    from_s: readInstant(storyline.from),
    to_s: readInstant(storyline.to),
    office_s: [readClock(storyline.office_hours.from), readClock(storyline.office_hours.to)],
    people,
    services,
    hosts,
    buckets: storyline.buckets.length > 0 ? storyline.buckets : [`${storyline.account}-exports`],
    site: storyline.site ?? {
      host: `www.${storyline.domain}`,
      balancer: 'web',
      paths: ['/', '/login', '/orders', '/static/app.js', '/static/app.css'],
    },
    principals: {
      ...describeProvider(storyline),
      ...describeCallers(storyline, people, services),
      ...storyline.principals,
    },
    calls: { ...usualCalls, ...storyline.calls },
    habits: storyline.habits ?? describeHabits(storyline),
    origins,
    told: new Set([
      ...outsiders.flatMap(({ from }) => from),
      ...storyline.events.flatMap(({ from, flow }) => [...named(from), ...named(flow?.to)]),
    ]),
  };
}

/** Seconds since midnight of `08:30`. */
function readClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

function describePeople({ people, domain }: Storyline): readonly EstatePerson[] {
  return Object.entries(people).map(([id, person], index) => {
    const words = person.name
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .split(' ');
    const login = person.login ?? words.filter((word) => word !== '').join('.');
    return {
      id,
      name: person.name,
      role: person.role,
      login,
      mail: `${login}@${domain}`,
      from: person.from ?? [ownAddress(9 + index)],
      agents: person.agents ?? [browser],
    };
  });
}

function describeHosts({ hosts, seed }: Storyline): readonly EstateHost[] {
  return Object.entries(hosts).map(([id, host]: [string, StoryHost]) => {
    const random = createRandomSource(seed ^ hashText(`host:${id}`));
    return {
      id,
      address: host.address,
      interface: host.interface ?? `eni-${drawHex(random, 17)}`,
      instance: host.instance ?? `i-${drawHex(random, 17)}`,
    };
  });
}

/** Identities of people and services that no principal describes. */
function describeCallers(
  { seed, services: described, from }: Storyline,
  people: readonly EstatePerson[],
  services: readonly ({ readonly id: string } & Origin)[],
): Readonly<Record<string, Principal>> {
  const issued = (random: RandomSource): string =>
    writeInstant(readInstant(from) - 60 * Math.floor(5 + random.next() * 40));
  const person = ({ id, role, login, from: addresses, agents }: EstatePerson): Principal => {
    const random = createRandomSource(seed ^ hashText(`caller:${id}`));
    const set = role.replaceAll(/[^A-Za-z]/g, '') || 'Staff';
    return {
      kind: 'role',
      name: `AWSReservedSSO_${set}_${drawHex(random, 16)}`,
      path: '/aws-reserved/sso.amazonaws.com/',
      id: `AROA${drawLetters(random, 10)}EXAMPLE`,
      session: login,
      key: `ASIA${drawLetters(random, 9)}EXAMPLE`,
      issued: issued(random),
      console: true,
      from: [...addresses],
      agents: [...agents],
    };
  };
  const service = ({
    id,
    from: addresses,
    agents,
  }: { readonly id: string } & Origin): Principal => {
    const random = createRandomSource(seed ^ hashText(`caller:${id}`));
    const caller = { from: [...addresses], agents: [...agents] };
    if (described[id]?.does === 'deploys') {
      return {
        kind: 'user',
        name: id,
        path: '/',
        id: `AIDA${drawLetters(random, 10)}EXAMPLE`,
        key: `AKIA${drawLetters(random, 9)}EXAMPLE`,
        ...caller,
      };
    }
    return {
      kind: 'role',
      name: `${id}-role`,
      path: '/',
      id: `AROA${drawLetters(random, 10)}EXAMPLE`,
      session: `i-${drawHex(random, 17)}`,
      key: `ASIA${drawLetters(random, 9)}EXAMPLE`,
      issued: issued(random),
      console: false,
      ...caller,
    };
  };
  return Object.fromEntries([
    ...people.map((one) => [one.id, person(one)] as const),
    ...services.map((one) => [one.id, service(one)] as const),
  ]);
}

function describeProvider({ habits }: Storyline): Readonly<Record<string, Principal>> {
  if (habits) return {};
  return Object.fromEntries(
    providerHabits.map(({ who, host }) => [
      who,
      { kind: host === 'AWS Internal' ? 'internal' : 'service', host } as const,
    ]),
  );
}

function describeHabits({ people, services }: Storyline): readonly Habit[] {
  return [
    ...Object.keys(people).map((who) => ({ who, ...personHabit })),
    ...Object.entries(services).map(([who, { does, after, before }]) => ({
      who,
      ...serviceHabits[does],
      after,
      before,
    })),
    ...providerHabits.map(({ who, share, calls }) => ({
      who,
      share,
      calls,
      office: false,
      throttled: 0,
      denied: 0,
    })),
  ];
}

/** The address that an event comes from: what `from` says, else that of who did it. */
export function findAddress({ origins }: Estate, { from, who }: StoryEvent): string | undefined {
  if (from === undefined) return origins.get(who)?.from[0];
  return origins.get(from)?.from[0] ?? from;
}

/** The program that an event was done with, where the storyline says so. */
export function findAgent({ origins }: Estate, event: StoryEvent): string | undefined {
  return event.agent ?? (event.from === undefined ? undefined : origins.get(event.from)?.agents[0]);
}
