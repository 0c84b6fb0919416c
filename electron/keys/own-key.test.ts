import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOwnKey, readOwnKey } from './own-key.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('A key is made once, and stays the same', () => {
  expect(readOwnKey(folder)).toBeNull();
  const made = makeOwnKey(folder);
  expect(made.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/);
  expect(makeOwnKey(folder).key).toBe(made.key);
  expect(readOwnKey(folder)?.key).toBe(made.key);
});

test.skipIf(process.platform === 'win32')('The person alone can read it', () => {
  makeOwnKey(folder);
  expect(statSync(join(folder, 'keys/own.key')).mode & 0o777).toBe(0o600);
});

test('A damaged key is not replaced silently', () => {
  makeOwnKey(folder);
  writeFileSync(join(folder, 'keys/own.key'), 'no key');
  expect(() => makeOwnKey(folder)).toThrow('holds no Ed25519 key');
});
