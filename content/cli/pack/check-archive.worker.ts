import { parentPort } from 'node:worker_threads';
import { checkPart, type CheckedPart, type PackPart } from '../../archive/check-contents.ts';
import type { ArchiveResult } from '../../archive/archive-fault.ts';
import { openArchive, type OpenedArchive } from '../../archive/open-archive.ts';
import { measureHonestYaml } from './honest-yaml.ts';
import { listBuffers } from './list-buffers.ts';

/** What may be asked of the worker, one thing at a time. */
export type CheckRequest =
  | { readonly kind: 'open'; readonly bytes: Uint8Array }
  | { readonly kind: 'measure' }
  | { readonly kind: 'part'; readonly part: PackPart };

export interface CheckAnswers {
  readonly open: ArchiveResult<OpenedArchive>;
  /** See `measureHonestYaml`. */
  readonly measure: ArchiveResult<number>;
  readonly part: ArchiveResult<CheckedPart>;
}

/** Reads what nobody vouches for where it can be ended: whoever asked ends this worker in time. */
parentPort?.on('message', (request: CheckRequest) => {
  void answer(request).then((answered) => {
    const files = answered.ok && typeof answered.value === 'object' && 'files' in answered.value;
    parentPort?.postMessage(answered, files ? listBuffers(answered.value.files.values()) : []);
  });
});

// Loading this file is nobody's archive: only now the time begins.
parentPort?.postMessage('ready');

async function answer(request: CheckRequest): Promise<CheckAnswers[keyof CheckAnswers]> {
  if (request.kind === 'measure') return { ok: true, value: measureHonestYaml() };
  if (request.kind === 'part') return checkPart(request.part);
  const opened = await openArchive(request.bytes, { expectKind: 'pack' });
  if (!opened.ok) return opened;
  // Stored files are views of the whole archive, which would be copied with each of them.
  const files = new Map([...opened.value.files].map(([path, bytes]) => [path, own(bytes)]));
  return { ok: true, value: { ...opened.value, files } };
}

function own(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
