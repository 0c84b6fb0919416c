import { isMap, type Document } from 'yaml';
import { composeYaml } from './compose-yaml.ts';

/** The files that carry a format, by where they lie in a pack. */
const kinds = [
  ['pack', /^pack\.yaml$/],
  ['drill', /^drills\/[^/]+\/drill\.yaml$/],
  ['storyline', /^drills\/[^/]+\/storyline\.yaml$/],
  ['question', /^questions\/[^/]+\.yaml$/],
  ['competency', /^competencies\.yaml$/],
  ['path', /^paths\/[^/]+\.yaml$/],
  ['exercise', /^exercises\/[^/]+\/[^/]+\.yaml$/],
] as const;
export type MigratedKind = (typeof kinds)[number][0];

/** One step of a format to the next. It changes the document in place, so that comments stay. */
export interface Migration {
  readonly from: number;
  /** What it does, for the person whose file it is. */
  readonly about: string;
  readonly change: (document: Document) => void;
}

/** What a kind of file is at today, and the steps that lead there. */
export interface Chain {
  readonly current: number;
  readonly steps: readonly Migration[];
}

/**
 * Every format is at 1 and none was published before (2026-11-26), so there is no step yet. A step
 * is added here, with a real file of the format it starts from in migrate.test.ts.
 */
const chains: Readonly<Record<MigratedKind, Chain>> = {
  pack: { current: 1, steps: [] },
  drill: { current: 1, steps: [] },
  storyline: { current: 1, steps: [] },
  question: { current: 1, steps: [] },
  competency: { current: 1, steps: [] },
  path: { current: 1, steps: [] },
  exercise: { current: 1, steps: [] },
};

export type Migrated =
  | { readonly kind: 'current'; readonly format: number }
  | {
      readonly kind: 'migrated';
      readonly from: number;
      readonly to: number;
      readonly steps: readonly string[];
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly why: string };

/** null: the file has no format of its own (texts, evidence, the glossary). */
export function findKind(path: string): MigratedKind | null {
  return kinds.find(([, shape]) => shape.test(path))?.[0] ?? null;
}

/**
 * Brings the text of a file to today's format, step by step. What is not changed by a step keeps its
 * place and its comments. A format that is newer, or that no step leads on from, is refused.
 */
export function migrateFile(
  kind: MigratedKind,
  text: string,
  { current, steps }: Chain = chains[kind],
): Migrated {
  const composed = composeYaml(text);
  if (!composed.ok) return { kind: 'refused', why: composed.hazard.message };
  const { document } = composed;
  const format: unknown = isMap(document.contents) ? document.get('format') : undefined;
  if (typeof format !== 'number') return { kind: 'refused', why: 'It names no format.' };
  if (format === current) return { kind: 'current', format };
  if (format > current) {
    return {
      kind: 'refused',
      why: `It is of format ${format}, and this Drillbook knows up to ${current}. Use a newer Drillbook.`,
    };
  }
  const done: string[] = [];
  for (let at = format; at < current; at += 1) {
    const step = steps.find(({ from }) => from === at);
    if (!step) return { kind: 'refused', why: `Nothing leads on from format ${at}.` };
    step.change(document);
    document.set('format', at + 1);
    done.push(step.about);
  }
  const migrated = document.toString({ lineWidth: 0 });
  return { kind: 'migrated', from: format, to: current, steps: done, text: migrated };
}
