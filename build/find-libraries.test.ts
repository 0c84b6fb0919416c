import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findLibraries } from './find-libraries.ts';

test('Libraries are found however they are imported, and nothing else is', () => {
  const root = mkdtempSync(join(tmpdir(), 'drillbook-libraries-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'app/deep'), { recursive: true });
  writeFileSync(
    join(root, 'app/one.ts'),
    "import { a } from 'plain';\nimport type { T } from 'types-only';\nimport 'effect';\nimport {\n  b,\n} from 'several/lines';\nimport { c } from './own.ts';\nimport { readFileSync } from 'node:fs';\nconst later = await import('later');\n",
  );
  writeFileSync(
    join(root, 'app/deep/Part.svelte'),
    "<script>\n  import Icon from '@scope/icons/x';\n  import { onMount } from 'svelte';\n</script>\n",
  );
  writeFileSync(join(root, 'app/one.test.ts'), "import fc from 'for-tests-in-node';\n");
  expect(findLibraries(root, ['app'])).toEqual([
    '@scope/icons/x',
    'effect',
    'later',
    'plain',
    'several/lines',
  ]);
});
