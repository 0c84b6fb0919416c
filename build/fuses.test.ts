import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { burnFuses, fuses, lackingInOlder } from './fuses.ts';

/** Stands in front of the fuses of every Electron. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let folder: string;
let program: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-fuses-'));
  program = join(folder, 'electron');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program of which only the wire is real: version 1, its length, one character a fuse. */
function writeProgram(states: string): void {
  const wire = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.of(1, states.length),
    Buffer.from(states),
  ]);
  writeFileSync(program, Buffer.concat([Buffer.alloc(1000, 7), wire, Buffer.alloc(1000, 7)]));
}

test('All nine are set and read back', async () => {
  writeProgram('110111111');
  expect(Object.fromEntries(await burnFuses(program))).toEqual(fuses);
});

test('An older program gets those it has, if it lacks exactly the known ones', async () => {
  writeProgram('1011001');
  const { GrantFileProtocolExtraPrivileges: _a, WasmTrapHandlers: _b, ...rest } = fuses;
  expect(Object.fromEntries(await burnFuses(program, lackingInOlder))).toEqual(rest);
});

test('Fuses other than the known ones stop the packing', async () => {
  writeProgram('1011001');
  await expect(burnFuses(program)).rejects.toThrow('Missing: GrantFile');
  writeProgram('101100111');
  await expect(burnFuses(program, lackingInOlder)).rejects.toThrow('Not expected: GrantFile');
  writeProgram('r01100111');
  await expect(burnFuses(program)).rejects.toThrow('Missing: RunAsNode');
  // One that a newer Electron has and that we do not know yet.
  writeProgram('1011001111');
  await expect(burnFuses(program)).rejects.toThrow('strictlyRequireAllFuses');
});
