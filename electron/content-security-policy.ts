const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'media-src': 'blob:',
  'font-src': "'self'",
  'connect-src': "'none'",
  'frame-src': "'none'",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'dompurify svelte-trusted-html drillbook-worker',
};

/**
 * What the page in the app's window may load and do. No widening so far (2026-11-24). Pictures of packs
 * and recordings are shown from blobs, so there is no `pack:` in it either (2026-11-28).
 */
export const contentSecurityPolicy = writePolicy(directives);

/**
 * The same in browser mode, with one widening (2026-11-24): without a main process the bytes of packs
 * come by fetch from the small server that also sent the page, so `connect-src` is that server.
 */
export const browserContentSecurityPolicy = writePolicy({ ...directives, 'connect-src': "'self'" });

/**
 * What the one file may do in which SQLite runs, in the window and in browser mode alike, with one
 * widening (2026-11-26): WebAssembly counts as evaluated code, and `'wasm-unsafe-eval'` allows just
 * that, not `eval`. A worker goes by the policy of its own file, so the page never has it.
 */
export const sqlWorkerPolicy = writePolicy({
  ...directives,
  'script-src': "'self' 'wasm-unsafe-eval'",
});

/** Whether a file of the built page is the worker in which SQLite runs. */
export function isSqlWorker(path: string): boolean {
  return /^assets\/sql\.worker-[\w-]+\.js$/.test(path);
}

function writePolicy(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
