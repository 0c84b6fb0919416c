import { incomplete, malformed, skipSpace, skipString, skipValue } from './scan-json.ts';

/** A member that is asked for, or one on the way to it. */
interface Wanted {
  readonly name: Uint8Array;
  /** Which span it fills; -1 where it is only on the way. */
  readonly slot: number;
  readonly members: readonly Wanted[];
}

interface Growing {
  slot: number;
  readonly members: Map<string, Growing>;
}

/**
 * Finds chosen members of JSON objects in UTF-8 bytes. `spans` holds, after a scan, start and end of
 * each path's value (two entries a path); a start of -1 says that it is absent. A name that is
 * written with escapes is not found: no log does that.
 */
export class MemberScanner {
  readonly spans: Int32Array;
  readonly #members: readonly Wanted[];

  /** @param paths such as `userIdentity.arn`; members of objects only */
  constructor(paths: readonly string[]) {
    this.spans = new Int32Array(paths.length * 2);
    const top = new Map<string, Growing>();
    for (const [slot, path] of paths.entries()) {
      let level = top;
      let last: Growing | null = null;
      for (const name of path.split('.')) {
        last = level.get(name) ?? { slot: -1, members: new Map() };
        level.set(name, last);
        level = last.members;
      }
      if (last) last.slot = slot;
    }
    this.#members = freeze(top);
  }

  /**
   * Checks the object that begins at `from` and fills `spans`.
   *
   * @returns the offset after it, `malformed` or `incomplete`
   */
  scan(bytes: Uint8Array, from: number, end: number): number {
    this.spans.fill(-1);
    return this.#scanObject(bytes, from, end, this.#members);
  }

  #scanObject(bytes: Uint8Array, from: number, end: number, members: readonly Wanted[]): number {
    let at = skipSpace(bytes, from + 1, end);
    if (at >= end) return incomplete;
    if (bytes[at] === 0x7d) return at + 1;
    for (;;) {
      if (at >= end) return incomplete;
      if (bytes[at] !== 0x22) return malformed;
      const nameEnd = skipString(bytes, at, end);
      if (nameEnd < 0) return nameEnd;
      const wanted = findMember(bytes, at + 1, nameEnd - 1, members);
      at = skipSpace(bytes, nameEnd, end);
      if (at >= end) return incomplete;
      if (bytes[at] !== 0x3a) return malformed;
      at = skipSpace(bytes, at + 1, end);
      const start = at;
      if (wanted !== null && wanted.members.length > 0 && bytes[at] === 0x7b) {
        at = this.#scanObject(bytes, at, end, wanted.members);
      } else at = skipValue(bytes, at, end);
      if (at < 0) return at;
      if (wanted !== null && wanted.slot >= 0) {
        this.spans[wanted.slot * 2] = start;
        this.spans[wanted.slot * 2 + 1] = at;
      }
      at = skipSpace(bytes, at, end);
      if (at >= end) return incomplete;
      if (bytes[at] === 0x7d) return at + 1;
      if (bytes[at] !== 0x2c) return malformed;
      at = skipSpace(bytes, at + 1, end);
    }
  }
}

function freeze(level: ReadonlyMap<string, Growing>): readonly Wanted[] {
  return [...level].map(([name, { slot, members }]) => ({
    name: Uint8Array.from(name, (character) => character.charCodeAt(0)),
    slot,
    members: freeze(members),
  }));
}

function findMember(
  bytes: Uint8Array,
  start: number,
  end: number,
  members: readonly Wanted[],
): Wanted | null {
  const length = end - start;
  next: for (const member of members) {
    const { name } = member;
    if (name.length !== length) continue;
    for (let index = 0; index < length; index += 1) {
      if (bytes[start + index] !== name[index]) continue next;
    }
    return member;
  }
  return null;
}
