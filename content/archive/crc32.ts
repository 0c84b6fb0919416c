import * as zlib from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  return value;
});

/** By the table, a byte at a time: for the older runtime, whose zlib has none. */
export function crc32ByTable(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The checksum of zip archives. */
export const crc32: (bytes: Uint8Array) => number =
  // The types promise what is not there on the older runtime.
  (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32 ?? crc32ByTable;
