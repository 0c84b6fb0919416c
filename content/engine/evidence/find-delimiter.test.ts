import { expect, it } from 'vitest';
import { detectOwnFormat, findDelimiter } from './find-delimiter.ts';

it.each([
  ['a,b\n1,2\n', ','],
  ['a;b\n1;2\n', ';'],
  ['a\tb\n1\t2\n', '\t'],
  // Decimal commas, and commas in the names.
  ['Datum;Betrag;Art\n2026-01-01;1,50;x\n2026-01-02;20;y\n', ';'],
  ['"Name, first";City;Code\n"Ana, B";X;1\n', ';'],
  ['Name, first;City;Code\nB, Ana;X;1\nLena;Y;2\n', ';'],
  // As many of both in the header: what every record holds decides.
  ['a,b;c,d;e\n1;2;3\n4;5;6\n', ';'],
  // Every cell quoted, with the other marks, quotes and lines in it.
  ['"a";"b"\n"1,2\n,3";"x ""y"", z"\n', ';'],
  ['"a","b"\n"1;2\n;3","4;5"\n', ','],
  // A quote within a cell opens nothing.
  ['size;what\n5" disk;a\n6;b\n', ';'],
  // The last line is cut.
  ['a;b;c\n1;2;3\n4;', ';'],
  // Records of different lengths.
  ['time,text\n1,hello, you; there\n2,bye\n', ','],
  ['a;b\r1;2\r', ';'],
  ['a;b', ';'],
  ['\uFEFF"a,b,c";d\n1;2\n', ';'],
  ['"a;b', ','],
  // What Excel is told, whatever would be counted; and a mark that is none of ours.
  ['sep=;\r\na,b;c,d\r\n1,2;3,4\r\n', ';'],
  ['\uFEFFSEP=\t\na;b\tc\n', '\t'],
  ['sep=|\na;b\n1;2\n', ';'],
  ['sep=;', ';'],
  ['one\n1\n', ','],
  ['', ','],
] as const)('%j has its cells apart by %j', (head, delimiter) => {
  expect(findDelimiter(head)).toBe(delimiter);
});

it.each([
  ['x.csv', 'a;b\n1;2\n', ';'],
  ['x.CSV.gz', 'a\tb\n1\t2\n', '\t'],
  ['x.tsv', 'a\tb\n1\t2\n', '\t'],
  ['x.tsv', '1\t2\n3\t4\n', '\t'],
  ['x.txt', 'Level\tDate and Time\tSource\nError\t10/03/2026\tDisk\n', '\t'],
  ['x.txt', 'id;name\n1;a\n', ';'],
  ['x.txt', 'id,name\n1,a\n', ','],
  ['x.txt', 'sep=;\nid;name\n1;a\n', ';'],
])('%s with %j is a table', (name, head, delimiter) => {
  expect(detectOwnFormat(name, head)).toEqual({ format: 'csv', delimiter });
});

it.each([
  ['note.txt', 'Dear all;\nplease read this; it matters.\n', 'text'],
  ['note.txt', 'First; second\nonly one here\n', 'text'],
  ['history.txt', '2026-03-10\tls\n2026-03-11\tcd\n', 'text'],
  ['messages', 'Mar  9 08:51:09 host app: a; b\n', 'syslog'],
  ['x.json', '{"a":1}\n{"a":2}\n', 'jsonl'],
])('%s with %j is none', (name, head, format) => {
  expect(detectOwnFormat(name, head)).toEqual({ format });
});
