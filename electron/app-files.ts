import { appHost, appOrigin, appScheme } from './app-origin.ts';
import { checkListedFile, type ListedFile } from './listed-files.ts';

/** What the build lists for the page; `type` is the content type it is served with. */
export interface AppFile extends ListedFile {
  readonly type: string;
}

/** Files by the exact path of their address; the empty path is the page itself. */
export type AppFiles = ReadonlyMap<string, AppFile>;

/** @throws if the list is not what the build writes */
export function readAppFiles(list: string): AppFiles {
  const entries: unknown = JSON.parse(list);
  if (!Array.isArray(entries)) throw new Error('The list of the app’s files is no list.');
  const files = new Map<string, AppFile>();
  for (const entry of entries as unknown[]) {
    const { type } = entry as Record<'type', unknown>;
    if (typeof type !== 'string') throw new Error('A listed file has no type.');
    const file = { ...checkListedFile(entry), type };
    files.set(`/${file.path}`, file);
    if (file.path === 'index.html') files.set('/', file);
  }
  return files;
}

/**
 * The file that an address stands for, or null. The address is looked up, never turned into a path:
 * nothing in it is decoded, joined or handed to the file system.
 */
export function findAppFile(files: AppFiles, address: string): AppFile | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const plain = `${appOrigin}${url.pathname}`;
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  if (address !== plain && address !== `${plain}${url.hash}`) return null;
  return files.get(url.pathname) ?? null;
}
