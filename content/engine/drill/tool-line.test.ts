import { describe, expect, it } from 'vitest';
import { aDrill } from '../testing/a-drill.ts';
import { completeToolLine, extendToolLine, parseToolLine, writeManual } from './tool-line.ts';

const [base] = aDrill().tools;
if (!base) throw new Error('aDrill has tools');
const tools = [
  ...aDrill().tools,
  {
    ...base,
    id: 'isolate',
    title: 'Isolate instance',
    args: [
      {
        id: 'host',
        label: 'Host',
        pattern: { re2: '[a-z][a-z0-9-]*', says: 'letters, digits and hyphens' },
      },
      { id: 'how', label: 'How', values: ['keep memory', 'power off'] },
    ],
  },
];
const all = [
  ...tools,
  { ...base, id: 'set', args: [{ id: 'to', label: 'To', values: ['mode=safe', '1 a', '2 b'] }] },
];

describe('a line of the terminal', () => {
  it.each([
    ['who-owns', 'who-owns', {}],
    ['  KEY-OFF --key AKIA ', 'key-off', { key: 'AKIA' }],
    ['key-off --key=AKIA', 'key-off', { key: 'AKIA' }],
    ['key-off AKIA', 'key-off', { key: 'AKIA' }],
    ['isolate web-1 keep memory', 'isolate', { host: 'web-1', how: 'keep memory' }],
    ['isolate --how "Power Off" web-1', 'isolate', { host: 'web-1', how: 'power off' }],
    ["isolate --how='keep memory' --host web-1", 'isolate', { host: 'web-1', how: 'keep memory' }],
    ['key-off "--key"', 'key-off', { key: '--key' }],
    ['key-off key=AKIA', 'key-off', { key: 'AKIA' }],
    ['use key-off Key="AKIA B"', 'key-off', { key: 'AKIA B' }],
    ['use key-off --key AKIA', 'key-off', { key: 'AKIA' }],
    ['key-off key= AKIA', 'key-off', { key: 'AKIA' }],
    ['key-off "key=AKIA"', 'key-off', { key: 'key=AKIA' }],
    ['key-off key=a=b', 'key-off', { key: 'a=b' }],
    ['key-off --key a=b', 'key-off', { key: 'a=b' }],
    ['key-off https://shop.example/?id=7', 'key-off', { key: 'https://shop.example/?id=7' }],
    ['isolate how=power off host=web-1', 'isolate', { host: 'web-1', how: 'power off' }],
    ['isolate how=memory web-1', 'isolate', { host: 'web-1', how: 'keep memory' }],
    ['isolate web-1 off', 'isolate', { host: 'web-1', how: 'power off' }],
    ['isolate web-1 2', 'isolate', { host: 'web-1', how: 'power off' }],
    ['set mode=safe', 'set', { to: 'mode=safe' }],
    ['set to=b', 'set', { to: '2 b' }],
  ])('runs a tool: %s', (line, tool, args) => {
    expect(parseToolLine(all, line)).toEqual({ kind: 'run', tool, args });
  });

  it.each([
    ['', 'empty'],
    ['help', 'help'],
    ['man key-off', 'manual'],
  ])('asks for help: %s', (line, kind) => {
    expect(parseToolLine(tools, line).kind).toBe(kind);
  });

  it.each([
    ['fly', 'There is no tool "fly". Those that can be used now: help.'],
    ['iso', 'There is no tool "iso". Did you mean isolate?'],
    ['man', 'Say of which tool: man TOOL. The tools: help.'],
    ['man fly', 'There is no tool "fly". Those that can be used now: help.'],
    ['key-off', 'Key is missing: key=VALUE. How it is used: man key-off.'],
    ['key-off --key', 'Key is missing: key=VALUE. How it is used: man key-off.'],
    [
      'key-off --kee A',
      'It has no --kee; it has key=. A value with such a beginning goes into quotes. How it is used: man key-off.',
    ],
    [
      'key-off kee=A',
      'It has no kee=; it has key=. A value with such a beginning goes into quotes. How it is used: man key-off.',
    ],
    [
      'isolate web-1 hwo=off',
      'It has no hwo=; it has host=, how=. A value with such a beginning goes into quotes. How it is used: man isolate.',
    ],
    [
      'key-off key = A',
      'Write a name and its value without a space: NAME=VALUE. How it is used: man key-off.',
    ],
    ['key-off key=A key=B', 'Key is given twice. How it is used: man key-off.'],
    ['isolate how=off', 'Host is missing: host=VALUE. How it is used: man isolate.'],
    ['isolate how= host=web-1', 'How is missing: how=VALUE. How it is used: man isolate.'],
    ['set to=2', 'To "2" can be "1 a", "2 b". Say more of it. How it is used: man set.'],
    ['use', 'Say which tool: use TOOL. The tools: help.'],
    ['use fly', 'There is no tool "fly". Those that can be used now: help.'],
    [
      'who-owns --key A',
      'It takes no arguments, so --key does not go with it. How it is used: man who-owns.',
    ],
    ['who-owns me', '"me" is one word too many. How it is used: man who-owns.'],
    [
      'isolate a --how run',
      'How cannot be "run": 1 "keep memory", 2 "power off". How it is used: man isolate.',
    ],
    [
      'isolate web_1 keep memory',
      'Host has another form: letters, digits and hyphens. How it is used: man isolate.',
    ],
    ['key-off "AKIA', 'A quote is open: close it at the end of its text.'],
  ])('says what to do where it does not fit: %s', (line, message) => {
    expect(parseToolLine(all, line)).toEqual({ kind: 'wrong', message });
  });

  it.each([
    ['', ['help', 'isolate', 'key-off', 'man', 'who-owns', 'wipe']],
    ['w', ['who-owns', 'wipe']],
    ['man k', ['key-off']],
    ['use w', ['who-owns', 'wipe']],
    ['isolate ', ['host=', 'how=']],
    ['use isolate h', ['host=', 'how=']],
    ['isolate host=web-1 ', ['how=']],
    ['isolate po', ['"power off"']],
    ['isolate how=', ['how="keep memory"', 'how="power off"']],
    ['isolate how="P', ['how="power off"']],
    ['isolate --how=k', ['--how="keep memory"']],
    ['isolate --', ['--host', '--how']],
    ['isolate --host web-1 --h', ['--how']],
    ['isolate --how ', ['"keep memory"', '"power off"']],
    ['isolate --how "p', ['"power off"']],
    ['key-off --key ', []],
    ['fly ', []],
  ])('is completed: %s', (line, expected) => {
    expect(completeToolLine(tools, line)).toEqual(expected);
  });

  it('is extended as far as all candidates agree', () => {
    expect(extendToolLine('k', ['key-off'])).toBe('key-off ');
    expect(extendToolLine('isolate --h', ['--host', '--how'])).toBe('isolate --ho');
    expect(extendToolLine('isolate --how "p', ['"power off"'])).toBe('isolate --how "power off" ');
    expect(extendToolLine('isolate hos', ['host='])).toBe('isolate host=');
    expect(extendToolLine('isolate how=', ['how="keep memory"', 'how="power off"'])).toBe(
      'isolate how="',
    );
    expect(extendToolLine('x', [])).toBe('x');
  });

  it('has a manual for each tool', () => {
    expect(tools[3] && writeManual(tools[3])).toEqual([
      'isolate: Isolate instance. Switches a key off.',
      'usage: isolate host=VALUE how=VALUE',
      '  host=  Host',
      '  how=  How: 1 "keep memory", 2 "power off"',
    ]);
  });
});
