import { scoreAnswer } from '../../../content/engine/star/score-answer.ts';
import { openPractices, type PracticesSetup } from '../../state/practices.svelte.ts';
import { AMicrophone } from './a-microphone.ts';

/** Practices that score at once, with a microphone in the hands of the test. */
export function somePractices(
  setup: Pick<PracticesSetup, 'store' | 'saves' | 'now' | 'newId'>,
  microphone = new AMicrophone(),
) {
  return {
    microphone,
    open: () =>
      openPractices({
        ...setup,
        now_ms: () => performance.now(),
        microphone,
        score: (request) => Promise.resolve(scoreAnswer(request)),
      }),
  };
}
