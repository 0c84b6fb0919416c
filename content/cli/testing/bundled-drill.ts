import { fileURLToPath } from 'node:url';
import {
  type AttemptEvent,
  type AttemptLog,
  type Deed,
  type EventKind,
  parseLog,
} from '../../engine/drill/attempt-log.ts';
import { citeRange } from '../../engine/drill/citation.ts';
import type { EvidenceTexts } from '../../engine/drill/instantiate.ts';
import { prepareDrill, type PreparedDrill } from '../../engine/drill/prepared-drill.ts';
import type { DrillState } from '../../engine/drill/state.ts';
import { beginAttempt, step } from '../../engine/drill/step.ts';
import type { Drill } from '../../engine/format/drill-schema.ts';
import { writeDebrief } from '../../engine/score/debrief.ts';
import { reviewHypotheses } from '../../engine/score/hypotheses.ts';
import { readPackFolder } from '../read-pack-folder.ts';

const core = readPackFolder(fileURLToPath(new URL('../../packs/core', import.meta.url)));

export interface BundledDrill {
  readonly drill: Drill;
  readonly evidence: EvidenceTexts;
  readonly prepared: PreparedDrill;
}

export function readBundledDrill(slug: string): BundledDrill {
  const entry = core.loadDrill(slug);
  if (entry.kind !== 'ready') throw new Error(`${slug} is faulty`);
  const { drill } = entry;
  const evidence = core.readEvidence(slug, drill);
  return { drill, evidence, prepared: prepareDrill(drill, evidence) };
}

/** A log that comes with a drill, such as that of its expert. */
export function readGolden(slug: string, name: string): AttemptLog {
  const log = parseLog(core.readText(`drills/${slug}/golden/${name}.jsonl`));
  if ('fault' in log) throw new Error(log.fault);
  return log;
}

/** What the glossary says of a term. */
export function readTerm(term: string): string {
  const entry = core.pack.glossary.find((one) => one.term === term);
  if (!entry) throw new Error(`the glossary has no ${term}`);
  return entry.text;
}

export type DeedLine = readonly [at_s: number, kind: EventKind, data?: object];

/** What became of these deeds, each done by whoever has the seat. A deed that is refused is a mistake of the test. */
export function playDeeds(prepared: PreparedDrill, ...lines: readonly DeedLine[]): DrillState {
  let state = beginAttempt(prepared);
  for (const [seq, [at_s, kind, data = {}]] of [[0, 'started'] as DeedLine, ...lines].entries()) {
    const event: AttemptEvent = {
      ...({ kind, data } as Deed),
      v: 1,
      attempt: 'a1',
      branch: 'main',
      seq,
      at_s,
      actor: state.seat,
    };
    const next = step(prepared, state, event);
    if (!next.ok) throw new Error(`${seq} ${kind}: ${next.refusal.message}`);
    state = next.state;
  }
  return state;
}

/** The hypothesis of the drill that these words mean, held from the first minute on; null for none. */
export function matchHypothesis(
  prepared: PreparedDrill,
  state: DrillState,
  text: string,
): string | null {
  const held: AttemptEvent = {
    v: 1,
    attempt: 'a1',
    branch: 'main',
    seq: 1,
    at_s: 60,
    actor: 'responder',
    kind: 'hypothesis_added',
    data: { id: 'h', text, confidence: 70 },
  };
  return reviewHypotheses(prepared, state, [held]).yours[0]?.matches?.id ?? null;
}

/** The answer of the tool that was used last. */
export function readLastAnswer({ drill }: PreparedDrill, { uses }: DrillState): string {
  const last = uses.at(-1);
  const tool = drill.tools.find(({ id }) => id === last?.tool);
  return tool?.outcomes.find(({ id }) => id === last?.outcome)?.answer ?? '';
}

/** The option that a decision ended with and what it was worth then; `none` where it lapsed. */
export function readChoice({ decisions }: DrillState, decision: string) {
  const { option, rating } = decisions.get(decision)?.choice ?? {};
  return { option, rating };
}

export function readOutcome(prepared: PreparedDrill, state: DrillState): string {
  return writeDebrief(prepared, state).outcome.id;
}

/** Cites whole lines of a file, counted from one, each by itself. */
export function citeLines(evidence: EvidenceTexts, file: string, ...lines: readonly number[]) {
  const text = evidence.get(file) ?? '';
  const all = text.split('\n');
  return lines.map((line) => {
    const start = all.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    return citeRange(file, text, start, start + (all[line - 1] ?? '').length);
  });
}

/** Lists of words that are looked for: nobody reads them, and they may hold every name that can be drawn. */
const searched = new Set(['any', 'not', 'ask', 'also']);

/** Every word that a play can show, in lower case; ids, which hold no space, are left out. */
export function listWords({ drill, evidence }: PreparedDrill): ReadonlySet<string> {
  const { parameters: _, ...rest } = drill;
  const told = [...listTexts(rest), ...evidence.values()].join(' ').toLowerCase();
  return new Set(told.match(/\p{L}+/gu));
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    searched.has(key) && Array.isArray(one) ? [] : listTexts(one),
  );
}

/** Every list of words that is looked for in what a player writes, each as it stands. */
export function listSearched(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    searched.has(key) && Array.isArray(one)
      ? one.filter((text) => typeof text === 'string')
      : listSearched(one),
  );
}
