import type { SafeState } from '../../electron/storage/storage-channels.ts';

/** Why the working copy was built anew, for the person. */
export function describeRebuild({ rebuild: reason }: SafeState): string {
  switch (reason) {
    case 'unclean':
      return 'Drillbook was not closed in order the last time. Everything that was saved is here: it was read anew from the safe copies.';
    case 'runtime':
      return 'Drillbook runs on another version of its runtime than the last time. Everything that was saved is here: it was read anew from the safe copies.';
    case null:
      return 'The working copy of your data was missing or damaged. Everything that was saved is here: it was read anew from the safe copies. What was left of the old one is in the data folder, under kept-aside.';
  }
}

/** What an audit says once it has put right what it found. */
export const workingCopyRestored =
  'A part of the working copy of your data was missing. It was restored from the safe copies, and nothing is lost. Start Drillbook again to see everything.';
export const safeCopiesRenewed =
  'The safe copies of your data were damaged and have been set aside. New ones were made from what you see here, and nothing is lost. An earlier import can no longer be undone.';
