import type { EvidenceRow } from '../../content/engine/evidence/read-evidence.ts';

/** How many columns are shown where the drill does not say which. */
const most = 6;
/** So many rows say enough of what a column holds. */
const looked = 200;
const message = /^(?:message|msg|text|body|event|details?|description)$/i;

/**
 * The columns that a table opens with: the first that tell rows apart, and always the one that holds what
 * a line says. None that is empty, the same in every row or the copy of one before it.
 *
 * @returns indexes, ascending
 */
export function chooseUsualColumns(
  columns: readonly string[],
  rows: readonly Pick<EvidenceRow, 'cells'>[],
): readonly number[] {
  const some = rows.slice(0, looked);
  const seen = new Set<string>();
  const telling: number[] = [];
  for (const index of columns.keys()) {
    const cells = some.map((row) => row.cells[index] ?? '');
    const all = JSON.stringify(cells);
    if (new Set(cells).size > 1 && !seen.has(all)) telling.push(index);
    seen.add(all);
  }
  const chosen = (telling.length < 2 ? [...columns.keys()] : telling).slice(0, most);
  const said = columns.findIndex((name) => message.test(name));
  if (said < 0 || chosen.includes(said)) return chosen;
  return [...chosen.slice(0, most - 1), said].sort((a, b) => a - b);
}
