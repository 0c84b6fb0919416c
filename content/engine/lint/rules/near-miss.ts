import { readSource } from '../clue-sources.ts';
import type { LintHit, LintRule, LintSubject } from '../rule.ts';

/** A word, a name, a number or an id, with what stands inside of it; a comma within thousands alone. */
const token = /[\p{L}\p{N}](?:(?:[\p{L}\p{N}.:_/-]|(?<=\d),(?=\d{3}(?!\d)))*[\p{L}\p{N}])?/gu;
interface Told {
  readonly path: LintHit['path'];
  readonly text: string;
  /** The clue that it tells of, if any. */
  readonly clue?: string;
}

const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Shorter names are too near to too many words, and shorter numbers to each other. */
const leastName = 5;
const leastDigits = 4;
/** A value stands so often before a swap of it counts as a slip. */
const leastTimes = 3;

export const nearMiss: LintRule = {
  name: 'near-miss',
  severity: 'warning',
  reason:
    'A name with a letter wrong, or a number with two digits swapped, is looked up and not found, and stays behind when a variant is drawn.',
  remedy: 'Write it as it stands everywhere else.',
  bad: `brief: You are on shift. Tomas Reuther and Ines Holm have written.`,
  good: `brief: You are on shift. Tomas Reuter and Ines Holm have written.`,
  check: (subject) => {
    const { drill, texts, files } = subject;
    const told: readonly Told[] = [
      ...texts,
      ...drill.clues.map(({ id, says }, i) => ({
        path: ['clues', i, 'says'],
        text: says,
        clue: id,
      })),
      ...drill.truth.map(({ title }, i) => ({ path: ['truth', i, 'title'], text: title })),
    ];
    const counts = new Map<string, number>();
    for (const { text } of [...told, ...files]) {
      for (const [word] of text.matchAll(token)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const names = new Set(
      drill.people
        .map(({ name }) => name.split(/\s+/))
        // “Change desk” is no name that one could misspell.
        .filter((parts) => parts.length > 1 && parts.every(isName))
        .flat()
        .filter((part) => part.length >= leastName),
    );
    const isKnown = (word: string): boolean => (counts.get(word) ?? 0) > 1;
    return told.flatMap(({ path, text, clue }) =>
      [...new Set([...text.matchAll(token)].map(([word]) => word))].flatMap((word): LintHit[] => {
        // What a clue points to needs to say it only once, and a number may stand elsewhere by chance.
        const source =
          clue !== undefined && isLongValue(word) && !(address.test(word) && isKnown(word))
            ? findSource(word, readSource(subject, clue))
            : undefined;
        if (source !== undefined) {
          const message = `"${word}" is not in what "${clue}" points to; "${source}" is.`;
          return [{ path, words: word, message }];
        }
        if (isKnown(word) || names.has(word)) return [];
        const meant = isLongValue(word)
          ? listSlips(word).find((swap) => (counts.get(swap) ?? 0) >= leastTimes)
          : isName(word)
            ? [...names].find((name) => differByOne(name, word))
            : undefined;
        if (meant === undefined) return [];
        return [
          { path, words: word, message: `"${word}" stands here alone; "${meant}" may be meant.` },
        ];
      }),
    );
  },
};

/** Of what a rule has found, that which is no near miss, and so not told already. */
export function leaveOutSlips(subject: LintSubject, hits: readonly LintHit[]): readonly LintHit[] {
  if (hits.length === 0) return [];
  const name = ({ path, words }: LintHit): string => `${path.join('.')} ${words ?? ''}`;
  const slips = new Set(nearMiss.check(subject).map(name));
  return hits.filter((hit) => !slips.has(name(hit)));
}

function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}$/u.test(word);
}

/** A number of some length or an id; no time. */
function isLongValue(word: string): boolean {
  const digits = word.replace(/\D/g, '').length;
  if (/^\d\d?:\d\d/.test(word)) return false;
  return digits >= leastDigits || (digits >= 2 && /\p{L}{2}/u.test(word));
}

/** What a source has instead of a value that it has not: two digits swapped, or another address of that network. */
function findSource(value: string, source: string): string | undefined {
  if (source.includes(value)) return undefined;
  const slip = listSlips(value).find((swap) => source.includes(swap));
  if (slip !== undefined || !address.test(value)) return slip;
  const network = value.slice(0, value.lastIndexOf('.') + 1);
  return [...source.matchAll(token)]
    .map(([word]) => word)
    .find((word) => address.test(word) && word.startsWith(network));
}

/**
 * What a value would be with two neighbouring digits the other way round, a comma between them or not; an
 * address, with another digit.
 */
function listSlips(value: string): readonly string[] {
  const isAddress = address.test(value);
  return value.split('').flatMap((one, at) => {
    const next = value[at + 1] ?? '';
    const [before, after] = [value.slice(0, at), value.slice(at + 1)];
    if (!/\d/.test(one)) return [];
    return [
      ...(/\d/.test(next) && next !== one ? [before + next + one + after.slice(1)] : []),
      ...(/^,\d/.test(after) && after[1] !== one
        ? [`${before}${after[1] ?? ''},${one}${after.slice(2)}`]
        : []),
      ...(isAddress ? '0123456789'.split('').map((digit) => before + digit + after) : []),
    ].filter((slip) => slip !== value);
  });
}

/** Whether a letter is missing, too many, another or swapped with its neighbour. */
function differByOne(name: string, word: string): boolean {
  if (Math.abs(name.length - word.length) > 1 || name === word) return false;
  if (word === `${name}s`) return false;
  let from = 0;
  while (from < word.length && name[from] === word[from]) from += 1;
  const [restName, restWord] = [name.slice(from), word.slice(from)];
  return (
    restName.slice(1) === restWord.slice(1) ||
    restName.slice(1) === restWord ||
    restName === restWord.slice(1) ||
    (restName.slice(2) === restWord.slice(2) &&
      restName[0] === restWord[1] &&
      restName[1] === restWord[0])
  );
}
