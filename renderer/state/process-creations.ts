import { writeSqlName } from '../../content/engine/evidence/filter-sql.ts';
import { orderProcesses, type ProcessNode, type ProcessRecord } from './process-tree.ts';
import type { Steps } from './slices.ts';
import type { SqlCell, TableInfo } from './sql-bench.ts';

/** What starts of processes in a table of Windows events come to. */
export interface ProcessCreations {
  readonly nodes: readonly ProcessNode[];
  /** Starts that stand in the table only: of the same processes, told by the other source. */
  readonly left: number;
  /** There are more starts than are laid out. */
  readonly capped: boolean;
}

/** As many starts are laid out. */
export const mostCreations = 20_000;

/** As Sysmon (event 1) and the security log (event 4688) name them. */
const wanted = [
  ...['EventID', 'Computer', 'TimeCreated', 'UtcTime'],
  ...['ProcessGuid', 'ParentProcessGuid', 'ProcessId', 'ParentProcessId', 'Image', 'CommandLine'],
  ...['User', 'NewProcessId', 'NewProcessName', 'SubjectUserName'],
] as const;
type Wanted = (typeof wanted)[number];

/** The query for the starts of processes; null where the table holds none. */
export function selectProcessCreations({ name, format, columns }: TableInfo): string | null {
  // By title and to the letter: `ProcessID` is whoever wrote the event, `ProcessId` the new process.
  const find = (title: string): string | null =>
    columns.find((column) => column.title === title)?.name ?? null;
  const event = find('EventID');
  const provider = find('Provider');
  const isThere = find('ParentProcessId') ?? find('ParentProcessGuid') ?? find('NewProcessId');
  if (format !== 'windows-event' || event === null || provider === null || isThere === null) {
    return null;
  }
  const read = wanted.map((title) => {
    const column = find(title);
    return column === null ? 'NULL' : writeSqlName(column);
  });
  return `SELECT ${read.join(', ')} FROM ${writeSqlName(name)} WHERE (${event} = 1 AND ${provider} LIKE '%Sysmon%') OR ${event} = 4688`;
}

/**
 * The tree of what `selectProcessCreations` gave. Sysmon's own ids say which process is meant; the
 * numbers of the security log do so within a computer. A log that holds both tells each start twice:
 * then Sysmon's are laid out, which say more.
 *
 * @param rows in the order of the query
 */
export function* readProcessCreations(
  rows: readonly (readonly SqlCell[])[],
  capped: boolean,
): Steps<ProcessCreations> {
  const all: ReturnType<typeof readCreation>[] = [];
  for (const [index, cells] of rows.entries()) {
    all.push(readCreation(cells, index));
    if (index % 256 === 0) yield;
  }
  const isSysmon = all.some(({ sysmon }) => sysmon);
  const kept = all.filter(({ sysmon }) => sysmon === isSysmon);
  return {
    nodes: yield* orderProcesses(kept.map(({ process }) => process)),
    left: all.length - kept.length,
    capped,
  };
}

function readCreation(
  cells: readonly SqlCell[],
  index: number,
): { readonly sysmon: boolean; readonly process: ProcessRecord } {
  const cell = (title: Wanted): string => String(cells[wanted.indexOf(title)] ?? '');
  const sysmon = cell('EventID') === '1';
  const pid = readPid(cell(sysmon ? 'ProcessId' : 'NewProcessId'));
  // Of 4688 the creator's number stands under the name that Sysmon has for the new one.
  const parentPid = readPid(cell(sysmon ? 'ParentProcessId' : 'ProcessId'));
  const writeKey = (guid: string, number: string): string =>
    guid !== '' ? guid : number === '' ? '' : `${cell('Computer')} ${number}`;
  return {
    sysmon,
    process: {
      row: { id: null, index, cells: cells.map((one) => String(one ?? '')), raw: null },
      own: writeKey(sysmon ? cell('ProcessGuid') : '', pid),
      parent: writeKey(sysmon ? cell('ParentProcessGuid') : '', parentPid),
      pid,
      name: cell(sysmon ? 'Image' : 'NewProcessName'),
      command: cell('CommandLine'),
      user: cell(sysmon ? 'User' : 'SubjectUserName'),
      at: cell('TimeCreated') || cell('UtcTime'),
    },
  };
}

/** The security log writes numbers of processes as `0x1a4`. */
function readPid(written: string): string {
  return /^0x[0-9a-f]{1,12}$/i.test(written) ? String(Number(written)) : written;
}
