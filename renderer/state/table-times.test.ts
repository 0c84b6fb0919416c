import { describe, expect, it } from 'vitest';
import { writeInstant } from '../../content/engine/evidence/storyline-instant.ts';
import { TableTimes } from './table-times.ts';

const near_s = Date.parse('2026-03-10T09:00:00Z') / 1000;

function read(titles: string, ...rows: readonly string[]): readonly (readonly string[])[] {
  const names = titles.split(';');
  const cells = rows.map((row) => ({ cells: row.split(';') }));
  const times = new TableTimes(names, cells, near_s);
  return cells.map((row) =>
    times
      .read(row.cells)
      .map(
        ({ columns, at_s }) => `${columns.map((at) => names[at]).join('+')} ${writeInstant(at_s)}`,
      ),
  );
}

describe('TableTimes', () => {
  it('gives one mark for each column of times, where it has one', () => {
    expect(
      read(
        'user;created;used',
        'a;2019-04-02T10:21:44+00:00;N/A',
        'b;2026-03-01T09:14+01:00;2026-03-08 01:35:00',
      ),
    ).toEqual([
      ['created 2019-04-02T10:21:44Z'],
      ['created 2026-03-01T08:14:00Z', 'used 2026-03-08T01:35:00Z'],
    ]);
  });

  it('gives one mark for columns that say the same instant', () => {
    expect(read('time;start', '2026-03-10T08:00:00Z;1773129600')).toEqual([
      ['time+start 2026-03-10T08:00:00Z'],
    ]);
  });

  it('reads clocks for the day of the scenario, but no durations', () => {
    expect(read('ticked;duration', '17:06;00:12', ';00:10')).toEqual([
      ['ticked 2026-03-10T17:06:00Z'],
      [],
    ]);
  });

  it('finds a time behind the rows it looked at first', () => {
    const rows = Array.from({ length: 400 }, (_, at) => `r${String(at)};${at < 390 ? '' : '2026-03-10T08:00:00Z'}`); // oxfmt-ignore
    expect(read('id;closed', ...rows).flat()).toHaveLength(10);
  });

  it('takes neither prose nor numbers for times', () => {
    expect(read('what;size;hours', 'from 05:00 on;1773129600;05:00')).toEqual([[]]);
  });

  it('reads 100,000 rows within a second', () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({
      cells: [`r-${String(at)}`, '2026-03-10T08:00:00.123456Z', 'DescribeInstances', '2026-03-10T08:00:01+02:00'], // oxfmt-ignore
    }));
    const begun = performance.now();
    const times = new TableTimes(['id', 'time', 'name', 'start'], rows, near_s);
    expect(rows.reduce((sum, row) => sum + times.read(row.cells).length, 0)).toBe(200_000);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
