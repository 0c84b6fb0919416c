import type { Clue, Drill } from '../format/drill-schema.ts';
import type { LintHit, LintSubject } from './rule.ts';
import { findLines } from './told-times.ts';

/** What tells of a thing by being cited for it, with its place. */
export interface Source {
  readonly path: LintHit['path'];
  readonly text: string;
  /** Where the text begins in its file. */
  readonly offset?: number;
}

/** The text that a clue points to, but for a record of a table, and what it is said to show. */
export function listSources({ drill, prepared }: LintSubject, id: string): readonly Source[] {
  const at = drill.clues.findIndex((clue) => clue.id === id);
  const clue = drill.clues[at];
  if (!clue) return [];
  return [
    ...findOwn(drill, prepared.evidence, clue),
    { path: ['clues', at, 'says'], text: clue.says },
  ];
}

function findOwn(
  { evidence, feed, tools }: Drill,
  texts: ReadonlyMap<string, string>,
  clue: Clue,
): readonly Source[] {
  if ('record' in clue) return []; // contradicting-truth reads those
  if ('text' in clue) {
    const index = evidence.findIndex(({ id }) => id === clue.evidence);
    const lines = findLines(texts.get(clue.evidence) ?? '', clue.text);
    return lines ? [{ path: ['evidence', index, 'file'], ...lines }] : [];
  }
  if ('feed' in clue) {
    const index = feed.findIndex(({ id }) => id === clue.feed);
    const item = feed[index];
    return item ? [{ path: ['feed', index, 'body'], text: item.body }] : [];
  }
  const index = tools.findIndex(({ id }) => id === clue.tool);
  const outcomes = tools[index]?.outcomes ?? [];
  const outcome = outcomes.findIndex(({ id }) => id === clue.outcome);
  const path = ['tools', index, 'outcomes', outcome, 'answer'];
  return [{ path, text: outcomes[outcome]?.answer ?? '' }];
}

/** What a clue points to, as text: lines, a message, an answer or a record. */
export function readSource(subject: LintSubject, id: string): string {
  const clue = subject.drill.clues.find((one) => one.id === id);
  if (!clue || !('record' in clue)) return listSources(subject, id).slice(0, -1)[0]?.text ?? '';
  const table = subject.content(clue.evidence);
  const rows = table?.kind === 'table' ? table.rows : [];
  return JSON.stringify(rows.filter(({ id: row }) => row === clue.record).map(({ raw }) => raw));
}
