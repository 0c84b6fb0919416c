import type { Review } from '../../../state/review.ts';
import type { Block } from './block.ts';

/** An after-action review and its plan as part of a document; nothing where none was written. */
export function writeReview(review: Review | null): readonly Block[] {
  if (!review) return [];
  const { went_well, to_improve, actions } = review;
  const written = (title: string, text: string): Block[] =>
    text.trim() === ''
      ? []
      : [
          { kind: 'heading', level: 3, text: title },
          { kind: 'quote', text },
        ];
  const body = [
    ...written('What went well', went_well),
    ...written('What to do differently', to_improve),
    ...(actions.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'Improvement plan',
            head: ['What', 'Owner', 'Due', 'What would show that it worked', 'State'],
            rows: actions.map(({ what, owner, due, proof, done_on }) => [
              what,
              owner === '' ? 'no owner' : owner,
              due ?? 'no day',
              proof === '' ? 'not said' : proof,
              done_on === null ? 'to do' : `done on ${done_on}`,
            ]),
          },
        ]),
  ];
  return body.length === 0
    ? []
    : [{ kind: 'heading', level: 2, text: 'After-action review' }, ...body];
}
