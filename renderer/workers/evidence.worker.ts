import {
  readEvidence,
  type EvidenceContent,
  type EvidenceRow,
  type EvidenceTable,
  type EvidenceShape,
} from '../../content/engine/evidence/read-evidence.ts';

/** Reads a file, then hands its rows out in pieces, so that the window never waits for all. */
export type EvidenceRequest = { readonly id: number } & (
  | { readonly kind: 'read'; readonly shape: EvidenceShape; readonly text: string }
  | { readonly kind: 'rows'; readonly of: number; readonly from: number; readonly to: number }
);

export type EvidenceAnswer = { readonly id: number } & (
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly kinds?: EvidenceTable['kinds'];
      readonly timeColumn?: EvidenceTable['timeColumn'];
      readonly brokenLines: readonly number[];
      readonly unevenLines?: readonly number[];
      readonly count: number;
    }
  | { readonly kind: 'whole'; readonly content: EvidenceContent }
  | { readonly kind: 'rows'; readonly rows: readonly EvidenceRow[] }
);

const tables = new Map<number, readonly EvidenceRow[]>();

addEventListener('message', ({ data }: MessageEvent<EvidenceRequest>) => {
  postMessage(answer(data));
});

function answer(request: EvidenceRequest): EvidenceAnswer {
  const { id } = request;
  if (request.kind === 'read') {
    const content = readEvidence(request.shape, request.text);
    if (content.kind !== 'table') return { id, kind: 'whole', content };
    tables.set(id, content.rows);
    const { rows, ...table } = content;
    return { ...table, id, count: rows.length };
  }
  const all = tables.get(request.of) ?? [];
  if (request.to >= all.length) tables.delete(request.of);
  return { id, kind: 'rows', rows: all.slice(request.from, request.to) };
}
