import { answerRoles, type AnswerRole } from '../star/answer-role.ts';
import { blankMarkup, isBlank, splitAnswer } from '../star/split-answer.ts';
import type { Span } from '../score/sentences.ts';
import { alignLists } from './compare-words.ts';
import type { StoryText } from './story.ts';
import { fixRoles, readSentences } from './story-sentences.ts';

/**
 * A text as its parts are edited apart: the five of STAR+R, and `other` for what belongs to none
 * (a greeting). Together they hold every sentence of the text; show `other` where it is not empty.
 */
export type StoryFields = Readonly<Record<AnswerRole, string>>;

/** A sentence with all that stands before the next one, marks of HTML among it. */
interface Piece {
  readonly text: string;
  /** The blanks before it. */
  readonly gap: string;
}

/** A piece of the text to come; `at` is its place in the field's new value, null for other fields. */
interface Placed extends Piece {
  readonly role: AnswerRole;
  readonly own: boolean;
  readonly at: number | null;
}

const paragraph = '\n\n';

/** Sentences of one role that follow each other keep what is between them; others are a blank line apart. */
export function readFields(story: StoryText): StoryFields {
  const sentences = readSentences(story);
  const { pieces } = cutPieces(
    story.text,
    sentences.map(({ start, end }) => [start, end]),
  );
  const fields = Object.fromEntries(answerRoles.map((role) => [role, ''])) as Record<
    AnswerRole,
    string
  >;
  const last = new Map<AnswerRole, number>();
  for (const [index, { text, gap }] of pieces.entries()) {
    const role = sentences[index]?.role ?? 'other';
    const before = last.get(role);
    const between = before === undefined ? '' : before === index - 1 ? gap : paragraph;
    fields[role] += between + text;
    last.set(role, index);
  }
  return fields;
}

/**
 * Writes one field back into the text. Its unchanged sentences stay where they are, an edited one
 * takes the place of the one it was, what is new follows its neighbour in the field; a field that was
 * empty gets a paragraph in the order of STAR+R. All other sentences keep their words, their order,
 * the line ends between them and their roles. Blanks around the value are dropped, so a screen
 * keeps the value that is being typed and takes `readFields` again when the field is left.
 */
export function writeField(story: StoryText, role: AnswerRole, value: string): StoryText {
  const sentences = readSentences(story);
  const { pieces, head, tail } = cutPieces(
    story.text,
    sentences.map(({ start, end }) => [start, end]),
  );
  const placed = pieces.map((piece, index): Placed => {
    const { role: found = 'other', own = false } = sentences[index] ?? {};
    return { ...piece, role: found, own, at: null };
  });
  const written = cutPieces(value, splitAnswer(blankMarkup(value)).spans).pieces;
  const placedAnew = placed.some((one) => one.role === role)
    ? exchange(placed, role, written)
    : insertField(placed, role, written);
  return join(head, placedAnew, written, tail);
}

/** A text of fields alone, each a paragraph, each sentence in the role of its field. */
export function writeFields(fields: Partial<StoryFields>): StoryText {
  let story: StoryText = { text: '', own_roles: [] };
  for (const role of answerRoles) story = writeField(story, role, fields[role] ?? '');
  return story;
}

function cutPieces(
  text: string,
  spans: readonly Span[],
): { readonly pieces: readonly Piece[]; readonly head: string; readonly tail: string } {
  const blankFrom = (at: number): number => {
    let from = at;
    while (from < text.length && isBlank(text.charCodeAt(from))) from += 1;
    return from;
  };
  const blankUntil = (at: number): number => {
    let to = at;
    while (to > 0 && isBlank(text.charCodeAt(to - 1))) to -= 1;
    return to;
  };
  const first = blankFrom(0);
  const pieces: Piece[] = [];
  let end = first;
  for (const [index] of spans.entries()) {
    const start = index === 0 ? first : (spans[index]?.[0] ?? end);
    const to = Math.max(start, blankUntil(spans[index + 1]?.[0] ?? text.length));
    pieces.push({ text: text.slice(start, to), gap: index === 0 ? '' : text.slice(end, start) });
    end = to;
  }
  // Blanks, or marks without a word: they stay in front.
  if (pieces.length === 0) return { pieces, head: text, tail: '' };
  return { pieces, head: text.slice(0, first), tail: text.slice(end) };
}

