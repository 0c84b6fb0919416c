import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { writeRulePage } from '../engine/lint/rule-page.ts';

it('keeps docs/lint-rules.md as the rules themselves write it', () => {
  // After a change to a rule: node content/cli/write-rule-page.ts
  const page = fileURLToPath(new URL('../../docs/lint-rules.md', import.meta.url));
  expect(readFileSync(page, 'utf8')).toBe(writeRulePage());
});
