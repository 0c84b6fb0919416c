/** A step into a value: a field by name, or a member of a list by its id. */
export type Step = string | { readonly id: string };

/** What a side did to a place. `absent` is no value, as of a field that is left out. */
export type Place = readonly Step[];
export interface Edit {
  readonly place: Place;
  /** undefined: taken out. */
  readonly value: unknown;
}

/** Both sides changed the same place, each in its own way. */
export interface Conflict {
  readonly place: Place;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface MergedValues {
  /** What has to be done to theirs so that it carries what is mine. */
  readonly edits: readonly Edit[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges two descendants of one value, field by field. Lists whose members all have ids are merged
 * member by member, other lists as one value. A member that one side removed and the other changed is
 * a conflict. The order of members is theirs.
 */
export function mergeValues(base: unknown, mine: unknown, theirs: unknown): MergedValues {
  const edits: Edit[] = [];
  const conflicts: Conflict[] = [];
  const walk = (place: Place, was: unknown, own: unknown, other: unknown): void => {
    if (isSame(own, was) || isSame(own, other)) return;
    const [wasParts, ownParts, otherParts] = [was, own, other].map(readParts);
    const alike = ownParts && otherParts && ownParts.kind === otherParts.kind;
    if (!alike || (wasParts && wasParts.kind !== ownParts.kind)) {
      if (isSame(other, was)) edits.push({ place, value: own });
      else conflicts.push({ place, base: was, mine: own, theirs: other });
      return;
    }
    // Entered where only one side changed as well: small edits leave comments and layout alone.
    const keys = new Set([...ownParts.members.keys(), ...otherParts.members.keys()]);
    for (const key of wasParts?.members.keys() ?? []) keys.add(key);
    for (const key of keys) {
      const step: Step = ownParts.kind === 'fields' ? key : { id: key };
      walk(
        [...place, step],
        wasParts?.members.get(key),
        ownParts.members.get(key),
        otherParts.members.get(key),
      );
    }
  };
  walk([], base, mine, theirs);
  return { edits, conflicts };
}

interface Parts {
  readonly kind: 'fields' | 'members';
  readonly members: ReadonlyMap<string, unknown>;
}

/** The parts that a value can be merged by; null for what is merged as one. */
function readParts(value: unknown): Parts | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return { kind: 'fields', members: new Map(Object.entries(value)) };
  const members = new Map<string, unknown>();
  for (const member of value as unknown[]) {
    const id = readId(member);
    if (id === null || members.has(id)) return null;
    members.set(id, member);
  }
  return { kind: 'members', members };
}

function readId(member: unknown): string | null {
  if (typeof member !== 'object' || member === null || !('id' in member)) return null;
  return typeof member.id === 'string' ? member.id : null;
}

/** Whether two values are equal in depth, whatever the order of their fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((member, index) => isSame(member, (b as unknown[])[index]))
    );
  }
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}
