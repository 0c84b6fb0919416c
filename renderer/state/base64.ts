/** Bytes as they lie in a stored record, and back. */

export function writeBase64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: the arguments of a call have their limit.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}

/** Null for what is no base64. */
export function readBase64(text: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof text !== 'string') return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
