import type { Finding } from '../../format/fault.ts';
import { readInstant } from '../../score/timeline-points.ts';
import type { Storyline } from './schema.ts';

/** Services and habits whose time holds no moment of the span: their calls would lie outside it. */
export function checkWindows({ from, to, services, habits }: Storyline): readonly Finding[] {
  const members = [
    ...Object.entries(services).map(([id, one]) => ({ path: ['services', id], ...one })),
    ...(habits ?? []).map((one, index) => ({ path: ['habits', index], ...one })),
  ];
  return members.flatMap(({ path, after = from, before = to }) => {
    const begins = Math.max(readInstant(from), readInstant(after));
    const ends = Math.min(readInstant(to), readInstant(before));
    if (begins < ends || (after === from && before === to)) return [];
    return [
      {
        code: 'storyline-time',
        path: [...path, after === from ? 'before' : 'after'],
        message: 'No moment of the span lies between `after` and `before`.',
        remedy: 'Change them, or `from` and `to` of the storyline.',
      },
    ];
  });
}
