import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const names = ['evidence', 'markdown', 'pack', 'packLook', 'sql', 'star'] as const;

it('starts the listed worker files, and makes no address of anything else', async () => {
  const factory = window.trustedTypes;
  if (!factory) throw new Error('This browser has no Trusted Types.');
  const createPolicy = vi.spyOn(factory, 'createPolicy');
  // Only now: the policy is made while the module loads.
  const { openWorker } = await import('./open-worker.ts');
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['drillbook-worker']);
  const policy = createPolicy.mock.results[0]?.value as TrustedTypePolicy;

  const started: unknown[] = [];
  vi.stubGlobal('Worker', function AWorker(address: unknown) {
    started.push(address);
  });
  for (const name of names) openWorker(name);
  expect(started.every((address) => factory.isScriptURL(address))).toBe(true);
  const listed = started.map(String);
  expect(new Set(listed).size).toBe(names.length);

  const others = [
    ...['', '/', 'null', 'undefined', './pack.worker.ts', 'data:text/javascript,0'],
    ...['blob:null/0', 'https://example.invalid/pack.js', 'javascript:0', import.meta.url],
    ...listed.flatMap((url) => [
      ...[`${url}?x`, `${url}#x`, ` ${url}`, `${url}\n`, url.slice(1), url.toUpperCase()],
      ...[`//example.invalid${url}`, `https://example.invalid${url}`, `${url}/../x.js`],
    ]),
  ];
  for (const url of others) expect(() => policy.createScriptURL(url), url).toThrow(TypeError);
  for (const name of ['nothing', 'toString', '__proto__']) {
    expect(() => openWorker(name as never), name).toThrow(TypeError);
  }
  expect(started).toHaveLength(names.length);
});
