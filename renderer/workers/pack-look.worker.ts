import {
  describeChange,
  diffPacks,
  type PackVersion,
} from '../../content/engine/format/diff-packs.ts';
import { loadPack } from '../../content/engine/format/load-pack.ts';
import { lintPack } from '../../content/engine/lint/lint-pack.ts';
import { writeValue } from '../../content/engine/merge/edit-yaml.ts';
import { applyMerge, planMerge, writePlace } from '../../content/engine/merge/merge-packs.ts';
import type {
  MergeConflict,
  PackLook,
  PackLookAnswer,
  PackLookQuestion,
  PackMergeResult,
  PackTextsByPath,
} from './pack-look-messages.ts';

/** Enough to look at; whoever mends a pack has the command line. */
const mostFindings = 100;
/** Moments of play for each drill: a look is waited for. */
const walkBound = 100_000;

/** Looks into packs that nobody vouches for, away from the window's thread. */
addEventListener(
  'message',
  ({ data }: MessageEvent<PackLookQuestion & { readonly id: number }>) => {
    const answer: PackLookAnswer =
      data.kind === 'look'
        ? { id: data.id, look: look(data) }
        : { id: data.id, merge: merge(data) };
    postMessage(answer);
  },
);

function look({ texts, hashes, before }: Extract<PackLookQuestion, { kind: 'look' }>): PackLook {
  const version = readVersion(texts, hashes);
  const { pack } = version;
  const { faults } = lintPack(
    pack,
    {
      packYaml: texts['pack.yaml'] ?? '',
      readEvidence: (slug, drill) =>
        new Map(
          drill.evidence.flatMap(({ id, file }) => {
            const text = texts[`drills/${slug}/${file}`];
            return text === undefined ? [] : [[id, text] as const];
          }),
        ),
      readFile: (path) => texts[path] ?? null,
    },
    { bound: walkBound },
  );
  const errors = faults.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...faults.filter(({ severity }) => severity !== 'error')];
  return {
    title: pack.header?.title ?? null,
    about: pack.header?.about ?? null,
    authors: pack.header?.authors ?? [],
    licence: pack.header?.licence ?? null,
    drills: pack.drills.map((entry) => ({
      slug: entry.slug,
      title: entry.kind === 'ready' ? entry.drill.title : entry.title,
      minutes: entry.kind === 'ready' ? entry.drill.minutes : null,
      decisions: entry.kind === 'ready' ? entry.drill.decisions.length : 0,
    })),
    questions: pack.questions.files.reduce(
      (sum, { questions }) => sum + questions.questions.length,
      0,
    ),
    paths: pack.paths.map(({ title, steps }) => ({ title, steps: steps.length })),
    exercises: pack.exercises.map(({ slug, exercise: { title, minutes } }) => ({
      slug,
      title,
      minutes,
    })),
    findings: sorted.slice(0, mostFindings).map((fault) => ({
      severity: fault.severity,
      code: fault.code,
      place: `${fault.file}:${String(fault.line)}:${String(fault.column)}`,
      message: fault.message,
      remedy: fault.remedy,
    })),
    errors: errors.length,
    warnings: faults.length - errors.length,
    changes:
      before &&
      diffPacks(readVersion(before.texts, before.hashes), version).map(
        (change) => `${describeChange(change)}.`,
      ),
  };
}

function readVersion(texts: PackTextsByPath, hashes: PackTextsByPath): PackVersion {
  const own = Object.entries(texts).filter(
    ([path]) => /\.(?:ya?ml|md)$/i.test(path) && !path.includes('/evidence/'),
  );
  return { pack: loadPack(new Map(own)), hashes: new Map(Object.entries(hashes)) };
}

function merge(asked: Extract<PackLookQuestion, { kind: 'merge' }>): PackMergeResult {
  const [base, mine, theirs] = [asked.base, asked.mine, asked.theirs].map(
    (texts) => new Map(Object.entries(texts)),
  ) as [Map<string, string>, Map<string, string>, Map<string, string>];
  const plan = planMerge(base, mine, theirs);
  const files = applyMerge(theirs, plan, new Set(asked.keepMine));
  return {
    conflicts: plan.conflicts.map(
      ({ id, file, place, base: was, mine: own, theirs: other }): MergeConflict => ({
        id,
        file,
        place: writePlace(place),
        base: writeValue(was),
        mine: writeValue(own),
        theirs: writeValue(other),
      }),
    ),
    kept: [...plan.edits.values()].reduce((sum, edits) => sum + edits.length, 0),
    files: [...files].map(([path, text]) => ({ path, text })),
  };
}
