import type { Signer } from '../../../content/engine/packet/packet-records.ts';

/** Who signed a file, as plainly as it is known. */
export function writeSigner(signer: Signer): string {
  if (signer === null) return 'Not signed: nothing tells who wrote it.';
  const { author, pinnedAs } = signer;
  return pinnedAs === null
    ? `Signed by somebody who calls themselves “${author}”. You have not named this key.`
    : `Signed with the key that you know as ${pinnedAs}.`;
}

/** What somebody calls themselves, for a sentence. */
export function writeName(name: string, otherwise: string): string {
  return name.trim() === '' ? otherwise : name;
}
