// Writes docs/lint-rules.md from the rules of lint. After a change to a rule:
//   node content/cli/write-rule-page.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeRulePage } from '../engine/lint/rule-page.ts';

const page = fileURLToPath(new URL('../../docs/lint-rules.md', import.meta.url));

mkdirSync(fileURLToPath(new URL('../../docs', import.meta.url)), { recursive: true });
writeFileSync(page, writeRulePage());
console.log(`wrote ${page}`);
