import { CellRows, layRows, type LaidRows } from './cell-rows.ts';
import {
  readSbom,
  writeNames,
  type Sbom,
  type SbomComponent,
  type SbomVulnerability,
} from './read-sbom.ts';

/** One list of a bill of materials. */
export interface LaidList {
  /** The first cell of each row leads to it in the JSON, from what holds it. */
  readonly rows: LaidRows;
  /** In how many others each lies: whole ways of deep parts would be many times as long as the file. */
  readonly depths: Uint8Array<ArrayBuffer>;
}

/** A bill of materials as its viewer shows it. */
export interface LaidSbom extends Pick<Sbom, 'version' | 'subject' | 'made' | 'all'> {
  readonly parts: LaidList;
  readonly known: LaidList;
}

/** null where the value is something else. */
export function laySbom(value: unknown): LaidSbom | null {
  const sbom = readSbom(value);
  if (!sbom) return null;
  const { version, subject, made, all, components, vulnerabilities } = sbom;
  return {
    ...{ version, subject, made, all },
    parts: {
      rows: layRows(components.map(writePart), 8),
      depths: Uint8Array.from(components, ({ depth }) => depth),
    },
    known: {
      rows: layRows(vulnerabilities.map(writeKnown), 7),
      depths: new Uint8Array(vulnerabilities.length),
    },
  };
}

const writePart = (one: SbomComponent): readonly string[] => [
  ...[one.path.slice(one.path.lastIndexOf('/components')), one.name, one.version, one.inside],
  ...[writeNames(one.vulnerabilities), one.type, one.licences, one.purl],
];
const writeKnown = (one: SbomVulnerability): readonly string[] => [
  ...[one.path, one.id, one.severity, one.score, one.state],
  ...[writeNames(one.affects), one.description],
];

/** Reads a list that was laid out. */
export class SbomList {
  readonly #rows: CellRows;
  readonly #depths: Uint8Array;

  constructor({ rows, depths }: LaidList) {
    this.#rows = new CellRows(rows);
    this.#depths = depths;
  }

  get length(): number {
    return this.#rows.length;
  }
  /** As the viewer shows them. */
  cells(row: number): readonly string[] {
    return this.#rows.slice(row, 1);
  }
  /** One of those cells. */
  cell(row: number, column: number): string {
    return this.#rows.read(row, column + 1);
  }
  /** All of them as one text, to be searched. */
  join(row: number): string {
    return this.#rows.join(row, 1);
  }
  /** The way to it in the JSON, `/components/3`. */
  pathOf(row: number): string {
    let path = '';
    let depth = (this.#depths[row] ?? 0) + 1;
    for (let at = row; at >= 0 && depth > 0; at -= 1) {
      if (this.#depths[at] !== depth - 1) continue;
      path = this.#rows.read(at, 0) + path;
      depth -= 1;
    }
    return path;
  }
}
