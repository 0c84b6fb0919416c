import { describe, expect, it } from 'vitest';
import { readPieces } from './file-pieces.ts';

async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function readAll(parts: readonly Uint8Array<ArrayBuffer>[]) {
  const read: Uint8Array<ArrayBuffer>[] = [];
  for await (const { bytes } of readPieces(new Blob([...parts]))) read.push(bytes.slice());
  return new Uint8Array(await new Blob(read).arrayBuffer());
}

/** Bytes that hardly pack, so that their packed form goes over several steps and pieces. */
function someBytes(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return state >>> 16;
  });
}

describe('a packed file, in the browser that reads it', () => {
  it.each([
    ['one member', [10]],
    ['an empty one', [0]],
    ['many small ones', Array.from({ length: 50 }, (_, index) => index * 7)],
    ['members larger than a step', [100_000, 3, 200_000, 0, 65_536]],
    ['members larger than a piece of the file', [4_300_000, 4_300_000, 5]],
  ])('is read whole: %s', async (_, lengths) => {
    const wholes = lengths.map((length, index) => someBytes(length, index + 1));
    const read = await readAll(await Promise.all(wholes.map(pack)));
    const wanted = new Uint8Array(await new Blob(wholes).arrayBuffer());
    expect(read.length).toBe(wanted.length);
    expect(read.every((byte, at) => byte === wanted[at])).toBe(true);
  });

  it('may hold packed files within a member', async () => {
    const inner = await pack(someBytes(5_000, 9));
    const outer = await pack(new Uint8Array(await new Blob([inner, inner, inner]).arrayBuffer()));
    expect((await readAll([outer, outer])).length).toBe(6 * inner.length);
  });

  it.each([
    ['is cut off', (bytes: Uint8Array<ArrayBuffer>) => [bytes, bytes.subarray(0, -9)]],
    ['is cut off at its start', (bytes: Uint8Array<ArrayBuffer>) => [bytes.subarray(0, 3)]],
    ['ends with anything else', (bytes: Uint8Array<ArrayBuffer>) => [bytes, new Uint8Array(9)]],
    [
      'is damaged',
      (bytes: Uint8Array<ArrayBuffer>) => [
        bytes.map((byte, at) => (at === 900 ? byte ^ 255 : byte)),
        bytes,
      ],
    ],
  ])('is refused where it %s', async (_, spoil) => {
    const packed = await pack(someBytes(20_000, 3));
    await expect(readAll(spoil(packed))).rejects.toThrow(TypeError);
  });
});
