import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './launcher/root.ts';
import { findLockFaults, mayRunScripts, type LockFile } from './lock-file.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock = read('package-lock.json') as LockFile;
const integrity = `sha512-${'A'.repeat(86)}==`;
const aLock = (entry: object): LockFile => ({
  lockfileVersion: 3,
  packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity, ...entry } },
});

describe('the lock file', () => {
  it('has a hash and no address for every package, and none that runs a script', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
    expect(findLockFaults(lock)).toEqual([]);
  });

  it.each([
    [{ integrity: undefined }, 'no SHA-512'],
    [{ integrity: 'sha1-AAAA' }, 'no SHA-512'],
    [{ resolved: 'https://registry.example/a.tgz' }, 'an address of its own'],
    [{ resolved: 'git+ssh://git@code.example/a.git#1' }, 'an address of its own'],
    [{ link: true }, 'an address of its own'],
    [{ hasInstallScript: true }, 'runs a script'],
  ])('is refused for %o', (entry, fault) => {
    expect(findLockFaults(aLock(entry))).toEqual([expect.stringContaining(fault)]);
    expect(findLockFaults(aLock({}))).toEqual([]);
    expect(findLockFaults(aLock({ hasInstallScript: true }), ['a'])).toEqual([]);
  });

  it('lets npm add no addresses to it', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(
      /^omit-lockfile-registry-resolved=true$/m,
    );
  });

  it('tells the truth of the scripts of what is installed', () => {
    const run: string[] = [];
    const paths = readdirSync(join(root, 'node_modules'), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap(({ name }) =>
        name.startsWith('@')
          ? readdirSync(join(root, 'node_modules', name)).map((one) => `${name}/${one}`)
          : [name],
      );
    expect(paths.length).toBeGreaterThan(200);
    for (const name of paths) {
      const { scripts = {} } = read(`node_modules/${name}/package.json`) as {
        scripts?: Readonly<Record<string, string>>;
      };
      if (['preinstall', 'install', 'postinstall'].some((one) => scripts[one])) run.push(name);
    }
    expect(run.filter((name) => !mayRunScripts.includes(name))).toEqual([]);
  });
});
