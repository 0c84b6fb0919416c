import type { Bridge } from '../../electron/ipc.ts';
import { makeMicrophone } from './open-microphone.ts';
import { openPractices, type Practices, type PracticesSetup } from './practices.svelte.ts';
import { scoreInWorker } from './score-in-worker.ts';

/** The person's practices with the machine's own microphone and a worker that scores. */
export function startPractices(
  setup: Pick<PracticesSetup, 'store' | 'saves' | 'now' | 'newId'>,
  bridge: Pick<Bridge, 'microphone' | 'on'>,
): Promise<Practices> {
  return openPractices({
    ...setup,
    now_ms: () => performance.now(),
    microphone: makeMicrophone(bridge),
    score: scoreInWorker,
  });
}
