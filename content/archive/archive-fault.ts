import { fileEndings, nameSigns, namesWithoutEnding } from './archive-limits.ts';

/** What to do next, by what kind of fault it is. */
const advice = {
  damaged: 'Get the file again from whoever sent it.',
  foreign: 'Ask whoever sent it for a file made with Drillbook (drillbook pack).',
  hostile: 'Do not use this file, and tell whoever sent it.',
  oversized:
    'If you trust whoever made it, ask for it packed by drillbook pack, or zipped without zip64 (zip: without -fz).',
  large: 'Ask its author to make it smaller, or to split it.',
  named: 'Its author has to rename it and pack again.',
  kind: 'Ask its author to leave it out or, if it is text, to end its name with one of these (session.har.json). If it is a program, do not use this pack.',
  hidden: 'Ask whoever sent it for a file made with drillbook pack, which leaves such files out.',
  utf8: 'Its author has to save it in UTF-8 and pack again.',
  path: 'Give the path of a file that you may read.',
  folder: 'To make a pack file of it, use drillbook pack.',
  content: 'Its author has to mend it and pack again.',
  update: 'Update Drillbook, or ask for an older file.',
  key: 'Ask the author, in person or by telephone, which key is theirs.',
} as const;

type Advice = keyof typeof advice;

const kinds = [...fileEndings.map((ending) => `.${ending}`), ...namesWithoutEnding];
// By hand: an Intl.ListFormat costs each start of the app seven milliseconds.
const endings = `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1) ?? ''}`;

// A dot before a space would read as the end of a sentence.
const otherSigns = nameSigns.replace(/[.,]/g, '').split('').join(' ');

