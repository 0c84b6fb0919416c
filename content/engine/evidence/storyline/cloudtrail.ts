import {
  createRandomSource,
  hashText,
  shuffle,
  type RandomSource,
} from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { nameCaller, writeIdentity, writeSignIn } from './identity.ts';
import { writeInstant } from '../storyline-instant.ts';
import { findAddress, findAgent, type Estate } from './estate.ts';
import { globalRegion, placeCall } from './global-calls.ts';
import type { StoryEvent } from './event-schema.ts';
import { isOfficeTime } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawUuid, fillTemplate, pickByShare, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';
import type { Call, Habit, Principal } from './trail-schema.ts';

/** A file of a trail is delivered about every five minutes; inside it nothing is in order. */
const delivery_s = 300;

interface Happening {
  readonly at_s: number;
  readonly record: object;
}

/**
 * Writes a CloudTrail file, one record a line. Pure: the same storyline gives the same bytes.
 * Throws an Error that names the word at fault where a habit speaks of somebody or something that
 * the storyline does not describe.
 */
export function writeCloudTrail(estate: Estate, story: StoryFile): Telling {
  const { file, regions, noise } = story;
  const told = listTold(estate, story);
  const random = createRandomSource(estate.seed ^ hashText(file));
  const background = listBackground(estate, regions ?? [estate.region]);
  const happenings = [
    ...told.map((event) => writeStoryEvent(estate, event)),
    ...Array.from({ length: noise }, () => writeNoise(estate, background, random)),
  ];
  const lines = orderByDelivery(estate.seed, happenings).map((record) => JSON.stringify(record));
  return {
    text: `{"Records":[\n${lines.join(',\n')}\n]}\n`,
    records: lines.length,
    clues: told.map((event) => ({
      event: event.id,
      record: findEventId(estate, event),
      text: null,
    })),
  };
}

/** The id that an event of the story has in the evidence, for the clues of drill.yaml. */
export function findEventId({ seed }: Pick<Estate, 'seed'>, { id }: StoryEvent): string {
  return drawUuid(createRandomSource(seed ^ hashText(`event:${id}`)));
}

function writeStoryEvent(storyline: Estate, event: StoryEvent): Happening {
  const random = createRandomSource(storyline.seed ^ hashText(`details:${event.id}`));
  const name = event.call ?? '';
  const call = event.read === undefined ? findCall(storyline, name) : knownCall(storyline, name);
  const principal = findPrincipal(storyline, event.who);
  const at_s = readInstant(event.at);
  const error = event.error ?? writeOutcome(storyline, event, principal);
  const record = writeRecord(storyline, random, {
    at_s,
    principal,
    name,
    region: event.region ?? placeCall(name, storyline.region),
    call: {
      ...call,
      read: event.read ?? call.read,
      ask: event.ask ?? call.ask,
      answer: error ? null : (event.answer ?? call.answer),
    },
    key: event.key,
    from: event.from === undefined ? undefined : findAddress(storyline, event),
    agent: findAgent(storyline, event),
    error,
    eventID: findEventId(storyline, event),
  });
  return { at_s, record };
}

/** What usually happens in the regions of a file, and in which of them. */
interface Background {
  readonly regions: readonly string[];
  readonly usual: readonly (Habit & { readonly here: readonly string[] })[];
}

function listBackground({ habits }: Estate, regions: readonly string[]): Background {
  const usual = habits.map((habit) => ({
    ...habit,
    here: (habit.regions ?? regions).filter((one) => regions.includes(one)),
  }));
  return { regions, usual: usual.filter(({ here }) => here.length > 0) };
}

function writeNoise(
  storyline: Estate,
  { regions, usual }: Background,
  random: RandomSource,
): Happening {
  const habit = pickByShare(random, usual);
  const name = habit && pickOne(random, habit.calls);
  if (!habit || name === undefined) throw new Error(`No habit reaches ${regions.join(', ')}.`);
  const call = findCall(storyline, name);
  const principal = findPrincipal(storyline, habit.who);
  const at_s = drawTime(storyline, habit, random);
  const region = placeCall(name, pickOne(random, habit.here) ?? '');
  const error = drawError(storyline, habit, principal, name, random);
  const record = writeRecord(storyline, random, {
    at_s,
    principal,
    name,
    region,
    call: error ? { ...call, answer: null } : call,
    error,
    eventID: drawUuid(random),
  });
  return { at_s, record };
}

