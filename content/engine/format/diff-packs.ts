import type { LoadedPack } from './load-pack.ts';

/** A version of a pack, with the SHA-256 of each of its files. */
export interface PackVersion {
  readonly pack: LoadedPack;
  readonly hashes: ReadonlyMap<string, string>;
}

/** Where something stands, from the outside in: drill, decision, option. */
export interface ChangedThing {
  readonly kind: string;
  readonly id: string;
  /** As its author calls it. */
  readonly name: string;
}

/** One thing that differs, in the words of a pack and not of its lines. */
export interface PackChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly place: readonly ChangedThing[];
  /** Which field changed; null where a whole thing came or went. */
  readonly field: string | null;
  /** Short values as they are; null where there is none or it is long. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What the members of a list are called. */
const kinds: Readonly<Record<string, string>> = {
  decisions: 'decision',
  options: 'option',
  feed: 'message',
  replies: 'reply',
  evidence: 'evidence',
  clues: 'clue',
  tools: 'tool',
  outcomes: 'outcome',
  updates: 'update',
  facts: 'fact',
  hints: 'hint',
  answers: 'answer of the assistant',
  people: 'person',
  roles: 'role',
  parameters: 'parameter',
  milestones: 'milestone',
  rules: 'rule',
  truth: 'true event',
  hypotheses: 'hypothesis',
  material: 'material',
  questions: 'question',
  points: 'point',
};

type Thing = Readonly<Record<string, unknown>> & { readonly id: string };

/** Everything that differs between two versions of a pack: its header, then drill by drill. */
export function diffPacks(before: PackVersion, after: PackVersion): readonly PackChange[] {
  const changes: PackChange[] = [];
  diffFields(before.pack.header ?? {}, after.pack.header ?? {}, [], changes);
  diffThings('term', listTerms(before), listTerms(after), [], changes);
  diffThings('drill', listDrills(before), listDrills(after), [], changes);
  diffThings('exercise', listExercises(before), listExercises(after), [], changes);
  diffThings('file', listOtherFiles(before), listOtherFiles(after), [], changes);
  return changes;
}

/** A change as a sentence, without its full stop. */
export function describeChange({ change, place, field, before, after }: PackChange): string {
  const where = place.map(({ kind, name }) => `${kind} “${name}”`).join(', ');
  if (field === null) return `${where}: ${change}`;
  const at = where === '' ? field : `${where}: ${field}`;
  if (before === null && after === null) return `${at} changed`;
  return `${at} ${before ?? '(none)'} → ${after ?? '(none)'}`;
}

function listTerms({ pack }: PackVersion): readonly Thing[] {
  return pack.glossary.map(({ term, also, text }) => ({ id: term, also, text }));
}

/** Drills with what their evidence holds. A drill that does not load has its faults for content. */
function listDrills({ pack, hashes }: PackVersion): readonly Thing[] {
  return pack.drills.map((entry) => {
    const { slug } = entry;
    if (entry.kind === 'faulty') {
      const faults = entry.faults.map(({ line, message }) => `${line}: ${message}`).join('; ');
      return { id: slug, title: entry.title ?? slug, loads: false, faults };
    }
    const evidence = entry.drill.evidence.map((item) => ({
      ...item,
      content: hashes.get(`drills/${slug}/${item.file}`) ?? '',
    }));
    return { ...entry.drill, id: slug, number: entry.drill.id, evidence };
  });
}

/** Exercises with what their material holds. */
function listExercises({ pack, hashes }: PackVersion): readonly Thing[] {
  return pack.exercises.map(({ slug, folder, exercise }) => {
    const material = exercise.material.map((item) => ({
      ...item,
      content: hashes.get(folder + item.file) ?? '',
    }));
    return { ...exercise, id: slug, number: exercise.id, material };
  });
}

/** Questions, paths, licences: by file, since drills, exercises and what lies beside is told above. */
function listOtherFiles({ pack, hashes }: PackVersion): readonly Thing[] {
  const told = [
    ...pack.drills.map(({ slug }) => `drills/${slug}/`),
    ...pack.exercises.flatMap(({ folder, source }) => [folder, source.file]),
    'pack.yaml',
    'glossary.yaml',
  ];
  return [...hashes]
    .filter(
      ([path]) => !told.some((one) => (one.endsWith('/') ? path.startsWith(one) : path === one)),
    )
    .map(([path, content]) => ({ id: path, content }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function diffThings(
  kind: string,
  before: readonly Thing[],
  after: readonly Thing[],
  place: readonly ChangedThing[],
  changes: PackChange[],
): void {
  const whole = { field: null, before: null, after: null };
  const old = new Map(before.map((thing) => [thing.id, thing]));
  for (const thing of after) {
    const here = [...place, { kind, id: thing.id, name: nameThing(thing) }];
    const was = old.get(thing.id);
    if (was) diffFields(was, thing, here, changes);
    else changes.push({ change: 'added', place: here, ...whole });
    old.delete(thing.id);
  }
  for (const thing of old.values()) {
    const here = [...place, { kind, id: thing.id, name: nameThing(thing) }];
    changes.push({ change: 'removed', place: here, ...whole });
  }
}

function diffFields(
  before: object,
  after: object,
  place: readonly ChangedThing[],
  changes: PackChange[],
  prefix = '',
): void {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  for (const field of new Set([...now.keys(), ...old.keys()])) {
    const was = old.get(field);
    const is = now.get(field);
    if (writeValue(was) === writeValue(is)) continue;
    const kind = kinds[field];
    const [wasList, isList] = [was ?? [], is ?? []];
    if (kind !== undefined && isThings(wasList) && isThings(isList)) {
      diffThings(kind, wasList, isList, place, changes);
    } else if (isFields(was) && isFields(is)) {
      diffFields(was, is, place, changes, `${prefix}${field}.`);
    } else {
      changes.push({
        change: 'changed',
        place,
        field: field === 'content' ? 'content' : prefix + field,
        before: field === 'content' ? null : writeShort(was),
        after: field === 'content' ? null : writeShort(is),
      });
    }
  }
}

function isThings(value: unknown): value is readonly Thing[] {
  return Array.isArray(value) && value.every((member) => isFields(member) && 'id' in member);
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function nameThing({ title, name, text, subject, question, id }: Thing): string {
  const said = [title, name, subject, question, text].find(
    (value): value is string => typeof value === 'string',
  );
  return said !== undefined && said.length <= 80 ? said : id;
}

function writeValue(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}

function writeShort(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : writeValue(value);
  return text.length <= 80 ? text : null;
}
