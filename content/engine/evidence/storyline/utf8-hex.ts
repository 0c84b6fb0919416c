/** The bytes of a text in UTF-8, each as two hexadecimal figures in capitals. */
export function listBytes(text: string): readonly string[] {
  const bytes: string[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code.toString(16).toUpperCase().padStart(2, '0'));
    // Half of a pair has no bytes: it becomes U+FFFD.
    else if (/\p{Cs}/u.test(character)) bytes.push('EF', 'BF', 'BD');
    else bytes.push(...encodeURIComponent(character).slice(1).split('%'));
  }
  return bytes;
}
