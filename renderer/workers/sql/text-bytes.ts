/** Bytes in another encoding as UTF-8; what is half a letter becomes U+FFFD, and lines stay the lines they were. */
class Transcoding {
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();

  constructor(label: 'utf-16le' | 'utf-16be' | 'windows-1252') {
    this.#decoder = new TextDecoder(label);
  }

  write(bytes: Uint8Array): Uint8Array {
    return this.#encoder.encode(this.#decoder.decode(bytes, { stream: true }));
  }
  end(): Uint8Array {
    return this.#encoder.encode(this.#decoder.decode());
  }
}

/** Whether a file says by the mark at its start that it is UTF-16, as Windows exports are. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/**
 * The bytes of a text, piece by piece, as UTF-8. Those of UTF-16 have its mark. Until a piece holds more
 * than ASCII all encodings are the same; where the first that does has more bytes that are not UTF-8
 * than letters that are, the text is taken for Windows-1252.
 */
export class TextBytes {
  #other: Transcoding | null = null;
  #isBegun = false;
  #isUtf8 = false;
  #isWindows = false;
  #lost = 0;
  readonly #looking = new TextDecoder();

  write(bytes: Uint8Array): Uint8Array {
    if (!this.#isBegun && isUtf16(bytes)) {
      this.#other = new Transcoding(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be');
    }
    this.#isBegun = true;
    if (this.#other) return this.#other.write(bytes);
    const text = this.#looking.decode(bytes, { stream: true });
    if (!text.includes('\uFFFD')) {
      this.#isUtf8 ||= text.length !== bytes.length;
      return bytes;
    }
    const lost = countLost(text, bytes);
    if (!this.#isUtf8 && lost > countLetters(text)) {
      this.#isWindows = true;
      this.#other = new Transcoding('windows-1252');
      return this.#other.write(bytes);
    }
    this.#isUtf8 = true;
    this.#lost += lost;
    return bytes;
  }

  /** What is left. */
  end(): Uint8Array {
    if (this.#other) return this.#other.end();
    this.#lost += this.#looking.decode().length;
    return new Uint8Array(0);
  }

  /** What a person has to know of how it was read, in sentences; null: nothing. */
  get note(): string | null {
    if (this.#isWindows) {
      return 'It is no UTF-8 and was read as Windows-1252, as older programs of Windows write. If letters look wrong, save it as UTF-8 and open that. The file is unchanged.';
    }
    if (this.#lost === 0) return null;
    const [count, stand] =
      this.#lost === 1
        ? ['1 character', 'stands']
        : [`${this.#lost.toLocaleString('en-GB')} characters`, 'stand'];
    return `${count} could not be read as UTF-8 and ${stand} as \uFFFD. Save it as UTF-8 where it was made to see ${this.#lost === 1 ? 'it' : 'them'}. The file is unchanged.`;
  }
}

/** What is no UTF-8, without the signs U+FFFD that stand in the bytes themselves. */
function countLost(text: string, bytes: Uint8Array): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count += 1;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count -= 1;
  }
  return Math.max(0, count);
}

/** What is more than ASCII, and was read. */
function countLetters(text: string): number {
  return text.match(/[^\0-\x7f\uFFFD]/gu)?.length ?? 0;
}
