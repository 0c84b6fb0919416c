import js from '@eslint/js';
import { defineConfig } from 'oxlint';
import ts from 'typescript-eslint';

import {
  banned,
  bannedGlobals,
  bannedImports,
  bannedInMain,
  bannedInPage,
} from './build/check/banned-syntax.mjs';

// What the compiler (a realm for each folder) and dependency-cruiser (direction, cycles) cannot see, in all
// files but components: their markup is read by ESLint alone (eslint.config.js).

const tests = '**/*.test.ts';
const defaultExportAsked = [
  '**/*.config.{js,mjs,ts}',
  '**/*.d.ts',
  'build/check/dependency-rules.mjs',
];

/** In a module these are faults of syntax, and oxlint has no rule for them. */
const refusedByParser = ['no-dupe-args', 'no-octal'];

/** The recommended and the strict rules of ESLint's packages, without what types tell already, by oxlint's names. */
const recommended = Object.fromEntries(
  [
    ...new Map(
      [js.configs.recommended, ...ts.configs.strict].flatMap(({ rules }) =>
        Object.entries(rules ?? {}),
      ),
    ),
  ]
    .filter(([name, set]) => set !== 'off' && !refusedByParser.includes(name))
    .map(([name, set]) => [name.replace('@typescript-eslint/', 'typescript/'), set]),
);

export default defineConfig({
  plugins: ['typescript'],
  jsPlugins: [
    { name: 'eslint-js', specifier: 'oxlint-plugin-eslint' },
    'eslint-plugin-no-unsanitized',
    'eslint-plugin-security',
    'eslint-plugin-svelte',
  ],
  categories: { correctness: 'off' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['dist/', 'out/', '**/.svelte-check/', '**/*.svelte'],
  rules: {
    ...recommended,
    'eslint-js/no-restricted-syntax': ['error', banned.barrel],
    'no-eval': 'error',
    'no-restricted-exports': [
      'error',
      { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
    ],
    'no-unsanitized/method': 'error',
    'no-unsanitized/property': 'error',
    'no-unused-vars': ['error', { ignoreRestSiblings: true }],
    'security/detect-bidi-characters': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/await-thenable': 'error',
    'typescript/no-array-delete': 'error',
    'typescript/no-base-to-string': 'error',
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    'typescript/no-deprecated': 'error',
    'typescript/no-duplicate-type-constituents': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-for-in-array': 'error',
    'typescript/no-implied-eval': 'error',
    'typescript/no-meaningless-void-operator': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-misused-spread': 'error',
    'typescript/no-redundant-type-constituents': 'error',
    'typescript/no-unnecessary-boolean-literal-compare': 'error',
    'typescript/no-unnecessary-condition': 'error',
    'typescript/no-unnecessary-template-expression': 'error',
    'typescript/no-unnecessary-type-arguments': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-unnecessary-type-conversion': 'error',
    'typescript/no-unnecessary-type-parameters': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-enum-comparison': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-unary-minus': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/prefer-reduce-type-parameter': 'error',
    'typescript/prefer-return-this-type': 'error',
    'typescript/related-getter-setter-pairs': 'error',
    'typescript/require-await': 'error',
    'typescript/restrict-plus-operands': ['error', { allowNumberAndString: true }],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/return-await': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'typescript/unbound-method': 'error',
    'typescript/use-unknown-in-catch-callback-variable': 'error',
  },
  overrides: [
    {
      files: ['{content,electron,renderer}/**'],
      rules: {
        'no-restricted-globals': ['error', ...bannedGlobals],
        'eslint-js/no-restricted-syntax': ['error', ...bannedInMain],
      },
    },
    {
      files: ['content/engine/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          ...bannedGlobals,
          {
            name: 'Date',
            message: 'Time enters the engine as event data (seconds of scenario time).',
          },
        ],
        'eslint-js/no-restricted-syntax': [
          'error',
          banned.barrel,
          banned.network,
          banned.random,
          banned.hostLocale,
          banned.dataRegExp,
        ],
      },
    },
    {
      files: ['electron/**'],
      rules: {
        'eslint-js/no-restricted-syntax': ['error', ...bannedInMain, banned.window],
        'no-restricted-imports': ['error', { paths: [bannedImports.net] }],
      },
    },
    {
      files: ['electron/window.ts'],
      rules: {
        'eslint-js/no-restricted-syntax': [
          'error',
          banned.barrel,
          banned.network,
          banned.dataRegExp,
        ],
      },
    },
    {
      files: ['renderer/**'],
      excludeFiles: ['renderer/ask-first.ts', 'renderer/main.ts'],
      rules: {
        'eslint-js/no-restricted-syntax': ['error', ...bannedInPage],
        'no-restricted-imports': ['error', { paths: [bannedImports.dexie, bannedImports.stores] }],
      },
    },
    {
      files: ['renderer/storage/**'],
      rules: { 'no-restricted-imports': ['error', { paths: [bannedImports.stores] }] },
    },
    {
      files: [tests, 'e2e/**'],
      rules: { 'typescript/no-non-null-assertion': 'off' },
    },
    {
      files: ['e2e/**'],
      rules: { 'eslint-js/no-restricted-syntax': ['error', banned.barrel, banned.sleep] },
    },
    { files: defaultExportAsked, rules: { 'no-restricted-exports': 'off' } },
    {
      files: ['**/*.svelte.ts'],
      rules: {
        'svelte/no-inspect': 'error',
        'svelte/no-unnecessary-state-wrap': 'error',
        'svelte/prefer-svelte-reactivity': 'error',
        'svelte/prefer-writable-derived': 'error',
        // What a rune holds can change where no type says so.
        'typescript/no-unnecessary-condition': 'off',
      },
    },
    {
      files: ['**/*.{js,mjs,cjs}', '**/*.svelte.test.ts', 'renderer/main.ts'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
      },
    },
  ],
});
