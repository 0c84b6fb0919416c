/** Packages that may run a script of their own when they are installed. None has to, so none may. */
export const mayRunScripts: readonly string[] = [];

/** An entry of package-lock.json, as far as it is looked at. */
interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface LockFile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/**
 * What is wrong with a lock file, a line each: a package without a SHA-512 of what is fetched, one that
 * names an address of its own (the registry is npm's setting, `omit-lockfile-registry-resolved`), or
 * one that would run a script and is not on the list.
 */
export function findLockFaults(
  { lockfileVersion, packages }: LockFile,
  allowed: readonly string[] = mayRunScripts,
): readonly string[] {
  const faults = lockfileVersion === 3 ? [] : [`lockfileVersion ${lockfileVersion}, not 3`];
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.replace(/^.*node_modules\//, '');
    if (!/^sha512-[\w+/]{86}==$/.test(entry.integrity ?? '')) faults.push(`${path}: no SHA-512`);
    if (entry.resolved !== undefined || entry.link) faults.push(`${path}: an address of its own`);
    if (entry.hasInstallScript && !allowed.includes(name)) {
      faults.push(`${path}: runs a script when it is installed`);
    }
  }
  return faults;
}