/** The field's new sentences laid beside its old ones. What goes leaves its blanks behind. */
function exchange(
  placed: readonly Placed[],
  role: AnswerRole,
  written: readonly Piece[],
): readonly Placed[] {
  const mine = placed.flatMap((one, index) => (one.role === role ? [index] : []));
  const instead = new Map<number, Placed>();
  const leading: Placed[] = [];
  const followed = new Map<number, Placed[]>();
  let anchor: number | null = null;
  for (const { before, after } of alignLists(
    mine.map((index) => placed[index]?.text ?? ''),
    written.map(({ text }) => text),
  )) {
    for (let step = 0; step < after[1] - after[0]; step += 1) {
      const at = after[0] + step;
      const one = written[at];
      if (!one) continue;
      const index: number | undefined =
        before[0] + step < before[1] ? mine[before[0] + step] : undefined;
      if (index !== undefined) {
        const old = placed[index];
        const own = old?.own === true && old.text === one.text;
        instead.set(index, { text: one.text, gap: old?.gap ?? '', role, own, at });
        anchor = index;
        continue;
      }
      const added = { ...one, role, own: false, at };
      if (anchor === null) leading.push(added);
      else followed.set(anchor, [...(followed.get(anchor) ?? []), added]);
    }
  }
  return placed.flatMap((one, index) => [
    ...(index === mine[0] ? leading : []),
    one.role === role ? (instead.get(index) ?? { ...one, text: '' }) : one,
    ...(followed.get(index) ?? []),
  ]);
}

/** A paragraph for a field that had no sentence. */
function insertField(
  placed: readonly Placed[],
  role: AnswerRole,
  written: readonly Piece[],
): readonly Placed[] {
  if (written.length === 0) return placed;
  const place = findPlace(placed, role);
  const added = written.map(({ text, gap }, at): Placed => {
    return { text, gap: at === 0 ? paragraph : gap, role, own: false, at };
  });
  const rest = placed.slice(place).map((one, at) => {
    return at === 0 && !one.gap.includes('\n') ? { ...one, gap: paragraph } : one;
  });
  return [...placed.slice(0, place), ...added, ...rest];
}

/** After the roles that come before it; else in front of those that follow, but after a greeting. */
function findPlace(placed: readonly Placed[], role: AnswerRole): number {
  if (role === 'other') return placed.length;
  const order = answerRoles.indexOf(role);
  const before = placed.findLastIndex(
    (one) => one.role !== 'other' && answerRoles.indexOf(one.role) <= order,
  );
  if (before >= 0) return before + 1;
  const first = placed.findIndex((one) => one.role !== 'other');
  return first < 0 ? placed.length : first;
}

/** Puts the pieces together so that each stays a sentence of its own, and fixes their roles. */
function join(
  head: string,
  placed: readonly Placed[],
  written: readonly Piece[],
  tail: string,
): StoryText {
  const kept: Placed[] = [];
  let text = head;
  let left = '';
  for (const one of placed) {
    if (one.text === '') {
      left = widest(left, one.gap);
      continue;
    }
    const last = kept.at(-1);
    const { at } = one;
    const beside = at !== null && at > 0 && last?.at === at - 1;
    const gap = beside ? (written[at]?.gap ?? '') : widest(left, one.gap);
    if (last) text += separate(last.text, gap, one.text);
    else if (head.trim() !== '') text += paragraph;
    text += one.text;
    left = '';
    kept.push(one);
  }
  return fixRoles(kept.length === 0 ? text : text + tail, kept);
}

/** Where a sentence between two others goes, the greater of the two distances stays. */
function widest(one: string, other: string): string {
  const lines = (gap: string): number => gap.split('\n').length;
  return lines(one) > lines(other) ? one : other;
}

/** Blanks between two sentences that keep them two: as they were, or more where they would run together. */
function separate(one: string, gap: string, other: string): string {
  const kept = [gap, ' ', '\n'].find((between) => {
    const start = one.length + between.length;
    const { spans } = splitAnswer(blankMarkup(one + between + other));
    return !spans.some(([from, to]) => from < one.length && to > start);
  });
  return kept ?? paragraph;
}
