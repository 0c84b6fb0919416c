import type { FilterCondition, Histogram, SqlCell, TableFilter, ValueCount } from './sql-bench.ts';

/** A column as conditions name it, and as a person reads it. */
export interface FacetColumn {
  readonly id: string;
  readonly title: string;
}

/** A stretch of time: ISO 8601 UTC, `from` included, `to` excluded. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Grouping {
  readonly column: string;
  readonly counts: readonly ValueCount[];
  /** There are more values than are counted out here. */
  readonly more: boolean;
}

/** A table that can be looked into without writing a query. */
export interface FacetTable {
  readonly facetColumns: readonly FacetColumn[];
  /** The column of each row's instant; null where there is none. */
  readonly timeColumn: string | null;
  readonly conditions: TableFilter;
  /** Over the whole table's time, of the rows that all conditions but the period leave. */
  readonly histogram: Histogram | null;
  readonly grouping: Grouping | null;
  setConditions(conditions: TableFilter): void;
  /** null: no longer. */
  groupBy(column: string | null): void;
}

/** How many stretches a histogram has at most. */
export const mostBuckets = 60;
/** How many values are counted out. */
export const mostValues = 200;

/** A number is the same whether it was typed or taken from a cell: SQLite compares them as numbers. */
function sameValue(one: FilterCondition, other: FilterCondition): boolean {
  return String(one.value) === String(other.value);
}

function samePlace(one: FilterCondition, other: FilterCondition): boolean {
  return one.column === other.column && one.test === other.test && sameValue(one, other);
}

/** Adds a condition; what it contradicts or repeats in the same column goes. */
export function addCondition(filter: TableFilter, condition: FilterCondition): TableFilter {
  const opposite: Readonly<Partial<Record<FilterCondition['test'], FilterCondition['test']>>> = {
    is: 'is_not',
    is_not: 'is',
    empty: 'filled',
    filled: 'empty',
  };
  const others = filter.filter((one) => {
    if (samePlace(one, condition)) return false;
    if (one.column !== condition.column) return true;
    if (one.test === opposite[condition.test] && sameValue(one, condition)) return false;
    // Two different values at once match nothing.
    return !(condition.test === 'is' && one.test === 'is');
  });
  return [...others, condition];
}

export function removeCondition(filter: TableFilter, condition: FilterCondition): TableFilter {
  return filter.filter((one) => !samePlace(one, condition));
}

/** "Only this value" of a cell; an empty cell has a test of its own. */
export function onlyValue(column: string, value: SqlCell): FilterCondition {
  return value === null || value === ''
    ? { column, test: 'empty', value: null }
    : { column, test: 'is', value };
}

/** "Not this value" of a cell. */
export function notValue(column: string, value: SqlCell): FilterCondition {
  return value === null || value === ''
    ? { column, test: 'filled', value: null }
    : { column, test: 'is_not', value };
}

/** The period that conditions on the time column give; null where there is none. */
export function findPeriod(filter: TableFilter, timeColumn: string | null): Period | null {
  const of = (test: FilterCondition['test']): SqlCell | undefined =>
    filter.find((one) => one.column === timeColumn && one.test === test)?.value;
  const from = of('from');
  const to = of('before');
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

/** The conditions without those of the period. */
export function withoutPeriod(filter: TableFilter, timeColumn: string | null): TableFilter {
  return filter.filter(
    ({ column, test }) => column !== timeColumn || (test !== 'from' && test !== 'before'),
  );
}

export function setPeriod(
  filter: TableFilter,
  timeColumn: string,
  period: Period | null,
): TableFilter {
  const others = withoutPeriod(filter, timeColumn);
  if (!period) return others;
  return [
    ...others,
    { column: timeColumn, test: 'from', value: period.from },
    { column: timeColumn, test: 'before', value: period.to },
  ];
}

const words: Readonly<Record<FilterCondition['test'], string>> = {
  is: 'is',
  is_not: 'is not',
  contains: 'contains',
  contains_not: 'does not contain',
  empty: 'is empty',
  filled: 'is not empty',
  from: 'from',
  before: 'before',
};

/** As a chip says it: `sourceIPAddress is not 192.0.2.44`. */
export function describeCondition(condition: FilterCondition, title: string): string {
  const { test, value } = condition;
  if (test === 'empty' || test === 'filled') return `${title} ${words[test]}`;
  return `${title} ${words[test]} ${String(value ?? 'NULL')}`;
}
