import type { AppParts } from './app-parts.ts';
import type { Attempt } from './attempt.svelte.ts';
import { roadPlace } from './navigation.svelte.ts';

/**
 * Goes back to a decision of an attempt to take it another way, and to the room that stands paused
 * there. What stands in the way is shown as a notice. Resolves to whether it could be done.
 */
export async function takeRoad(
  parts: Pick<AppParts, 'attempts' | 'current' | 'navigation' | 'notices'>,
  from: Attempt,
  decision: string,
): Promise<boolean> {
  const { attempts, current, navigation, notices } = parts;
  try {
    const taken = await attempts.takeRoad(from, decision);
    if (taken.kind === 'opened') {
      const { attempt } = taken;
      current.take(attempt);
      navigation.go(roadPlace('room', attempt.header.attempt, attempt.branch));
      return true;
    }
    notices.show({ tone: 'problem', text: taken.message });
  } catch (error) {
    const why = error instanceof Error ? error.message : 'It could not be read.';
    notices.show({
      tone: 'problem',
      text: `The other road was not opened. Your attempt is unchanged. ${why} Try again.`,
    });
  }
  return false;
}
