import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../crc32.ts';
import type { SharedFields } from '../zip-records.ts';

/** An entry of a zip in which every field can lie. Without more it is an honest, deflated file. */
export interface Piece {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  /** Instead of what `data` packs into. */
  readonly packed?: Uint8Array;
  /** What both headers say. */
  readonly both?: Partial<SharedFields>;
  /** What the file's own header says. */
  readonly local?: Partial<SharedFields> & { readonly name?: string };
  /** What the directory says. */
  readonly central?: Partial<SharedFields> & {
    readonly offset?: number;
    readonly external?: number;
    readonly disk?: number;
    readonly madeBy?: number;
  };
  readonly extra?: Uint8Array;
  readonly localExtra?: Uint8Array;
  readonly comment?: string;
  /** Bytes before its own header, and behind its packed bytes. */
  readonly before?: Uint8Array;
  readonly behind?: Uint8Array;
}

export interface EndFields {
  readonly disk?: number;
  readonly entries?: number;
  readonly entriesHere?: number;
  readonly directorySize?: number;
  readonly directoryStart?: number;
  readonly comment?: Uint8Array;
  /** What is said of its length. */
  readonly commentLength?: number;
  /** Bytes between the directory and the end. */
  readonly before?: Uint8Array;
}

/** Little-endian numbers, each with its width in bytes. */
export function pack(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      if (width === 2) bytes.writeUInt16LE(value & 0xffff);
      else bytes.writeUInt32LE(value >>> 0);
      return bytes;
    }),
  );
}

/** Writes a zip of these pieces. */
export function buildZip(pieces: readonly Piece[], end: EndFields = {}): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const piece of pieces) {
    const { body, entry } = writePiece(piece, at);
    bodies.push(body);
    directory.push(entry);
    at += body.length;
  }
  const listed = Buffer.concat(directory);
  const comment = end.comment ?? new Uint8Array();
  const entries = end.entries ?? pieces.length;
  const last = pack(
    [4, 0x06054b50],
    [2, end.disk ?? 0],
    [2, end.disk ?? 0],
    [2, end.entriesHere ?? entries],
    [2, entries],
    [4, end.directorySize ?? listed.length],
    [4, end.directoryStart ?? at],
    [2, end.commentLength ?? comment.length],
  );
  return new Uint8Array(
    Buffer.concat([...bodies, listed, end.before ?? new Uint8Array(), last, comment]),
  );
}

function writePiece(piece: Piece, at: number): { body: Buffer; entry: Buffer } {
  const { both, local, central, before = new Uint8Array(), behind = new Uint8Array() } = piece;
  const data = Buffer.from((piece.data ?? '') as string);
  const method = both?.method ?? 8;
  const packed = Buffer.from(piece.packed ?? (method === 8 ? deflateRawSync(data) : data));
  const honest: SharedFields = {
    needed: 20,
    flags: 0x0800,
    method,
    time: 0,
    day: 0x21,
    crc: crc32(data),
    packedSize: packed.length,
    size: data.length,
    ...both,
  };
  const name = Buffer.from(piece.name as string);
  const localName = local?.name === undefined ? name : Buffer.from(local.name);
  const extra = piece.extra ?? new Uint8Array();
  const localExtra = piece.localExtra ?? new Uint8Array();
  const comment = Buffer.from(piece.comment ?? '');
  const body = Buffer.concat([
    before,
    pack([4, 0x04034b50]),
    writeFields({ ...honest, ...local }, localName.length, localExtra.length),
    localName,
    localExtra,
    packed,
    behind,
  ]);
  const entry = Buffer.concat([
    pack([4, 0x02014b50], [2, central?.madeBy ?? 0x0314]),
    writeFields({ ...honest, ...central }, name.length, extra.length),
    pack([2, comment.length], [2, central?.disk ?? 0], [2, 0]),
    pack([4, central?.external ?? 0o100644 * 0x10000]),
    pack([4, central?.offset ?? at + before.length]),
    name,
    extra,
    comment,
  ]);
  return { body, entry };
}

function writeFields(fields: SharedFields, nameLength: number, extraLength: number): Buffer {
  const { needed, flags, method, time, day, crc, packedSize, size } = fields;
  return Buffer.concat([
    pack([2, needed], [2, flags], [2, method], [2, time], [2, day]),
    pack([4, crc], [4, packedSize], [4, size], [2, nameLength], [2, extraLength]),
  ]);
}
