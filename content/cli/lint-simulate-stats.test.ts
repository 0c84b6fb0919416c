import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { deadEnd } from '../engine/lint/rules/dead-end.ts';
import { unclosableDecision } from '../engine/lint/rules/unclosable-decision.ts';
import { changeSmallDrill } from '../engine/lint/examples/run-example.ts';
import { smallFiles, smallPack } from '../engine/lint/examples/small-drill.ts';
import { typeCommand } from './testing/type-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'drillbook-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => typeCommand(args, { cwd: folder });

/** Writes the small drill of the examples, changed, as a pack of its own. */
function writePack(name: string, changes: string): string {
  const pack = join(folder, name);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(pack, path)), { recursive: true });
    writeFileSync(join(pack, path), text);
  };
  write('pack.yaml', smallPack);
  write('drills/small/drill.yaml', stringify(changeSmallDrill(changes)));
  for (const [path, text] of Object.entries(smallFiles)) write(`drills/small/${path}`, text);
  return pack;
}

describe('drillbook lint', { timeout: 240_000 }, () => {
  it.each([deadEnd, unclosableDecision])(
    'writes a way to a fault of $name as a log that plays on and scores',
    async ({ name, bad }) => {
      const pack = writePack(name, bad);
      const ways = join(folder, `ways-${name}`);
      const { stdout, status } = await run('lint', pack, '--ways', ways, '--json');
      const { faults } = JSON.parse(stdout) as {
        faults: { code: string; log?: string; way?: { kind: string }[] }[];
      };
      expect(status).toBe(name === 'dead-end' ? 0 : 1);
      const fault = faults.find(({ code }) => code === name);
      const log = fault?.log ?? '';
      expect(readdirSync(ways)).toContain(log.slice(ways.length + 1));
      const scored = await run('score', log, '--pack', pack, '--json');
      expect(scored.stderr).toBe('');
      expect(JSON.parse(scored.stdout)).toMatchObject({ faults: [], drill: { slug: 'small' } });
      const played = await run('play', '--resume', log, '--pack', pack);
      expect(played.stderr).toBe('');
      expect(played.status).toBe(0);
      expect(played.stdout).toContain('Going on with');
      const said = await run('lint', pack, '--ways', ways);
      expect(said.stdout).toContain(`drillbook play --resume "${log}" --pack "${pack}"`);
    },
  );

  it('prints a rule, all of them, or says that there is none', async () => {
    const { stdout, status } = await run('lint', '--explain', 'dead-end');
    expect(status).toBe(0);
    expect(stdout).toContain(deadEnd.reason);
    expect(stdout).toContain('Bad:');
    expect((await run('lint', '--explain', 'all')).stdout.split('\n').length).toBeGreaterThan(60);
    const unknown = await run('lint', '--explain', 'dead-ends');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says how far it walked, and what it did not see', async () => {
    const pack = writePack('bounded', '{}');
    const whole = JSON.parse((await run('lint', pack, '--json')).stdout) as { walks: object[] };
    expect(whole.walks).toEqual([
      {
        drill: 'small',
        states: expect.any(Number) as number,
        exhaustive: true,
        left: 0,
        dives: 0,
        uncovered: [],
      },
    ]);
    const bounded = JSON.parse((await run('lint', pack, '--moments', '2', '--json')).stdout) as {
      walks: { exhaustive: boolean; left: number }[];
    };
    expect(bounded.walks[0]?.exhaustive).toBe(false);
    expect(bounded.walks[0]?.left).toBeGreaterThan(0);
    expect((await run('lint', pack, '--moments', 'many')).status).toBe(2);
  });
});

describe('drillbook simulate and stats', { timeout: 240_000 }, () => {
  it('tells what learners earn, the same by the same seed', async () => {
    const pack = writePack('simulated', '{}');
    const args = ['simulate', pack, '--runs', '3', '--seed', '4', '--json'];
    const first = await run(...args);
    const { drills } = JSON.parse(first.stdout) as {
      drills: { learners: { learner: string; decisions: { mean: number } }[] }[];
    };
    const expert = drills[0]?.learners.find(({ learner }) => learner === 'expert');
    expect(drills[0]?.learners).toHaveLength(8);
    expect(expert?.decisions.mean).toBeGreaterThan(0.9);
    expect((await run(...args)).stdout).toBe(first.stdout);
    const table = await run('simulate', join(pack, 'drills/small'), '--runs', '2');
    expect(table.stdout).toContain('expert');
    expect(table.stdout).toContain('options seen');
    expect((await run('simulate', pack, '--runs', '0')).status).toBe(2);
    expect((await run('simulate', join(folder, 'nothing'))).status).toBe(2);
  });

  it('counts a drill', async () => {
    const pack = writePack('counted', '{}');
    const { stdout, status } = await run('stats', pack, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      drills: 1,
      decisions: 1,
      options: 4,
      messages: 1,
      evidence: 2,
      minutes: 20,
      benignShare: 0,
      levels: { entry: 1, mid: 0, senior: 0 },
      bestAt: [1, 0, 0, 0, 0],
    });
    expect((await run('stats', pack)).stdout).toContain('1 decision with 4 options');
    expect((await run('stats', join(folder, 'nothing'))).status).toBe(2);
  });
});
