import type { Fault } from '../engine/format/fault.ts';
import { refuseArchive, type ArchiveFault } from './archive-fault.ts';

/**
 * The first fault that reading or loading found, in one sentence.
 *
 * @param path the file, where no fault says more
 * @param otherwise the code for what is no matter of YAML or of a field's name
 */
export function refuseFault(
  path: string,
  faults: readonly Fault[],
  otherwise: 'yaml' | 'drill_invalid' | 'pack_invalid',
): { readonly ok: false; readonly fault: ArchiveFault } {
  const [fault] = faults;
  if (!fault) return refuseArchive(otherwise, path);
  const code =
    fault.code === 'forbidden-key'
      ? 'forbidden_key'
      : fault.code === 'yaml' || fault.code.startsWith('yaml-')
        ? 'yaml'
        : otherwise;
  // What is wrong with the place of a file is no matter of a line, and is mended there.
  const told =
    fault.code === 'wrong-place' && fault.path === ''
      ? `${fault.message} ${fault.remedy}`
      : `line ${fault.line}, ${fault.message}`;
  return refuseArchive(code, path, told.replace(/\.$/, ''));
}
