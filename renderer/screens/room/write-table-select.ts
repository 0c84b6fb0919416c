import { findInstants } from '../../../content/engine/evidence/filter-sql.ts';
import type { RoomTable } from '../../state/room-table.svelte.ts';
import type { TableFilter, TableInfo } from '../../state/sql-bench.ts';
import { readTerms } from '../../state/table-filter.ts';
import { writeSelect } from '../../state/write-select.ts';

/**
 * The query that a table's filter stands for: its words, conditions, counts and order. Names of
 * columns are those of the database, which the file may write differently.
 */
export function writeTableSelect(
  table: Pick<RoomTable, 'columns' | 'shown' | 'typed' | 'conditions' | 'sort' | 'grouping'>,
  info: TableInfo,
): string {
  const nameOf = (title: string | undefined): string | null =>
    info.columns.find((column) => column.title === title)?.name ?? null;
  const named = (columns: readonly number[]): string[] =>
    columns.flatMap((column) => nameOf(table.columns[column]) ?? []);
  const terms = readTerms(table.typed, table.columns);
  const inColumns = terms.flatMap(({ text, columns, negated }): TableFilter => {
    const [column] = named(columns ?? []);
    if (column === undefined) return [];
    if (text === '') return [{ column, test: negated ? 'filled' : 'empty', value: null }];
    return [
      { column: `lower(${column})`, test: negated ? 'contains_not' : 'contains', value: text },
    ];
  });
  return writeSelect({
    table: info.name,
    columns: named(table.shown),
    filter: [
      ...inColumns,
      ...table.conditions.flatMap((condition) => {
        const column = nameOf(condition.column);
        return column === null ? [] : [{ ...condition, column }];
      }),
    ],
    words: terms.flatMap(({ text, columns, negated }) =>
      columns === null ? [{ text, not: negated }] : [],
    ),
    all: named(table.columns.map((_, column) => column)),
    sort: table.sort && nameSort(table.sort, nameOf(table.columns[table.sort.column])),
    group: nameOf(table.grouping?.column),
    instants: findInstants(info),
  });
}

function nameSort({ down }: { readonly down: boolean }, column: string | null) {
  return column === null ? null : { column, down };
}
