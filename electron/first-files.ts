import type { AppFile, AppFiles } from './app-files.ts';
import { readListedFile } from './listed-files.ts';

/** The bytes of a file of the page. @throws if it is not there, or is not the one that was listed */
export type ReadAppFile = (file: AppFile) => Promise<Uint8Array>;

/**
 * Begins to read what the page asks for first, while there is no page yet to ask. Each is handed out once,
 * so that none stays in memory; whatever is asked for later is read then.
 *
 * @param folder of the page
 */
export function readFirstFiles(folder: string, files: AppFiles): ReadAppFile {
  const read: ReadAppFile = (file) => readListedFile(folder, file);
  const first = new Set([...files.values()].filter((file) => file.first));
  const begun = new Map([...first].map((file) => [file, read(file)] as const));
  // Whoever asks for the file is told; nobody may.
  for (const one of begun.values()) one.catch(() => undefined);
  return (file) => {
    const one = begun.get(file);
    begun.delete(file);
    return one ?? read(file);
  };
}
