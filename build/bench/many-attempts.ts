import { join } from 'node:path';
import type { AttemptEvent } from '../../content/engine/drill/attempt-log.ts';
import type { Envelope } from '../../electron/storage/storage-channels.ts';
import { readBundledDrill } from '../profile/bundled-drill.ts';
import { prepareProfile, seal, todayIsThere, welcomed } from '../profile/prepared-profile.ts';
import { readKit, storeAttempt, storeKit } from '../profile/stored-attempt.ts';
import type { Figure } from './figure.ts';
import { measureStart } from './measure-start.ts';
import { needApp } from './need-app.ts';
import { playLong } from './long-log.ts';
import { interleave, readMedian } from './readings.ts';

const turns = 7;
const eventsEach = 12;
const few = 10;
const many = 10_000;

/** The first screen of somebody who has practised for years, beside that of a beginner. */
export const manyAttempts: Figure = {
  name: 'many-attempts',
  window: true,
  measure: async (surroundings) => {
    const app = needApp(surroundings);
    const { scratch, say } = surroundings;
    const start = async (name: string): Promise<number> =>
      measureStart({ ...app, profile: join(scratch, name), usable: todayIsThere });
    for (const [name, count] of [
      ['few', few],
      ['many', many],
    ] as const) {
      say(`storing ${count} attempts`);
      await prepareProfile(join(scratch, name), writeAttempts(count));
      // The first start builds the working copy; only later ones are like every day's.
      await start(name);
    }
    const { a, b } = await interleave(
      turns,
      () => start('many'),
      () => start('few'),
    );
    return [
      {
        title: 'first screen with 10,000 attempts stored',
        reading: readMedian(a, 'ms'),
        baseline: { name: 'the same with 10 attempts', reading: readMedian(b, 'ms') },
        limit: { of: 'ratio', kind: 'at_most', bound: 1.2 },
      },
    ];
  },
};

/** @param events of each attempt, the last its end */
export function* writeAttempts(count: number, events = eventsEach): Generator<Envelope> {
  const drill = readBundledDrill('D01');
  const kit = readKit(drill);
  yield welcomed;
  yield storeKit(kit);
  const played = playLong(drill.prepared, 1, events - 1);
  const last = played.at(-1);
  const end = { ...last, seq: played.length, kind: 'ended', data: {} } as AttemptEvent;
  const records = storeAttempt({
    id: 'first',
    drill,
    kit,
    events: [...played, end],
    at: writeDay(0),
  });
  for (let number = 0; number < count; number += 1) {
    for (const record of records) yield copyRecord(record, `a-${number}`, writeDay(number));
  }
}

/** The same attempt once more, another day: playing each anew would take minutes. */
function copyRecord({ table, id, body }: Envelope, attempt: string, at: string): Envelope {
  const own = body as Record<string, unknown>;
  if (table === 'events') return seal(table, id.replace('first', attempt), { ...own, attempt });
  const header = { ...(own['header'] as object), attempt, started_at: at };
  return seal(table, attempt, { ...own, id: attempt, header, updated_at: at });
}

/** One attempt an hour, from a day on. */
function writeDay(hours: number): string {
  return new Date(Date.UTC(2025, 0, 1, hours)).toISOString();
}
