import type { IpcMainInvokeEvent } from 'electron';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { contract, type Handlers, type Reply } from './ipc.ts';
import { isTrustedSender, registerHandlers } from './ipc-registrar.ts';
import type { Call, Shape } from './ipc-shape.ts';

const origin = 'app://drillbook';
const contents = {};
type Listener = (event: IpcMainInvokeEvent, ...values: unknown[]) => Promise<Reply<unknown>>;

const listeners = new Map<string, Listener>();
const calls: string[] = [];
const reports: string[] = [];
let act: () => unknown = () => ({ kind: 'ok', value: null });

const channels = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries<Call>(members).map(([member, { payload }]) => ({
    channel: `${group}.${member}`,
    payload,
  })),
);

beforeEach(() => {
  listeners.clear();
  calls.length = 0;
  reports.length = 0;
  act = () => ({ kind: 'ok', value: null });
  const handlers: Record<string, Record<string, () => Promise<unknown>>> = {};
  for (const { channel } of channels) {
    const [group = '', member = ''] = channel.split('.');
    (handlers[group] ??= {})[member] = () => {
      calls.push(channel);
      return Promise.resolve().then(act);
    };
  }
  registerHandlers({
    ipcMain: {
      handle: (channel, listener) => void listeners.set(channel, listener as Listener),
    },
    handlers: handlers as unknown as Handlers,
    trustsSender: (event) => isTrustedSender(event, contents, origin),
    report: (channel) => reports.push(channel),
  });
});

function eventFrom(frame: unknown, sender: unknown = contents): IpcMainInvokeEvent {
  return { sender, senderFrame: frame } as unknown as IpcMainInvokeEvent;
}
const ours = eventFrom({ parent: null, origin });

/** Values that a shape accepts. */
function arbitrary(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case 'nothing':
      return fc.constant(undefined);
    case 'text':
      return fc.string({ maxLength: Math.min(shape.max, 40) });
    case 'integer':
      return fc.integer({ min: shape.min, max: shape.max });
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...shape.of);
    case 'bytes':
      return fc.uint8Array({ maxLength: 64 });
    case 'json':
      return fc
        .jsonValue({ maxDepth: 3 })
        .map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    case 'nullable':
      return fc.option(arbitrary(shape.of));
    case 'list':
      return fc.array(arbitrary(shape.of), { maxLength: Math.min(shape.max, 5) });
    case 'fields':
      return fc.record(
        Object.fromEntries(Object.entries(shape.fields).map(([name, of]) => [name, arbitrary(of)])),
      );
  }
}

/** Values of a kind that the shape does not accept anywhere near. */
const strange = fc.constantFrom<unknown>(
  () => 1,
  Symbol('x'),
  new Map([['url', 'https://example.org']]),
  new Set([1]),
  new Date(0),
  1n,
  NaN,
  new Error('x'),
  new Uint32Array(2),
);

/** Values that the shape refuses: something else altogether, or right but for one place. */
function brokenArbitrary(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.kind === 'nothing') {
    return fc.anything().filter((value) => value !== undefined);
  }
  if (shape.kind !== 'fields') return strange;
  const names = Object.keys(shape.fields);
  const broken = fc
    .constantFrom(...names)
    .chain((name) =>
      fc
        .tuple(arbitrary(shape), brokenArbitrary(shape.fields[name] ?? { kind: 'nothing' }))
        .map(([good, bad]) => ({ ...(good as object), [name]: bad })),
    );
  const incomplete = fc.tuple(arbitrary(shape), fc.constantFrom(...names)).map(([good, name]) => {
    const { [name]: _, ...rest } = good as Record<string, unknown>;
    return rest;
  });
  const excessive = fc
    .tuple(
      arbitrary(shape),
      fc.string({ minLength: 1 }).filter((name) => !names.includes(name)),
    )
    .map(([good, name]) => ({ ...(good as object), [name]: 1 }));
  const primitive = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.integer()));
  return fc.oneof(broken, incomplete, excessive, primitive, strange);
}

test('Every call of the contract has a listener', () => {
  expect([...listeners.keys()].sort()).toEqual(channels.map(({ channel }) => channel).sort());
  expect(channels.length).toBeGreaterThanOrEqual(10);
});

test.each(channels)('$channel takes 200 right payloads', async ({ channel, payload }) => {
  const listener = listeners.get(channel)!;
  await fc.assert(
    fc.asyncProperty(arbitrary(payload), async (value) => {
      expect(await listener(ours, value)).toEqual({ kind: 'ok', value: null });
    }),
    { numRuns: 200 },
  );
});

test.each(channels)('$channel refuses 200 broken payloads', async ({ channel, payload }) => {
  const listener = listeners.get(channel)!;
  await fc.assert(
    fc.asyncProperty(brokenArbitrary(payload), async (value) => {
      expect(await listener(ours, value)).toMatchObject({ kind: 'refused', code: 'bad_payload' });
    }),
    { numRuns: 200 },
  );
  expect(await listener(ours, undefined, undefined)).toMatchObject({ code: 'bad_payload' });
  expect(calls).toEqual([]);
});

const strangers: readonly [string, IpcMainInvokeEvent][] = [
  ['a frame inside the page', eventFrom({ parent: { parent: null, origin }, origin })],
  ['another origin', eventFrom({ parent: null, origin: 'https://example.org' })],
  ['an origin that begins alike', eventFrom({ parent: null, origin: `${origin}.example.org` })],
  ['no origin', eventFrom({ parent: null, origin: 'null' })],
  ['a file', eventFrom({ parent: null, origin: 'file://' })],
  ['another window', eventFrom({ parent: null, origin }, {})],
  ['no frame', eventFrom(null)],
  [
    'a frame that is gone',
    eventFrom({
      get parent(): never {
        throw new Error('Render frame was disposed');
      },
    }),
  ],
];

test.each(strangers)('Nobody listens to %s', async (_name, event) => {
  for (const { channel, payload } of channels) {
    const [value] = fc.sample(arbitrary(payload), 1);
    expect(await listeners.get(channel)!(event, value)).toMatchObject({ code: 'wrong_sender' });
  }
  expect(calls).toEqual([]);
});

test('A handler that throws becomes a reply without its words, and is reported', async () => {
  act = () => {
    throw new Error('secret text');
  };
  const answer = await listeners.get('app.info')!(ours);
  expect(answer).toMatchObject({ kind: 'refused', code: 'failed' });
  expect(JSON.stringify(answer)).not.toContain('secret');
  expect(reports).toEqual(['app.info']);
});
