import { expect, test } from 'vitest';
import {
  browserContentSecurityPolicy,
  contentSecurityPolicy,
  sqlWorkerPolicy,
} from './content-security-policy.ts';

/** All of the window's policy. What is not named falls back to `default-src`, to nothing. */
const decided: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  // A picture of a pack or of an own file is shown from its bytes.
  'img-src': ["'self'", 'blob:'],
  // An own recording, likewise.
  'media-src': ['blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'none'"],
  'frame-src': ["'none'"],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  // The sanitiser's, the framework's own templates, and the list of worker files.
  'trusted-types': ['dompurify', 'svelte-trusted-html', 'drillbook-worker'],
};

/** A directive that stands twice counts once, as its first: that would be no policy one can read. */
function read(policy: string): Readonly<Record<string, readonly string[]>> {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  expect(new Set(directives.map(([name]) => name)).size).toBe(directives.length);
  return Object.fromEntries(directives.map(([name = '', ...sources]) => [name, sources]));
}

test('the window has the policy that was decided, directive by directive', () => {
  expect(read(contentSecurityPolicy)).toEqual(decided);
});

test('browser mode widens it by the small server that sent the page, which sends packs too', () => {
  expect(read(browserContentSecurityPolicy)).toEqual({ ...decided, 'connect-src': ["'self'"] });
});

test('the worker of SQLite widens it by WebAssembly, which the page never has', () => {
  expect(read(sqlWorkerPolicy)).toEqual({
    ...decided,
    'script-src': ["'self'", "'wasm-unsafe-eval'"],
  });
});