function drawTime(storyline: Estate, habit: Habit, random: RandomSource): number {
  if (!habit.office && habit.after === undefined && habit.before === undefined) {
    const span_s = storyline.to_s - storyline.from_s;
    return storyline.from_s + Math.floor(random.next() * span_s);
  }
  const day = writeInstant(storyline.from_s).slice(0, 10);
  const { office_hours: office } = storyline;
  // The hours of one day are cut out; of several days, moments outside are drawn again.
  const days = writeInstant(storyline.to_s).slice(0, 10) !== day;
  const clock = habit.office && !days;
  const times = (...list: readonly (string | false | undefined)[]): number[] =>
    list.flatMap((time) => (time ? [readInstant(time)] : []));
  const start = Math.max(
    storyline.from_s,
    ...times(habit.after, clock && `${day}T${office.from}:00Z`),
  );
  const end = Math.min(storyline.to_s, ...times(habit.before, clock && `${day}T${office.to}:00Z`));
  const draw = (): number => start + Math.floor(random.next() * (end - start));
  let at_s = draw();
  for (
    let turn = 0;
    habit.office && days && turn < 40 && !isOfficeTime(storyline, at_s);
    turn += 1
  ) {
    at_s = draw();
  }
  return at_s;
}

/** What `outcome` means for a call, where the event gives no error of its own. */
function writeOutcome(storyline: Estate, event: StoryEvent, principal: Principal): Failure {
  if (event.outcome === 'denied') return writeDenial(storyline, principal, event.call ?? '');
  if (event.outcome !== 'failed') return undefined;
  return {
    code: 'InternalFailure',
    message: 'The request processing has failed because of an unknown error.',
  };
}

type Failure = StoryEvent['error'];

function drawError(
  storyline: Estate,
  habit: Habit,
  principal: Principal,
  name: string,
  random: RandomSource,
): Failure {
  const draw = random.next();
  const [service = ''] = name.split('.');
  if (draw < habit.throttled) {
    return service === 'ec2'
      ? { code: 'Client.RequestLimitExceeded', message: 'Request limit exceeded.' }
      : {
          code: service === 'iam' ? 'Throttling' : 'ThrottlingException',
          message: 'Rate exceeded',
        };
  }
  return isDenied(storyline, habit.who, name) ? writeDenial(storyline, principal, name) : undefined;
}

/**
 * Whether somebody may not make a call: each time or never, as rights do not change from call to call.
 * What the story says of the same call goes before the share; of several habits the larger counts.
 */
function isDenied({ seed, events, habits }: Estate, who: string, name: string): boolean {
  const told = events.find((event) => event.who === who && event.call === name);
  if (told) return told.outcome === 'denied' || told.error?.code.includes('AccessDenied') === true;
  const same = habits.filter((habit) => habit.who === who && habit.calls.includes(name));
  const denied = Math.max(0, ...same.map((habit) => habit.denied));
  return hashText(`denied:${seed}:${who}:${name}`) / 2 ** 32 < denied;
}

function writeDenial(storyline: Estate, principal: Principal, name: string): Failure {
  const [service = '', action = ''] = name.split('.');
  if (service === 'ec2') {
    const message = 'You are not authorized to perform this operation.';
    return { code: 'Client.UnauthorizedOperation', message };
  }
  const message = `User: ${nameCaller(storyline, principal)} is not authorized to perform: ${service}:${action} because no identity-based policy allows the ${service}:${action} action`;
  return { code: service === 'kms' ? 'AccessDeniedException' : 'AccessDenied', message };
}

interface Occurrence {
  readonly at_s: number;
  readonly principal: Principal;
  /** service.Action */
  readonly name: string;
  readonly region: string;
  readonly call: Call;
  readonly eventID: string;
  readonly key?: string | undefined;
  readonly from?: string | undefined;
  readonly agent?: string | undefined;
  readonly error?: Failure;
}

/** One record, its keys in the order in which the service writes them. */
function writeRecord(storyline: Estate, random: RandomSource, what: Occurrence): object {
  const { account } = storyline;
  const { principal, call, region } = what;
  const [service = '', action = ''] = what.name.split('.');
  const fill = (value: unknown): unknown => fillTemplate(value, random, { region, account });
  const person = 'from' in principal ? principal : null;
  const host = 'host' in principal ? principal.host : '';
  const version = pickByShare(random, [
    { share: 3, name: '1.08' },
    { share: 4, name: '1.09' },
    { share: 3, name: '1.10' },
  ]);
  const role = principal.kind === 'role' ? principal : null;
  const tls = person && !role?.invoked_by && call.type === 'AwsApiCall' && random.next() < 0.85;
  const agent = nameProgram(
    what.agent ?? (person ? pickOne(random, person.agents) : host),
    what.name,
  );
  const address = what.from ?? (person ? pickOne(random, person.from) : host);
  const asked = fill(call.ask);
  const answered = fill(call.answer);
  return {
    eventVersion: version?.name,
    userIdentity:
      call.type === 'AwsConsoleSignIn'
        ? writeSignIn(storyline, principal)
        : writeIdentity(storyline, principal, what.key),
    eventTime: writeInstant(what.at_s),
    eventSource: `${service}.amazonaws.com`,
    eventName: action,
    awsRegion: region,
    sourceIPAddress: address,
    // S3 alone writes the agent in brackets.
    userAgent: service === 's3' && person ? `[${agent}]` : agent,
    ...(what.error ? { errorCode: what.error.code, errorMessage: what.error.message } : {}),
    requestParameters: asked,
    responseElements: answered,
    ...(call.more ? { additionalEventData: fill(call.more) } : {}),
    ...(call.type === 'AwsApiCall'
      ? { requestID: nameRequest(service, drawUuid(random), answered) }
      : {}),
    eventID: what.eventID,
    readOnly: call.read,
    ...(call.resources ? { resources: fill(call.resources) } : {}),
    eventType: call.type,
    managementEvent: true,
    recipientAccountId: account,
    ...(principal.kind === 'service' ? { sharedEventID: drawUuid(random) } : {}),
    ...(call.details ? { serviceEventDetails: fill(call.details) } : {}),
    ...(role?.endpoint === undefined ? {} : { vpcEndpointId: role.endpoint }),
    eventCategory: 'Management',
    ...(tls ? { tlsDetails: writeTls(readHost(asked) ?? nameHost(service, region)) } : {}),
    ...(role?.console && call.type === 'AwsApiCall'
      ? { sessionCredentialFromConsole: 'true' }
      : {}),
  };
}

