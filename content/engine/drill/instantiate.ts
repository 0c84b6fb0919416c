import type { Drill } from '../format/drill-schema.ts';
import type { Levers } from './attempt-log.ts';
import { usualLevers } from './attempt-terms.ts';
import { applyLevers } from './levers.ts';
import { addReminders } from './patience.ts';
import { createRandomSource, hashText } from './random-source.ts';

/** Evidence id → the file's text. */
export type EvidenceTexts = ReadonlyMap<string, string>;

export interface Variant {
  readonly drill: Drill;
  readonly evidence: EvidenceTexts;
}

/**
 * The drill as one seed and its levers play it: every declared literal replaced in feed, evidence,
 * tools, truth and rubric alike, every drawn variable set. Pure; the identity at seed 0 with the
 * usual levers.
 */
export function instantiate(
  source: Drill,
  evidence: EvidenceTexts,
  seed: number,
  levers: Levers = usualLevers,
): Variant {
  const drill = addReminders(applyLevers(source, levers));
  if (seed === 0 || drill.parameters.length === 0) return { drill, evidence };
  return instantiateWith(drill, evidence, (id, count) => drawIndex(seed, id, count));
}

/** Which of `count` values a seed other than 0 gives a parameter, from 0. */
export function drawIndex(seed: number, parameter: string, count: number): number {
  return Math.floor(createRandomSource(seed ^ hashText(parameter)).next() * count);
}

/** The drill as one choice of values makes it: `choose` gives the index of a parameter's value. */
export function instantiateWith(
  drill: Drill,
  evidence: EvidenceTexts,
  choose: (parameter: string, count: number) => number,
): Variant {
  const replacements = new Map<string, string>();
  const state = { ...drill.state };
  let { feed } = drill;
  for (const parameter of drill.parameters) {
    if ('order' in parameter) {
      feed = reorder(feed, parameter.order, (count) => choose(parameter.id, count));
      continue;
    }
    const drawn = nameDraw(parameter);
    const index = choose(drawn, parameter.values.length);
    if ('literal' in parameter) {
      const value = parameter.values[index];
      if (value !== undefined) replacements.set(parameter.literal, value);
    } else {
      const value = parameter.values[index];
      const variable = state[parameter.variable];
      if (variable && value !== undefined) {
        state[parameter.variable] = { ...variable, initial: value } as typeof variable;
      }
    }
  }
  const replace = createReplacer(replacements);
  // In base64 a literal stands by chance alone.
  const images = new Set(drill.evidence.flatMap((one) => (one.format === 'image' ? [one.id] : [])));
  const { parameters, ...rest } = drill;
  return {
    drill: {
      ...(mapTexts({ ...rest, state, feed }, replace) as Omit<Drill, 'parameters'>),
      parameters,
    },
    evidence: new Map(
      [...evidence].map(([id, text]) => [id, images.has(id) ? text : replace(text)]),
    ),
  };
}

/** Parameters of one name draw together. */
export function nameDraw(parameter: Drill['parameters'][number]): string {
  return ('with' in parameter ? parameter.with : undefined) ?? parameter.id;
}

/** Gives the named items each other's times. Those that a lever left out take no part. */
function reorder(
  feed: Drill['feed'],
  names: readonly string[],
  choose: (count: number) => number,
): Drill['feed'] {
  const items = names.flatMap((name) => feed.find(({ id }) => id === name) ?? []);
  const times = items.map(({ at }) => at);
  let choice = choose(items.reduce((product, _, index) => product * (index + 1), 1));
  const drawn = new Map<string, number | undefined>();
  for (const { id } of items) {
    const place = choice % times.length;
    choice = Math.floor(choice / times.length);
    drawn.set(id, times.splice(place, 1)[0]);
  }
  return feed.map((item) => (drawn.has(item.id) ? { ...item, at: drawn.get(item.id) } : item));
}

function createReplacer(replacements: ReadonlyMap<string, string>): (text: string) => string {
  const literals = [...replacements.keys()];
  return (text) => {
    let result = '';
    let copied = 0;
    for (const { at, literal } of findLiterals(text, literals)) {
      result += text.slice(copied, at) + (replacements.get(literal) ?? literal);
      copied = at + literal.length;
    }
    return copied === 0 ? text : result + text.slice(copied);
  };
}

/**
 * Where a variant writes its values: one pass over the text, so that a value that looks like another
 * literal is left alone; the longer literal wins at one place. Evidence has megabytes: the search is left
 * to `indexOf`.
 */
export function* findLiterals(
  text: string,
  literals: readonly string[],
): Generator<{ readonly at: number; readonly literal: string }> {
  const sorted = [...literals].sort((a, b) => b.length - a.length);
  const next = sorted.map((literal) => text.indexOf(literal));
  let past = 0;
  for (;;) {
    let found = -1;
    for (const [index, literal] of sorted.entries()) {
      const at = next[index] ?? -1;
      // A place before `past` lies inside what was just found.
      if (at >= 0 && at < past) next[index] = text.indexOf(literal, past);
      const here = next[index] ?? -1;
      if (here >= 0 && (found < 0 || here < (next[found] ?? -1))) found = index;
    }
    const literal = sorted[found];
    const at = next[found];
    if (literal === undefined || at === undefined) return;
    yield { at, literal };
    past = at + literal.length;
  }
}

function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, replace));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [replace(key), mapTexts(member, replace)]),
  );
}
