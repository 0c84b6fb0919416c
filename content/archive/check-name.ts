import type { ArchiveFaultCode } from './archive-fault.ts';
import { archiveLimits } from './archive-limits.ts';

/** Names that Windows keeps for devices, whatever follows their first dot. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?: *\.|$)/i;
/** A short name that Windows gives a longer one: with it one file can reach another. */
const shortAlias = /^[^.]{1,6}~\d{1,6}(?:\.[^.]{0,3})?$/;
/** Controls, format characters (zero width, direction of writing), private and unpaired ones, fillers. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** What every file system takes: letters, digits and `nameSigns`; a name begins with one of the first or `_`. */
const plain = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.,@~+()=#'-]*$/u;

/**
 * What is wrong with the path of an entry, or null. The path is refused, never mended: a mended path
 * is another one than its author, a signature or a second program saw.
 *
 * @param path decoded, without the `/` at the end of a folder's
 */
export function findNameFault(path: string): ArchiveFaultCode | null {
  if (path === '') return 'name_empty';
  if (Buffer.byteLength(path) > archiveLimits.nameBytes) return 'name_too_long';
  if (unseen.test(path)) return 'name_control';
  if (path.includes('\\')) return 'name_backslash';
  if (path.startsWith('/')) return 'name_absolute';
  if (/^[A-Za-z]:/.test(path)) return 'name_drive';
  const names = path.split('/');
  if (names.some((name) => name === '..' || name === '.')) return 'name_leads_out';
  if (names.includes('')) return 'name_empty';
  if (names.length > archiveLimits.depth) return 'too_deep';
  if (names.some((name) => /[. ]$/.test(name))) return 'name_ending';
  if (names.some((name) => name.startsWith('.'))) return 'name_hidden';
  if (names.some((name) => reserved.test(name))) return 'name_reserved';
  if (names.some((name) => shortAlias.test(name))) return 'name_alias';
  if (path.normalize('NFC') !== path) return 'name_not_normal';
  if (names.some((name) => !plain.test(name))) return 'name_characters';
  return null;
}

/**
 * Paths that some file system holds equal have the same fold: letter case, and characters that look
 * alike by Unicode's own tables.
 */
function foldName(path: string): string {
  // Small letters first: a capital sharp s is its own capital, a small one is two letters.
  const small = path.normalize('NFKC').toLowerCase();
  return small.toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * Two entries that cannot both be written: equal names, or a file that is also somebody's folder.
 *
 * @param entries in the order of the archive
 */
export function findNameClash(
  entries: readonly { readonly name: string; readonly isFolder: boolean }[],
): { readonly code: 'name_duplicate' | 'name_clash'; readonly name: string } | null {
  const seen = new Map<string, boolean>();
  for (const { name, isFolder } of entries) {
    const fold = foldName(name);
    const before = seen.get(fold);
    if (before !== undefined) {
      return { code: before === isFolder ? 'name_duplicate' : 'name_clash', name };
    }
    seen.set(fold, isFolder);
  }
  // Folders that differ by letter case alone would become one.
  const spelt = new Map<string, string>();
  const passed = new Set<string>();
  for (const { name, isFolder } of entries) {
    const parts = name.split('/');
    for (let length = 1; length < parts.length + (isFolder ? 1 : 0); length += 1) {
      const folder = parts.slice(0, length).join('/');
      if (passed.has(folder)) continue;
      passed.add(folder);
      const fold = foldName(folder);
      if (seen.get(fold) === false) return { code: 'name_clash', name };
      if ((spelt.get(fold) ?? folder) !== folder) return { code: 'name_duplicate', name };
      spelt.set(fold, folder);
    }
  }
  return null;
}
