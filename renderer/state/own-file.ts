import type { OwnTable } from './own-table.svelte.ts';
import type { LaidDocument, LaidOwnDocument } from './sql-bench.ts';
import type { SqlQuery } from './sql-query.svelte.ts';

/** A file that has been read. */
export type OwnFile =
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly name: string;
      readonly table: OwnTable;
      readonly query: SqlQuery;
      /** What its rows were made of, where that is worth a look as a whole. */
      readonly document?: LaidOwnDocument | undefined;
      readonly note?: string | undefined;
    }
  | {
      readonly kind: 'text';
      readonly id: string;
      readonly name: string;
      readonly laid: LaidDocument;
      readonly note?: string | undefined;
    }
  | {
      readonly kind: 'image';
      readonly id: string;
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };
