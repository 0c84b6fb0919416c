import type {
  LoadProgress,
  OwnDocument,
  QueryFault,
  SourceRow,
  SourceRows,
  SqlCell,
  TableInfo,
  WholeFormat,
} from '../../content/engine/evidence/sql-terms.ts';
import type { LaidDocument } from '../../content/engine/evidence/laid-document.ts';
import type { EvidenceFormat } from '../../content/engine/format/drill-schema.ts';

/** What the bench asks of its worker. `id` comes back with every answer. */
export type SqlRequest =
  /** First of all. In `stop` stands the id of the query that is to end; null: it cannot be told. */
  | { readonly kind: 'start'; readonly stop: SharedArrayBuffer | null }
  | {
      readonly kind: 'evidence';
      readonly id: number;
      readonly evidence: string;
      readonly title: string;
      readonly format: EvidenceFormat;
      readonly key: string | undefined;
      readonly year: number | undefined;
      readonly text: string;
      /** What its table was called in a worker before this one. */
      readonly name?: string;
    }
  | { readonly kind: 'file'; readonly id: number; readonly file: File; readonly name?: string }
  /** Ends reading a file. */
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number; readonly table: string }
  | { readonly kind: 'query'; readonly id: number; readonly sql: string; readonly limit: number };

/** How each row of a table is cited, in the table's order. */
export interface RowPlaces {
  readonly ids: readonly (string | null)[];
  /** From 1. */
  readonly lines: readonly (number | null)[];
}

/** What became of a file of the person's own. */
export type OwnFileEnd =
  | {
      readonly kind: 'table';
      readonly table: TableInfo;
      readonly document?: OwnDocument;
      /** Why it is shown as a table only, where it looks like more. */
      readonly note?: string;
    }
  | {
      readonly kind: 'whole';
      readonly format: WholeFormat;
      readonly text: string;
      /** Why it is shown as text, where it looks like more. */
      readonly note?: string;
    }
  | { readonly kind: 'image'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly message: string };

/** The document that a table was made of, as its viewer shows it. */
export interface LaidOwnDocument extends Pick<OwnDocument, 'leads'> {
  readonly laid: Extract<LaidDocument, { format: OwnDocument['format'] }>;
}

export type SqlAnswer = { readonly id: number } & (
  | (Omit<Extract<OwnFileEnd, { kind: 'table' }>, 'document'> & {
      readonly document?: LaidOwnDocument | undefined;
      readonly places: RowPlaces | null;
    })
  | {
      readonly kind: 'whole';
      readonly laid: LaidDocument;
      readonly note?: string | undefined;
    }
  | Exclude<OwnFileEnd, { kind: 'table' | 'whole' }>
  | { readonly kind: 'progress'; readonly progress: LoadProgress }
  /** A part of the text of a document that follows: all at once it would hold up the page. */
  | { readonly kind: 'part'; readonly place: number; readonly text: string }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly SqlCell[])[];
      readonly records: readonly SourceRow[] | null;
      readonly groups: readonly SourceRows[] | null;
    }
  | { readonly kind: 'done'; readonly capped: boolean; readonly elapsed_ms: number }
  | { readonly kind: 'fault'; readonly fault: QueryFault; readonly elapsed_ms: number }
  | { readonly kind: 'stopped'; readonly elapsed_ms: number }
);
