import type { LoadRule } from '../rule.ts';

export const unknownReference: LoadRule = {
  name: 'unknown-reference',
  severity: 'error',
  reason:
    'What is named has to be declared, or a condition would never hold and a click would do nothing.',
  remedy: 'Declare it, or name one that exists.',
  bad: `decisions:
  - id: key
    opens: { opened: trial }`,
  good: `decisions:
  - id: key
    opens: { any: [{ opened: trail }, { after: 5 }] }`,
};
