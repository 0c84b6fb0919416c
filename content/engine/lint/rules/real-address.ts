import { findInTexts } from '../find-in-texts.ts';
import type { TextRule } from '../rule.ts';

/** Four numbers that stand for themselves: not part of a longer number, name, version or path. */
const v4 = /(?<![\w.+/-])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w+-]|\.\d)/g;
const v6 =
  /(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}(?::|[0-9a-f]{1,4})(?::?[0-9a-f]{1,4}){0,6}(?![\w:])/gi;

export const realAddress: TextRule = {
  name: 'real-address',
  severity: 'error',
  reason:
    'An address outside the ranges for documentation belongs to somebody, who would be accused in a story that never happened.',
  remedy:
    'Take one from 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 or 2001:db8::/32, or a private one.',
  bad: `feed:
  - id: notice
    body: The key was used from 8.8.8.8 this morning.`,
  good: `feed:
  - id: notice
    body: The key was used from 203.0.113.9 and 10.0.4.7 this morning.`,
  check: (subject) =>
    findInTexts(
      subject,
      function* find(text) {
        for (const match of text.matchAll(v4)) {
          const parts = match.slice(1, 5).map(Number);
          if (parts.every((part) => part < 256) && !isOurs(parts)) yield match[0];
        }
        for (const [found] of text.matchAll(v6)) if (isRealV6(found.toLowerCase())) yield found;
      },
      (found) => `${found} is an address that may be somebody's`,
    ),
};

/** Documentation, private, shared, local and reserved ranges (RFC 5737, 1918, 6598, 6890). */
function isOurs([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || (b === 0 && c === 2))) ||
    (a === 198 && ((b === 51 && c === 100) || b === 18 || b === 19)) ||
    (a === 203 && b === 0 && c === 113)
  );
}

/** Eight groups, or fewer with `::`; two-digit groups alone are times and hardware addresses. */
function isRealV6(text: string): boolean {
  const groups = text.split(':');
  const short = text.includes('::');
  if (!short && groups.length !== 8) return false;
  if (short && !groups.some((group) => group.length > 2)) return false;
  return !/^(?:2001:0?db8:|fe80:|f[cd]|ff|::1$|::$)/.test(text);
}
