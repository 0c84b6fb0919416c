import type { LoadRule } from '../rule.ts';

export const yamlTooLong: LoadRule = {
  name: 'yaml-too-long',
  severity: 'error',
  reason:
    'A file of more than two million characters would keep the app busy for longer than a person waits.',
  remedy: 'Move long texts into .md files beside drill.yaml.',
  bad: `padding: 2000001`,
  good: `title: A key in the open`,
};
