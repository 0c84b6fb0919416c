import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from './unzip.ts';

// Written by another program: a stored file that may be run, a deflated one, a link.
const archive = Buffer.from(
  'UEsDBBQAAAAAAAAAIVwdnfsECgAAAAoAAAAHAAAAYmluL3J1biMhL2Jpbi9zaApQSwMEFAAAAAgAAAAhXFjwmlkGAAAAyAAAAAgAAAB0ZXh0LnR4dEtMHB4AAFBLAwQUAAAAAAAAACFcttfa3wcAAAAHAAAABAAAAGxpbmtiaW4vcnVuUEsBAhQDFAAAAAAAAAAhXB2d+wQKAAAACgAAAAcAAAAAAAAAAAAAAO2BAAAAAGJpbi9ydW5QSwECFAMUAAAACAAAACFcWPCaWQYAAADIAAAACAAAAAAAAAAAAAAApIEvAAAAdGV4dC50eHRQSwECFAMUAAAAAAAAACFcttfa3wcAAAAHAAAABAAAAAAAAAAAAAAA/6FbAAAAbGlua1BLBQYAAAAAAwADAJ0AAACEAAAAAAA=',
  'base64',
);
/** Holds `../out.txt`. */
const leadingOut = Buffer.from(
  'UEsDBBQAAAAAAAAAIVyDFtyMAQAAAAEAAAAKAAAALi4vb3V0LnR4dHhQSwECFAMUAAAAAAAAACFcgxbcjAEAAAABAAAACgAAAAAAAAAAAAAApIEAAAAALi4vb3V0LnR4dFBLBQYAAAAAAQABADgAAAApAAAAAAA=',
  'base64',
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('Files come out with their bytes and modes, and links as links', () => {
  unzip(archive, folder);
  expect(readFileSync(join(folder, 'bin/run'), 'utf8')).toBe('#!/bin/sh\n');
  expect(statSync(join(folder, 'bin/run')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(folder, 'text.txt'), 'utf8')).toBe('a'.repeat(200));
  expect(readlinkSync(join(folder, 'link'))).toBe('bin/run');
});

test('A path that leads out and a thing that is no archive are refused', () => {
  expect(() => unzip(leadingOut, folder)).toThrow('leads out');
  expect(() => unzip(Buffer.from('nothing'), folder)).toThrow('no zip archive');
});
