import { prepareDrill, type PreparedDrill } from '../drill/prepared-drill.ts';
import type { EvidenceTexts } from '../drill/instantiate.ts';
import { readEvidence, type EvidenceContent } from '../evidence/read-evidence.ts';
import type { Drill } from '../format/drill-schema.ts';
import type { GlossaryEntry, PackHeader } from '../format/pack-schema.ts';
import { listTexts } from './list-texts.ts';
import { findReach } from './reach.ts';
import type { LintSubject } from './rule.ts';
import { findUnmet } from './walk/find-unmet.ts';
import { usualBound, walkDrill, type Walk } from './walk/walk-drill.ts';

/** Makes a drill ready for the rules. `evidence` holds the text of each evidence file that is there. */
export function makeSubject(
  drill: Drill,
  evidence: EvidenceTexts,
  {
    glossary = [],
    header = null,
    bound = usualBound,
  }: {
    readonly glossary?: readonly GlossaryEntry[];
    readonly header?: PackHeader | null;
    readonly bound?: number | undefined;
  } = {},
): LintSubject {
  const prepared = prepareDrill(drill, evidence);
  let walk: Walk | null = null;
  return {
    drill,
    prepared,
    reach: findReach(prepared),
    terms: new Set(
      glossary.flatMap(({ term, also }) => [term, ...also]).map((t) => t.toLowerCase()),
    ),
    header,
    texts: listTexts(drill),
    data: drill,
    files: drill.evidence.flatMap(({ id, file, format }, index) => {
      const text = format === 'image' ? undefined : prepared.evidence.get(id);
      return text === undefined ? [] : [{ path: ['evidence', index, 'file'], file, text }];
    }),
    pictures: drill.evidence.flatMap(({ id, format, about }, index) =>
      format === 'image' ? [{ path: ['evidence', index], id, about }] : [],
    ),
    content: readContents(drill, prepared),
    walk: () => (walk ??= walkDrill(prepared, bound)),
    findUnmet: (conditions) => findUnmet(prepared, conditions, bound),
  };
}

/** Reads the evidence of a drill, or of a variant of it, each file once and only when it is asked for. */
export function readContents(drill: Drill, { evidence }: PreparedDrill): LintSubject['content'] {
  const contents = new Map<string, EvidenceContent | null>();
  return (id) => {
    const known = contents.get(id);
    if (known !== undefined) return known;
    const shape = drill.evidence.find((one) => one.id === id);
    const text = evidence.get(id);
    const read = shape && text !== undefined ? readEvidence(shape, text) : null;
    contents.set(id, read);
    return read;
  };
}
