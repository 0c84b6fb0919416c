import { measureDepth } from '../../../content/engine/evidence/measure-depth.ts';
import {
  readEvidence,
  type EvidenceShape,
  type EvidenceTable,
} from '../../../content/engine/evidence/read-evidence.ts';

/** Rows are made of JSON that is nested no deeper: far below where a runtime gives up, above any log. */
export const deepest = 1000;

/**
 * The rows of a file, whatever its viewer shows: of a JSON document those of its list, of an inventory
 * of software its components. null where there are none.
 */
export function readEvidenceTable(shape: EvidenceShape, text: string): EvidenceTable | null {
  const content = readEvidence(shape, text);
  if (content.kind === 'table') return content;
  if (content.kind !== 'tree') return null;
  const { value } = content;
  if (measureDepth(text) > deepest) return null;
  const list = Array.isArray(value) ? (value as unknown[]) : findList(value, shape.format);
  if (!list || list.length === 0) return null;
  const key = shape.key ?? (shape.format === 'sbom' ? 'bom-ref' : undefined);
  const table = readEvidence({ format: 'jsonl', key }, JSON.stringify(list));
  return table.kind === 'table' ? table : null;
}

/** The one list of several objects at the top of a document. */
function findList(value: unknown, format: string): unknown[] | null {
  if (value === null || typeof value !== 'object') return null;
  if (format === 'sbom') {
    const { components } = value as { components?: unknown };
    return Array.isArray(components) ? (components as unknown[]) : null;
  }
  const lists = Object.values(value).filter(
    (member): member is unknown[] =>
      Array.isArray(member) &&
      member.length > 1 &&
      member.every((item) => item !== null && typeof item === 'object'),
  );
  return lists.length === 1 ? (lists[0] ?? null) : null;
}
