/** A kind of file that holds no text to read, by the bytes it begins with. */
interface BinaryKind {
  readonly bytes: string;
  /** Where they stand. */
  readonly at?: number;
  /** What it is, after "the file". */
  readonly what: string;
  /** How it comes to be one that can be read. */
  readonly next: string;
}

const packed = 'is packed in a way that is not read here';
const unpack = 'Unpack it and open the logs that it holds.';
const program = {
  what: 'is a program and no log',
  next: 'Open what it wrote: logs, tables, mail or pictures.',
};
const capture = {
  what: 'is a packet capture',
  next: 'Export what you need of it as CSV or JSON, in Wireshark for one, and open that.',
};

/** Bytes as letters of Latin-1. Those that letters alone begin with are as long as tells them from text. */
const kinds: readonly BinaryKind[] = [
  {
    bytes: 'ElfFile\0',
    what: 'is a Windows event log in its binary form (.evtx)',
    next: 'Save it as XML in Event Viewer and open that.',
  },
  {
    bytes: 'LPKSHHRH',
    what: 'is a journal of systemd in its binary form',
    next: 'Export it with “journalctl --file NAME -o json” and open that.',
  },
  { bytes: '\xd4\xc3\xb2\xa1', ...capture },
  { bytes: '\xa1\xb2\xc3\xd4', ...capture },
  { bytes: '\x4d\x3c\xb2\xa1', ...capture },
  { bytes: '\x4d\x3c\x2b\x1a', at: 8, ...capture },
  { bytes: '\x1a\x2b\x3c\x4d', at: 8, ...capture },
  {
    bytes: 'PK\x03\x04',
    what: 'is a ZIP archive, as Excel and Word files are too',
    next: 'Unpack it and open the logs that it holds; save a sheet of Excel as CSV.',
  },
  { bytes: 'PK\x05\x06', what: 'is an empty ZIP archive', next: 'Choose another file.' },
  { bytes: 'ustar\0', at: 257, what: 'is a tar archive', next: unpack },
  { bytes: 'ustar  \0', at: 257, what: 'is a tar archive', next: unpack },
  { bytes: '\x1f\x8b', what: 'is packed twice', next: unpack },
  { bytes: '\x28\xb5\x2f\xfd', what: packed, next: unpack },
  { bytes: '\xfd7zXZ\0', what: packed, next: unpack },
  { bytes: '7z\xbc\xaf\x27\x1c', what: packed, next: unpack },
  { bytes: 'Rar!\x1a\x07', what: packed, next: unpack },
  // Behind the three letters of bzip2 and its level.
  { bytes: '1AY&SY', at: 4, what: packed, next: unpack },
  {
    bytes: 'SQLite format 3\0',
    what: 'is a SQLite database',
    next: 'Export its tables as CSV and open those.',
  },
  {
    bytes: 'PAR1\x15',
    what: 'is a Parquet table',
    next: 'Turn it into CSV or JSON lines and open that.',
  },
  {
    bytes: '%PDF-',
    what: 'is a PDF document',
    next: 'Copy the text you need out of it into a text file.',
  },
  {
    bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    what: 'is an Office file of the older kind, or a message of Outlook (.msg)',
    next: 'Save it as CSV, as text or as mail (.eml) and open that.',
  },
  { bytes: 'MZ\x90\0', ...program },
  { bytes: '\x7fELF', ...program },
  { bytes: '\xcf\xfa\xed\xfe', ...program },
];

/**
 * What a file is that no reader of text can read, by its first bytes, whatever its name, and what can be
 * opened in its stead; null where it begins like none of these.
 */
export function detectBinary(
  bytes: Uint8Array,
): { readonly what: string; readonly next: string } | null {
  return (
    kinds.find(({ bytes: wanted, at = 0 }) =>
      Array.from(wanted).every((letter, index) => bytes[at + index] === letter.charCodeAt(0)),
    ) ?? null
  );
}

/** Start of a heading, bell, backspace, tab, the ends of lines and pages, escape. */
const inTexts: ReadonlySet<number> = new Set([1, 7, 8, 9, 10, 11, 12, 13, 27]);
/** More of a text than this share of its bytes are no control characters. */
const mostControls = 0.05;

/**
 * Whether the beginning of a file is text in UTF-8 or in an encoding of one byte a letter. Logs hold some
 * control characters (colours, form feeds, what keeps the fields of FIX apart), and a log whose disk went
 * down holds zeros in a row: they count once.
 */
export function isText(bytes: Uint8Array): boolean {
  let controls = 0;
  let length = 0;
  let before = -1;
  for (const byte of bytes) {
    if (byte === 0 && before === 0) continue;
    before = byte;
    length += 1;
    if ((byte < 0x20 && !inTexts.has(byte)) || byte === 0x7f) controls += 1;
  }
  return controls <= length * mostControls;
}
