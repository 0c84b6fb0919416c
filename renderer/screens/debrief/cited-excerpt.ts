import type { PreparedDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { readEvidence } from '../../../content/engine/evidence/read-evidence.ts';
import { formatScenarioTime } from '../../../content/engine/format/scenario-time.ts';

/** A clue as the debrief shows it: what it says, where it stands, and the words themselves. */
export interface CitedExcerpt {
  readonly says: string;
  readonly place: string;
  readonly text: string;
}

const around = 2;

/** Reads the place of a clue out of feed, tool or evidence; null where the drill has no such clue. */
export function readCitedExcerpt(prepared: PreparedDrill, clueId: string): CitedExcerpt | null {
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
    };
  }
  if ('tool' in clue) {
    const tool = byId.tools.get(clue.tool);
    const outcome = tool?.outcomes.find(({ id }) => id === clue.outcome);
    return {
      says: clue.says,
      place: `Tool: ${tool?.title ?? clue.tool}`,
      text: outcome?.answer ?? '',
    };
  }
  const evidence = byId.evidence.get(clue.evidence);
  const text = prepared.evidence.get(clue.evidence) ?? '';
  const title = evidence?.title ?? clue.evidence;
  if ('text' in clue) {
    const lines = text.split('\n');
    const start = text.slice(0, text.indexOf(clue.text)).split('\n').length - 1;
    const end = start + clue.text.split('\n').length;
    return {
      says: clue.says,
      place: `${title}, line ${start + 1}`,
      text: lines.slice(Math.max(0, start - around), end + around).join('\n'),
    };
  }
  const content = evidence ? readEvidence(evidence, text) : null;
  const row = content?.kind === 'table' ? content.rows.find(({ id }) => id === clue.record) : null;
  return {
    says: clue.says,
    place: `${title}, record ${clue.record}`,
    text: row
      ? typeof row.raw === 'object' && !Array.isArray(row.raw)
        ? JSON.stringify(row.raw, null, 2)
        : row.cells.join(' · ')
      : '',
  };
}
