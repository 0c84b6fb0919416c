import type { TableRow } from './room-table.svelte.ts';
import { runSteps, type Steps } from './slices.ts';

/** A process in its place: how deep under the first, and what was started by it. */
export interface ProcessNode {
  readonly row: TableRow;
  readonly depth: number;
  readonly pid: string;
  readonly name: string;
  readonly command: string;
  readonly user: string;
  readonly at: string;
  /** How many processes lie under it, at any depth. */
  readonly under: number;
}

const names = {
  pid: ['pid', 'processid', 'process_id', 'process.pid', 'newprocessid'],
  parent: ['ppid', 'parentprocessid', 'parent_pid', 'parentpid', 'process.parent.pid', 'parent'],
  name: [
    'name',
    'image',
    'process',
    'exe',
    'comm',
    'processname',
    'process.name',
    'newprocessname',
  ],
  command: ['cmdline', 'commandline', 'command', 'cmd', 'args', 'process.command_line'],
  user: ['user', 'username', 'subjectusername', 'user.name', 'uid'],
  at: ['time', 'start', 'started', 'starttime', 'utctime', 'timestamp', '@timestamp', 'created'],
} as const;

/** A process as its file tells of it; `own` and `parent` say which belongs under which. */
export interface ProcessRecord {
  readonly row: TableRow;
  readonly own: string;
  readonly parent: string;
  readonly pid: string;
  readonly name: string;
  readonly command: string;
  readonly user: string;
  readonly at: string;
}

/** Orders rows as a tree by their process ids. null where the table names no process ids. */
export function readProcessTree(
  columns: readonly string[],
  rows: readonly TableRow[],
): readonly ProcessNode[] | null {
  const lower = columns.map((column) => column.toLowerCase());
  const find = (wanted: readonly string[]): number =>
    wanted.map((name) => lower.indexOf(name)).find((at) => at >= 0) ?? -1;
  const at = {
    pid: find(names.pid),
    parent: find(names.parent),
    name: find(names.name),
    command: find(names.command),
    user: find(names.user),
    at: find(names.at),
  };
  if (at.pid < 0 || at.parent < 0) return null;
  const processes = rows.map((row): ProcessRecord => {
    const cell = (column: number): string => row.cells[column] ?? '';
    const pid = cell(at.pid);
    return {
      row,
      own: pid,
      parent: cell(at.parent),
      pid,
      name: cell(at.name),
      command: cell(at.command),
      user: cell(at.user),
      at: cell(at.at),
    };
  });
  return runSteps(orderProcesses(processes));
}

/** So many processes are one step. */
const step = 256;

/**
 * Orders processes as a tree, parents first, siblings as in the file. A process whose parent is not
 * there begins a tree; a reused id belongs to the process that had it last before; whoever is their own
 * ancestor is broken out of the ring.
 */
export function* orderProcesses(
  processes: readonly ProcessRecord[],
): Steps<readonly ProcessNode[]> {
  const parents = yield* findParents(processes);
  const children = new Map<number | null, number[]>();
  for (const [index, parent] of parents.entries()) {
    addTo(children, parent, index);
    if (index % step === 0) yield;
  }
  const nodes: Omit<ProcessNode, 'under'>[] = [];
  /** Place of each node's parent among the nodes. */
  const above: (number | null)[] = [];
  // With a stack of its own: a chain of processes may be longer than a call stack is deep.
  const stack: { index: number; depth: number; place: number | null }[] = [];
  const push = (parent: number | null, depth: number, place: number | null): void => {
    for (const index of [...(children.get(parent) ?? [])].reverse()) {
      stack.push({ index, depth, place });
    }
  };
  push(null, 0, null);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const process = processes[next.index];
    if (!process) continue;
    const { row, pid, command, user, at } = process;
    const place = nodes.length;
    above.push(next.place);
    const name = process.name === '' ? (command.split(' ')[0] ?? '') : process.name;
    nodes.push({ row, depth: next.depth, pid, name, command, user, at });
    push(next.index, next.depth + 1, place);
    if (place % step === 0) yield;
  }
  // Whoever was started comes behind, so each is whole before it counts for its parent.
  const under = nodes.map(() => 0);
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const up = above[place] ?? null;
    if (up !== null) under[up] = (under[up] ?? 0) + (under[place] ?? 0) + 1;
  }
  yield;
  return nodes.map((node, place) => ({ ...node, under: under[place] ?? 0 }));
}

/** Index of each process's parent; null for a root. */
function* findParents(processes: readonly ProcessRecord[]): Steps<(number | null)[]> {
  const owners = new Map<string, number[]>();
  for (const [index, { own }] of processes.entries()) {
    addTo(owners, own, index);
    if (index % step === 0) yield;
  }
  const latest = new Map<string, number>();
  const parents: (number | null)[] = [];
  for (const [index, { own, parent }] of processes.entries()) {
    const before = latest.get(parent);
    latest.set(own, index);
    const first = before ?? owners.get(parent)?.find((one) => one !== index) ?? null;
    parents.push(parent === '' ? null : first);
    if (index % step === 0) yield;
  }
  // Files are not always in order of starting: a ring would never be reached from a root.
  const safe = new Set<number>();
  for (const [index] of processes.entries()) {
    const way = new Set<number>();
    let one: number | null = index;
    while (one !== null && !safe.has(one) && !way.has(one)) {
      way.add(one);
      one = parents[one] ?? null;
    }
    if (one !== null && way.has(one)) parents[one] = null;
    for (const passed of way) safe.add(passed);
    if (index % step === 0) yield;
  }
  return parents;
}

function addTo<K>(lists: Map<K, number[]>, key: K, index: number): void {
  const list = lists.get(key);
  if (list) list.push(index);
  else lists.set(key, [index]);
}
