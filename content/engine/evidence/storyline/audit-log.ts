import { createRandomSource, hashText, type RandomSource } from '../../drill/random-source.ts';
import { readInstant } from '../../score/timeline-points.ts';
import type { Estate } from './estate.ts';
import type { StoryEvent } from './event-schema.ts';
import { drawMoment } from './moments.ts';
import type { StoryFile } from './schema.ts';
import { pickByShare, pickOne } from './template.ts';
import { listTold, type Telling } from './told-file.ts';
import { listBytes } from './utf8-hex.ts';

/** Serial numbers follow the clock, so that one event keeps its own whatever stands beside it. */
const serialsPerSecond = 1000;
const firstSerial = 20_000;

interface Audited {
  /** Milliseconds since 1970. */
  readonly at_ms: number;
  readonly serial: number;
  /** The host, which is written where several log into one file. */
  readonly node: string;
  readonly records: readonly string[];
}

/** Writes a log of the Linux audit system: all records of an event, by time. */
export function writeAuditLog(estate: Estate, story: StoryFile): Telling {
  const random = createRandomSource(estate.seed ^ hashText(story.file));
  const taken = new Set<number>();
  const told = listTold(estate, story).map((event) => ({
    event,
    audited: tellCommand(estate, event, taken),
  }));
  const all = [
    ...told.map(({ audited }) => audited),
    ...Array.from({ length: story.noise }, () => drawAudited(estate, random, taken)),
  ].sort((a, b) => a.serial - b.serial);
  return {
    text: `${all.map(writeRecords).join('\n')}\n`,
    records: all.length,
    clues: told.map(({ event, audited }) => ({
      event: event.id,
      record: nameEvent(audited),
      text: null,
    })),
  };
}

function writeRecords(audited: Audited): string {
  const stamp = `audit(${nameEvent(audited)}): `;
  return audited.records
    .map((record) => {
      const space = record.indexOf(' ');
      return `node=${audited.node} type=${record.slice(0, space)} msg=${stamp}${record.slice(space + 1)}`;
    })
    .join('\n');
}

/** `1364481363.243:24287` */
function nameEvent({ at_ms, serial }: Pick<Audited, 'at_ms' | 'serial'>): string {
  const fraction = String(at_ms % 1000).padStart(3, '0');
  return `${Math.floor(at_ms / 1000)}.${fraction}:${serial}`;
}

/** The serial number of a moment, or the next that nobody has. */
function takeSerial({ from_s }: Estate, at_ms: number, taken: Set<number>): number {
  let serial = firstSerial + Math.floor(((at_ms - from_s * 1000) * serialsPerSecond) / 1000);
  while (taken.has(serial)) serial += 1;
  taken.add(serial);
  return serial;
}

function tellCommand(estate: Estate, event: StoryEvent, taken: Set<number>): Audited {
  const { command } = event;
  if (!command) throw new Error(`"${event.id}" tells of no command.`);
  const random = createRandomSource(estate.seed ^ hashText(`command:${event.id}`));
  const at_ms = readInstant(event.at) * 1000 + Math.floor(random.next() * 1000);
  const [program = ''] = command.run;
  const records = writeExec(random, {
    run: command.run,
    exe: command.exe ?? (program.startsWith('/') ? program : `/usr/bin/${program}`),
    cwd: command.cwd,
    uid: command.uid ?? 1000,
    outcome: event.outcome ?? 'allowed',
  });
  return { at_ms, serial: takeSerial(estate, at_ms, taken), node: command.host, records };
}

interface Execution {
  readonly run: readonly string[];
  readonly exe: string;
  readonly cwd: string;
  readonly uid: number;
  readonly outcome: 'allowed' | 'denied' | 'failed';
}

