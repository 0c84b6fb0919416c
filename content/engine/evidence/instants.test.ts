import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countSeconds,
  readIsoTime,
  readSyslogTime,
  readWebLogTime,
  writeEpoch,
} from './instants.ts';

it('writes seconds as the host’s own clock would', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (milliseconds) => {
      const expected = new Date(milliseconds).toISOString().replace('.000Z', 'Z');
      expect(writeEpoch(milliseconds / 1000)).toBe(expected);
    }),
  );
});

it('counts seconds as the host’s own clock does', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
      (date) => {
        const seconds = countSeconds(
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          0,
        );
        expect(seconds).toBe(
          Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) / 1000,
        );
      },
    ),
  );
});

it.each([
  ['2026-03-10T08:51:09Z', '2026-03-10T08:51:09Z'],
  ['2026-03-10 08:51:09', '2026-03-10T08:51:09Z'],
  ['2026-03-10 08:51:09,250', '2026-03-10T08:51:09.250Z'],
  ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00Z'],
  ['2026-03-10T08:51:09.1239-0500', '2026-03-10T13:51:09.123Z'],
  ['2026-13-10T08:51:09Z', ''],
  ['yesterday', ''],
])('reads %s as %s', (text, instant) => {
  expect(readIsoTime(text)).toBe(instant);
});

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
