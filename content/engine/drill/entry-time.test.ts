import { expect, it } from 'vitest';
import { readEntryTime, writeEntryTime } from './entry-time.ts';

const drill = { starts_at: '2026-04-22T08:40:00Z', ends_at: 3600 };

it.each([
  ['8:51', '2026-04-22T08:51:00Z'],
  ['08:51:09 UTC', '2026-04-22T08:51:09Z'],
  [' 09:30Z', '2026-04-22T09:30:00Z'],
  // The drill is over at 09:40.
  ['21:10:04', '2026-04-21T21:10:04Z'],
  ['13 Apr 21:10', '2026-04-13T21:10:00Z'],
  ['3 april 1:02:03', '2026-04-03T01:02:03Z'],
  ['2025-12-31 23:59:58', '2025-12-31T23:59:58Z'],
  ['2026-04-13T21:10:04Z', '2026-04-13T21:10:04Z'],
])('reads “%s”', (typed, instant) => {
  expect(readEntryTime(typed, drill)).toBe(instant);
});

it.each([
  '',
  '25:00',
  '8',
  '08:61',
  'soon',
  '31 Apr 08:00',
  '13 Foo 08:00',
  '2026-02-30 08:00',
  '13 Apr',
])('takes “%s” for no time', (typed) => {
  expect(readEntryTime(typed, drill)).toBeNull();
});

it('keeps the day of an entry whose time is changed', () => {
  expect(readEntryTime('21:11', drill, '2026-04-13')).toBe('2026-04-13T21:11:00Z');
  expect(readEntryTime('14 Apr 21:11', drill, '2026-04-13')).toBe('2026-04-14T21:11:00Z');
});

it.each(['2026-04-22T08:51:09Z', '2026-04-03T21:10:04Z', '2025-12-31T23:59:58Z'])(
  'writes %s as it is read again',
  (at) => {
    expect(readEntryTime(writeEntryTime(at, drill.starts_at), drill)).toBe(at);
  },
);

it('names the day of a time on another one', () => {
  expect(writeEntryTime('2026-04-22T08:51:09Z', drill.starts_at)).toBe('08:51:09');
  expect(writeEntryTime('2026-04-03T21:10:04Z', drill.starts_at)).toBe('3 Apr 21:10:04');
});
