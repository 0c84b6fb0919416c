import type { Story } from './story.ts';

/** An empty story. The shell gives id and time (ISO 8601, UTC): the engine has neither chance nor clock. */
export function newStory(
  id: string,
  at: string,
  changes: Partial<Omit<Story, 'format' | 'id'>> = {},
): Story {
  const empty = { text: '', own_roles: [] };
  return {
    format: 1,
    id,
    title: '',
    kind: null,
    origin: { kind: 'experience' },
    principles: [],
    tags: [],
    people: [],
    systems: [],
    texts: { short: empty, middle: empty, long: empty },
    metrics: [],
    allowed_words: [],
    created_at: at,
    updated_at: at,
    ...changes,
  };
}
