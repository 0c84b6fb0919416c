import { isAbsolute, normalize } from 'node:path';
import { handedOverKinds, type HandedOverFile } from './ipc.ts';

const dataFolderSwitch = '--user-data-dir=';

/**
 * Another data folder, as an absolute path. This and the path of one file are all that Drillbook reads
 * from its command line: whoever opens a file "with" an app chooses its arguments.
 *
 * @param argv with the executable at index 0
 */
export function readDataFolder(argv: readonly string[]): string | null {
  const found = argv.slice(1).filter((argument) => argument.startsWith(dataFolderSwitch));
  const path = found[0]?.slice(dataFolderSwitch.length) ?? '';
  return found.length === 1 && isLocalPath(path) ? normalize(path) : null;
}

/**
 * The file that a file manager opens the app with: exactly one absolute path that ends as a pack, a
 * packet or a review does. It is only looked at; no pack is installed without the person's word.
 *
 * @param argv with the executable at index 0
 */
export function readHandedOverPath(argv: readonly string[]): string | null {
  const found = argv.slice(1).filter((argument) => readHandedOverKind(argument) !== null);
  const [path = ''] = found;
  return found.length === 1 && isLocalPath(path) ? normalize(path) : null;
}

/** What a file is, by its name alone; null for what is none of ours. */
export function readHandedOverKind(path: string): HandedOverFile['kind'] | null {
  const ending = /\.([a-z]{1,20})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const known: Readonly<Record<string, HandedOverFile['kind']>> = handedOverKinds;
  return Object.hasOwn(known, ending) ? (known[ending] ?? null) : null;
}

function isLocalPath(path: string): boolean {
  if (path.length > 1000 || /\p{Cc}/u.test(path)) return false;
  // A network share would carry the data off the machine, or a stranger's file onto it.
  return isAbsolute(path) && !path.startsWith('\\\\') && !path.startsWith('//');
}

/**
 * Switches that take a guard off the page. An installed app drops them: a shortcut or a file type can
 * carry them without the person's knowledge.
 */
export const unwelcomeSwitches = [
  'allow-file-access-from-files',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'app-shell-host-window-size',
  'auto-open-devtools-for-tabs',
  'disable-features',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-blink-features',
  'enable-features',
  'explicitly-allowed-ports',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'js-flags',
  'load-extension',
  'log-net-log',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'unsafely-treat-insecure-origin-as-secure',
  'utility-cmd-prefix',
] as const;
