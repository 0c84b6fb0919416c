/** A cell of the grid: row -1 is its head, where the stories are named. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads in a grid with a head row; null for a key that moves nothing. It stays inside.
 *
 * @param whole with Ctrl or Command: to the corner
 */
export function moveInGrid(
  key: string,
  { row, column }: GridPlace,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  whole = false,
): GridPlace | null {
  const place = (toRow: number, toColumn: number): GridPlace => ({
    row: Math.max(-1, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return place(row - 1, column);
    case 'ArrowDown':
      return place(row + 1, column);
    case 'ArrowLeft':
      return place(row, column - 1);
    case 'ArrowRight':
      return place(row, column + 1);
    case 'Home':
      return place(whole ? 0 : row, 0);
    case 'End':
      return place(whole ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}
