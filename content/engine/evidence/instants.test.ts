import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countSeconds,
  isIsoTime,
  readIsoTime,
  readSyslogTime,
  readWebLogTime,
  writeEpoch,
} from './instants.ts';

it('reads back every second that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (second) => {
      const text = writeEpoch(second);
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)T/.exec(text) ?? [];
      expect(countSeconds(Number(year), Number(month), Number(day), second % 86_400)).toBe(second);
      expect(readIsoTime(text)).toBe(text);
    }),
  );
});

it.each([
  [0, '1970-01-01T00:00:00Z'],
  [951_782_400, '2000-02-29T00:00:00Z'],
  [1_773_132_669.123, '2026-03-10T08:51:09.123Z'],
  [4_107_542_399, '2100-02-28T23:59:59Z'],
  [4_107_542_400, '2100-03-01T00:00:00Z'],
  [253_402_300_799, '9999-12-31T23:59:59Z'],
])('writes %d as %s', (second, text) => {
  expect(writeEpoch(second)).toBe(text);
});

it.each([
  ['2026-03-10T08:51:09Z', '2026-03-10T08:51:09Z'],
  ['2026-03-10 08:51:09', '2026-03-10T08:51:09Z'],
  ['2026-03-10 08:51:09,250', '2026-03-10T08:51:09.250Z'],
  ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00Z'],
  ['2026-03-10T08:51:09.1239-0500', '2026-03-10T13:51:09.123Z'],
  ['2026-03-10 08:51', '2026-03-10T08:51:00Z'],
  ['2026-03-10T08:51+02:00', '2026-03-10T06:51:00Z'],
  ['2026-13-10T08:51:09Z', ''],
  ['2026-02-30T08:51:09Z', ''],
  ['2026-02-29 08:51', ''],
  ['2024-02-29 08:51', '2024-02-29T08:51:00Z'],
  ['2100-02-29 08:51', ''],
  ['2026-04-31T08:51:09+02:00', ''],
  ['2026-03-00T08:51:09Z', ''],
  ['2026-03-10T25:51:09Z', ''],
  ['2026-03-10T08:61:09Z', ''],
  ['2026-03-10T24:00:00Z', '2026-03-11T00:00:00Z'],
  ['2026-03-10T24:01:00Z', ''],
  ['08:51', ''],
  ['yesterday', ''],
])('reads %s as %s', (text, instant) => {
  expect(readIsoTime(text)).toBe(instant);
  expect(isIsoTime(text)).toBe(instant !== '');
});

it.each(['30/Feb/2026:23:59:59 -0100', '31/Jun/2026:00:00:00 +0000'])(
  'takes a day of a web log that is none for no time: %s',
  (text) => {
    expect(readWebLogTime(text)).toBe('');
  },
);

it('reads the times of web logs and of syslog', () => {
  expect(readWebLogTime('28/Feb/2026:23:59:59 -0100')).toBe('2026-03-01T00:59:59Z');
  expect(readWebLogTime('28/feb/2026:23:59:59 -0100')).toBe('');
  expect(readSyslogTime('Dec  1 00:00:01', 2025)).toBe('2025-12-01T00:00:01Z');
  expect(readSyslogTime('Dec  1 00:00:01', null)).toBe('');
  expect(readSyslogTime('anF 10 00:00:01', 2026)).toBe('');
});

it.each([NaN, -1, 1e15])('takes %s for no time', (seconds) => {
  expect(writeEpoch(seconds)).toBe('');
});
