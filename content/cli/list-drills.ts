import type { ExerciseKind } from '../engine/format/exercise-terms.ts';
import type { Fault } from '../engine/format/fault.ts';
import type { Level } from '../engine/format/drill-terms.ts';
import { readPacks } from './find-packs.ts';
import type { PackFolder } from './read-pack-folder.ts';
import { bold, type Terminal } from './terminal.ts';
import { alignCells } from './wrap-text.ts';
import { placeFault, writeFault } from './write-faults.ts';

interface ListedDrill {
  readonly slug: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly level: string | null;
  readonly minutes: number | null;
  readonly pack: string;
  /** Why it does not load; empty for a drill that does. */
  readonly faults: readonly Fault[];
}

/** What a pack holds beside drills, as far as it loads. */
interface ListedRest {
  readonly exercises: readonly {
    readonly slug: string;
    readonly title: string;
    readonly kind: ExerciseKind;
    readonly level: Level;
    readonly minutes: number;
    readonly pack: string;
  }[];
  readonly paths: readonly {
    readonly id: string;
    readonly title: string;
    readonly drills: readonly string[];
    readonly pack: string;
  }[];
  /** A file of questions each. */
  readonly questions: readonly {
    readonly file: string;
    readonly principle: string;
    readonly questions: number;
    readonly pack: string;
  }[];
}

interface Listed extends ListedRest {
  readonly drills: readonly ListedDrill[];
  /** Faults of what is no drill. */
  readonly faults: readonly Fault[];
}

/**
 * Lists the drills, exercises, paths and questions. A drill that does not load is listed with its
 * faults, and the exit code is 1.
 */
export function listDrills(
  terminal: Terminal,
  { pack, json }: { readonly pack: string | undefined; readonly json: boolean },
): number {
  const packs = readPacks(pack);
  const rest = packs.map(describeRest);
  const listed: Listed = {
    drills: packs.flatMap(describeDrills),
    exercises: rest.flatMap(({ exercises }) => exercises),
    paths: rest.flatMap(({ paths }) => paths),
    questions: rest.flatMap(({ questions }) => questions),
    faults: packs.flatMap((source) =>
      source.pack.faults.map((fault) => placeFault(source.folder, fault)),
    ),
  };
  if (json) terminal.write(JSON.stringify(listed, null, 2));
  else writeListed(terminal, listed);
  const sound =
    listed.faults.length === 0 && listed.drills.every(({ faults }) => faults.length === 0);
  return sound ? 0 : 1;
}

function nameOf({ folder, pack }: PackFolder): string {
  return pack.header?.id ?? folder;
}

function describeDrills(source: PackFolder): readonly ListedDrill[] {
  const { folder, pack } = source;
  const name = nameOf(source);
  return pack.drills.map((entry): ListedDrill => {
    const { slug } = entry;
    if (entry.kind === 'ready') {
      const { title, role, level, minutes } = entry.drill;
      return { slug, title, role, level, minutes, pack: name, faults: [] };
    }
    const faults = entry.faults.map((fault) => placeFault(folder, fault));
    const unread = { role: null, level: null, minutes: null };
    return { slug, title: entry.title, ...unread, pack: name, faults };
  });
}

function describeRest(source: PackFolder): ListedRest {
  const pack = nameOf(source);
  const { exercises, paths, questions } = source.pack;
  return {
    exercises: exercises.map(({ slug, exercise: { title, kind, level, minutes } }) => ({
      ...{ slug, title, kind, level, minutes, pack },
    })),
    paths: paths.map(({ id, title, steps }) => ({
      ...{ id, title, drills: steps.map(({ drill }) => drill), pack },
    })),
    questions: questions.files.map(({ questions: file, source: { file: path } }) => ({
      ...{ file: path, principle: file.principle, questions: file.questions.length, pack },
    })),
  };
}

function writeListed(terminal: Terminal, listed: Listed): void {
  const { drills, exercises, paths, questions, faults } = listed;
  writeTable(
    terminal,
    ['slug', 'title', 'role', 'level', 'minutes', 'pack'],
    drills.map(({ slug, title, role, level, minutes, pack }) => [
      slug,
      title ?? '?',
      ...(role === null ? ['does not load', '', ''] : [role, level ?? '', String(minutes)]),
      pack,
    ]),
    (index) => {
      for (const fault of drills[index]?.faults ?? []) terminal.write(`  ${writeFault(fault)}`);
    },
  );
  if (drills.length === 0) terminal.write('There are no drills.');
  const more: readonly (readonly [readonly string[], readonly (readonly string[])[]])[] = [
    [
      ['exercise', 'title', 'kind', 'level', 'minutes', 'pack'],
      exercises.map(({ slug, title, kind, level, minutes, pack }) => [
        ...[slug, title, kind, level, String(minutes), pack],
      ]),
    ],
    [
      ['path', 'title', 'drills', 'pack'],
      paths.map(({ id, title, drills: steps, pack }) => [id, title, String(steps.length), pack]),
    ],
    [
      ['questions', 'principle', 'number', 'pack'],
      questions.map(({ file, principle, questions: number, pack }) => [
        ...[file, principle, String(number), pack],
      ]),
    ],
  ];
  for (const [head, rows] of more) {
    if (rows.length === 0) continue;
    terminal.write('');
    writeTable(terminal, head, rows);
  }
  for (const fault of faults) terminal.write(writeFault(fault));
}

/** @param below writes what belongs below a row */
function writeTable(
  terminal: Terminal,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  below: (index: number) => void = () => undefined,
): void {
  const [first = '', ...lines] = alignCells([head, ...rows]);
  terminal.write(bold(first));
  for (const [index, line] of lines.entries()) {
    terminal.write(line);
    below(index);
  }
}
