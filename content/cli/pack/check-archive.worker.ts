import { parentPort } from 'node:worker_threads';
import type { ArchiveResult } from '../../archive/archive-fault.ts';
import { checkContents } from '../../archive/check-contents.ts';
import { openArchive } from '../../archive/open-archive.ts';
import type { CheckAnswer, CheckedPack } from './checked-pack.ts';
import { listHeld } from './held-things.ts';

/** Reads what nobody vouches for where it can be ended: whoever asked ends this worker in time. */
parentPort?.on('message', (bytes: Uint8Array) => {
  void check(bytes).then((result) => answer({ kind: 'checked', result }));
});

// Loading this file is nobody's archive: only now the time begins.
answer({ kind: 'ready' });

async function check(bytes: Uint8Array): Promise<ArchiveResult<CheckedPack>> {
  const opened = await openArchive(bytes, { expectKind: 'pack' });
  if (!opened.ok) return opened;
  const { files, ...archive } = opened.value;
  const texts = [...files].filter(([path]) => path.endsWith('.yaml'));
  answer({
    kind: 'opened',
    all: measure(files.values()),
    yaml: measure(texts.map(([, own]) => own)),
  });
  const parts = checkContents(files);
  if (!parts.ok) return parts;
  const title = parts.value.find(({ slug }) => slug === null)?.title ?? archive.manifest.id;
  return { ok: true, value: { ...archive, title, ...listHeld(parts.value) } };
}

function measure(files: Iterable<Uint8Array>): number {
  let sum = 0;
  for (const { length } of files) sum += length;
  return sum;
}

function answer(answered: CheckAnswer): void {
  parentPort?.postMessage(answered);
}
