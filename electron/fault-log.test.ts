import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countRuns } from '../content/engine/testing/count-runs.ts';
import { logFault } from './fault-log.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-log-'));
  path = join(folder, 'logs', 'main.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const readLog = () => readFileSync(path, 'utf8');

/** A word that stands nowhere in our own code. */
const secret = 'zqsecretqz';

/** What a person may have written: also what looks like the lines of a stack. */
const ownText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        secret,
        `\n    at ${secret} (${secret}.txt:1:1)`,
        `\n    at ${secret}.js:12:7`,
        `Error: ${secret}\n`,
        `{"text":"${secret}"`,
      ),
      fc.string({ maxLength: 20, unit: 'grapheme' }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `${parts.join(' ')} ${secret}`);

/** Ways in which a text of the person's comes to be in what is thrown. */
const throwers: Readonly<Record<string, (text: string) => unknown>> = {
  'an error that quotes it': (text) => new Error(text),
  'a type error': (text) => new TypeError(`Cannot read ${text} of undefined`),
  'what JSON.parse says of it': (text) => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      return error;
    }
  },
  'a file with its name': (text) => {
    try {
      return statSync(join(folder, text.replaceAll('\0', '')));
    } catch (error) {
      return error;
    }
  },
  'a cause': (text) => new Error('Not written.', { cause: new Error(text) }),
  'several at once': (text) => new AggregateError([new Error(text)], text),
  'the text itself': (text) => text,
  'an object that holds it': (text) => ({ text, message: text, stack: text }),
  'a name of an error': (text) => Object.assign(new Error('x'), { name: text }),
  'a code of an error': (text) => Object.assign(new Error('x'), { code: text }),
  'a message that was changed later': (text) =>
    Object.assign(new Error(text), { message: 'Something else.' }),
  'a stack that was put together': (text) =>
    Object.assign(new Error('x'), { stack: `${text}\n    at ${secret} (a.js:1:1)` }),
};

it('never holds a text of the person’s, however it came to be in an error', () => {
  const runs = countRuns(1000);
  fc.assert(
    fc.property(ownText, fc.constantFrom(...Object.keys(throwers)), (text, how) => {
      logFault(path, 'storage.append', throwers[how]?.(text));
      expect(readLog(), how).not.toContain(secret);
    }),
    runs,
  );
  console.log(
    `figure: log: ${runs.numRuns} faults with a text of the person’s, 0 texts in the log`,
  );
});

it('says the kind, the code and where in the app it arose', () => {
  logFault(path, 'storage.append', Object.assign(new RangeError('of mine'), { code: 'ENOSPC' }));
  expect(readLog()).toMatch(
    /^\d{4}-\d\d-\d\dT[\d:.]+Z storage\.append: RangeError ENOSPC < .*fault-log\.test\.ts:\d+:\d+\)/,
  );
  expect(readLog()).not.toContain(folder);
});

it('still says where it arose if the message spans lines, or is none', () => {
  for (const message of ['one\ntwo\n    at three (four.js:5:6)\nseven', '']) {
    logFault(path, 'x', new Error(message));
    const last = readLog().trimEnd().split('\n').at(-1);
    expect(last).toContain('fault-log.test.ts');
    expect(last).not.toContain('four.js');
  }
});

it('keeps one older file, and never throws', () => {
  logFault(path, 'first');
  writeFileSync(path, 'x'.repeat(300 * 1024));
  logFault(path, 'second');
  expect(readLog()).toMatch(/ second\n$/);
  expect(statSync(`${path}.1`).size).toBe(300 * 1024);
  writeFileSync(join(folder, 'a file'), '');
  expect(() => logFault(join(folder, 'a file', 'main.log'), 'third')).not.toThrow();
});
