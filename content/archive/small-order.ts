/**
 * The heights (y) of the eight points of small order on edwards25519, as they can be encoded: 32 bytes,
 * hexadecimal, little-endian, without the bit that says on which side the point lies. Zero and one
 * have a second spelling each, with the prime 2²⁵⁵ − 19 added. With either side that makes fourteen
 * encodings: eight that RFC 8032 (5.1.2) writes, and six that some readers take for the same points.
 *
 * Source: RFC 8032, 5.1; the same fourteen are named by C2SP's test vectors (CCTV, ed25519: "eight
 * plus six alternative encodings"). Our test works them out from the equation of the curve.
 */
const smallOrderHeights: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/**
 * Whether 32 bytes encode a point of small order. As a key, such a point belongs to nobody and one
 * signature by it fits many texts or all; as a signature's first half, no honest signer makes it. What
 * libraries of cryptography say to them differs by library and version: so nothing is left to them.
 */
export function hasSmallOrder(point: Uint8Array): boolean {
  const height = Buffer.from(point);
  height[31] = (height[31] ?? 0) & 0x7f;
  return smallOrderHeights.has(height.toString('hex'));
}
