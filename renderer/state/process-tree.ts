import type { TableRow } from './room-table.svelte.ts';

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

/**
 * Orders rows as a tree by their process ids, parents first, siblings as in the file. null where the
 * table names no process ids. A process whose parent is not there begins a tree; a reused id belongs
 * to the process that had it last before; whoever is their own ancestor is broken out of the ring.
 */
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
  const parents = findParents(rows, at.pid, at.parent);
  const children = new Map<number | null, number[]>();
  for (const [index] of rows.entries()) {
    const parent = parents[index] ?? null;
    children.set(parent, [...(children.get(parent) ?? []), index]);
  }
  const nodes: ProcessNode[] = [];
  // With a stack of its own: a chain of processes may be longer than a call stack is deep.
  const stack: { index: number; depth: number; place: number | null }[] = [
    ...(children.get(null) ?? []),
  ]
    .reverse()
    .map((index) => ({ index, depth: 0, place: null }));
  const under: number[] = [];
  const above: (number | null)[] = [];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const row = rows[next.index];
    if (!row) continue;
    const cell = (column: number): string => row.cells[column] ?? '';
    const place = nodes.length;
    above.push(next.place);
    under.push(0);
    for (let up = next.place; up !== null; up = above[up] ?? null) under[up] = (under[up] ?? 0) + 1;
    const command = cell(at.command);
    nodes.push({
      row,
      depth: next.depth,
      pid: cell(at.pid),
      name: cell(at.name) === '' ? (command.split(' ')[0] ?? '') : cell(at.name),
      command,
      user: cell(at.user),
      at: cell(at.at),
      under: 0,
    });
    for (const child of [...(children.get(next.index) ?? [])].reverse()) {
      stack.push({ index: child, depth: next.depth + 1, place });
    }
  }
  return nodes.map((node, place) => ({ ...node, under: under[place] ?? 0 }));
}

/** Index of each row's parent row; null for a root. */
function findParents(
  rows: readonly TableRow[],
  pid: number,
  parent: number,
): readonly (number | null)[] {
  const owners = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const id = row.cells[pid] ?? '';
    owners.set(id, [...(owners.get(id) ?? []), index]);
  }
  const parents = rows.map((row, index) => {
    const wanted = row.cells[parent] ?? '';
    const found = (wanted === '' ? [] : (owners.get(wanted) ?? [])).filter((one) => one !== index);
    return found.filter((one) => one < index).at(-1) ?? found[0] ?? null;
  });
  // Files are not always in order of starting: a ring would never be reached from a root.
  const safe = new Set<number>();
  for (const [index] of rows.entries()) {
    const way = new Set<number>();
    let one: number | null = index;
    while (one !== null && !safe.has(one) && !way.has(one)) {
      way.add(one);
      one = parents[one] ?? null;
    }
    if (one !== null && way.has(one)) parents[one] = null;
    for (const passed of way) safe.add(passed);
  }
  return parents;
}
