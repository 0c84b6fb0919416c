import { describe, expect, it } from 'vitest';
import { citeRange } from '../../content/engine/drill/citation.ts';
import { prepareDrill } from '../../content/engine/drill/prepared-drill.ts';
import { beginAttempt } from '../../content/engine/drill/step.ts';
import { layText, TextLines } from '../../content/engine/evidence/text-lines.ts';
import { aDrill, someEvidence } from '../../content/engine/testing/a-drill.ts';
import {
  citeLines,
  citeRow,
  describeCitation,
  describeLines,
  findCitedLines,
  findIndicators,
  findInstant,
  listPinnedLines,
  sameCitation,
  shortenPlace,
} from './room-citations.ts';

const text = 'naïve\nsecond €\n\nfourth';

describe('lines and ranges', () => {
  it('cites lines as the bytes they are, and finds them again', () => {
    const cases = [
      [0, 0, 'naïve'],
      [1, 1, 'second €'],
      [1, 3, 'second €\n\nfourth'],
      [3, 3, 'fourth'],
      [0, 3, text],
    ] as const;
    for (const [first, last, cited] of cases) {
      const citation = citeLines('late', text, first, last);
      const start = text.indexOf(cited);
      expect(citation).toEqual(citeRange('late', text, start, start + cited.length));
      const { locator } = citation;
      if (locator.kind !== 'range') throw new Error('not a range');
      expect(findCitedLines(text, locator.start, locator.end)).toEqual([first, last]);
    }
  });

  it('says of lines where they stand, what they hold and when it was', () => {
    const log = 'start\r\n2026-03-10 08:51:09 login by ann\r\n  from 192.0.2.7\r\n';
    const lines = new TextLines(layText(log));
    expect(lines).toHaveLength(3);
    const citable = describeLines({ id: 'log', title: 'Log', text: log, lines }, [1, 2]);
    expect(citable).toMatchObject({
      label: 'Log, lines 2 to 3: 2026-03-10 08:51:09 login by ann',
      says: '2026-03-10 08:51:09 login by ann from 192.0.2.7',
      at: '2026-03-10T08:51:09Z',
    });
    const pin = { pin: 'p1', citation: citable.citation, label: '' };
    const elsewhere = { ...pin, citation: citeLines('other', log, 0, 0) };
    const pins = new Map([
      ['p1', pin],
      ['p2', elsewhere],
    ]);
    expect([...listPinnedLines({ id: 'log', text: log }, pins)]).toEqual([1, 2]);
  });

  it('cites a row by its id, or by its line where records have none', () => {
    const csv = 'user,key\nann,1\nbob,2\n';
    const row = { id: null, index: 1, cells: ['bob', '2'], raw: [] };
    expect(citeRow('f', csv, row, 'csv', [])).toEqual(citeLines('f', csv, 2, 2));
    expect(citeRow('f', csv, { ...row, id: 'bob' }, 'csv', []).locator).toEqual({
      kind: 'record',
      id: 'bob',
    });
    const jsonl = '{"a":1}\nbroken\n\n{"a":2}\n';
    expect(citeRow('f', jsonl, row, 'jsonl', [2])).toEqual(citeLines('f', jsonl, 3, 3));
  });
});

it.each([
  ['2026-03-10T08:00:00+02:00 said', '2026-03-10T06:00:00Z'],
  ['2026-03-10T08:00:00.123Z', '2026-03-10T08:00:00Z'],
  ['2026-03-10 08:00:00', '2026-03-10T08:00:00Z'],
  ['Update Time : Wed Apr 22 10:15:02 2026', '2026-04-22T10:15:02Z'],
  ['nothing at 10:15', null],
])('finds the instant of %s in UTC', (said, at) => {
  expect(findInstant(said)).toBe(at);
});

it('names a citation by its pin, or by its evidence and place', () => {
  const prepared = prepareDrill(aDrill(), someEvidence);
  const state = beginAttempt(prepared);
  const record = { file: 'trail', locator: { kind: 'record' as const, id: 'e-1' } };
  expect(describeCitation(prepared, state, record)).toBe('CloudTrail, e-1');
  const pinned = {
    ...state,
    pins: new Map([['p', { pin: 'p', citation: record, label: 'Mine' }]]),
  };
  expect(describeCitation(prepared, pinned, record)).toBe('Mine');
  expect(describeCitation(prepared, state, citeLines('late', 'nothing new', 0, 0))).toBe(
    'Later, line 1',
  );
  expect(sameCitation(record, { ...record, file: 'mail' })).toBe(false);
});

it('finds what looks like an indicator, each once', () => {
  expect(
    findIndicators([
      '198.51.100.23 used AKIAQ7RT5KZ2MEXAMPLE',
      'from 198.51.100.23, agent Chrome/133.0.0.0',
    ]),
  ).toEqual([
    { type: 'ip', value: '198.51.100.23' },
    { type: 'key', value: 'AKIAQ7RT5KZ2MEXAMPLE' },
  ]);
  expect(findInstant('at 2026-03-10 08:51:09 UTC')).toBe('2026-03-10T08:51:09Z');
  expect(findInstant('nothing')).toBeNull();
});

it('Keeps the line of a cited place where its title is long', () => {
  const label =
    "What is left of yesterday's count of the albums.txt, line 120: 3,167 albums were sent";
  expect(shortenPlace(label, 44)).toBe("What is left of yesterday's count…, line 120");
  expect(shortenPlace('count.txt, lines 6 to 10: 13,286', 44)).toBe(
    'count.txt, lines 6 to 10: 13,286',
  );
  expect(shortenPlace('A mail with a very long subject that has no line at all', 20)).toBe(
    'A mail with a very …',
  );
});

it('Names an empty line that is cited, and not the one above it', () => {
  const text = 'one\n\nthree\n';
  for (const line of [0, 1, 2]) {
    const { locator } = citeLines('f', text, line, line);
    if (locator.kind !== 'range') throw new Error('no range');
    expect(findCitedLines(text, locator.start, locator.end)).toEqual([line, line]);
  }
});
