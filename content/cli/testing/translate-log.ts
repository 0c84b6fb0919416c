import type { AttemptEvent, Citation } from '../../engine/drill/attempt-log.ts';
import { countBytes } from '../../engine/drill/citation.ts';
import { instantiate, type EvidenceTexts } from '../../engine/drill/instantiate.ts';
import type { Drill } from '../../engine/format/drill-schema.ts';

/**
 * The same deeds in the words, records and byte ranges of a variant.
 *
 * @param instead what stands in a variant in the place of what is cited, where that is no other word
 */
export function translateLog(
  drill: Drill,
  evidence: EvidenceTexts,
  seed: number,
  events: readonly AttemptEvent[],
  instead: ReadonlyMap<string, string> = new Map(),
): readonly AttemptEvent[] {
  const bytes = new Map<string, Uint8Array>();
  const cut = (file: string, from: number, to: number): string => {
    const own = bytes.get(file) ?? new TextEncoder().encode(evidence.get(file));
    bytes.set(file, own);
    return new TextDecoder().decode(own.slice(from, to));
  };
  // All texts at once: a variant of the drill is made once, not for every word.
  const texts = new Set<string>();
  const translateWith = (replace: (text: string) => string) => {
    const move = ({ file, locator }: Citation): Citation => {
      if (locator.kind !== 'range') return { file, locator };
      const start = countBytes(replace(cut(file, 0, locator.start)));
      const end = start + countBytes(replace(cut(file, locator.start, locator.end)));
      return { file, locator: { ...locator, start, end } };
    };
    const walk = (value: unknown): unknown => {
      if (typeof value === 'string') return replace(value);
      if (Array.isArray(value)) return value.map(walk);
      if (typeof value !== 'object' || value === null) return value;
      const object = 'locator' in value ? move(value as Citation) : value;
      return Object.fromEntries(Object.entries(object).map(([key, one]) => [key, walk(one)]));
    };
    return events.map((event) => ({ ...event, data: walk(event.data) }) as AttemptEvent);
  };
  translateWith((text) => {
    texts.add(text);
    return text;
  });
  const variant = instantiate(drill, new Map([...texts].map((text) => [text, text])), seed);
  return translateWith((text) => instead.get(text) ?? variant.evidence.get(text) ?? text);
}