/** Why an archive is refused, each with what happened, the kind of advice, and perhaps what is allowed. */
const faults = {
  // The file as a whole.
  not_a_zip: ['This is no zip archive', 'foreign'],
  empty: ['The archive is empty', 'damaged'],
  cut_short: ['The archive ends in the middle', 'damaged'],
  damaged_directory: ['The list of files in the archive is damaged', 'damaged'],
  misplaced_directory: [
    'The list of files is not where the archive says: something was put before, between or behind',
    'hostile',
  ],
  prepended_data: ['Something stands before the first file of the archive', 'hostile'],
  trailing_data: ['Something stands behind the end of the archive', 'hostile'],
  comment: [
    'The archive carries a comment that is no plain text: a second archive can hide in it',
    'hostile',
  ],
  split: ['The archive is one part of several', 'foreign'],
  zip64: ['The archive is written for sizes that no pack has (zip64)', 'oversized'],
  unreadable: ['The archive cannot be read', 'damaged'],
  cannot_read: ['The file is not there, or access to it is denied', 'path'],
  is_folder: ['This is a folder, not a file', 'folder'],
  not_a_file: ['This is a pipe or a device, not a file', 'path'],
  too_much_memory: ['It took more memory to read than any sound file does', 'hostile'],
  too_slow: ['It took longer to read than any sound file does', 'hostile'],
  // Limits, before work.
  archive_too_large: ['The archive is larger than 64 MB', 'large'],
  too_many_files: ['There are more than 2,000 files in the archive', 'large'],
  file_too_large: ['A file in the archive is larger than 20 MB', 'large'],
  total_too_large: ['The files in the archive are together larger than 128 MB', 'large'],
  too_much_yaml: ['The YAML files in the archive are together larger than 4 MB', 'large'],
  ratio: ['A file would grow more than 200 times when it is unpacked', 'hostile'],
  too_deep: ['A file lies more than six folders deep', 'named'],
  // Entries.
  not_regular: [
    'There is something other than plain files: a link, a device, special rights',
    'hostile',
  ],
  file_type: ['There is a kind of file that no pack holds', 'kind', `packs hold ${endings}`],
  file_parsed: ['A file has a name that is kept for what Drillbook itself leaves', 'hostile'],
  encrypted: ['A file in the archive is encrypted', 'foreign'],
  unknown_method: ['A file is packed in a way that Drillbook does not read', 'foreign'],
  unknown_flag: ['A file is packed with a feature that Drillbook does not read', 'foreign'],
  extra_field: [
    'A file carries hidden notes, which can change its name, its size or its rights',
    'hostile',
  ],
  overlap: ['Two files in the archive share the same bytes', 'hostile'],
  gap: ['There are bytes in the archive that belong to no file', 'hostile'],
  header_mismatch: ['The archive says two different things about a file', 'hostile'],
  descriptor_mismatch: ['What stands behind a file does not fit it', 'hostile'],
  damaged_file: ['A file in the archive is damaged', 'damaged'],
  size_mismatch: ['A file is not as long as the archive says', 'hostile'],
  hidden_data: ['Bytes are hidden behind the end of a packed file', 'hostile'],
  checksum: ['A file does not fit its checksum', 'damaged'],
  // Names.
  name_empty: ['A file has an empty name', 'hostile'],
  name_too_long: ['A name is longer than 200 bytes', 'named'],
  name_not_utf8: ['A name is not written in UTF-8, so programs read it differently', 'foreign'],
  name_unmarked: [
    'A name has letters beyond ASCII and is not marked as UTF-8, so programs read it differently',
    'foreign',
  ],
  name_absolute: ['A name leads to a fixed place on the disk', 'hostile'],
  name_leads_out: ['A name leads out of the folder', 'hostile'],
  name_backslash: ['A name has a backslash', 'hostile'],
  name_drive: ['A name begins with a drive letter', 'hostile'],
  name_control: ['A name has characters that cannot be seen', 'hostile'],
  name_hidden: [
    'A name begins with a dot, as those of files that a system or an editor keeps for itself do',
    'hidden',
  ],
  name_characters: [
    'A name has other characters than packs allow',
    'named',
    `letters, digits, spaces, dots, commas and ${otherSigns}, and first a letter, a digit or _`,
  ],
  name_ending: ['A name ends with a dot or a space', 'named'],
  name_reserved: ['A name is reserved on Windows', 'named'],
  name_alias: [
    'A name looks like a short one by which Windows knows another file: a tilde and figures end it',
    'named',
  ],
  name_not_normal: ['A name has two spellings in Unicode (it is not NFC)', 'named'],
  name_duplicate: [
    'Two files have the same name, or names that some systems hold equal',
    'hostile',
  ],
  name_clash: ['The same name is a file and a folder', 'hostile'],
  // The manifest.
  manifest_missing: ['The list of its files, manifest.json, is missing', 'foreign'],
  manifest_invalid: [
    'The list of its files, manifest.json, is not as Drillbook writes it',
    'hostile',
  ],
  newer_format: ['The file was made by a newer Drillbook', 'update'],
  wrong_kind: ['The file holds something else than was asked for', 'foreign'],
  file_missing: ['A file that the manifest lists is not there', 'hostile'],
  file_extra: ['There is a file that the manifest does not list', 'hostile'],
  file_changed: ['A file is not the one that the manifest lists', 'hostile'],
  repacked: [
    'The file was packed again by another program, so it is not what its author made',
    'foreign',
  ],
  pack_mismatch: ['The manifest names another pack or version than pack.yaml', 'hostile'],
  // The signature.
  signature_invalid: ['The signature, signature.json, is not as Drillbook writes it', 'hostile'],
  signature_broken: [
    'The signature does not fit: the file was changed after it was signed',
    'hostile',
  ],
  signature_weak: [
    'The signature was made to fit many files, so it proves nothing about who made this one',
    'hostile',
  ],
  unsigned: ['The file is not signed, so nothing tells who made it', 'key'],
  other_key: ['The file is signed, but with another key than the one that was expected', 'key'],
  // What is in the files.
  content_type: ['A file is not what its name says', 'hostile'],
  not_utf8: ['A text is not written in UTF-8', 'utf8'],
  yaml: ['A YAML file is refused', 'content'],
  json: ['A JSON file is refused', 'content'],
  forbidden_key: ['A file names a field that could change the program', 'hostile'],
  markdown_too_long: ['A Markdown text is longer than 32 kB', 'content'],
  markdown_too_costly: [
    'A Markdown text is nested or written so that it cannot be laid out',
    'content',
  ],
  pack_invalid: ['The pack does not load', 'content'],
  drill_invalid: ['A drill of the pack does not load', 'content'],
} as const satisfies Record<string, readonly [what: string, advice: Advice, allowed?: string]>;

export type ArchiveFaultCode = keyof typeof faults;

/** Every code, for tests and for whoever lists them. */
export const archiveFaultCodes = Object.keys(faults) as readonly ArchiveFaultCode[];

export interface ArchiveFault {
  readonly code: ArchiveFaultCode;
  /** What happened, what is safe, what to do next: for people. */
  readonly message: string;
  /** The file inside the archive, as it was written there; null for the archive as a whole. */
  readonly file: string | null;
}

export type ArchiveResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ArchiveFault };

/**
 * @param file the file inside the archive, if it is about one
 * @param detail what else is known, in a few words without a full stop
 */
export function refuseArchive(
  code: ArchiveFaultCode,
  file: string | null = null,
  detail = '',
): { readonly ok: false; readonly fault: ArchiveFault } {
  const [what, kind, allowed = '']: readonly [string, Advice, string?] = faults[code];
  const where = file === null ? '' : ` (${showName(file)})`;
  const more = [detail, allowed].map((text) => (text === '' ? '' : `: ${text}`)).join('');
  const message = `${what}${where}${more}. Nothing was unpacked, and nothing of yours has changed. ${advice[kind]}`;
  return { ok: false, fault: { code, message, file } };
}

/** A name from outside as it may stand in a sentence: short, and without what steers a terminal. */
function showName(name: string): string {
  const clean = name.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '\u{fffd}');
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean;
}
