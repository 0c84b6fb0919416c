import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import { writeInstant } from '../storyline-instant.ts';
import { findAddress, findAgent, type Estate, type EstatePerson } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { drawBusyMoment } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { drawLetters, drawUuid, pickByShare, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';

const messages: Readonly<Record<string, string>> = {
  'user.session.start': 'User login to identity provider',
  'user.session.end': 'User logout from identity provider',
  'user.authentication.sso': 'User single sign on to app',
  'user.authentication.auth_via_mfa': 'Authentication of user via MFA',
  'user.mfa.factor.activate': 'Activate factor or authenticator enrolment for user',
  'user.mfa.factor.deactivate': 'Reset factor for user',
  'user.account.reset_password': 'Fired when the user password is reset',
  'system.push.send_factor_verify_push': 'Send push verify',
  'policy.evaluate_sign_on': 'Evaluation of sign-on policy',
};
const usual = [
  { share: 30, type: 'user.session.start', fails: 0.06 },
  { share: 34, type: 'user.authentication.sso', fails: 0 },
  { share: 16, type: 'user.authentication.auth_via_mfa', fails: 0.04 },
  { share: 12, type: 'policy.evaluate_sign_on', fails: 0 },
  { share: 8, type: 'user.session.end', fails: 0 },
] as const;
const apps = ['Mail', 'Cloud console', 'Wiki', 'Tickets', 'Payroll'];

interface Noted {
  readonly uuid: string;
  readonly at_s: number;
  readonly type: string;
  readonly person: Pick<EstatePerson, 'login' | 'mail' | 'name'>;
  readonly result: string;
  readonly reason: string | null;
  readonly address: string;
  readonly agent: string;
  readonly place: { readonly city: string | null; readonly country: string | null };
  readonly target: string | null;
}

/** Writes an identity provider's system log, one event a line, by time. */
export function writeSignIns(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const told = listTold(estate, story);
  const noted = [
    ...told.map((event) => tellSignIn(estate, event)),
    ...Array.from({ length: story.noise }, () => drawSignIn(estate, random)),
  ].sort((a, b) => a.at_s - b.at_s);
  const lines = noted.map((one) => JSON.stringify(writeNoted(estate, one, random)));
  return {
    text: `${lines.join('\n')}\n`,
    records: lines.length,
    clues: told.map((event) => ({ event: event.id, record: findUuid(estate, event), text: null })),
  };
}

function findUuid({ seed }: Estate, { id }: StoryEvent): string {
  return drawUuid(createRandomSource(seed ^ hashText(`sign-in:${id}`)));
}

function tellSignIn(estate: Estate, event: StoryEvent): Noted {
  const { sign_in: told } = event;
  if (!told) throw new Error(`"${event.id}" tells of no sign-in.`);
  const person = estate.people.find(({ id }) => id === event.who);
  const outcome = event.outcome ?? 'allowed';
  return {
    uuid: findUuid(estate, event),
    at_s: readInstant(event.at),
    type: told.type,
    person: person ?? {
      login: event.who,
      name: event.who,
      mail: `${event.who}@${estate.domain}`,
    },
    result: { allowed: 'SUCCESS', denied: 'DENY', failed: 'FAILURE' }[outcome],
    reason: told.reason ?? (outcome === 'failed' ? 'INVALID_CREDENTIALS' : null),
    address: findAddress(estate, event) ?? '',
    agent: findAgent(estate, event) ?? person?.agents[0] ?? '',
    place: { city: told.city ?? null, country: told.country ?? null },
    target: told.target ?? null,
  };
}

function drawSignIn(estate: Estate, random: RandomSource): Noted {
  const { type = 'user.session.start', fails = 0 } = pickByShare(random, usual) ?? {};
  const person = pickOne(random, estate.people);
  const failed = random.next() < fails;
  return {
    uuid: drawUuid(random),
    at_s: drawBusyMoment(estate, random),
    type,
    person: person ?? { login: 'staff', name: 'Staff', mail: `staff@${estate.domain}` },
    result: failed ? 'FAILURE' : type === 'policy.evaluate_sign_on' ? 'ALLOW' : 'SUCCESS',
    reason: failed ? 'INVALID_CREDENTIALS' : null,
    address: pickOne(random, person?.from ?? []) ?? '192.0.2.10',
    agent: pickOne(random, person?.agents ?? []) ?? '',
    place: { city: null, country: null },
    target: type === 'user.authentication.sso' ? (pickOne(random, apps) ?? null) : null,
  };
}

function writeNoted({ seed }: Estate, noted: Noted, random: RandomSource): object {
  const { person, target, agent } = noted;
  const id = drawLetters(createRandomSource(seed ^ hashText(`actor:${person.mail}`)), 16);
  const milliseconds = String(Math.floor(random.next() * 1000)).padStart(3, '0');
  return {
    uuid: noted.uuid,
    published: `${writeInstant(noted.at_s).slice(0, -1)}.${milliseconds}Z`,
    eventType: noted.type,
    version: '0',
    severity: noted.result === 'FAILURE' || noted.result === 'DENY' ? 'WARN' : 'INFO',
    displayMessage: messages[noted.type] ?? noted.type,
    actor: { id: `00u${id}`, type: 'User', alternateId: person.mail, displayName: person.name },
    client: {
      userAgent: {
        rawUserAgent: agent,
        os: agent.includes('Windows') ? 'Windows' : 'Linux',
        browser: agent.includes('Firefox') ? 'FIREFOX' : 'UNKNOWN',
      },
      device: 'Computer',
      ipAddress: noted.address,
      geographicalContext: noted.place,
    },
    outcome: { result: noted.result, reason: noted.reason },
    target:
      target === null ? [] : [{ type: 'AppInstance', alternateId: target, displayName: target }],
    transaction: { type: 'WEB', id: drawLetters(random, 22) },
    authenticationContext: { externalSessionId: `102${drawLetters(random, 20)}` },
  };
}
