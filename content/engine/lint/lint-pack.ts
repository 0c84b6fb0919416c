import type { EvidenceTexts } from '../drill/instantiate.ts';
import type { Drill } from '../format/drill-schema.ts';
import type { LoadedPack } from '../format/load-pack.ts';
import { parseYaml, placeFindings } from '../format/parse-yaml.ts';
import { applySettings, type PackFinding } from './apply-settings.ts';
import { byPlace, lintWhole, type LintFault } from './lint-drill.ts';
import { lintExercises } from './lint-exercises.ts';
import { lintQuestions } from './lint-questions.ts';
import { packRules } from './lint-rules.ts';
import { missingTerm } from './rules/missing-term.ts';
import type { Walk } from './walk/walk-drill.ts';

/** What lint reads of a pack beside what was loaded. */
export interface PackFiles {
  /** The text of pack.yaml, to find places in it. */
  readonly packYaml: string;
  /** The text of each evidence file of a drill that is there. */
  readEvidence(slug: string, drill: Drill): EvidenceTexts;
  /** The text of a file by its path in the pack; null where there is none. */
  readFile(path: string): string | null;
}

export interface LintedPack {
  readonly faults: readonly LintFault[];
  /** By drill: what walking its paths came to. */
  readonly walks: ReadonlyMap<string, Walk>;
}

/** By these files of a pack each of its drills is read and judged. */
const readByDrills: ReadonlySet<string> = new Set(['pack.yaml', 'glossary.yaml']);

/**
 * Every fault of a pack: of its own files, of each drill, of its drills together, of its questions and
 * its exercises; by the severities and without the exceptions of pack.yaml. With `only`, one drill by its folder's name:
 * then nothing is said of the rest of the pack, but where a file that the drill is read by does not load. `bound`: how many moments of play are walked at most.
 */
export function lintPack(
  pack: LoadedPack,
  files: PackFiles,
  { only, bound }: { readonly only?: string | undefined; readonly bound?: number | undefined } = {},
): LintedPack {
  const { header, glossary } = pack;
  const isUnread = (name: string): boolean => pack.faults.some(({ file }) => file === name);
  const walks = new Map<string, Walk>();
  const drills = pack.drills.flatMap((entry) => {
    const { slug } = entry;
    if (only !== undefined && slug !== only) return [];
    const ready = entry.kind === 'ready';
    const evidence = ready ? files.readEvidence(slug, entry.drill) : new Map<string, string>();
    const linted = lintWhole(entry, evidence, { glossary, header, bound });
    if (linted.walk) walks.set(slug, linted.walk);
    // Of a glossary that could not be read nobody knows what it explains.
    return isUnread('glossary.yaml')
      ? linted.faults.filter(({ code }) => code !== missingTerm.name)
      : linted.faults;
  });
  const whole = only === undefined;
  const own = whole ? placeInPack(files.packYaml, checkTogether(pack)) : [];
  const loading = pack.faults
    .filter(({ file }) => whole || readByDrills.has(file) || file.startsWith(`drills/${only}/`))
    .map(belongToPack);
  const asked = whole ? lintQuestions(pack.questions) : [];
  const exercises = whole ? lintExercises(pack.exercises, (path) => files.readFile(path)) : [];
  const all = [...loading, ...own, ...asked, ...exercises, ...drills];
  const settled = applySettings(header?.lint, all, whole);
  return {
    faults: [...placeInPack(files.packYaml, settled.findings), ...settled.faults],
    walks,
  };
}

function checkTogether(pack: LoadedPack): readonly PackFinding[] {
  const { header } = pack;
  if (!header) return [];
  const drills = pack.drills.flatMap((entry) => (entry.kind === 'ready' ? [entry] : []));
  return packRules.flatMap((rule) =>
    rule.checkPack({ header, drills }).map(({ path, message, remedy }) => ({
      code: rule.name,
      severity: rule.severity,
      path,
      message,
      remedy: remedy ?? rule.remedy,
    })),
  );
}

function placeInPack(text: string, findings: readonly PackFinding[]): readonly LintFault[] {
  const source = parseYaml('pack.yaml', text);
  if (!source.ok) return [];
  return placeFindings(source.value, findings).map(belongToPack).sort(byPlace);
}

function belongToPack(fault: Omit<LintFault, 'slug' | 'ids'>): LintFault {
  return { ...fault, slug: null, ids: [] };
}
