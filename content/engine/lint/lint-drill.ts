import type { EvidenceTexts } from '../drill/instantiate.ts';
import { prepareDrill } from '../drill/prepared-drill.ts';
import type { Fault } from '../format/fault.ts';
import type { DrillEntry, LoadedPack } from '../format/load-pack.ts';
import { placeFindings } from '../format/parse-yaml.ts';
import { lintRules } from './lint-rules.ts';
import { findReach } from './reach.ts';

/**
 * Every fault of a drill, with its place: those that keep it from loading or, where it loads, what
 * the rules of lint find. `evidence` holds the text of each evidence file that is there.
 */
export function lintDrill(
  entry: DrillEntry,
  evidence: EvidenceTexts,
  glossary: LoadedPack['glossary'],
): readonly Fault[] {
  if (entry.kind === 'faulty') return entry.faults;
  const { drill } = entry;
  const prepared = prepareDrill(drill, evidence);
  const subject = {
    drill,
    prepared,
    reach: findReach(prepared),
    terms: new Set(
      glossary.flatMap(({ term, also }) => [term, ...also]).map((t) => t.toLowerCase()),
    ),
  };
  const findings = lintRules.flatMap((rule) =>
    rule.check(subject).map(({ path, message, remedy }) => ({
      code: rule.name,
      severity: rule.severity,
      path,
      message,
      remedy: remedy ?? rule.remedy,
    })),
  );
  return placeFindings(entry.source, findings).sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
}
