import type { OwnDocument } from '../../content/engine/evidence/sql-terms.ts';
import { layText } from '../../content/engine/evidence/text-lines.ts';
import { BenchTables } from './sql/bench-tables.ts';
import { openSqlite } from './sql/open-sqlite.ts';
import { readOwnFile } from './sql/read-own-file.ts';
import { readEvidenceTable } from './sql/evidence-table.ts';
import { runQuery } from './sql/run-query.ts';
import { readSqliteBytes } from './sql/sqlite-bytes.ts';
import { layDocument } from '../../content/engine/evidence/lay-document.ts';
import {
  listBuffers,
  takeApart,
  type LaidDocument,
} from '../../content/engine/evidence/laid-document.ts';
import type { LaidOwnDocument, OwnFileEnd, SqlAnswer, SqlRequest } from './sql-messages.ts';

/**
 * Evidence as tables of a database in memory. A query runs to its end in one go, and ends early where
 * the page writes its number into the shared cell; files are read piece by piece, with queries between.
 */
let stop: Int32Array | null = null;
let tables: BenchTables | null = null;
const cancelled = new Set<number>();
const progress_ms = 100;

/** What came before SQLite had started; afterwards each is answered at once. */
const starting = openSqlite(readSqliteBytes()).then((sqlite) => {
  tables = new BenchTables(sqlite);
});

addEventListener('message', ({ data }: MessageEvent<SqlRequest>) => {
  if (data.kind === 'start') stop = data.stop && new Int32Array(data.stop);
  else if (data.kind === 'cancel') cancelled.add(data.id);
  else if (tables) take(tables, data);
  else {
    starting.then(
      () => {
        if (tables) take(tables, data);
      },
      () => {
        refuse(data.id, 'SQL could not be started here.');
      },
    );
  }
});

function send(answer: SqlAnswer, given: Transferable[] = []): void {
  postMessage(answer, given);
}

function refuse(id: number, what: string): void {
  const message = `${what} Your evidence is unchanged. Close the drill and open it again.`;
  send({ id, kind: 'refused', message });
}

type Asked = Exclude<SqlRequest, { kind: 'start' | 'cancel' }>;

/** Whatever goes wrong is told to whoever asked, and to nobody else: the tables stay. */
function take(bench: BenchTables, request: Asked): void {
  try {
    handle(bench, request);
  } catch {
    refuse(request.id, 'The bench could not do this.');
  }
}

function handle(bench: BenchTables, request: Asked): void {
  const { id } = request;
  switch (request.kind) {
    case 'evidence':
      loadEvidence(bench, request);
      return;
    case 'file':
      void loadFile(bench, request);
      return;
    case 'close':
      bench.close(request.table);
      send({ id, kind: 'closed' });
      return;
    case 'query':
      query(bench, request);
  }
}

function loadEvidence(
  bench: BenchTables,
  request: Extract<SqlRequest, { kind: 'evidence' }>,
): void {
  const { id, evidence, title, format, text } = request;
  const table = readEvidenceTable(request, text);
  if (!table) {
    send({ id, kind: 'whole', laid: { format: 'text', lines: layText('') } });
    return;
  }
  const name = bench.claimName(evidence, request.name);
  try {
    const source = { kind: 'evidence' as const, evidence };
    send({ id, kind: 'table', ...bench.fill(table, { name, title, source, format }) });
  } catch {
    bench.releaseName(name);
    refuse(id, `“${title}” could not be made a table.`);
  }
}

async function loadFile(
  bench: BenchTables,
  { id, file, name }: Extract<SqlRequest, { kind: 'file' }>,
): Promise<void> {
  let told = 0;
  const end = await readOwnFile(bench, file, {
    name,
    onProgress: (progress) => {
      if (performance.now() - told < progress_ms) return;
      told = performance.now();
      send({ id, kind: 'progress', progress });
    },
    isCancelled: () => cancelled.has(id),
    breathe,
  });
  cancelled.delete(id);
  if (end.kind === 'table') {
    const { document, ...rest } = end;
    const laid = document && (await layOwnDocument(document));
    const given = laid ? listBuffers(laid.laid) : [];
    const note = document && !laid ? { note: tooMuch } : {};
    const own = laid && { leads: laid.leads, laid: sendParts(id, laid.laid) };
    send({ id, ...note, ...rest, document: own, places: null }, given);
  } else if (end.kind === 'whole') {
    const laid = await layWhole(end);
    send(
      { id, kind: 'whole', note: laid.note, laid: sendParts(id, laid.laid) },
      listBuffers(laid.laid),
    );
  } else send({ id, ...end });
}

/** @returns what is left to be sent */
function sendParts<L extends LaidDocument>(id: number, laid: L): L {
  const { bare, parts } = takeApart(laid);
  for (const [place, text] of parts.entries()) send({ id, kind: 'part', place, text });
  return bare as L;
}

const tooMuch =
  'It is shown in its plainest form: it holds more than can be laid out. The file is unchanged.';

/** undefined where it holds more than fits into one text: its table is all that is shown. */
async function layOwnDocument({
  format,
  text,
  leads,
}: OwnDocument): Promise<LaidOwnDocument | undefined> {
  const laid = await layDocument(format, text).catch(() => null);
  return laid?.format === 'sbom' || laid?.format === 'json' ? { laid, leads } : undefined;
}

async function layWhole({ format, text, note }: Extract<OwnFileEnd, { kind: 'whole' }>): Promise<{
  laid: LaidDocument;
  note?: string | undefined;
}> {
  try {
    return { laid: await layDocument(format, text), note };
  } catch {
    return { laid: { format: 'text', lines: layText(text) }, note: tooMuch };
  }
}

/** A task of its own, behind the messages that wait. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function query(bench: BenchTables, request: Extract<SqlRequest, { kind: 'query' }>): void {
  const { id, sql, limit } = request;
  const begun = performance.now();
  const end = runQuery(bench.sqlite, {
    sql,
    limit,
    known: bench.known,
    citable: bench.citable,
    onPiece: (piece) => {
      send({ id, kind: 'rows', ...piece });
    },
    isStopped: () => stop !== null && Atomics.load(stop, 0) === id,
    now: () => performance.now(),
  });
  send({ id, elapsed_ms: performance.now() - begun, ...end });
}
