/** The records of a zip archive (PKWARE APPNOTE 6.3), as numbers stand in them. Nothing is judged here. */
export const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x07064b50,
  descriptor: 0x08074b50,
} as const;

export const recordSizes = { local: 30, central: 46, end: 22, end64: 20 } as const;

/** What a file's own header and its entry in the directory both say. */
export interface SharedFields {
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly day: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

export interface CentralRecord extends SharedFields {
  readonly madeBy: number;
  readonly disk: number;
  readonly internal: number;
  readonly external: number;
  /** Where the file's own header begins. */
  readonly offset: number;
  readonly nameBytes: Uint8Array;
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  /** Where the next record begins. */
  readonly next: number;
}

export interface LocalRecord extends SharedFields {
  readonly nameBytes: Uint8Array;
  readonly extra: Uint8Array;
  /** Where the packed bytes begin. */
  readonly dataStart: number;
}

export interface EndRecord {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly entriesHere: number;
  readonly entries: number;
  readonly directorySize: number;
  readonly directoryStart: number;
  readonly commentLength: number;
}

export function viewBytes(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readShared(view: DataView, at: number): SharedFields {
  return {
    needed: view.getUint16(at, true),
    flags: view.getUint16(at + 2, true),
    method: view.getUint16(at + 4, true),
    time: view.getUint16(at + 6, true),
    day: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 10, true),
    packedSize: view.getUint32(at + 14, true),
    size: view.getUint32(at + 18, true),
  };
}

/** The record at a place, or null if it is none or reaches beyond `limit`. */
export function readCentral(bytes: Uint8Array, at: number, limit: number): CentralRecord | null {
  const view = viewBytes(bytes);
  if (at + recordSizes.central > limit || view.getUint32(at, true) !== signatures.central)
    return null;
  const nameEnd = at + recordSizes.central + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const commentLength = view.getUint16(at + 32, true);
  if (extraEnd + commentLength > limit) return null;
  return {
    ...readShared(view, at + 6),
    madeBy: view.getUint16(at + 4, true),
    disk: view.getUint16(at + 34, true),
    internal: view.getUint16(at + 36, true),
    external: view.getUint32(at + 38, true),
    offset: view.getUint32(at + 42, true),
    nameBytes: bytes.subarray(at + recordSizes.central, nameEnd),
    extra: bytes.subarray(nameEnd, extraEnd),
    comment: bytes.subarray(extraEnd, extraEnd + commentLength),
    next: extraEnd + commentLength,
  };
}

/** The record at a place, or null if it is none or reaches beyond `limit`. */
export function readLocal(bytes: Uint8Array, at: number, limit: number): LocalRecord | null {
  const view = viewBytes(bytes);
  if (at + recordSizes.local > limit || view.getUint32(at, true) !== signatures.local) return null;
  const nameEnd = at + recordSizes.local + view.getUint16(at + 26, true);
  const dataStart = nameEnd + view.getUint16(at + 28, true);
  if (dataStart > limit) return null;
  return {
    ...readShared(view, at + 4),
    nameBytes: bytes.subarray(at + recordSizes.local, nameEnd),
    extra: bytes.subarray(nameEnd, dataStart),
    dataStart,
  };
}

/** @param at where its signature stands, at least 22 bytes before the end */
export function readEnd(bytes: Uint8Array, at: number): EndRecord {
  const view = viewBytes(bytes);
  return {
    disk: view.getUint16(at + 4, true),
    directoryDisk: view.getUint16(at + 6, true),
    entriesHere: view.getUint16(at + 8, true),
    entries: view.getUint16(at + 10, true),
    directorySize: view.getUint32(at + 12, true),
    directoryStart: view.getUint32(at + 16, true),
    commentLength: view.getUint16(at + 20, true),
  };
}

export interface ExtraField {
  readonly id: number;
  readonly data: DataView;
}

/** The extra fields, or null if they do not fill their place exactly. */
export function readExtraFields(extra: Uint8Array): readonly ExtraField[] | null {
  const view = viewBytes(extra);
  const fields: ExtraField[] = [];
  let at = 0;
  while (at < extra.length) {
    if (at + 4 > extra.length) return null;
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) return null;
    fields.push({ id: view.getUint16(at, true), data: viewBytes(extra.subarray(at + 4, end)) });
    at = end;
  }
  return fields;
}
