/**
 * By their name under About, the packages that go out with the app under one licence text. The build
 * stops where it bundles one that is not named here.
 */
export const bundledPackages = {
  clsx: ['clsx'],
  CodeMirror: [
    '@codemirror/autocomplete',
    '@codemirror/commands',
    '@codemirror/lang-sql',
    '@codemirror/language',
    '@codemirror/lint',
    '@codemirror/state',
    '@codemirror/view',
  ],
  crelt: ['crelt'],
  'd3-dsv': ['d3-dsv'],
  Dexie: ['dexie'],
  DOMPurify: ['dompurify'],
  fflate: ['fflate'],
  'find-cluster-break': ['@marijn/find-cluster-break'],
  'js-yaml': ['js-yaml'],
  jsdiff: ['diff'],
  Lezer: ['@lezer/common', '@lezer/highlight', '@lezer/lr'],
  Lucide: ['lucide'],
  marked: ['marked'],
  pend: ['pend'],
  'postal-mime': ['postal-mime'],
  re2js: ['re2js'],
  'SQLite and its WebAssembly build': ['@sqlite.org/sqlite-wasm'],
  'style-mod': ['style-mod'],
  Svelte: ['svelte'],
  tinykeys: ['tinykeys'],
  valibot: ['valibot'],
  'w3c-keyname': ['w3c-keyname'],
  yaml: ['yaml'],
  yauzl: ['yauzl'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BundledLibrary = keyof typeof bundledPackages;
