/**
 * The name of a file as it is shown: signs that are not seen but turn what stands around them round, or
 * break the line, are written out, since `harmless\u202Egpj.exe` looks like `harmlessexe.jpg`.
 */
export function writeFileName(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
