import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/** Endings that are in use and are no endings of files. A call (`log.info(`) and a module (`java.io.File`) are no hosts. */
const host =
  /(?<![\w.@/-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:com|net|org|io|info|biz|dev|app|cloud|eu|uk|de|fr|us|ch|nl|gov|edu|mil|int|co)(?![\w(-]|\.[\w*])/g;
const atHost =
  /(?<=[@/])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}(?:com|net|org|io|info|biz|dev|app|cloud|eu|uk|de|fr|us|ch|nl|gov|edu|mil|int|co)(?![\w(-]|\.[\w*])/g;

/**
 * Names that stand in the formats themselves or at which a reader can look something up; they tell
 * nothing of whoever owns them.
 */
const known = new Set([
  'amazonaws.com',
  'amazon.com',
  'example.com',
  'example.net',
  'example.org',
  'mitre.org',
  'nist.gov',
  'cisa.gov',
  'first.org',
  'w3.org',
  'smartmontools.org',
  'ietf.org',
  'rfc-editor.org',
  'owasp.org',
  'cyclonedx.org',
  'spdx.org',
  'npmjs.org',
  'json-schema.org',
  'creativecommons.org',
  'microsoft.com',
  'kubernetes.io',
  'k8s.io',
]);

export const realDomain: TextRule = {
  name: 'real-domain',
  severity: 'error',
  reason: 'A name that is or can be registered belongs to somebody, or will.',
  remedy: 'End the name in .example, such as mail.larkfield.example.',
  bad: `feed:
  - id: notice
    body: The mail came from billing@larkfield-payments.com.`,
  good: `feed:
  - id: notice
    body: The mail came from billing@larkfield.example.`,
  check: (subject) =>
    findInTexts(
      subject,
      function* find(text) {
        for (const pattern of [host, atHost]) {
          for (const [found] of text.matchAll(pattern)) {
            const labels = found.toLowerCase().split('.');
            if (!known.has(labels.slice(-2).join('.'))) yield found;
          }
        }
      },
      (found) => `${found} is a name that may be somebody's`,
    ),
};
