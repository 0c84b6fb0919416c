import { describe, expect, it } from 'vitest';
import { describeTable } from '../../content/engine/evidence/describe-table.ts';
import { readEvidence } from '../../content/engine/evidence/read-evidence.ts';
import type { SqlCell, TableInfo } from './sql-bench.ts';
import { readProcessCreations, selectProcessCreations } from './process-creations.ts';
import { runSteps } from './slices.ts';

function writeEvent(
  [id, provider]: readonly [number, string],
  data: Readonly<Record<string, string>>,
): string {
  const named = Object.entries(data).map(([name, value]) => `<Data Name="${name}">${value}</Data>`);
  return `<Event xmlns="x"><System><Provider Name="${provider}"/><EventID>${String(id)}</EventID><TimeCreated SystemTime="2026-03-10T08:00:00Z"/><EventRecordID>1</EventRecordID><Execution ProcessID="4"/><Computer>${data['on'] ?? 'pc-1'}</Computer></System><EventData>${named.join('')}</EventData></Event>`;
}

const sysmon = [1, 'Microsoft-Windows-Sysmon'] as const;
const security = [4688, 'Microsoft-Windows-Security-Auditing'] as const;

/** What the query would give of these events, whose EventID it asks for. */
function read(...events: readonly string[]) {
  const table = readEvidence({ format: 'windows-event' }, `<Events>${events.join('\n')}</Events>`);
  if (table.kind !== 'table') throw new Error('no table');
  const { columns, timeColumn } = describeTable(table);
  const info: TableInfo = {
    ...{ name: 'log', title: 'log.xml', source: { kind: 'own', file: 'log.xml' } },
    ...{ format: 'windows-event', columns, timeColumn, rows: table.rows.length, span: null },
    broken: { count: 0, lines: [] },
  };
  const sql = selectProcessCreations(info);
  if (sql === null) return null;
  const asked = /^SELECT (.*) FROM/.exec(sql)?.[1]?.split(', ') ?? [];
  const rows = table.rows.map(({ cells }): readonly SqlCell[] =>
    asked.map((name) => cells[columns.findIndex((column) => column.name === name)] ?? null),
  );
  return runSteps(readProcessCreations(rows, false));
}

const shape = (creations: ReturnType<typeof read>) =>
  creations?.nodes.map(
    ({ depth, pid, name, under }) => `${String(depth)} ${pid} ${name} +${String(under)}`,
  );

describe('starts of processes in Windows events', () => {
  it('are laid out by Sysmon’s own ids, not by who wrote the event', () => {
    const start = (guid: string, parent: string, pid: string, Image: string): string =>
      writeEvent(sysmon, {
        ...{ ProcessGuid: guid, ParentProcessGuid: parent, ProcessId: pid, Image },
        ...{ ParentProcessId: '1', CommandLine: `${Image} -x`, User: 'ana' },
      });
    const found = read(
      start('{a}', '{0}', '10', 'explorer.exe'),
      start('{b}', '{a}', '11', 'winword.exe'),
      start('{c}', '{b}', '12', 'powershell.exe'),
      // The number of another process, used again.
      start('{d}', '{0}', '11', 'svchost.exe'),
    );
    expect(shape(found)).toEqual([
      '0 10 explorer.exe +2',
      '1 11 winword.exe +1',
      '2 12 powershell.exe +0',
      '0 11 svchost.exe +0',
    ]);
    expect(found?.nodes[0]).toMatchObject({ command: 'explorer.exe -x', user: 'ana' });
  });

  it('are laid out by the numbers of 4688 within a computer, as numbers', () => {
    const start = (pid: string, creator: string, name: string, on: string): string =>
      writeEvent(security, {
        ...{
          NewProcessId: pid,
          ProcessId: creator,
          NewProcessName: name,
          SubjectUserName: 'bo',
          on,
        },
      });
    expect(
      shape(
        read(
          start('0x1a4', '0x4', 'cmd.exe', 'pc-1'),
          start('0x1B0', '0x1A4', 'whoami.exe', 'pc-1'),
          start('0x1c0', '0x1a4', 'net.exe', 'pc-2'),
        ),
      ),
    ).toEqual(['0 420 cmd.exe +1', '1 432 whoami.exe +0', '0 448 net.exe +0']);
  });

  it('told twice are laid out once', () => {
    const found = read(
      writeEvent(sysmon, {
        ProcessGuid: '{a}',
        ProcessId: '10',
        Image: 'a.exe',
        ParentProcessId: '1',
      }),
      writeEvent(security, { NewProcessId: '0xa', ProcessId: '0x1', NewProcessName: 'a.exe' }),
    );
    expect(shape(found)).toEqual(['0 10 a.exe +0']);
    expect(found?.left).toBe(1);
  });

  it('are none where events tell of no process', () => {
    expect(read(writeEvent([4624, 'Security'], { TargetUserName: 'bo' }))).toBe(null);
  });
});
