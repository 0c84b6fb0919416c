import type { ArchiveResult } from '../../archive/archive-fault.ts';
import type { OpenedArchive } from '../../archive/open-archive.ts';
import type { HeldThings } from './held-things.ts';

/** A pack that is sound: its archive and all that is in it. Its files stay with whoever checked them. */
export interface CheckedPack extends Omit<OpenedArchive, 'files'>, HeldThings {
  readonly title: string;
}

/** What the worker says that checks. It is given the bytes of one archive after the other. */
export type CheckAnswer =
  | { readonly kind: 'ready' }
  /** An archive was opened: the bytes of its files, unpacked. */
  | { readonly kind: 'opened'; readonly all: number; readonly yaml: number }
  | { readonly kind: 'checked'; readonly result: ArchiveResult<CheckedPack> };
