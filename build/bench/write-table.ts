import { findRatio, isMet, type Measured, type Reading } from './figure.ts';

/** A line for each of what was measured, in columns as wide as they need to be. */
export function writeTable(all: readonly Measured[]): string {
  const rows = [
    ['', 'figure', 'value', 'min–max', 'baseline', '', 'min–max', 'ratio', 'limit'],
    ...all.map((measured) => {
      const { title, reading, baseline } = measured;
      return [
        isMet(measured) ? 'met' : 'MISSED',
        title,
        writeValue(reading),
        writeSpread(reading),
        writeValue(baseline.reading),
        baseline.name,
        writeSpread(baseline.reading),
        writeNumber(findRatio(measured)),
        writeLimit(measured),
      ];
    }),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function writeLimit({ reading, limit: { of, kind, bound } }: Measured): string {
  const sign = kind === 'at_most' ? '≤' : '≥';
  return of === 'ratio'
    ? `ratio ${sign} ${bound}`
    : `${sign} ${writeNumber(bound)} ${reading.unit}`;
}

function writeValue({ value, unit }: Reading): string {
  return `${writeNumber(value)} ${unit}`;
}

function writeSpread({ least, most }: Reading): string {
  return least === most ? '' : `${writeNumber(least)}–${writeNumber(most)}`;
}

/** Three digits are as much as one run can say. */
function writeNumber(value: number): string {
  if (Math.abs(value) >= 1000) return String(Math.round(value));
  return String(Number(value.toPrecision(3)));
}
