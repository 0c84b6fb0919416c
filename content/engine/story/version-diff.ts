import { compareWords, type TextPiece } from './compare-words.ts';
import { findPrinciple } from './principles.ts';
import {
  storyLengths,
  type Metric,
  type Story,
  type StoryLength,
  type StoryVersion,
} from './story.ts';

/** One part of a story that is not as it was. */
export type StoryChange =
  | { readonly part: 'text'; readonly length: StoryLength; readonly pieces: readonly TextPiece[] }
  | { readonly part: 'title' | 'kind'; readonly pieces: readonly TextPiece[] }
  | {
      readonly part: 'principles' | 'tags' | 'people' | 'systems' | 'allowed_words';
      /** Names of principles, not their slugs. */
      readonly added: readonly string[];
      readonly removed: readonly string[];
      /** The same entries in another order: for principles the strongest leads. */
      readonly reordered: boolean;
    }
  | {
      readonly part: 'metric';
      readonly name: string;
      readonly kind: 'added' | 'removed' | 'changed';
      readonly fields: readonly {
        readonly field: keyof Metric;
        readonly pieces: readonly TextPiece[];
      }[];
    }
  | {
      readonly part: 'roles';
      readonly length: StoryLength;
      /** How many sentences have another role of the person's own. */
      readonly count: number;
    };

/** How one state of a story became another; empty where nothing that a person wrote differs. */
export function compareStories(before: Story, after: Story): readonly StoryChange[] {
  const changes: StoryChange[] = [];
  const words = (part: 'title' | 'kind', was: string, is: string): void => {
    if (was !== is) changes.push({ part, pieces: compareWords(was, is) });
  };
  words('title', before.title, after.title);
  words('kind', before.kind ?? '', after.kind ?? '');
  const nameOf = (slug: string): string => findPrinciple(slug)?.name ?? slug;
  compareLists('principles', before.principles.map(nameOf), after.principles.map(nameOf), changes);
  for (const part of ['tags', 'people', 'systems', 'allowed_words'] as const) {
    compareLists(part, before[part], after[part], changes);
  }
  for (const length of storyLengths) {
    const [was, is] = [before.texts[length], after.texts[length]];
    if (was.text !== is.text) {
      changes.push({ part: 'text', length, pieces: compareWords(was.text, is.text) });
    } else {
      const count = countRoles(was.own_roles, is.own_roles);
      if (count > 0) changes.push({ part: 'roles', length, count });
    }
  }
  compareMetrics(before.metrics, after.metrics, changes);
  return changes;
}

function compareLists(
  part: 'principles' | 'tags' | 'people' | 'systems' | 'allowed_words',
  before: readonly string[],
  after: readonly string[],
  changes: StoryChange[],
): void {
  const added = without(after, before);
  const removed = without(before, after);
  const moved = added.length === 0 && removed.length === 0;
  const reordered = moved && before.some((one, at) => one !== after[at]);
  if (!moved || reordered) changes.push({ part, added, removed, reordered });
}

/** What one list has more than the other, an entry that is there twice counted twice. */
function without(all: readonly string[], gone: readonly string[]): readonly string[] {
  const left = [...gone];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

type OwnRoles = Story['texts']['short']['own_roles'];

function countRoles(before: OwnRoles, after: OwnRoles): number {
  const write = (roles: OwnRoles): string[] =>
    roles.map(({ sentence, role }) => `${role} ${sentence}`);
  const [was, is] = [write(before), write(after)];
  return Math.max(without(was, is).length, without(is, was).length);
}

const metricFields = [
  'name',
  'baseline',
  'result',
  'unit',
  'period',
  'source',
  'may_tell',
  'note',
] as const;

function compareMetrics(
  before: readonly Metric[],
  after: readonly Metric[],
  changes: StoryChange[],
): void {
  const tell = (
    kind: 'added' | 'removed' | 'changed',
    was: Metric | null,
    is: Metric | null,
  ): void => {
    const fields = metricFields.flatMap((field) => {
      const [old, now] = [was?.[field] ?? '', is?.[field] ?? ''];
      return old === now ? [] : [{ field, pieces: compareWords(old, now) }];
    });
    const name = is?.name ?? was?.name ?? '';
    if (kind !== 'changed' || fields.length > 0)
      changes.push({ part: 'metric', name, kind, fields });
  };
  for (const was of before) {
    const is = after.find(({ id }) => id === was.id) ?? null;
    tell(is ? 'changed' : 'removed', was, is);
  }
  for (const is of after) if (!before.some(({ id }) => id === is.id)) tell('added', null, is);
}

/**
 * Goes back to a version. Nothing is lost by it: what stands now comes back as a version of its own,
 * to be stored in the same change. The story keeps its id, its origin and the day it was begun, so that
 * a rehearsal stays one. `at` is the time now.
 */
export function restoreVersion(
  current: Story,
  version: StoryVersion,
  at: string,
): { readonly story: Story; readonly kept: StoryVersion } {
  const { id, origin, created_at } = current;
  return {
    story: { ...version.story, id, origin, created_at, updated_at: at },
    kept: { story: current, saved_at: at, reason: 'before going back' },
  };
}

/**
 * Whether what stands now is worth a version beside the last one: a text or title differs by so many
 * words. A screen asks when a pause in the work is long enough.
 */
export function isWorthKeeping(last: Story | null, now: Story, leastWords = 8): boolean {
  if (!last) return storyLengths.some((length) => now.texts[length].text.trim() !== '');
  let words = 0;
  for (const change of compareStories(last, now)) {
    if (change.part === 'text' || change.part === 'title') {
      for (const { kind, text } of change.pieces) {
        if (kind !== 'same') words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
      }
    } else words += leastWords;
  }
  return words >= leastWords;
}
