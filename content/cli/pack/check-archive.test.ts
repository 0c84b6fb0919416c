import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildZip } from '../../archive/testing/build-zip.ts';
import { soundTexts } from '../../archive/testing/sound-pack.ts';
import { PackChecker } from './check-archive.ts';
import { allowForYaml } from './honest-yaml.ts';

it('ends what takes too long, says so, and writes nothing', async () => {
  const home = mkdtempSync(join(tmpdir(), 'drillbook-check-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const path = join(home, 'a.drillpack');
  // Sound, but with enough to read that it is still at it when the time is up.
  const notes = Array.from({ length: 8 }, (_, index) => ({
    name: `drills/a-key/evidence/n${index}.yaml`,
    data: Array.from({ length: 400 }, (_, line) => `- { id: n${line}, text: Some words }`).join(
      '\n',
    ),
  }));
  const sound = Object.entries(soundTexts).map(([name, data]) => ({ name, data }));
  writeFileSync(path, buildZip([...sound, ...notes]));
  const hasty = new PackChecker(10);
  expect(await hasty.check(path)).toMatchObject({ ok: false, fault: { code: 'too_slow' } });
  await hasty.end();
  const patient = new PackChecker();
  expect(await patient.check(path)).toMatchObject({ ok: true });
  await patient.end();
  expect(readdirSync(home)).toEqual(['a.drillpack']);
});

it('waits longer for much YAML on a slow machine, and no longer for bytes that only fill', () => {
  const here = 0.001;
  expect(allowForYaml(1_500, 4_000_000, here)).toBe(1_500);
  expect(allowForYaml(1_500, 300_000, here)).toBe(1_500);
  // Ten times as slow: longer, as soon as there is as much to read, and then no more for more bytes.
  expect(allowForYaml(1_500, 500_000, 10 * here)).toBe(7_500);
  expect(allowForYaml(1_500, 4_000_000, 10 * here)).toBe(11_000);
  expect(allowForYaml(1_500, 1_000_000, 10 * here)).toBe(11_000);
});
