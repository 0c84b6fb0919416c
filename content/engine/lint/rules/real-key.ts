import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/** Ids of AWS keys, and beginnings by which other secrets are known to scanners. */
const secret =
  /(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[A-Z0-9]{12,20}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|[sr]k_live_\w{10,}|AIza[\w-]{30,}|npm_[A-Za-z0-9]{30,})(?![A-Za-z0-9])|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/g;

/** A secret key has no beginning of its own; forty such characters are one where they are called so. */
const labelled =
  /secret[_ -]?(?:access[_ -]?)?key["']?\s*[:=]\s*["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi;

export const realKey: TextRule = {
  name: 'real-key',
  severity: 'error',
  reason:
    'What looks like a secret sets off every scanner that reads the pack, and may be one that somebody forgot.',
  remedy: 'Let it say that it is none: AKIA…EXAMPLE, ghp_…EXAMPLE.',
  bad: `feed:
  - id: notice
    body: The key AKIAQ3EGTL2J7XWRN5VD is public.`,
  good: `feed:
  - id: notice
    body: The key AKIALARKFIELDEXAMPLE is public.`,
  check: (subject) =>
    findInTexts(
      subject,
      (text) =>
        [
          ...[...text.matchAll(secret)].map(([found]) => found),
          ...[...text.matchAll(labelled)].map(([, found = '']) => found),
        ].filter((found) => !/example/i.test(found)),
      (found) => `${found} looks like a real secret`,
    ),
};
