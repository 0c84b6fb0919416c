import {
  createRandomSource,
  hashText,
  shuffle,
  type RandomSource,
} from '../drill/random-source.ts';
import { readInstant } from '../score/timeline-points.ts';
import { nameCaller, writeIdentity, writeSignIn } from './storyline-identity.ts';
import { writeInstant } from './storyline-instant.ts';
import type { Call, Habit, Principal, StoryEvent, Storyline } from './storyline-schema.ts';
import { drawUuid, fillTemplate, pickByShare, pickOne } from './storyline-template.ts';

/** A file of a trail is delivered about every five minutes; inside it nothing is in order. */
const delivery_s = 300;

interface Happening {
  readonly at_s: number;
  readonly record: object;
}

/**
 * Writes the CloudTrail files of a storyline: path → text, one record a line. Pure: the same
 * storyline gives the same bytes. Throws an Error that names the word at fault where an event or a
 * habit speaks of somebody or something that the storyline does not describe.
 */
export function writeCloudTrail(storyline: Storyline): ReadonlyMap<string, string> {
  return new Map(
    storyline.files.map(({ file, regions, noise }) => {
      const random = createRandomSource(storyline.seed ^ hashText(file));
      const happenings = [
        ...storyline.events
          .filter((event) => regions.includes(event.region))
          .filter((event) => event.files?.includes(file) ?? true)
          .map((event) => writeStoryEvent(storyline, event)),
        ...Array.from({ length: noise }, () => writeNoise(storyline, regions, random)),
      ];
      const lines = orderByDelivery(storyline.seed, happenings).map((record) =>
        JSON.stringify(record),
      );
      return [file, `{"Records":[\n${lines.join(',\n')}\n]}\n`];
    }),
  );
}

/** The id that an event of the story has in the evidence, for the clues of drill.yaml. */
export function findEventId({ seed }: Storyline, { id }: StoryEvent): string {
  return drawUuid(createRandomSource(seed ^ hashText(`event:${id}`)));
}

function writeStoryEvent(storyline: Storyline, event: StoryEvent): Happening {
  const random = createRandomSource(storyline.seed ^ hashText(`details:${event.id}`));
  const call = findCall(storyline, event.call);
  const principal = findPrincipal(storyline, event.who);
  const at_s = readInstant(event.at);
  const record = writeRecord(storyline, random, {
    at_s,
    principal,
    name: event.call,
    region: event.region,
    call: {
      ...call,
      read: event.read ?? call.read,
      ask: event.ask ?? call.ask,
      answer: event.error ? null : (event.answer ?? call.answer),
    },
    key: event.key,
    from: event.from,
    agent: event.agent,
    error: event.error,
    eventID: findEventId(storyline, event),
  });
  return { at_s, record };
}

function writeNoise(
  storyline: Storyline,
  regions: readonly string[],
  random: RandomSource,
): Happening {
  const usual = storyline.habits.filter((habit) =>
    (habit.regions ?? regions).some((region) => regions.includes(region)),
  );
  const habit = pickByShare(random, usual);
  const name = habit && pickOne(random, habit.calls);
  if (!habit || name === undefined) throw new Error(`No habit reaches ${regions.join(', ')}.`);
  const call = findCall(storyline, name);
  const principal = findPrincipal(storyline, habit.who);
  const at_s = drawTime(storyline, habit, random);
  const region =
    pickOne(
      random,
      (habit.regions ?? regions).filter((one) => regions.includes(one)),
    ) ?? '';
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

function drawTime(storyline: Storyline, habit: Habit, random: RandomSource): number {
  const day = storyline.from.slice(0, 10);
  const { office_hours: office } = storyline;
  const earliest = [storyline.from, habit.after, habit.office && `${day}T${office.from}:00Z`];
  const latest = [storyline.to, habit.before, habit.office && `${day}T${office.to}:00Z`];
  const times = (list: readonly (string | false | undefined)[]): number[] =>
    list.flatMap((time) => (time ? [readInstant(time)] : []));
  const start = Math.max(...times(earliest));
  const end = Math.min(...times(latest));
  return start + Math.floor(random.next() * (end - start));
}

type Failure = StoryEvent['error'];

function drawError(
  storyline: Storyline,
  habit: Habit,
  principal: Principal,
  name: string,
  random: RandomSource,
): Failure {
  const draw = random.next();
  const [service = '', action = ''] = name.split('.');
  if (draw < habit.throttled) {
    return service === 'ec2'
      ? { code: 'Client.RequestLimitExceeded', message: 'Request limit exceeded.' }
      : {
          code: service === 'iam' ? 'Throttling' : 'ThrottlingException',
          message: 'Rate exceeded',
        };
  }
  if (draw >= habit.throttled + habit.denied) return undefined;
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
function writeRecord(storyline: Storyline, random: RandomSource, what: Occurrence): object {
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
  const agent = what.agent ?? (person ? pickOne(random, person.agents) : host);
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
    sourceIPAddress: what.from ?? (person ? pickOne(random, person.from) : host),
    // S3 alone writes the agent in brackets.
    userAgent: service === 's3' && tls ? `[${agent}]` : agent,
    ...(what.error ? { errorCode: what.error.code, errorMessage: what.error.message } : {}),
    requestParameters: fill(call.ask),
    responseElements: fill(call.answer),
    ...(call.more ? { additionalEventData: fill(call.more) } : {}),
    ...(call.type === 'AwsApiCall' ? { requestID: drawUuid(random) } : {}),
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
    ...(tls ? { tlsDetails: writeTls(service, region) } : {}),
    ...(role?.console && call.type === 'AwsApiCall'
      ? { sessionCredentialFromConsole: 'true' }
      : {}),
  };
}

function writeTls(service: string, region: string): object {
  const global = service === 'iam' || service === 'sts' ? '' : `.${region}`;
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: `${service}${global}.amazonaws.com`,
  };
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

function findCall({ calls }: Storyline, name: string): Call {
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (!call) throw new Error(`The call "${name}" is not described under \`calls\`.`);
  return call;
}

function findPrincipal({ principals }: Storyline, id: string): Principal {
  const principal = Object.hasOwn(principals, id) ? principals[id] : undefined;
  if (!principal) throw new Error(`"${id}" is not described under \`principals\`.`);
  return principal;
}
