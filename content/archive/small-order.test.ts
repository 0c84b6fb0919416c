import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { readRawKey } from './signature.ts';
import { hasSmallOrder } from './small-order.ts';

const prime = 2n ** 255n - 19n;
const mod = (value: bigint): bigint => ((value % prime) + prime) % prime;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = mod(base);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = mod(result * square);
    square = mod(square * square);
  }
  return result;
}
const invert = (value: bigint): bigint => power(value, prime - 2n);
const d = mod(-121665n * invert(121666n));

type Point = readonly [x: bigint, y: bigint];

/** RFC 8032, 5.1.3, but for the rule that y is less than the prime: null where no such point is. */
function decode(encoded: bigint): Point | null {
  const y = mod(encoded & (2n ** 255n - 1n));
  const square = mod((y * y - 1n) * invert(mod(d * y * y + 1n)));
  const root = power(square, (prime + 3n) / 8n);
  const x = [root, mod(root * power(2n, (prime - 1n) / 4n))].find(
    (one) => mod(one * one) === square,
  );
  if (x === undefined) return null;
  return [(x & 1n) === encoded >> 255n ? x : mod(-x), y];
}

/** RFC 8032, 5.1.4, in plain coordinates. */
function add([x1, y1]: Point, [x2, y2]: Point): Point {
  const k = mod(d * x1 * x2 * y1 * y2);
  return [
    mod((x1 * y2 + x2 * y1) * invert(mod(1n + k))),
    mod((y1 * y2 + x1 * x2) * invert(mod(1n - k))),
  ];
}

function multiply(point: Point, times: bigint): Point {
  let sum: Point = [0n, 1n];
  let double = point;
  for (let left = times; left > 0n; left >>= 1n) {
    if (left & 1n) sum = add(sum, double);
    double = add(double, double);
  }
  return sum;
}

const encode = (y: bigint, side: bigint): Buffer =>
  Buffer.from((y | (side << 255n)).toString(16).padStart(64, '0'), 'hex').reverse();

/** Every encoding of every point whose order divides eight, from the curve and nothing else. */
function findEncodings(): ReadonlySet<string> {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  // Of any point, as many times as the group's prime is a point whose order divides eight; one of
  // order eight is among the first, and its multiples are all that there are.
  let y = 2n;
  let eighth: Point = [0n, 1n];
  while (multiply(eighth, 4n)[1] === 1n) {
    eighth = multiply(decode(y) ?? [0n, 1n], order);
    y += 1n;
  }
  const heights = new Set([0n, 1n, 2n, 3n, 4n].map((times) => multiply(eighth, times)[1]));
  const spelt = [...heights].flatMap((one) => [one, one + prime].filter((of) => of < 2n ** 255n));
  return new Set(spelt.flatMap((one) => [0n, 1n].map((side) => encode(one, side).toString('hex'))));
}

it('knows all encodings of the points of small order, and holds no other for one', () => {
  const encodings = findEncodings();
  expect(encodings.size).toBe(14);
  for (const hex of encodings) expect(hasSmallOrder(Buffer.from(hex, 'hex')), hex).toBe(true);
  // Their neighbours, at a distance of one bit each.
  for (const hex of encodings) {
    for (let bit = 0; bit < 255; bit += 1) {
      const near = Buffer.from(hex, 'hex');
      near[bit >> 3] = (near[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(hasSmallOrder(near), near.toString('hex')).toBe(encodings.has(near.toString('hex')));
    }
  }
});

it('takes none of our own keys for one', () => {
  for (let round = 0; round < 20; round += 1) {
    const key = readRawKey(generateKeyPairSync('ed25519').publicKey);
    expect(hasSmallOrder(Buffer.from(key, 'base64'))).toBe(false);
  }
});
