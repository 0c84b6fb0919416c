import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAppFile, readAppFiles } from './app-files.ts';

const sha256 = '0'.repeat(64);
const paths = ['index.html', 'assets/main-Ab_1-2.js', 'assets/plex.woff2'];
const files = readAppFiles(
  JSON.stringify(paths.map((path) => ({ path, size: 1, sha256, type: 'text/plain' }))),
);
const served = new Set(['/', ...paths.map((path) => `/${path}`)]);

test('Listed files are found by their address, with or without a place in the page', () => {
  expect(findAppFile(files, 'app://drillbook/')?.path).toBe('index.html');
  expect(findAppFile(files, 'app://drillbook/#/drills/D01')?.path).toBe('index.html');
  for (const path of paths) expect(findAppFile(files, `app://drillbook/${path}`)?.path).toBe(path);
});

const piece = fc.constantFrom(
  ...[
    '..',
    '.',
    '',
    '%2e%2e',
    '%2E.',
    '..%2f',
    '%5c..',
    '..\\',
    '\\',
    '%00',
    '\0',
    '%c0%ae',
    '...',
  ],
  ...['assets', 'index.html', 'INDEX.HTML', 'main-Ab_1-2.js', 'plex.woff2', 'main.mjs', 'preload'],
  ...['etc', 'passwd', 'files.json', 'C:', 'file:', '~', ' ', '?', '#', '?a=b', ';', '@', ':'],
  ...['package.json', '__proto__', 'constructor', 'toString', 'index.html.', 'index.html%20'],
);
const start = fc.constantFrom(
  ...['app://drillbook/', 'app://drillbook//', 'app://drillbook', 'APP://drillbook/', 'app:/'],
  ...['app://drillbook:80/', 'app://user@drillbook/', 'app://drillbook.example/', 'app://', 'app:'],
  ...[
    'app://DRILLBOOK/',
    'file:///',
    'https://drillbook/',
    'pack://drillbook/',
    '',
    '//drillbook/',
  ],
);

test('5,000 generated addresses: nothing that is not listed', () => {
  let outside = 0;
  fc.assert(
    fc.property(
      start,
      fc.array(piece, { maxLength: 6 }),
      fc.string({ maxLength: 4 }),
      (a, b, c) => {
        const address = `${a}${b.join('/')}${c}`;
        const file = findAppFile(files, address);
        if (file === null) return;
        const path = address.replace(/#.*$/su, '').slice('app://drillbook'.length);
        if (!address.startsWith('app://drillbook/') || !served.has(path)) outside += 1;
      },
    ),
    { numRuns: 5000 },
  );
  expect(outside).toBe(0);
});

test.each([
  ['no list', '{}'],
  ['a way out', '[{"path":"../x","size":1,"sha256":"SHA","type":"a"}]'],
  ['a way out inside', '[{"path":"a/../../x","size":1,"sha256":"SHA","type":"a"}]'],
  ['an absolute path', '[{"path":"/etc/passwd","size":1,"sha256":"SHA","type":"a"}]'],
  ['a backslash', '[{"path":"a\\\\b","size":1,"sha256":"SHA","type":"a"}]'],
  ['an empty step', '[{"path":"a//b","size":1,"sha256":"SHA","type":"a"}]'],
  ['no type', '[{"path":"a","size":1,"sha256":"SHA"}]'],
  ['no hash', '[{"path":"a","size":1,"sha256":"x","type":"a"}]'],
  ['no size', '[{"path":"a","size":"1","sha256":"SHA","type":"a"}]'],
  ['nothing', '[null]'],
])('A list with %s is refused', (_name, list) => {
  expect(() => readAppFiles(list.replace('SHA', sha256))).toThrow();
});
