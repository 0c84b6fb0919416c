import js from '@eslint/js';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import security from 'eslint-plugin-security';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

import {
  banned,
  bannedGlobals,
  bannedImports,
  bannedInPage,
} from './build/check/banned-syntax.mjs';

// Components only. All other files are oxlint's (oxlint.config.ts), which reads them with their types in a
// fifth of the time, but knows no markup.

const { dexie, stores } = bannedImports;

export default defineConfig(
  globalIgnores(['dist/', 'out/', '**/.svelte-check/']),
  {
    files: ['**/*.svelte'],
    extends: [
      js.configs.recommended,
      ts.configs.strict,
      svelte.configs.recommended,
      svelte.configs.prettier,
      noUnsanitized.configs.recommended,
    ],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { security },
    // Not svelte.config.js: its function could not be written into the cache.
    languageOptions: {
      parserOptions: { parser: ts.parser, svelteConfig: { compilerOptions: { runes: true } } },
    },
    rules: {
      'no-eval': 'error',
      'no-restricted-globals': ['error', ...bannedGlobals],
      'no-restricted-imports': ['error', { paths: [dexie, stores] }],
      'no-restricted-syntax': ['error', ...bannedInPage, banned.inlineStyle],
      'no-undef': 'off', // svelte-check knows every name
      'security/detect-bidi-characters': 'error',
      'svelte/no-navigation-without-resolve': 'off', // SvelteKit only
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
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
);
