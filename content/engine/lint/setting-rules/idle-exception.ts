import type { RuleText } from '../rule.ts';

export const idleException: RuleText = {
  name: 'idle-exception',
  severity: 'warning',
  reason: 'An exception that excepts nothing any more hides the next fault of its kind.',
  remedy: 'Take the exception away.',
  bad: `pack:
  lint:
    except:
      - rule: missing-evidence
        at: example-1
        reason: The file is written by a script before the pack is made.`,
  good: `pack:
  lint:
    except:
      - rule: missing-evidence
        at: example-1/trail
        reason: The file is written by a script before the pack is made.
evidence:
  - { id: trail, file: evidence/lost.csv }`,
};
