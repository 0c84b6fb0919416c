import type { RuleText } from '../rule.ts';

export const unreasonedException: RuleText = {
  name: 'unreasoned-exception',
  severity: 'error',
  reason: 'Whoever takes over a pack has to know why a fault was let stand, or it stands for ever.',
  remedy: 'Add `reason`, in a sentence.',
  bad: `pack:
  lint:
    except:
      - { rule: missing-evidence, at: example-1 }
evidence:
  - { id: trail, file: evidence/lost.csv }`,
  good: `pack:
  lint:
    except:
      - rule: missing-evidence
        at: example-1
        reason: The file is written by a script before the pack is made.
evidence:
  - { id: trail, file: evidence/lost.csv }`,
};
