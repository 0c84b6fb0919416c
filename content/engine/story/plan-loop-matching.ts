/**
 * The heaviest matching of rows to columns: each row gets at most one column, each column stands at
 * one row at most, and the sum of weights is the largest there is. Hungarian method (Kuhn 1955, with
 * the potentials of Jonker and Volgenant 1987), rows² × columns steps. Weights are whole numbers, so
 * that sums are exact; null: the pair is not possible. Every row may stay without a column, at 0.
 *
 * Deterministic: the same table gives the same matching. Of equal columns the one further left wins.
 *
 * @returns for each row its column, or null
 */
export function matchHeaviest(
  weights: readonly (readonly (number | null)[])[],
): readonly (number | null)[] {
  const rows = weights.length;
  const real = weights.reduce((most, { length }) => Math.max(most, length), 0);
  // One idle column a row: whoever finds nothing takes one, at no weight. The impossible is worse.
  const columns = real + rows;
  const cost = (row: number, column: number): number =>
    column >= real ? 0 : -(weights[row]?.[column] ?? -1);

  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  /** Row (from 1) that holds a column (from 1); column 0 holds the row that is being placed. */
  const holder = new Int32Array(columns + 1);
  const cameFrom = new Int32Array(columns + 1);

  for (let row = 1; row <= rows; row += 1) {
    holder[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    do {
      seen[column] = 1;
      const at = holder[column] ?? 0;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (seen[other] === 1) continue;
        const reduced =
          cost(at - 1, other - 1) - (rowPotential[at] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (slack[other] ?? 0)) {
          slack[other] = reduced;
          cameFrom[other] = column;
        }
        if ((slack[other] ?? 0) < step) {
          step = slack[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (seen[other] === 1) {
          const held = holder[other] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + step;
          columnPotential[other] = (columnPotential[other] ?? 0) - step;
        } else {
          slack[other] = (slack[other] ?? 0) - step;
        }
      }
      column = next;
    } while (holder[column] !== 0);
    // Along the path that was found, each row moves on to the next column.
    while (column !== 0) {
      const before = cameFrom[column] ?? 0;
      holder[column] = holder[before] ?? 0;
      column = before;
    }
  }

  const matched: (number | null)[] = weights.map(() => null);
  for (let column = 1; column <= real; column += 1) {
    const row = (holder[column] ?? 0) - 1;
    if (row >= 0 && typeof weights[row]?.[column - 1] === 'number') matched[row] = column - 1;
  }
  return matched;
}
