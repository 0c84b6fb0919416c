// Writes docs/format.md from the schemas. After a change to one:
//   node content/cli/write-format-page.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeArchive } from '../archive/describe-archive.ts';
import { writeFormatPage } from '../engine/format/format-page.ts';

const page = fileURLToPath(new URL('../../docs/format.md', import.meta.url));
writeFileSync(page, writeFormatPage(describeArchive()));
console.log(`wrote ${page}`);
