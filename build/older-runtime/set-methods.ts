/** What a set method takes: a Set, a Map, or anything of that shape. */
interface SetLike {
  readonly size: number;
  has(value: unknown): boolean;
  keys(): Iterator<unknown>;
}

function* walk(other: SetLike): Generator {
  const keys = other.keys();
  for (let next = keys.next(); next.done !== true; next = keys.next()) yield next.value;
}

/** Set.prototype as of ES2025. */
export const setMethods = {
  union(this: Set<unknown>, other: SetLike): Set<unknown> {
    const result = new Set(this);
    for (const value of walk(other)) result.add(value);
    return result;
  },
  intersection(this: Set<unknown>, other: SetLike): Set<unknown> {
    // The standard walks the smaller of the two, and the order of the result follows from that.
    return this.size <= other.size
      ? new Set([...this].filter((value) => other.has(value)))
      : new Set([...walk(other)].filter((value) => this.has(value)));
  },
  difference(this: Set<unknown>, other: SetLike): Set<unknown> {
    return new Set([...this].filter((value) => !other.has(value)));
  },
  symmetricDifference(this: Set<unknown>, other: SetLike): Set<unknown> {
    const result = new Set(this);
    for (const value of walk(other)) {
      if (this.has(value)) result.delete(value);
      else result.add(value);
    }
    return result;
  },
  isSubsetOf(this: Set<unknown>, other: SetLike): boolean {
    return this.size <= other.size && [...this].every((value) => other.has(value));
  },
  isSupersetOf(this: Set<unknown>, other: SetLike): boolean {
    return this.size >= other.size && [...walk(other)].every((value) => this.has(value));
  },
  isDisjointFrom(this: Set<unknown>, other: SetLike): boolean {
    return ![...this].some((value) => other.has(value));
  },
};
