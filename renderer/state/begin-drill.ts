import type { AppParts } from './app-parts.ts';
import type { AttemptChoices } from './attempt-header.ts';

/**
 * Begins a new attempt at a drill, by its name in the catalogue, and goes to its room. What stands in the way is shown as a
 * notice, and the person stays where they are. Resolves to whether it began.
 */
export async function beginDrill(
  parts: Pick<AppParts, 'catalogue' | 'attempts' | 'current' | 'navigation' | 'notices'>,
  name: string,
  choices: AttemptChoices = {},
): Promise<boolean> {
  const { catalogue, attempts, current, navigation, notices } = parts;
  const say = (text: string): false => {
    notices.show({ tone: 'problem', text });
    return false;
  };
  const entry = catalogue.find(name);
  if (entry?.kind !== 'ready') {
    return say('This drill cannot be loaded. Your attempts are unchanged. Drills says why.');
  }
  try {
    const begun = await attempts.begin(entry, await catalogue.readPlayable(entry), choices);
    if (begun.kind === 'failed') return say(begun.message);
    current.take(begun.attempt);
    navigation.go({ kind: 'room', attempt: begun.attempt.header.attempt });
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message : 'A file could not be read.';
    return say(`The drill did not begin. Your attempts are unchanged. ${why}`);
  }
}
