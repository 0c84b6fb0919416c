import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every library that a file of these folders imports, as it is written there, sorted. `svelte` itself is
 * left out: its plugin sees to it.
 */
export function findLibraries(root: string, folders: readonly string[]): string[] {
  const found = new Set<string>();
  for (const file of globSync(
    folders.map((folder) => `${folder}/**/*.{ts,svelte}`),
    { cwd: root },
  )) {
    if (file.endsWith('.test.ts') && !file.endsWith('.svelte.test.ts')) continue;
    for (const [, named, asked] of readFileSync(join(root, file), 'utf8').matchAll(
      importOfLibrary,
    )) {
      const name = named ?? asked;
      if (name !== undefined && !/^(?:svelte|vitest)(?:\/|$)/.test(name)) found.add(name);
    }
  }
  return [...found].sort();
}

/** Not `import type`, which leaves nothing behind. */
const importOfLibrary =
  /^\s*(?:import (?!type\b)(?:[^'\n]* from )?|\} from )'([@\w][^':]*)'|\bimport\('([@\w][^':]*)'\)/gm;
