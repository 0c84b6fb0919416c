import type { AttemptEvent } from '../drill/attempt-log.ts';
import type { EvidenceTexts } from '../drill/instantiate.ts';
import type { Fault } from '../format/fault.ts';
import type { DrillEntry, LoadedPack } from '../format/load-pack.ts';
import type { PackHeader } from '../format/pack-schema.ts';
import { lintRules } from './lint-rules.ts';
import { makeSubject } from './lint-subject.ts';
import { placeHit } from './place-hit.ts';
import type { Walk } from './walk/walk-drill.ts';

/** A fault of a drill, as lint tells it. */
export interface LintFault extends Fault {
  /** The drill, as its folder is named; null for the pack as a whole. */
  readonly slug: string | null;
  /** Ids of what the fault lies in, outermost first: what an exception may name. */
  readonly ids: readonly string[];
  /** A shortest play that leads to it, where it is a matter of play. */
  readonly way?: readonly AttemptEvent[];
}

export interface LintedDrill {
  readonly faults: readonly LintFault[];
  /** What walking its paths came to; null where the drill does not load. */
  readonly walk: Walk | null;
}

/**
 * Every fault of a drill, with its place: those that keep it from loading or, where it loads, what
 * the rules of lint find. `evidence` holds the text of each evidence file that is there.
 */
export function lintDrill(
  entry: DrillEntry,
  evidence: EvidenceTexts,
  glossary: LoadedPack['glossary'],
): readonly LintFault[] {
  return lintWhole(entry, evidence, { glossary, header: null }).faults;
}

/** `bound`: how many moments of play are walked at most; see walk-drill.ts. */
export function lintWhole(
  entry: DrillEntry,
  evidence: EvidenceTexts,
  {
    glossary,
    header,
    bound,
  }: {
    readonly glossary: LoadedPack['glossary'];
    readonly header: PackHeader | null;
    readonly bound?: number | undefined;
  },
): LintedDrill {
  const { slug } = entry;
  if (entry.kind === 'faulty') {
    return { faults: entry.faults.map((fault) => ({ ...fault, slug, ids: [] })), walk: null };
  }
  const { drill, source } = entry;
  const subject = makeSubject(drill, evidence, { glossary, header, bound });
  const faults = lintRules.flatMap((rule) =>
    rule.check(subject).map((hit): LintFault => {
      const fault = placeHit(source, `drills/${slug}/`, subject, rule, hit);
      return { ...fault, slug, ...(hit.way ? { way: hit.way } : {}) };
    }),
  );
  return { faults: faults.sort(byPlace), walk: subject.walk() };
}

/** The YAML file of a drill or an exercise before the files beside it. */
export function byPlace(a: Fault, b: Fault): number {
  const inYaml = ({ file }: Fault): number => (file.endsWith('.yaml') ? 0 : 1);
  const byFile = inYaml(a) - inYaml(b) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return byFile || a.line - b.line || a.column - b.column;
}
