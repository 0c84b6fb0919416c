// What the main process of Electron 22 lacks: its language is Chromium 108's, its library Node 16's.
import files from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';

const missing: Readonly<Record<string, unknown>> = {
  structuredClone: (value: unknown): unknown => deserialize(serialize(value)),
};

for (const [name, value] of Object.entries(missing)) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: value });
}

/** What of `statfs` the app reads. This runtime is for Linux, which has `df`. */
async function statfs(path: string): Promise<{ readonly bavail: number; readonly bsize: number }> {
  // Loaded here, since each start would pay for what is asked once in a while.
  const [{ execFile }, { promisify }] = await Promise.all([
    import('node:child_process'),
    import('node:util'),
  ]);
  const { stdout } = await promisify(execFile)('df', ['-P', '-k', '--', path]);
  const [, , , available] = (stdout.trim().split('\n').at(-1) ?? '').split(/\s+/);
  return { bavail: Number(available), bsize: 1024 };
}

if (!('statfs' in files)) Object.assign(files, { statfs });
