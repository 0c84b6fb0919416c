import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { expect, it } from 'vitest';
import { buildApp } from './launcher/built-app.ts';

/** SHA-256 of the archive of an app that was built anew. */
async function buildAndHash(scratch: string): Promise<string> {
  rmSync(join(import.meta.dirname, '../dist/official.stamp'), { force: true });
  const archive = join(scratch, 'app.asar');
  await createPackage(await buildApp('official'), archive);
  return createHash('sha256').update(readFileSync(archive)).digest('hex');
}

it('two builds of the same files are the same archive', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'drillbook-two-builds-'));
  try {
    const hashes = [await buildAndHash(scratch), await buildAndHash(scratch)];
    console.log(
      `figure: builds 2 of the same files, ${new Set(hashes).size} distinct hash of the archive`,
    );
    expect(hashes[0]).toBe(hashes[1]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});
