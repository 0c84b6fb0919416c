import type { LintHit, PackRule } from '../rule.ts';

const leastDrills = 5;
const least = 0.1;
const most = 0.4;

export const benignShare: PackRule = {
  name: 'benign-share',
  severity: 'warning',
  reason:
    'About one drill in five should turn out to be harmless. With none of them, always escalating wins; with many, never doing so.',
  remedy:
    'Mark drills in which nothing bad happened with `benign: true`, and write one in five so.',
  bad: `drills: [{}, {}, {}, {}, {}]`,
  good: `drills: [{}, {}, {}, {}, { benign: true }]`,
  checkPack: ({ drills }): LintHit[] => {
    const benign = drills.filter(({ drill }) => drill.benign).length;
    const share = drills.length === 0 ? 0 : benign / drills.length;
    if (drills.length < leastDrills || (share >= least && share <= most)) return [];
    const message = `${benign} of ${drills.length} drills are benign.`;
    return [{ path: [], message }];
  },
};
