// Makes content/examples/my-pack anew by following docs/write-your-first-drill.md. After a change to
// the guide, to `drillbook new` or to the writers of evidence:
//   node content/cli/write-example.ts
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { followGuide } from './follow-guide.ts';

const example = fileURLToPath(new URL('../examples/my-pack', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'drillbook-guide-'));
try {
  for (const { command, status, stderr } of followGuide(folder)) {
    if (status !== 0) throw new Error(`drillbook ${command}: ${stderr}`);
  }
  rmSync(example, { recursive: true, force: true });
  cpSync(join(folder, 'my-pack'), example, {
    recursive: true,
    filter: (path) => !path.endsWith('.schema'),
  });
  console.log(`wrote ${example}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
