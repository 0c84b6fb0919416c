import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** An Electron and the app that was built for it. */
export interface BuiltApp {
  /** Path of the program. */
  readonly program: string;
  /** Folder of the app. */
  readonly folder: string;
}

export type FoundApp =
  | { readonly kind: 'found'; readonly app: BuiltApp }
  | { readonly kind: 'missing'; readonly what: string };

/** What the launcher got ready for this run, or which part of it is missing. */
export function findBuiltApp(
  env: Readonly<Record<string, string | undefined>> = process.env,
): FoundApp {
  const program = env['DRILLBOOK_ELECTRON'] ?? '';
  const folder = env['DRILLBOOK_ELECTRON_APP'] ?? '';
  if (program === '' || !existsSync(program)) {
    return { kind: 'missing', what: 'There is no Electron (DRILLBOOK_ELECTRON names none).' };
  }
  if (!existsSync(join(folder, 'package.json'))) {
    return { kind: 'missing', what: 'The app is not built (DRILLBOOK_ELECTRON_APP names no app).' };
  }
  return { kind: 'found', app: { program, folder } };
}

/** How an Electron is started on an app's folder and a profile. */
export function writeLaunchArguments(folder: string, profile: string): string[] {
  return [
    folder,
    `--user-data-dir=${profile}`,
    // Chromium refuses to sandbox when it runs as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
