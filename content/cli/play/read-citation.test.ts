import { expect, it } from 'vitest';
import type { AttemptHeader } from '../../engine/drill/attempt-log.ts';
import { usualLevers } from '../../engine/drill/attempt-terms.ts';
import { citeRange, citeRecord } from '../../engine/drill/citation.ts';
import { prepareDrill } from '../../engine/drill/prepared-drill.ts';
import { aDrill } from '../../engine/testing/a-drill.ts';
import { runLine } from './play-commands.ts';
import { PlaySession } from './play-session.ts';
import { readCitations } from './read-citation.ts';

const runbook = 'Who looks\n\nNobody opens one, not a single one. Ids say it.\nAsk first.\n';
const log = [
  '<132>1 2026-10-16T07:52:58.337Z edge-1 thumb 22 - - read timed out, connection kept',
  '<132>1 2026-10-16T07:53:11.071Z edge-1 thumb 22 - - read timed out, connection kept',
  '<134>1 2026-10-16T07:56:30.305Z edge-1 thumb 22 - - health: ok',
  '',
].join('\n');
const json = '{"off": "the origin checks", "owner": "thumbnails"}';

const base = aDrill();
const [shape] = base.evidence;
if (!shape) throw new Error('the drill has no evidence');
const { key: _, ...file } = { ...shape, minutes: 0 };
const drill: typeof base = {
  ...base,
  evidence: [
    ...base.evidence,
    { ...file, id: 'runbook', title: 'Runbook', file: 'a.md', format: 'markdown' },
    { ...file, id: 'node', title: 'Node', file: 'a.log', format: 'syslog', key: 'time' },
    { ...file, id: 'rows', title: 'Rows', file: 'a.csv', format: 'csv', key: 'id' },
    { ...file, id: 'plain', title: 'Plain', file: 'b.csv', format: 'csv' },
    { ...file, id: 'tree', title: 'Tree', file: 'a.json', format: 'json' },
  ],
};
const csv = 'id,says\nr-1,one\nr-2,"two\nlines"\nr-3,three\n';
const texts = new Map([
  ['trail', '[]'],
  ['runbook', runbook],
  ['node', log],
  ['rows', csv],
  ['plain', csv],
  ['tree', json],
]);

function cite(word: string) {
  const session = new PlaySession({
    header: { attempt: 'a1', seed: 0, levers: usualLevers, roles: [] } as unknown as AttemptHeader,
    prepared: prepareDrill(drill, texts),
    columns: 100,
    events: [],
    save: () => undefined,
  });
  session.takeUp();
  for (const { id } of drill.evidence) runLine(session, `open ${id}`);
  const read = readCitations(session, [word]);
  return read.ok ? read.citations : read.message;
}

const range = (id: string, whole: string, part: string) => {
  const start = whole.indexOf(part);
  return [citeRange(id, whole, start, start + part.length)];
};

it.each([
  [
    'runbook:not a single',
    range('runbook', runbook, 'Nobody opens one, not a single one. Ids say it.'),
  ],
  ['runbook:L3', range('runbook', runbook, 'Nobody opens one, not a single one. Ids say it.')],
  ['runbook:Who looks', range('runbook', runbook, 'Who looks')],
  ['node:timed out', [citeRecord('node', '2026-10-16T07:52:58.337Z')]],
  [
    'node:L2-3',
    ['2026-10-16T07:53:11.071Z', '2026-10-16T07:56:30.305Z'].map((id) => citeRecord('node', id)),
  ],
  ['rows:lines', [citeRecord('rows', 'r-2')]],
  ['rows:L4', [citeRecord('rows', 'r-2')]],
  ['rows:id,says', range('rows', csv, 'id,says')],
  ['plain:three', range('plain', csv, 'r-3,three')],
  ['tree:the origin', range('tree', json, 'the origin')],
  ['runbook:no such words', '"no such words" is not in "runbook".'],
])('reads %s as the app cites that place', (word, citations) => {
  expect(cite(word)).toEqual(citations);
});
