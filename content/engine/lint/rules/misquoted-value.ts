import { readSource } from '../clue-sources.ts';
import type { LintHit, LintRule } from '../rule.ts';
import { leaveOutSlips } from './near-miss.ts';

/** Values of which a record or a message has its own: addresses, key ids, mail addresses, calls, numbers of cases. */
const kinds: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['address', /\b\d{1,3}(?:\.\d{1,3}){3}\b(?!\/)/g],
  ['key', /\bA(?:KIA|SIA|ROA|IDA)[A-Z0-9]{12,}\b/g],
  ['mail address', /\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b/g],
  ['call', /\b(?:[A-Z][a-z]+){2,}\d*\b/g],
  ['number', /\b[A-Z]{2,}-\d+(?:-\d+)*\b/g],
];
const network = /\b\d{1,3}(?:\.\d{1,3}){3}\/\d+/;
const denied = /\b(?:not|no|never|nor|than|instead of|without) (?:from |by |to |of )?$/;

export const misquotedValue: LintRule = {
  name: 'misquoted-value',
  severity: 'warning',
  reason:
    'Who cites the record is told of an address, a key or a call that another one has: the truth and its evidence name two.',
  remedy: 'Write the value of the record that is cited, or cite the one that has it.',
  bad: `clues: [{ id: first-use, says: 'GetSessionToken by a stranger.' }]`,
  good: `clues: [{ id: first-use, says: 'GetCallerIdentity by a stranger.' }]`,
  check: (subject) => {
    const { clues, truth } = subject.drill;
    const find = (path: LintHit['path'], text: string, cited: readonly string[]): LintHit[] => {
      const source = cited.map((id) => readSource(subject, id)).join('\n');
      if (network.test(source)) return []; // an address may be one of those
      return kinds.flatMap(([name, pattern]) => {
        const own = [...new Set([...source.matchAll(pattern)].map(([value]) => value))];
        if (own.length === 0) return [];
        return [...text.matchAll(pattern)]
          .filter(({ index }) => !denied.test(text.slice(0, index)))
          .filter(([value]) => !source.toLowerCase().includes(value.toLowerCase()))
          .map(([value]) => ({
            path,
            words: value,
            message: `What this rests on has no ${name} ${value}; it has ${own.slice(0, 3).join(', ')}.`,
          }));
      });
    };
    return leaveOutSlips(subject, [
      ...clues.flatMap(({ id, says }, i) => find(['clues', i, 'says'], says, [id])),
      ...truth.flatMap((one, i) => find(['truth', i, 'title'], one.title, one.clues)),
    ]);
  },
};
