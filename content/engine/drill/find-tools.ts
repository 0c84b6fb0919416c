import type { Tool } from '../format/drill-schema.ts';

/** Tools whose title, description or other names hold every word that was typed, in any case. */
export function findTools(tools: readonly Tool[], typed: readonly string[]): readonly Tool[] {
  const words = typed.map((word) => word.toLowerCase());
  return tools.filter(({ id, title, about, also }) => {
    const text = [id, title, about, ...also].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
