import { newStory } from '../../../content/engine/story/new-story.ts';
import type { Story } from '../../../content/engine/story/story.ts';

export const toldText = `In March 2025 I was on call for parcel tracking when a scan showed that one deploy key, shared by six services, had no owner and was 400 days old. Nobody could say who held a copy.

My part was to get it out of use before the peak season in five weeks, without stopping releases.

I read 30 days of audit logs and found that only four of the six still used it. I asked the owner of the quarterly job before I counted it as unused. I proposed short-lived roles, because a rotated shared key would have been shared again. I rejected a release freeze: it would have cost three weeks. The release lead at Harrow Freight disagreed, so I moved one low-risk service first and showed him the result.

The key was gone nine days before peak. Long-lived keys went from 6 to 0.

Since then I name the date in person first, and I did so for the database passwords in autumn.`;

/** A story with everything that a screen shows. */
export function aToldStory(
  changes: Partial<Omit<Story, 'format' | 'id'>> = {},
  id = 'told',
): Story {
  return newStory(id, '2026-10-20T09:00:00.000Z', {
    title: 'The deploy key nobody owned',
    kind: 'growth',
    principles: ['ownership', 'bias-for-action'],
    tags: ['cloud'],
    texts: {
      short: { text: 'One deploy key, six services, no owner. I moved all six.', own_roles: [] },
      middle: { text: toldText, own_roles: [] },
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
    ...changes,
  });
}
