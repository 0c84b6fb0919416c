import fc from 'fast-check';
import { expect, it } from 'vitest';
import { incomplete, malformed, skipValue } from './scan-json.ts';
import { MemberScanner } from './scan-members.ts';

const encoder = new TextEncoder();

function scan(text: string): number {
  const bytes = encoder.encode(text);
  return skipValue(bytes, 0, bytes.length);
}

it('finds the end of every JSON value, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2, '\t'), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(scan(`${text} `)).toBe(encoder.encode(text).length);
    }),
  );
});

it('accepts a text exactly where the host’s parser does', () => {
  const shortJson = fc.string({
    unit: fc.constantFrom(
      ...'{}[]",:0123.-+eE \\untfals"'.split(''),
      'true',
      'null',
      '"a"',
      '\\u00e9',
      '\n',
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(shortJson, (text) => {
      const bytes = encoder.encode(`${text} `);
      const start = text.length - text.trimStart().length;
      const end = skipValue(bytes, start, bytes.length);
      const accepted = end >= 0 && `${text} `.slice(end).trim() === '';
      expect(accepted).toBe(isJson(text));
    }),
    { numRuns: 20_000 },
  );
});

it('says of every beginning of a document that it goes on', () => {
  const text = '{"a":[1,-2.5e3,"x\\u00e9\\n",{"b":null,"c":[]},true],"d":{}}';
  for (let length = 1; length < text.length; length += 1) {
    expect(scan(text.slice(0, length)), text.slice(0, length)).toBe(incomplete);
  }
  expect(scan(text)).toBe(text.length);
});

it.each([
  ['nesting beyond its bound', '['.repeat(201)],
  ['a bare control character', '"a\nb"'],
  ['NUL', '"\0"'],
  ['a number with a leading zero', '[01]'],
  ['a comma too many', '[1,]'],
  ['brackets that do not match', '{"a":1]'],
  ['an escape that does not exist', '"\\x41"'],
])('refuses %s', (_, text) => {
  expect(scan(text)).toBe(malformed);
});

it('finds members by path, absent ones too, and the last of two with one name', () => {
  const paths = ['a', 'b.c', 'b.d.e', 'b', 'z'];
  const scanner = new MemberScanner(paths);
  const text = ' {"a" : "1\\"", "b":{"c":[1,{"c":2}],"d":{"e":true}},"aa":0,"a":"2"} ';
  const bytes = encoder.encode(text);
  expect(scanner.scan(bytes, 1, bytes.length)).toBe(text.length - 1);
  const found = paths.map((_, slot) => {
    const start = scanner.spans[slot * 2] ?? -1;
    return start < 0 ? null : text.slice(start, scanner.spans[slot * 2 + 1]);
  });
  expect(found).toEqual(['"2"', '[1,{"c":2}]', 'true', '{"c":[1,{"c":2}],"d":{"e":true}}', null]);
});

it('agrees with the host’s parser on whole records', () => {
  const record = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'é'), fc.jsonValue({ maxDepth: 3 }));
  const scanner = new MemberScanner(['a', 'b.a', 'c']);
  fc.assert(
    fc.property(record, (value) => {
      const text = JSON.stringify(value);
      const bytes = encoder.encode(text);
      expect(scanner.scan(bytes, 0, bytes.length)).toBe(bytes.length);
      const start = scanner.spans[0] ?? -1;
      const written = new TextDecoder().decode(bytes.subarray(start, scanner.spans[1]));
      // By what is written: JSON has no -0.
      const { a } = JSON.parse(text) as { readonly a?: unknown };
      expect(start < 0 ? undefined : JSON.parse(written)).toEqual(a);
    }),
  );
});

it('counts a record that is cut off or damaged as no record', () => {
  const scanner = new MemberScanner(['a.b']);
  const scanText = (text: string): number => {
    const bytes = encoder.encode(text);
    return scanner.scan(bytes, 0, bytes.length);
  };
  expect(scanText('{"a":{"b":1')).toBe(incomplete);
  expect(scanText('{"a":{"b":1,}}')).toBe(malformed);
  expect(scanText('{"a":{"b" 1}}')).toBe(malformed);
  expect(scanText('{a:1}')).toBe(malformed);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
