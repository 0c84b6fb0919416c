import { findInTexts } from '../find-in-texts.ts';
import type { LintRule } from '../rule.ts';

export const strayValue: LintRule = {
  name: 'stray-value',
  severity: 'error',
  reason:
    'A variant writes its value wherever the literal stands. Where a value stands already, it is another in every other variant, and what was to be one thing is two.',
  remedy:
    'Write the literal there, so that each variant puts its own value in, or take another value.',
  bad: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9, 203.0.113.40] }
feed:
  - id: notice
    body: Please look into 203.0.113.9, and tell me what you find.`,
  good: `parameters:
  - { id: address, literal: 198.51.100.23, values: [203.0.113.9, 203.0.113.40] }
feed:
  - id: notice
    body: Please look into 198.51.100.23, and tell me what you find.`,
  check: (subject) => {
    const { parameters, ...rest } = subject.drill;
    const isLiteral = (value: string): boolean =>
      parameters.some((one) => 'literal' in one && one.literal === value);
    return parameters.flatMap((parameter) => {
      if (!('literal' in parameter)) return [];
      const { id, literal, values } = parameter;
      return values
        .filter((value) => value !== literal && !isLiteral(value)) // a variant replaces that too
        .flatMap((value) =>
          findInTexts(
            { ...subject, data: rest },
            (text) => (standsIn(text, value) ? [value] : []),
            () =>
              `"${value}" is a value of "${id}" and stands here as it is; the literal is "${literal}"`,
          ),
        );
    });
  },
};

const within = /[\p{L}\p{N}]/u;

/** Whether a value stands there by itself; a number or a time may be part of a longer one, or of an address. */
function standsIn(text: string, value: string): boolean {
  const isNumber = /^\d[\d.:]*$/.test(value);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + value.length, at + value.length + 2);
    if (within.test(before.slice(-1)) || within.test(after.slice(0, 1))) continue;
    if (isNumber && (/\d[.,:-]$/.test(before) || /^[.,:-]\d/.test(after))) continue;
    return true;
  }
  return false;
}
