import type { OfferedPack, PackLook, PackSigner } from '../../state/packs.svelte.ts';

/** Who signed, as far as it is known: a name counts for as much as its key does. */
export function writeSigner(signer: PackSigner | null): string {
  if (signer === null) return 'Not signed: nothing proves who made it';
  if (signer.pinnedAs !== null) return `Signed by ${signer.pinnedAs}, whose key you know`;
  return `Signed by somebody who calls themselves “${signer.author}”; you have not confirmed this key`;
}

/** What installing would come to. */
export function writeStanding({ standing, version, installed }: OfferedPack): string {
  switch (standing) {
    case 'new':
      return `New: version ${version} is not installed yet.`;
    case 'same':
      return `The same file is installed already.`;
    case 'update':
      return `An update: ${installed?.version ?? ''} is installed, this is ${version}.`;
    case 'older':
      return `Older than what is installed: ${installed?.version ?? ''} would go back to ${version}.`;
    case 'edited':
      return `The same version with other content: it is kept as local edits of ${version}, and its author’s files stay at hand.`;
    case 'bundled':
      return 'A pack with this id comes with Drillbook.';
  }
}

export function countWords(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
}

/** Where to find what a pack brings; nothing is said of a pack that was not looked through. */
export function writePlaces(look: PackLook | null): string {
  if (look === null) return '';
  return [
    look.drills.length > 0 ? 'Its drills stand in Drills.' : '',
    look.questions > 0 ? 'Its questions stand in Stories, under Practice.' : '',
    look.exercises.length > 0
      ? 'Its exercises are played in the terminal: how is said under Contents.'
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What is switched on and off with a pack. Drills are what most packs bring. */
export function nameShown(look: PackLook | null): 'drills' | 'questions' | 'contents' {
  if (look === null || look.drills.length > 0) return 'drills';
  return look.questions > 0 ? 'questions' : 'contents';
}
