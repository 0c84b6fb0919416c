import type { CheckedPart } from '../../archive/check-contents.ts';

interface Named {
  readonly slug: string;
  readonly title: string;
}

/** What a pack holds: drills and exercises by slug, and how many questions. */
export interface HeldThings {
  readonly drills: readonly Named[];
  readonly exercises: readonly Named[];
  readonly questions: number;
}

export function listHeld(parts: readonly CheckedPart[]): HeldThings {
  const rest = parts.find((part) => part.slug === null);
  return {
    drills: sort(parts.flatMap((part) => (part.slug === null ? [] : [part]))),
    exercises: sort(rest?.exercises ?? []),
    questions: rest?.questions ?? 0,
  };
}

/** In words: “2 drills, 1 exercise”. What there is none of is left out. */
export function describeHeld({ drills, exercises, questions }: HeldThings): string {
  const counts = [
    [drills.length, 'drill'],
    [exercises.length, 'exercise'],
    [questions, 'question'],
  ] as const;
  const held = counts.filter(([number]) => number > 0);
  if (held.length === 0) return '0 drills';
  return held.map(([number, what]) => `${number} ${what}${number === 1 ? '' : 's'}`).join(', ');
}

function sort(things: readonly Named[]): readonly Named[] {
  return [...things].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
