import type { FilterCondition, TableFilter } from './sql-bench.ts';

/**
 * Whether a row's cells meet every condition, as the database would say it; an empty cell stands for
 * a value that is not there. A condition on a column that the table lacks holds for no row.
 */
export function testConditions(
  filter: TableFilter,
  columns: readonly string[],
): (cells: readonly string[]) => boolean {
  const asked = filter.map((condition) => ({
    condition,
    at: columns.indexOf(condition.column),
  }));
  return (cells) => asked.every(({ condition, at }) => holds(condition, cells[at] ?? ''));
}

function holds({ test, value }: FilterCondition, cell: string): boolean {
  const wanted = value === null ? '' : String(value);
  switch (test) {
    case 'is':
      return cell === wanted;
    case 'is_not':
      return cell !== wanted;
    case 'contains':
      return cell.includes(wanted);
    case 'contains_not':
      return !cell.includes(wanted);
    case 'empty':
      return cell === '';
    case 'filled':
      return cell !== '';
    case 'from':
      return cell >= wanted;
    case 'before':
      return cell < wanted;
  }
}
