import { describe, expect, it } from 'vitest';
import { readProcessTree } from './process-tree.ts';

const columns = ['pid', 'ppid', 'name'];
const rows = (list: readonly (readonly [string, string, string])[]) =>
  list.map((cells, index) => ({ id: null, index, cells, raw: null }));
const write = (list: readonly (readonly [string, string, string])[]) =>
  readProcessTree(columns, rows(list))?.map(
    ({ depth, name, under }) =>
      `${'.'.repeat(depth)}${name}${under > 0 ? ` ${String(under)}` : ''}`,
  );

describe('a process tree', () => {
  it('puts each under who started it, in the order of the file', () => {
    expect(
      write([
        ['1', '0', 'init'],
        ['10', '1', 'sshd'],
        ['11', '10', 'bash'],
        ['12', '1', 'cron'],
        ['13', '11', 'curl'],
      ]),
    ).toEqual(['init 4', '.sshd 2', '..bash 1', '...curl', '.cron']);
  });

  it('takes the one that had a reused id last', () => {
    expect(
      write([
        ['5', '0', 'first'],
        ['5', '0', 'second'],
        ['6', '5', 'child'],
      ]),
    ).toEqual(['first', 'second 1', '.child']);
  });

  it('loses nobody in a ring, nor one that is its own parent', () => {
    expect(
      write([
        ['1', '2', 'a'],
        ['2', '1', 'b'],
        ['3', '3', 'c'],
      ])?.length,
    ).toBe(3);
  });

  it('holds a chain that is deeper than a call stack likes', () => {
    const chain = Array.from(
      { length: 3_000 },
      (_, index) => [String(index + 1), String(index), 'x'] as const,
    );
    const nodes = readProcessTree(columns, rows(chain));
    expect(nodes?.at(-1)?.depth).toBe(2999);
  });

  it('knows a table that is none', () => {
    expect(readProcessTree(['a'], [])).toBeNull();
  });
});
