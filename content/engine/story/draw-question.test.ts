import { describe, expect, it } from 'vitest';
import { drawQuestion } from './draw-question.ts';

describe('A drawn question', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const at = (id: string, day: number) => ({
    question: { id },
    started_at: `2026-11-0${String(day)}T10:00:00Z`,
  });

  it('is the same for the same seed, and any of them for some', () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => drawQuestion(list, [], seed)?.id);
    expect(new Set(drawn)).toEqual(new Set(['a', 'b', 'c', 'd']));
    expect(drawQuestion(list, [], 7)).toEqual(drawQuestion(list, [], 7));
    expect(drawQuestion([], [], 7)).toBeNull();
  });

  it('is one that was never practised, else one of those that waited longest', () => {
    const three = [at('a', 1), at('b', 2), at('d', 3)];
    const all = [...three, at('c', 4), at('a', 5)];
    for (let seed = 0; seed < 30; seed += 1) {
      expect(drawQuestion(list, three, seed)?.id).toBe('c');
      expect(['b', 'd']).toContain(drawQuestion(list, all, seed)?.id);
    }
  });
});
