import type { Bridge } from '../../electron/ipc.ts';
import { AskedWorker } from '../workers/ask-worker.ts';
import type { PackLookAnswer, PackLookQuestion } from '../workers/pack-look-messages.ts';
import type { Catalogue } from './catalogue.svelte.ts';
import { Packs } from './packs.svelte.ts';

/** Linting walks every path; a pack that takes longer is not looked into. */
const deadline_ms = 20_000;

/** Rejects where the installed packs cannot be read. */
export async function startPacks(
  bridge: Pick<Bridge, 'installed'>,
  catalogue: Pick<Catalogue, 'load' | 'entries'>,
): Promise<Packs> {
  const worker = new AskedWorker<PackLookQuestion, PackLookAnswer>('packLook', {
    deadline_ms,
    keepsNothing: true,
  });
  const packs = new Packs({
    bridge,
    catalogue,
    look: (question) => worker.ask(question),
  });
  await packs.load();
  return packs;
}