function writeExec(random: RandomSource, { run, exe, cwd, uid, outcome }: Execution): string[] {
  const pid = 1_200 + Math.floor(random.next() * 30_000);
  const exit = { allowed: 0, denied: -13, failed: -2 }[outcome];
  const pointer = (): string => Math.floor(random.next() * 0xffffffff).toString(16);
  const ids = ['auid', 'uid', 'gid', 'euid', 'suid', 'fsuid', 'egid', 'sgid', 'fsgid'];
  const comm = exe.slice(exe.lastIndexOf('/') + 1).slice(0, 15);
  return [
    [
      `SYSCALL arch=c000003e syscall=59 success=${exit === 0 ? 'yes' : 'no'} exit=${exit}`,
      `a0=55${pointer()} a1=55${pointer()} a2=55${pointer()} a3=8 items=1`,
      `ppid=${pid - 1 - Math.floor(random.next() * 40)} pid=${pid}`,
      ...ids.map((name) => `${name}=${uid}`),
      `tty=(none) ses=${1 + Math.floor(random.next() * 60)} comm=${quote(comm)} exe=${quote(exe)}`,
      'subj=unconfined key="exec"',
    ].join(' '),
    `EXECVE argc=${run.length} ${run.map((word, index) => `a${index}=${quote(word)}`).join(' ')}`,
    `CWD cwd=${quote(cwd)}`,
    `PATH item=0 name=${quote(exe)} inode=${pid * 7} dev=fd:01 mode=0100755 ouid=0 ogid=0 rdev=00:00 nametype=NORMAL cap_fp=0 cap_fi=0 cap_fe=0 cap_fver=0 cap_frootid=0`,
    `PROCTITLE proctitle=${listBytes(run.join('\u0000')).join('')}`,
  ];
}

/** In quotes, or in hexadecimal where it holds a space, a quote or anything beyond ASCII. */
function quote(text: string): string {
  return /^[!#-~]*$/.test(text) && text !== '' ? `"${text}"` : listBytes(text).join('');
}

const background = [
  { share: 5, run: ['run-parts', '--report', '/etc/cron.hourly'], uid: 0 },
  { share: 8, run: ['systemctl', 'is-active', 'web.service'], uid: 0 },
  { share: 6, run: ['df', '-P', '/'], uid: 998 },
  { share: 6, run: ['ps', '-eo', 'pid,ppid,comm'], uid: 998 },
  { share: 3, run: ['logrotate', '/etc/logrotate.conf'], uid: 0 },
  { share: 3, run: ['git', 'rev-parse', 'HEAD'], uid: 1000 },
  { share: 2, run: ['apt-get', '-qq', 'update'], uid: 0 },
];

function drawAudited(estate: Estate, random: RandomSource, taken: Set<number>): Audited {
  const at_ms = drawMoment(estate, random) * 1000 + Math.floor(random.next() * 1000);
  const serial = takeSerial(estate, at_ms, taken);
  const node = pickOne(random, estate.hosts)?.id ?? 'host-1';
  const pid = 900 + Math.floor(random.next() * 30_000);
  if (random.next() < 0.4) {
    const { run = ['true'], uid = 0 } = pickByShare(random, background) ?? {};
    const exe = `/usr/bin/${run[0] ?? 'true'}`;
    const done = { run, exe, cwd: '/', uid, outcome: 'allowed' } as const;
    return { at_ms, serial, node, records: writeExec(random, done) };
  }
  const person = pickOne(random, estate.people);
  const shown = pickByShare(random, [
    {
      share: 6,
      record: `USER_ACCT pid=${pid} uid=0 auid=4294967295 ses=4294967295 msg='op=PAM:accounting grantors=pam_permit acct="root" exe="/usr/sbin/cron" hostname=? addr=? terminal=cron res=success'`,
    },
    {
      share: 3,
      record: `USER_LOGIN pid=${pid} uid=0 auid=1000 ses=${pid % 90} msg='op=login id=1000 exe="/usr/sbin/sshd" hostname=? addr=${person?.from[0] ?? '192.0.2.10'} terminal=/dev/pts/0 res=success'`,
    },
    {
      share: 2,
      record: `SERVICE_START pid=1 uid=0 auid=4294967295 ses=4294967295 msg='unit=apt-daily comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success'`,
    },
  ]);
  return { at_ms, serial, node, records: [shown?.record ?? ''] };
}
