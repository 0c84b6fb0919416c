import { formatLog } from '../../../content/engine/drill/attempt-log.ts';
import type { AppParts } from '../../state/app-parts.ts';
import type { Attempt } from '../../state/attempt.svelte.ts';

/**
 * Saves the whole log of an attempt to a file that the person names, other roads among it: what was
 * first stays first. Says in a notice where it went, or why it did not.
 */
export async function saveLog(
  parts: Pick<AppParts, 'attempts' | 'saveText' | 'notices'>,
  { header, events }: Attempt,
): Promise<void> {
  const name = `${header.drill.slug}-${header.started_at.slice(0, 10)}.jsonl`;
  try {
    const stored = await parts.attempts.readLog(header.attempt);
    const text = formatLog({ header, events: stored.length > 0 ? stored : events });
    const path = await parts.saveText(name, text);
    if (path !== null)
      parts.notices.show({ tone: 'note', text: `The attempt was saved to ${path}.` });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    parts.notices.show({
      tone: 'problem',
      text: `The attempt was not saved to a file. It is unchanged here. ${why}`,
    });
  }
}
