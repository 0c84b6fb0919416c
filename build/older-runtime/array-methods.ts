type Compare = (a: unknown, b: unknown) => number;
type Numbers = Float64Array;

/** Array.prototype and the prototype of typed arrays, as of ES2023. */
export const arrayMethods = {
  plain: {
    toReversed(this: ArrayLike<unknown>): unknown[] {
      return Array.from(this).reverse();
    },
    toSorted(this: ArrayLike<unknown>, compare?: Compare): unknown[] {
      return Array.from(this).sort(compare);
    },
    toSpliced(this: ArrayLike<unknown>, ...change: [number, number, ...unknown[]]): unknown[] {
      const copy = Array.from(this);
      copy.splice(...change);
      return copy;
    },
    with(this: ArrayLike<unknown>, index: number, value: unknown): unknown[] {
      const copy = Array.from(this);
      copy[findPlace(index, copy.length)] = value;
      return copy;
    },
  },
  typed: {
    toReversed(this: Numbers): Numbers {
      return this.slice().reverse();
    },
    toSorted(this: Numbers, compare?: (a: number, b: number) => number): Numbers {
      return this.slice().sort(compare);
    },
    with(this: Numbers, index: number, value: number): Numbers {
      const copy = this.slice();
      copy[findPlace(index, copy.length)] = value;
      return copy;
    },
  },
};

function findPlace(index: number, length: number): number {
  const whole = Math.trunc(index) || 0;
  const place = whole < 0 ? whole + length : whole;
  if (place < 0 || place >= length) throw new RangeError(`Invalid index : ${index}`);
  return place;
}