/** The id of the request: as EC2 repeats it in its answer; sixteen figures at S3; a UUID elsewhere. */
function nameRequest(service: string, uuid: string, answered: unknown): string {
  if (typeof answered === 'object' && answered !== null && 'requestId' in answered) {
    if (typeof answered.requestId === 'string') return answered.requestId;
  }
  return service === 's3' ? uuid.replaceAll('-', '').slice(0, 16).toUpperCase() : uuid;
}

function writeTls(host: string): object {
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: host,
  };
}

/** The header as S3 repeats it among the parameters; null where the call has none. */
function readHost(asked: unknown): string | null {
  if (typeof asked !== 'object' || asked === null || !('Host' in asked)) return null;
  return typeof asked.Host === 'string' ? asked.Host : null;
}

/** What is logged in another region was asked there: the host of STS without a region is served from the global one. */
function nameHost(service: string, region: string): string {
  const global = service === 'iam' || (service === 'sts' && region === globalRegion);
  return `${service}${global ? '' : `.${region}`}.amazonaws.com`;
}

/** Files come roughly by time, some late; the records of one file in no order. */
function orderByDelivery(seed: number, happenings: readonly Happening[]): readonly object[] {
  const files = new Map<number, Happening[]>();
  for (const happening of happenings) {
    const slot = Math.floor(happening.at_s / delivery_s);
    const file = files.get(slot);
    if (file) file.push(happening);
    else files.set(slot, [happening]);
  }
  const random = createRandomSource(seed ^ hashText('late files'));
  return [...files]
    .sort(([a], [b]) => a - b)
    .map(([slot, file]) => ({ file, slot, arrives: slot + random.next() * 2.5 }))
    .sort((a, b) => a.arrives - b.arrives)
    .flatMap(({ file, slot }) => shuffle(file, seed ^ slot))
    .map(({ record }) => record);
}

function findCall(storyline: Estate, name: string): Call {
  if (!Object.hasOwn(storyline.calls, name)) {
    throw new Error(`The call "${name}" is not described under \`calls\`.`);
  }
  return knownCall(storyline, name);
}

function knownCall({ calls }: Estate, name: string): Call {
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  return call ?? { read: true, ask: null, answer: null, type: 'AwsApiCall' };
}

function findPrincipal({ principals }: Estate, id: string): Principal {
  const principal = Object.hasOwn(principals, id) ? principals[id] : undefined;
  if (!principal) throw new Error(`"${id}" is not described under \`principals\`.`);
  return principal;
}

/** Clients whose own name is not the prefix of the service that they call. */
const clients: Readonly<Record<string, { readonly api: string; readonly command: string }>> = {
  monitoring: { api: 'cloudwatch', command: 'cloudwatch' },
  logs: { api: 'cloudwatchlogs', command: 'logs' },
  elasticloadbalancing: { api: 'elasticloadbalancingv2', command: 'elbv2' },
  s3: { api: 's3', command: 's3api' },
};

/**
 * A program as it names itself in one call: `{api}` is the client of a library ("api/sqs"), `{command}`
 * what was typed on a command line ("md/command#ecs.update-service").
 */
function nameProgram(agent: string | undefined, call: string): string | undefined {
  const [service = '', action = ''] = call.split('.');
  const { api, command } = clients[service] ?? { api: service, command: service };
  const typed = action.replace(/(?!^)(?=[A-Z][a-z])/g, '-').toLowerCase();
  return agent?.replaceAll('{api}', api).replaceAll('{command}', `${command}.${typed}`);
}
