type Values = Iterable<unknown>;
type Visit<Result> = (value: unknown, index: number) => Result;

/** Iterator.prototype as of ES2025, lazily where the standard is lazy. */
export const iteratorMethods = {
  *map(this: Values, visit: Visit<unknown>): Generator {
    let index = 0;
    for (const value of this) yield visit(value, index++);
  },
  *filter(this: Values, accept: Visit<boolean>): Generator {
    let index = 0;
    for (const value of this) if (accept(value, index++)) yield value;
  },
  *take(this: Values, limit: number): Generator {
    let left = limit;
    if (left <= 0) return;
    for (const value of this) {
      yield value;
      left -= 1;
      if (left <= 0) return;
    }
  },
  *drop(this: Values, limit: number): Generator {
    let left = limit;
    for (const value of this) {
      if (left > 0) left -= 1;
      else yield value;
    }
  },
  *flatMap(this: Values, visit: Visit<Values>): Generator {
    let index = 0;
    for (const value of this) yield* visit(value, index++);
  },
  toArray(this: Values): unknown[] {
    return [...this];
  },
  forEach(this: Values, visit: Visit<void>): void {
    let index = 0;
    for (const value of this) visit(value, index++);
  },
  some(this: Values, accept: Visit<boolean>): boolean {
    let index = 0;
    for (const value of this) if (accept(value, index++)) return true;
    return false;
  },
  every(this: Values, accept: Visit<boolean>): boolean {
    let index = 0;
    for (const value of this) if (!accept(value, index++)) return false;
    return true;
  },
  find(this: Values, accept: Visit<boolean>): unknown {
    let index = 0;
    for (const value of this) if (accept(value, index++)) return value;
    return undefined;
  },
  reduce(
    this: Values,
    combine: (sum: unknown, value: unknown, index: number) => unknown,
    ...start: [unknown?]
  ): unknown {
    let index = 0;
    let sum = start[0];
    for (const value of this) {
      sum = index === 0 && start.length === 0 ? value : combine(sum, value, index);
      index += 1;
    }
    if (index === 0 && start.length === 0) {
      throw new TypeError('Reduce of a done iterator with no initial value');
    }
    return sum;
  },
};
