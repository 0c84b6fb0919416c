import { describe, expect, it } from 'vitest';
import { readWholeTime, TimeFinder } from './find-times.ts';
import { countSeconds } from './instants.ts';
import { writeInstant } from './storyline-instant.ts';

const near_s = countSeconds(2026, 4, 22, 6 * 3600 + 40 * 60);

function find(lines: readonly string[], near: number | null = near_s): readonly string[] {
  const finder = new TimeFinder(near);
  return lines.flatMap((line) => finder.read(line).map(({ at_s }) => writeInstant(at_s)));
}

describe('TimeFinder', () => {
  it.each([
    ['2026-04-22T08:00:00Z', ['2026-04-22T08:00:00Z']],
    ['2026-04-22T08:00:00.118217+02:00 md: done', ['2026-04-22T06:00:00Z']],
    ['2026-04-05T00:57:02,118217+00:00 md: data-check', ['2026-04-05T00:57:02Z']],
    ['at 2026-04-22 08:00:00 -0530', ['2026-04-22T13:30:00Z']],
    ['2026-04-22T08:00Z and 2026-04-22T08:00+01:00', ['2026-04-22T08:00:00Z', '2026-04-22T07:00:00Z']], // oxfmt-ignore
    ['2026-04-22 09:00-10:00 window', ['2026-04-22T09:00:00Z']],
    ['window 2026-10-16 07:40:00 to 08:55:00', ['2026-10-16T07:40:00Z', '2026-10-16T08:55:00Z']],
    ['    Update Time : Wed Apr 22 10:15:02 2026', ['2026-04-22T10:15:02Z']],
    ['  Creation Time : Tue Jun  8 09:41:16 2021', ['2021-06-08T09:41:16Z']],
    ['Local Time is:    Wed Apr 22 06:39:01 2026 CEST', ['2026-04-22T04:39:01Z']],
    ['Wed Apr 22 06:38:52 UTC 2026', ['2026-04-22T06:38:52Z']],
    ['AuthorDate: Tue Mar 10 08:44:51 2026 +0100', ['2026-03-10T07:44:51Z']],
    ['Date: Thu, 08 Oct 2026 17:05:31 +0000 (UTC)', ['2026-10-08T17:05:31Z']],
    ['> On Thu, 14 May 2026 at 11:20, Petra wrote:', ['2026-05-14T11:20:00Z']],
    ['[10/Mar/2026:08:51:09 +0100] "GET / HTTP/1.1"', ['2026-03-10T07:51:09Z']],
    ['Apr 19 04:31:06 evstore-03 smartd[1088]: sdf', ['2026-04-19T04:31:06Z']],
    ['Thu 2026-04-23 06:17:20 UTC 23h left Wed 2026-04-22 06:13:26 UTC', ['2026-04-23T06:17:20Z', '2026-04-22T06:13:26Z']], // oxfmt-ignore
    ['#inc-0908, copied at 13:00:10 UTC.', ['2026-04-22T13:00:10Z']],
    ['last thing it did was at 12:21', ['2026-04-22T12:21:00Z']],
    ['closed on 20 April at 12:21', ['2026-04-20T12:21:00Z']],
    ['09:17: restarted it', ['2026-04-22T09:17:00Z']],
    ['2026-04-22 09:17: restarted it', ['2026-04-22T09:17:00Z']],
    ['not 2026-02-30 08:00 but 2026-02-28 08:00', ['2026-02-28T08:00:00Z']],
    ['Feb 29 10:15:02 2024', ['2024-02-29T10:15:02Z']],
    ['08:20 CEST', ['2026-04-22T06:20:00Z']],
  ])('finds the times of %s', (line, times) => {
    expect(find([line])).toEqual(times);
  });

  it.each([
    '14d+22:16:02.290  WRITE FPDMA QUEUED',
    'T+00:12:40',
    'MAC=02:00:5e:10:00:03:02:00',
    'Device UUID : f48e2d07:11c64b9a:a0537e9c:64d1b830',
    "hours: '06:00-20:00'",
    '| 06:45 – 18:45 | Annika Solberg |',
    'DEMO_STARTS=11:00',
    '192.0.2.31:44:55',
    '2026-13-41 28:00:00',
    'version 7.31.0, 3:16',
    '2026-02-30 08:00:00',
    'on 30 February 2026 at 08:00, again at 09:00',
    'Date: Mon, 30 Feb 2026 17:05:31 +0000',
    'Sun Feb 29 10:15:02 2026',
    '31/Jun/2026:08:51:09 +0100',
    'Feb 30 04:31:06 evstore-03 smartd[1088]: sdf',
    '31 April: down at 09:00',
  ])('finds none in %s', (line) => {
    expect(find([line])).toEqual([]);
  });

  it('takes the clock of a chat for the scenario’s day, on either side of midnight', () => {
    const late_s = countSeconds(2026, 4, 22, 1800);
    expect(find(['[23:52] Ana: it is down', '- 00:04 Ben: looking'], late_s)).toEqual([
      '2026-04-21T23:52:00Z',
      '2026-04-22T00:04:00Z',
    ]);
  });

  it('takes it for the day the file names above it, and past midnight for the next', () => {
    const lines = ['# Monday, 9 March 2026', '', '23:58 Ana: here', '00:03 Ben: 23:50 was worse'];
    expect(find([...lines, '## 2026-03-12', '09:00 Ana: done'])).toEqual([
      '2026-03-09T23:58:00Z',
      '2026-03-10T00:03:00Z',
      '2026-03-09T23:50:00Z',
      '2026-03-12T09:00:00Z',
    ]);
    expect(find(['Channel, saved 2026-03-10 09:12 UTC', '08:51 Ana: hm'])).toEqual([
      '2026-03-10T09:12:00Z',
      '2026-03-10T08:51:00Z',
    ]);
  });

  it('puts a clock nowhere where nothing names a day', () => {
    expect(find(['10:15 Ana: hm', 'Apr 19 04:31:06 host'], null)).toEqual([]);
  });

  it('takes no longer for a long line than for its letters', () => {
    const begun = performance.now();
    for (const part of ['2026-04-22 ', '10:', '1 Jan ', '-----', 'Apr 22 10:15 ', '((((']) {
      find([part.repeat(20_000)]);
    }
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

it.each([
  ['2026-06-02T09:14Z', '2026-06-02T09:14:00Z'],
  ['2019-04-02T10:21:44+02:00', '2019-04-02T08:21:44Z'],
  ['[10/Mar/2026:08:51:09 +0000]', '2026-03-10T08:51:09Z'],
  ['Wed, 22 Apr 2026 10:15:02 +0000', '2026-04-22T10:15:02Z'],
  ['17:06', '2026-04-22T17:06:00Z'],
  ['N/A', null],
  ['from 05:00', null],
  ['2026-06-09', null],
  ['2026-06-02T09:14Z and 2026-06-02T09:15Z', null],
])('reads a cell that is a time: %s', (cell, at) => {
  const found = readWholeTime(cell, near_s);
  expect(found === null ? null : writeInstant(found)).toBe(at);
});
