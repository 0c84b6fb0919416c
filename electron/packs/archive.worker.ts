import { parentPort } from 'node:worker_threads';
import type { ArchiveResult } from '../../content/archive/archive-fault.ts';
import {
  openArchive,
  writeArchive,
  type OpenedArchive,
  type SealedFile,
} from '../../content/archive/open-archive.ts';
import { packTexts } from '../../content/archive/write-packet.ts';
import { readSentBytes, type SentResult } from '../packets/read-sent-bytes.ts';

/** What may be asked of the worker, one thing at a time. */
export type ArchiveRequest =
  | { readonly kind: 'pack'; readonly bytes: Uint8Array }
  | {
      /** Packs these files, and opens what came of it as its reader will. Nothing signs it. */
      readonly kind: 'edited';
      readonly id: string;
      readonly version: string;
      readonly files: ReadonlyMap<string, Uint8Array>;
    }
  /** A packet or a review. */
  | { readonly kind: 'sent'; readonly bytes: Uint8Array }
  /** Packs the texts of a packet or a review; whoever has the key joins and signs them. */
  | { readonly kind: 'packed'; readonly texts: ReadonlyMap<string, string> };

export interface WrittenPack {
  readonly archive: OpenedArchive;
  readonly bytes: Uint8Array;
}

export interface ArchiveAnswers {
  readonly pack: ArchiveResult<OpenedArchive>;
  readonly edited: ArchiveResult<WrittenPack>;
  readonly sent: SentResult;
  readonly packed: ArchiveResult<readonly SealedFile[]>;
}

/** Reads what nobody vouches for where it can be ended: whoever asked ends this worker in time. */
parentPort?.on('message', (request: ArchiveRequest) => {
  void answer(request).then((answered) => parentPort?.postMessage(answered));
});

// Loading this file is nobody's archive: only now the time begins.
parentPort?.postMessage('ready');

function answer(request: ArchiveRequest): Promise<ArchiveAnswers[ArchiveRequest['kind']]> {
  switch (request.kind) {
    case 'pack':
      return openPack(request.bytes);
    case 'edited':
      return writeEdited(request);
    case 'sent':
      return readSentBytes(request.bytes);
    case 'packed':
      return Promise.resolve({ ok: true, value: packTexts(request.texts) });
  }
}

/** A machine that is busy elsewhere refuses no sound pack: who asked measures what was spent here. */
const now = () => 0;

async function openPack(bytes: Uint8Array): Promise<ArchiveResult<OpenedArchive>> {
  const opened = await openArchive(bytes, { expectKind: 'pack', now });
  if (!opened.ok) return opened;
  // Stored files are views of the whole archive, which would be copied with each of them.
  const files = new Map([...opened.value.files].map(([path, own]) => [path, own.slice()]));
  return { ok: true, value: { ...opened.value, files } };
}

async function writeEdited({
  id,
  version,
  files,
}: Extract<ArchiveRequest, { kind: 'edited' }>): Promise<ArchiveResult<WrittenPack>> {
  const bytes = writeArchive({ kind: 'pack', id, version }, files);
  const opened = await openPack(bytes);
  return opened.ok ? { ok: true, value: { archive: opened.value, bytes } } : opened;
}
