import type { Checked, Fault } from './fault.ts';
import { checkReferences } from './check-references.ts';
import { DrillSchema, type Drill } from './drill-schema.ts';
import { findMisplaced } from './find-misplaced.ts';
import { GlossarySchema, PackSchema, type GlossaryEntry, type PackHeader } from './pack-schema.ts';
import { checkShape, parseYaml, placeFindings, type YamlSource } from './parse-yaml.ts';
import { loadExercises, type LoadedExercises } from './load-exercises.ts';
import { loadPaths, type LoadedPaths } from './load-paths.ts';
import { loadQuestions, type LoadedQuestions } from './question-load.ts';
import { readTextFiles } from './read-text-files.ts';

/** A drill of a pack, or why it cannot be played. A faulty drill is listed, never hidden. */
export type DrillEntry =
  | {
      readonly kind: 'ready';
      readonly slug: string;
      readonly drill: Drill;
      readonly source: YamlSource;
    }
  | {
      readonly kind: 'faulty';
      readonly slug: string;
      readonly title: string | null;
      readonly faults: readonly Fault[];
    };

export interface LoadedPack {
  /** null where pack.yaml itself is at fault. */
  readonly header: PackHeader | null;
  readonly drills: readonly DrillEntry[];
  readonly glossary: readonly GlossaryEntry[];
  readonly questions: LoadedQuestions;
  readonly paths: LoadedPaths['list'];
  readonly exercises: LoadedExercises['list'];
  /** Faults of all that is no drill; those of a drill are with the drill. */
  readonly faults: readonly Fault[];
}

/** Path inside the pack → text. Evidence is not needed here and not read. */
export type PackTexts = ReadonlyMap<string, string>;

/** The folder names of a pack's drills, sorted. */
export function listSlugs(texts: PackTexts): readonly string[] {
  return [...texts.keys()]
    .flatMap((path) => /^drills\/([^/]+)\/drill\.yaml$/.exec(path)?.[1] ?? [])
    .sort();
}

/** Reads a whole pack. Total: whatever is wrong is a value with a place and a remedy. */
export function loadPack(texts: PackTexts): LoadedPack {
  const header = readFile(texts, 'pack.yaml', PackSchema);
  const glossary = texts.has('glossary.yaml')
    ? readFile(texts, 'glossary.yaml', GlossarySchema)
    : { ok: true as const, value: [] };
  const questions = loadQuestions(texts);
  const slugs = new Set(listSlugs(texts));
  const paths = loadPaths(texts, slugs);
  const exercises = loadExercises(texts, slugs);
  return {
    header: header.ok ? header.value : null,
    glossary: glossary.ok ? glossary.value : [],
    drills: [...slugs].map((slug) => loadDrill(texts, slug)),
    questions,
    paths: paths.list,
    exercises: exercises.list,
    faults: [
      ...(header.ok ? [] : header.faults),
      ...(glossary.ok ? [] : glossary.faults),
      ...findLostDrills(texts, slugs),
      ...findMisplaced(texts, slugs),
      ...questions.faults,
      ...paths.faults,
      ...exercises.faults,
    ],
  };
}

/** A folder of a drill whose drill.yaml is not there, or is called otherwise, would be passed over in silence. */
function findLostDrills(texts: PackTexts, slugs: ReadonlySet<string>): readonly Fault[] {
  const folders = new Set(
    [...texts.keys()].flatMap((path) => /^drills\/([^/]+)\//.exec(path)?.[1] ?? []),
  );
  return [...folders]
    .filter((slug) => !slugs.has(slug) && !holdsMisnamedDrill(texts, slug))
    .sort()
    .map((slug) =>
      missingFile(`drills/${slug}/drill.yaml`, `Add it, or remove the folder drills/${slug}.`),
    );
}

/** What is called drill.yml, or lies a folder deeper, is told of where it lies. */
function holdsMisnamedDrill(texts: PackTexts, slug: string): boolean {
  return [...texts.keys()].some(
    (path) => path.startsWith(`drills/${slug}/`) && /\/drill\.ya?ml$/i.test(path),
  );
}

function missingFile(file: string, remedy: string): Fault {
  const [code, severity] = ['missing-file', 'error'] as const;
  return {
    code,
    severity,
    file,
    line: 1,
    column: 1,
    path: '',
    message: `${file} is missing.`,
    remedy,
  };
}

function readFile<S extends Parameters<typeof checkShape>[1]>(
  texts: PackTexts,
  file: string,
  schema: S,
) {
  const text = texts.get(file);
  if (text === undefined) {
    const other = [...texts.keys()].find((path) => /^pack\.ya?ml$/i.test(path));
    const fault = missingFile(
      file,
      other === undefined ? `Add ${file} at the top of the pack.` : `Rename ${other} to ${file}.`,
    );
    return { ok: false as const, faults: [fault] };
  }
  const source = parseYaml(file, text);
  return source.ok ? checkShape<S>(source.value, schema) : source;
}

/** Reads one drill of a pack. */
export function loadDrill(texts: PackTexts, slug: string): DrillEntry {
  const file = `drills/${slug}/drill.yaml`;
  const source = parseYaml(file, texts.get(file) ?? '');
  if (!source.ok) return { kind: 'faulty', slug, title: null, faults: source.faults };
  const checked = checkDrill(source.value, texts, `drills/${slug}/`);
  if (checked.ok) return { kind: 'ready', slug, drill: checked.value, source: source.value };
  const title = (source.value.data as { title?: unknown } | null)?.title;
  return {
    kind: 'faulty',
    slug,
    title: typeof title === 'string' ? title : null,
    faults: checked.faults,
  };
}

function checkDrill(source: YamlSource, texts: PackTexts, folder: string): Checked<Drill> {
  const read = readTextFiles(source, texts, folder);
  if (!read.ok) return read;
  const shape = checkShape(source, DrillSchema, read.value);
  if (!shape.ok) return shape;
  const broken = checkReferences(shape.value);
  return broken.length > 0 ? { ok: false, faults: placeFindings(source, broken) } : shape;
}
