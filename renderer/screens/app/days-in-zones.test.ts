import { afterEach, expect, it } from 'vitest';
import { createRandomSource } from '../../../content/engine/drill/random-source.ts';
import { countRuns } from '../../../content/engine/testing/count-runs.ts';
import { countDays, listDue, writeDayId, type Review } from '../../state/review.ts';
import { writeClock, writeDay, writeDaysLeft, writeLongDay, writeMoment } from './dates.ts';

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;
const from_ms = Date.UTC(2026, 0, 1);
const to_ms = Date.UTC(2031, 0, 1);
/** Days have no midnight here on some days, or move by half an hour or two hours: in every run. */
const odd = ['Africa/Cairo', 'America/Santiago', 'America/Havana', 'Asia/Beirut'].concat([
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]);
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

function chooseZones(): readonly string[] {
  const all = Intl.supportedValuesOf('timeZone');
  const { numRuns, seed } = countRuns(all.length);
  const random = createRandomSource(seed);
  const inChance = all.map((name) => ({ name, at: random.next() })).sort((a, b) => a.at - b.at);
  const chosen = inChance.slice(0, numRuns).map(({ name }) => name);
  return [...new Set([...odd.filter((name) => all.includes(name)), ...chosen])];
}

/** To the second: a moment before and the first moment after. */
function findChanges(): readonly number[] {
  const offset = (at: number) => new Date(at).getTimezoneOffset();
  const found: number[] = [];
  for (let at = from_ms; at < to_ms; at += day_ms) {
    if (offset(at) === offset(at + day_ms)) continue;
    let [before, after] = [at, at + day_ms];
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2000) * 1000;
      if (offset(middle) === offset(before)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

/** What the wall calendar says, by the zone's own tables and without a `Date` of this zone. */
function readCalendar(zoneName: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zoneName,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'long' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  return (at: number) => {
    const parts = Object.fromEntries(format.formatToParts(at).map((one) => [one.type, one.value]));
    const { year = '', month = '', day = '', weekday = '' } = parts;
    const clock = `${parts['hour'] ?? ''}:${parts['minute'] ?? ''}:${parts['second'] ?? ''}`;
    return { id: `${year}-${month}-${day}`, weekday, day: Number(day), year, clock };
  };
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });
const monthOf = (id: string) => months.format(Date.parse(id));
const weekdayOf = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' });
const addDays = (id: string, days: number) =>
  new Date(Date.parse(id) + days * day_ms).toISOString().slice(0, 10);

function tellWhen(days: number): string {
  if (Math.abs(days) <= 1) return ['yesterday', 'today', 'tomorrow'][days + 1] ?? '';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

function aReview(due: string): Review {
  const action = { id: 'x', what: 'Rotate', owner: '', due, proof: '', done_on: null };
  return {
    ...{ attempt: 'a', code: 'T01', title: 'T', went_well: '', to_improve: '', updated_at: '' },
    actions: [action],
  };
}

/** What the app says at a moment that is not what the calendar says. */
function findWrong(at: number, read: ReturnType<typeof readCalendar>): readonly string[] {
  const now = new Date(at);
  const said = read(at);
  const short = `${said.day} ${monthOf(said.id).slice(0, said.id.slice(5, 7) === '09' ? 4 : 3)}`;
  const iso = now.toISOString();
  const told: [string | null | number, string | null | number][] = [
    [writeDayId(now), said.id],
    [writeClock(now), said.clock],
    [writeLongDay(now), `${said.weekday}, ${said.day} ${monthOf(said.id)}`],
    [writeMoment(iso), `${short} ${said.year}, ${said.clock.slice(0, 5)}`],
    [writeDay(iso, now), short],
  ];
  for (const days of [-3652, -30, -2, -1, 0, 1, 2, 3, 30, 365, 3652]) {
    const id = addDays(said.id, days);
    const then = `${weekdayOf.format(Date.parse(id))} ${Number(id.slice(8))} ${monthOf(id)}`;
    told.push(
      [writeDaysLeft(id, now), `${then}, ${tellWhen(days)}`],
      [countDays(said.id, id), days],
      [listDue([aReview(id)], now)[0]?.late_days ?? null, days <= 0 ? -days : null],
    );
  }
  return told.flatMap(([is, should]) => (is === should ? [] : [`${iso}: ${is}, not ${should}`]));
}

it('names no wrong day in any time zone, around every change of its clock from 2026 to 2030', () => {
  const wrong: string[] = [];
  let moments = 0;
  let changes = 0;
  const zones = chooseZones();
  for (const name of zones) {
    process.env['TZ'] = name;
    const read = readCalendar(name);
    // Or the zone would not be set at all, and nothing be tested.
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(
      Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone,
    );
    const found = findChanges();
    changes += found.length;
    const around = found.length === 0 ? [from_ms] : found;
    for (const change of around) {
      for (const hours of [-24, -1, 0, 1, 12, 23, 24, 25]) {
        for (const at of [change + hours * hour_ms - 1000, change + hours * hour_ms]) {
          moments += 1;
          wrong.push(...findWrong(at, read).map((line) => `${name} ${line}`));
        }
      }
    }
  }
  console.log(
    `figure: days ${zones.length} time zones, ${changes} changes of the clock, ${moments} moments, ${wrong.length} wrong`,
  );
  expect(changes).toBeGreaterThan(40);
  expect(wrong.slice(0, 20)).toEqual([]);
});
