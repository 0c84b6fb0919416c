import { expect, it } from 'vitest';
import { detectBinary, isText } from './binary-head.ts';

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));

it.each([
  ['a Windows event log', 'ElfFile\0\0\0', /Windows event log .*\.evtx/],
  ['a packet capture', '\xd4\xc3\xb2\xa1\x02\0', /packet capture/],
  ['a newer packet capture', '\n\r\r\n\x6c\0\0\0\x4d\x3c\x2b\x1a', /packet capture/],
  ['a ZIP archive', 'PK\x03\x04\x14\0', /ZIP archive/],
  ['a tar archive', `${'a'.padEnd(257, '\0')}ustar  \0`, /tar archive/],
  ['a database', 'SQLite format 3\0', /SQLite/],
  ['a program', 'MZ\x90\0\x03', /program/],
])('tells %s by its first bytes', (_what, text, said) => {
  expect(detectBinary(bytesOf(text))?.what).toMatch(said);
});

it.each([
  ['a log', '2026-03-10T08:00:00Z a\n'],
  ['two letters that a program begins with', 'MZ,size\n1,2\n'],
  ['two letters that an archive begins with', 'PK,size\n1,2\n'],
  ['ends of lines that were mixed up', '\n\r\r\nhost a up\n'],
  ['nothing', ''],
])('takes %s for none of them', (_what, text) => {
  expect(detectBinary(bytesOf(text))).toBe(null);
  expect(isText(bytesOf(text))).toBe(true);
});

it.each([
  ['colours of a terminal', '\x1b[31mERROR\x1b[0m disk is full\n'.repeat(20), true],
  ['letters of Latin-1', 'caf\xe9;\xfcber;na\xefve\n'.repeat(20), true],
  ['fields of FIX', '8=FIX.4.4\x019=65\x0135=A\x0149=B\x01\n'.repeat(20), true],
  ['the zeros of a disk that went down', `up at 08:00\n${'\0'.repeat(4096)}up at 09:00\n`, true],
  ['every byte there is', Array.from({ length: 256 }, (_, at) => String.fromCharCode(at)).join(''), false], // oxfmt-ignore
  ['two bytes a letter and no mark', 'l\0o\0g\0\n\0'.repeat(50), false],
])('judges %s', (_what, text, wanted) => {
  expect(isText(bytesOf(text))).toBe(wanted);
});
