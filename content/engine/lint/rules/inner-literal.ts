import { findLiterals } from '../../drill/instantiate.ts';
import { findInTexts } from '../find-in-texts.ts';
import type { LintRule } from '../rule.ts';

export const innerLiteral: LintRule = {
  name: 'inner-literal',
  severity: 'warning',
  reason:
    'A variant writes its value wherever the literal stands, also in the middle of a longer number or time, which means something else and becomes nonsense.',
  remedy:
    'Change the longer one, or take more of what is meant as the literal, such as the whole time or number.',
  bad: `parameters:
  - { id: time, literal: '08:46', values: ['07:31'] }
feed:
  - id: notice
    body: The key is out there since 08:46. The last backup ended at 03:08:46.`,
  good: `parameters:
  - { id: time, literal: '08:46', values: ['07:31'] }
feed:
  - id: notice
    body: The key is out there since 08:46. The last backup ended at 03:11:20.`,
  check: (subject) => {
    const { parameters, ...rest } = subject.drill;
    const ids = new Map(
      parameters.flatMap((parameter) =>
        'literal' in parameter ? [[parameter.literal, parameter.id] as const] : [],
      ),
    );
    const counts = new Map([...ids.keys()].map((literal) => [literal, { alone: 0, inner: 0 }]));
    const inner = new Map<string, string>();
    const hits = findInTexts(
      { ...subject, data: rest },
      (text) => {
        const wholes: string[] = [];
        for (const { at, literal } of findLiterals(text, [...ids.keys()])) {
          const whole = readWhole(text, at, literal);
          const count = counts.get(literal);
          if (!count) continue;
          if (whole !== null) {
            inner.set(whole, literal);
            wholes.push(whole);
            count.inner += 1;
          } else if (standsAlone(text, at, literal)) count.alone += 1;
        }
        return wholes;
      },
      (whole) => {
        const literal = inner.get(whole) ?? '';
        return `"${literal}" of "${ids.get(literal)}" stands inside "${whole}", which would change with it`;
      },
    );
    return hits.filter(({ words = '' }) => {
      const literal = inner.get(words) ?? '';
      return isMeantWhole(literal, counts.get(literal) ?? { alone: 0, inner: 0 });
    });
  },
};

const time = /^\d{1,2}:\d\d(?::\d\d)?$/;
const number = /^[\d.,:\-TZ +/]+$/;

/**
 * What never stands by itself is part of something by intention. A name with a number may be the front
 * of many, such as of all tickets of a month: then it is mostly that.
 */
function isMeantWhole(
  literal: string,
  { alone, inner }: { readonly alone: number; readonly inner: number },
): boolean {
  return number.test(literal) ? alone > 0 : alone > inner;
}

/** The longer number or time that a literal is part of at that place, or null. */
function readWhole(text: string, at: number, literal: string): string | null {
  const end = at + literal.length;
  const [before, after] = [text.slice(Math.max(0, at - 40), at), text.slice(end, end + 40)];
  const touches =
    (/\d$/.test(before) && /^\d/.test(literal)) || (/^\d/.test(after) && /\d$/.test(literal));
  // Seconds may follow hours and minutes; a year may stand before them, as in an access log.
  const isLate = time.test(literal) && /(?<!\d)\d{1,2}:$/.test(before);
  if (!touches && !isLate) return null;
  const colons = time.test(literal);
  const start = (colons ? /[\d:]*$/ : /\d*$/).exec(before)?.[0] ?? '';
  const rest = (colons ? /^[\d:]*/ : /^\d*/).exec(after)?.[0] ?? '';
  return start + literal + rest.replace(/:$/, '');
}

/** A number may have its unit beside it; a word that goes on is another word. */
function standsAlone(text: string, at: number, literal: string): boolean {
  if (number.test(literal)) return true;
  return !/[\p{L}\p{N}]/u.test(text.slice(at - 1, at) + text.charAt(at + literal.length));
}
