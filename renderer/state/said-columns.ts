import { writeSqlName } from '../../content/engine/evidence/filter-sql.ts';
import type { TableInfo } from './sql-bench.ts';

/** What is read of a row to say what happened at its time. */
export interface SaidColumns {
  /** As SQL writes them: names, or what the first filled of several holds. */
  readonly written: readonly string[];
  /** So many of them, filled, are said. */
  readonly most: number;
}

/**
 * Of a Windows event: which it is, what ran, who it was, at what it was aimed. Each by the first field that
 * is filled, as Sysmon and the security log name them.
 */
const windowsFields = [
  ['EventID'],
  ['CommandLine', 'Image', 'NewProcessName', 'SourceImage', 'ProcessName', 'ImagePath'],
  ['User', 'TargetUserName', 'SubjectUserName', 'SourceUser', 'AccountName', 'UserID'],
  [
    ...['TargetFilename', 'TargetObject', 'TargetImage', 'ImageLoaded', 'QueryName', 'PipeName'],
    ...['DestinationHostname', 'DestinationIp', 'ServiceName', 'TaskName', 'ObjectName'],
    ...['ShareName', 'IpAddress', 'WorkstationName', 'TargetServerName', 'MemberName'],
  ],
];

/** The columns of a table that say best what a row is about. */
export function chooseSaidColumns({ format, columns }: TableInfo): SaidColumns {
  const find = (title: string): string | null => {
    const column = columns.find((one) => one.title === title);
    return column ? writeSqlName(column.name) : null;
  };
  if (format === 'windows-event') {
    const written = windowsFields.flatMap((titles) => {
      const filled = titles.flatMap((title) => {
        const name = find(title);
        // The security log writes a hyphen for what there is none of.
        return name === null ? [] : `nullif(nullif(${name}, ''), '-')`;
      });
      return filled.length === 0 ? [] : `coalesce(${filled.join(', ')}, NULL)`;
    });
    if (written.length > 1) return { written, most: windowsFields.length };
  }
  const written = columns
    .filter(({ kind, title }) => kind !== 'time' && kind !== 'json' && title !== 'raw')
    // What another column says as a time is no news beside it.
    .filter(({ title }) => find(`${title} (UTC)`) === null)
    .slice(0, 6)
    .map(({ name }) => writeSqlName(name));
  return { written, most: 3 };
}
