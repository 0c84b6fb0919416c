import * as v from 'valibot';
import { StorySchema, type Story } from '../story/story.ts';

/** What `aStory` tells, one part a paragraph. */
export const someStoryText = [
  'In March 2025 I was on call for parcel tracking when a scan showed that one deploy key had no owner.',
  'My part was to get it out of use before the peak season in five weeks.',
  'I read 30 days of audit logs and found that only four of the six services still used it. I proposed short-lived roles instead of a rotation, because a rotated shared key would have been shared again. The release lead disagreed, so I moved one low-risk service first and showed him the result.',
  'In the end the key was gone nine days before peak. Long-lived keys went from 6 to 0.',
  'I learned that a thing without an owner needs a name first. Since then I name the date in person.',
].join('\n\n');

/** A whole, valid story. */
export function aStory(changes: Partial<Story> = {}): Story {
  return v.parse(StorySchema, {
    format: 1,
    id: 's1',
    title: 'The deploy key nobody owned',
    kind: 'growth',
    origin: { kind: 'experience' },
    principles: ['ownership', 'bias-for-action'],
    tags: ['conflict'],
    people: ['the release lead'],
    systems: ['parcel tracking'],
    texts: {
      short: { text: 'One deploy key, six services, no owner.', own_roles: [] },
      middle: { text: someStoryText, own_roles: [] },
      long: { text: '', own_roles: [] },
    },
    metrics: [
      {
        id: 'm1',
        name: 'Long-lived deploy keys in use',
        baseline: '6',
        result: '0',
        unit: 'keys',
        period: '5 weeks',
        source: 'audit log',
        may_tell: 'as_count',
        note: '',
      },
    ],
    allowed_words: [],
    created_at: '2026-11-01T10:00:00.000Z',
    updated_at: '2026-11-01T10:00:00.000Z',
    ...changes,
  });
}
