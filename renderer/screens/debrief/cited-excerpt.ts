import type { Citation } from '../../../content/engine/drill/attempt-log.ts';
import { citeRange, citeRecord } from '../../../content/engine/drill/citation.ts';
import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import type { DrillState } from '../../../content/engine/drill/state.ts';
import { readEvidence, type EvidenceRow } from '../../../content/engine/evidence/read-evidence.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';
import type { Point } from '../../../content/engine/score/point.ts';

/** A clue as the debrief shows it: what it says, where it stands, and the words themselves. */
export interface CitedExcerpt {
  readonly says: string;
  readonly place: string;
  readonly text: string;
  /** Where the drill room shows it; null for the answer of a tool. */
  readonly citation: Citation | null;
}

/** What leads to a place in the drill room; null where the room does not show it. */
export type WayTo = (citation: Citation) => (() => void) | null;

const around = 2;

/** What a point rests on: for an answer the message that asked for it, then its clues. */
export function readPointExcerpts(
  prepared: PreparedDrill,
  state: DrillState,
  { rule, clues }: Point,
): readonly CitedExcerpt[] {
  const [kind, id = ''] = rule.split(':');
  const item = kind === 'answer' ? prepared.byId.feed.get(id) : undefined;
  const delivery = state.feed.get(id);
  const cited = readCitedExcerpts(prepared, clues);
  if (!item || !delivery) return cited;
  const sender = prepared.drill.people.find((person) => person.id === item.from)?.name;
  return [
    {
      says: sender === undefined ? 'What asked for an answer.' : `What ${sender} asked.`,
      place: `Feed: ${item.subject}, ${formatScenarioTime(delivery.arrived_s)}`,
      text: item.body,
      citation: citeRecord('feed', id),
    },
    ...cited,
  ];
}

/** The places of clues, without those that the drill does not have. */
export function readCitedExcerpts(
  prepared: PreparedDrill,
  clues: readonly string[],
): readonly CitedExcerpt[] {
  return clues.flatMap((clue) => readCitedExcerpt(prepared, clue) ?? []);
}

/** Reads the place of a clue out of feed, tool or evidence; null where the drill has no such clue. */
function readCitedExcerpt(prepared: PreparedDrill, clueId: string): CitedExcerpt | null {
  const { drill, byId } = prepared;
  const clue = drill.clues.find(({ id }) => id === clueId);
  if (!clue) return null;
  if ('feed' in clue) {
    const item = byId.feed.get(clue.feed);
    const at = item?.at === undefined ? '' : `, ${formatScenarioTime(item.at)}`;
    return {
      says: clue.says,
      place: `Feed: ${item?.subject ?? clue.feed}${at}`,
      text: item?.body ?? '',
      citation: citeRecord('feed', clue.feed),
    };
  }
  if ('tool' in clue) {
    const tool = byId.tools.get(clue.tool);
    const outcome = tool?.outcomes.find(({ id }) => id === clue.outcome);
    return {
      says: clue.says,
      place: `Tool: ${tool?.title ?? clue.tool}`,
      text: outcome?.answer ?? '',
      citation: null,
    };
  }
  const evidence = byId.evidence.get(clue.evidence);
  const text = prepared.evidence.get(clue.evidence) ?? '';
  const title = evidence?.title ?? clue.evidence;
  if ('text' in clue) {
    const lines = text.split('\n');
    const at = text.indexOf(clue.text);
    const start = text.slice(0, at).split('\n').length - 1;
    const end = start + clue.text.split('\n').length;
    return {
      says: clue.says,
      place: `${title}, line ${start + 1}`,
      text: lines.slice(Math.max(0, start - around), end + around).join('\n'),
      citation: citeRange(clue.evidence, text, at, at + clue.text.length),
    };
  }
  const content = evidence ? readEvidence(evidence, text) : null;
  const row = content?.kind === 'table' ? content.rows.find(({ id }) => id === clue.record) : null;
  return {
    says: clue.says,
    place: `${title}, record ${clue.record}`,
    text: row ? writeRow(row) : '',
    citation: citeRecord(clue.evidence, clue.record),
  };
}

function writeRow({ raw, cells }: EvidenceRow): string {
  if (typeof raw === 'object' && !Array.isArray(raw)) return JSON.stringify(raw, null, 2);
  // A text shares its columns with the other kinds of record in the file, and fills few of them.
  return (Array.isArray(raw) ? raw : cells.filter((cell) => cell !== '')).join(' · ');
}

/** Whether the room of this attempt shows a place: what was never opened stays closed after the end. */
export function isShown(state: DrillState, { file, locator }: Citation): boolean {
  if (file !== 'feed') return typeof state.evidence.get(file) === 'number';
  return locator.kind === 'record' && state.feed.get(locator.id)?.seen === true;
}
