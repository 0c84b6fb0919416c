import type { OfferedPack, PackSigner } from '../../state/packs.svelte.ts';

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
