/**
 * A small deterministic generator (Tommy Ettinger's mulberry32): same seed, same draws, on every
 * machine. Chance enters the engine only through the seed in an attempt's header.
 */
export interface RandomSource {
  /** A number in [0, 1). */
  next(): number;
}

export function createRandomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = state;
      t = Math.imul(t ^ (t >>> 15), t | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

/** A number for a text, to give each part of a drill draws of its own (FNV-1a, 32 bit). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The order in which a list is shown: Fisher–Yates by seed, so that logs name ids, not places. */
export function shuffle<T>(list: readonly T[], seed: number): readonly T[] {
  const random = createRandomSource(seed);
  const result = [...list];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random.next() * (index + 1));
    const held = result[index] as T;
    result[index] = result[other] as T;
    result[other] = held;
  }
  return result;
}
