import type { PreparedDrill } from '../drill/prepared-drill.ts';
import type { DrillState } from '../drill/state.ts';
import type { Update } from '../format/drill-schema.ts';

/**
 * An update that holds what is known by now: a sentence for each fact, in the words that its author
 * asks for. `short`: the first of them alone.
 */
export function writeUpdate(
  prepared: PreparedDrill,
  state: DrillState,
  { facts }: Update,
  short: boolean,
): string {
  const known = facts.filter(({ known: when }) => !when || prepared.test(when)(state));
  const told = short ? known.slice(0, 1) : known;
  const sentences = told.map(({ text, any }) => {
    const [phrase = ''] = any ?? [];
    const words = phrase
      .split(' ')
      .map((word) => (word.split('|')[0] ?? '').replace(/\*$/, '').replaceAll('_', ' '))
      .join(' ');
    return `${text} ${words}`.trim().replace(/[.!?]+$/, '');
  });
  return sentences.length === 0 ? 'We are looking into it.' : `${sentences.join('. ')}.`;
}
