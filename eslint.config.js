import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import security from 'eslint-plugin-security';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

// What the compiler (a realm for each folder) and dependency-cruiser (direction, cycles) cannot see.
// Rules that need types are oxlint's (build/check/oxlint.json): ESLint took minutes for them.
// Each own ban says what to do instead.

const tests = '**/*.test.ts';
const defaultExportAsked = [
  '**/*.config.{js,mjs,ts}',
  '**/*.d.ts',
  'build/check/dependency-rules.mjs',
];

const networkGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
];
const noNetwork =
  'Drillbook never talks to a network. Bytes of a pack come through PackSource, everything else through the IPC contract.';

const banned = {
  barrel: {
    selector: 'ExportAllDeclaration',
    message: 'No barrels: import from the file that declares it.',
  },
  network: {
    selector: `MemberExpression[object.name=/^(window|self|globalThis)$/][property.name=/^(${networkGlobals.join('|')})$/], MemberExpression[property.name='sendBeacon']`,
    message: noNetwork,
  },
  random: {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message:
      'Not repeatable. Use the seeded generator of content/engine; an id comes from crypto.randomUUID() outside the engine.',
  },
  bridge: {
    selector: "MemberExpression[property.name='drillbook']",
    message:
      'Only renderer/main.ts touches the bridge. Take what you need as a constructor argument or a prop.',
  },
  bridgeName: {
    selector:
      "CallExpression[callee.property.name='exposeInMainWorld'] > :not(Literal[value='drillbook']):first-child",
    message: "The bridge is called 'drillbook': the rule that guards its use knows that name.",
  },
  inlineStyle: {
    selector: "SvelteAttribute[key.name='style']:not(:has(SvelteMustacheTag))",
    message:
      "The page's policy refuses style attributes in markup. Use a class, or a style: directive.",
  },
  hostLocale: {
    selector: 'MemberExpression[property.name=/^(toLocale.*|localeCompare)$/]',
    message:
      "The host's language must not decide what the engine computes. Compare code units; format in the renderer.",
  },
  dataRegExp: {
    selector:
      ":matches(NewExpression, CallExpression)[callee.name='RegExp'][arguments.0.type!='Literal']",
    message:
      'A pattern from a pack can hang V8 (hostile backtracking): run it under re2js through its wrapper in the engine. Your own pattern is a literal.',
  },
  sleep: {
    selector: "MemberExpression[property.name='waitForTimeout']",
    message: 'No fixed sleeps: wait for what the person would see (expect(...).toBeVisible()).',
  },
};

const dexie = {
  name: 'dexie',
  message: 'Only renderer/storage knows Dexie. Ask it for what you need, or add a method there.',
};
const stores = {
  name: 'svelte/store',
  message: 'No stores: a class with runes in renderer/state.',
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'out/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    '.cache/',
    '**/.svelte-check/',
  ]),
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  noUnsanitized.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { security },
    rules: {
      'no-eval': 'error',
      'no-restricted-syntax': ['error', banned.barrel],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      'security/detect-bidi-characters': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    // Not svelte.config.js: its function could not be written into the cache.
    languageOptions: {
      parserOptions: { parser: ts.parser, svelteConfig: { compilerOptions: { runes: true } } },
    },
    rules: {
      'svelte/no-navigation-without-resolve': 'off', // SvelteKit only
    },
  },
  {
    files: ['{content,electron,renderer}/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...networkGlobals.map((name) => ({ name, message: noNetwork })),
      ],
      'no-restricted-syntax': ['error', banned.barrel, banned.network, banned.dataRegExp],
    },
  },
  {
    files: ['content/engine/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'Date',
          message: 'Time enters the engine as event data (seconds of scenario time).',
        },
      ],
      'no-restricted-syntax': [
        'error',
        banned.barrel,
        banned.random,
        banned.hostLocale,
        banned.dataRegExp,
      ],
    },
  },
  {
    files: ['electron/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        banned.barrel,
        banned.network,
        banned.dataRegExp,
        banned.bridgeName,
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['net'], message: noNetwork }] },
      ],
    },
  },
  {
    files: ['renderer/**'],
    ignores: ['renderer/main.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        banned.barrel,
        banned.network,
        banned.random,
        banned.dataRegExp,
        banned.bridge,
        banned.inlineStyle,
      ],
      'no-restricted-imports': ['error', { paths: [dexie, stores] }],
    },
  },
  { files: ['renderer/storage/**'], rules: { 'no-restricted-imports': ['error', stores] } },
  // dependency-cruiser does not see `import type` inside a component.
  {
    files: ['renderer/screens/**/*.svelte'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [dexie, stores],
          patterns: [
            {
              group: ['**/storage/**', '**/electron/**', '**/workers/**'],
              message: 'A screen talks to a class in renderer/state.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['renderer/components/**/*.svelte'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [dexie, stores],
          patterns: [
            {
              group: [
                '**/state/**',
                '**/screens/**',
                '**/storage/**',
                '**/electron/**',
                '**/content/**',
              ],
              message: 'Components know no domain: take it as a prop, in words of the component.',
            },
          ],
        },
      ],
    },
  },
  // svelte-check knows every name; this rule knows no types and would ask for a list of globals.
  { files: ['**/*.svelte'], rules: { 'no-undef': 'off' } },
  {
    files: [tests, 'e2e/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['e2e/**'], rules: { 'no-restricted-syntax': ['error', banned.barrel, banned.sleep] } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  { files: defaultExportAsked, rules: { 'no-restricted-exports': 'off' } },
);
