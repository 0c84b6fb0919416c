import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../content/engine/evidence/read-evidence.ts';
import { chooseUsualColumns } from './usual-columns.ts';

describe('chooseUsualColumns', () => {
  it('opens a log with what its lines say, and without what every line says', () => {
    const log = [
      '2026-03-10T08:41:07.201Z album-07 albumd[412]: read 37 rows',
      '2026-03-10T08:41:09.118Z album-07 cached[98]: one answer was dropped',
    ].join('\n');
    const content = readEvidence({ format: 'syslog' }, log);
    if (content.kind !== 'table') throw new Error('no table');
    const shown = chooseUsualColumns(content.columns, content.rows);
    expect(shown.map((index) => content.columns[index])).toEqual([
      'time',

      'app',
      'pid',
      'message',
    ]);
  });

  it('takes the first columns where all tell rows apart, or where there are too few rows to say', () => {
    const columns = 'a b c d e f g'.split(' ');
    const row = (n: number) => ({ cells: columns.map((name) => `${name}${n}`) });
    expect(chooseUsualColumns(columns, [row(1), row(2)])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(chooseUsualColumns(columns, [row(1)])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(chooseUsualColumns(columns, [])).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
