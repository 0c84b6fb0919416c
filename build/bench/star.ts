import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { answerRoles } from '../../content/engine/star/answer-role.ts';
import { scoreAnswer } from '../../content/engine/star/score-answer.ts';
import { joinTold, nameToldFiles, rolesOf } from '../../content/engine/testing/star-cases.ts';
import {
  measureAlike,
  measureCrossed,
  measureOrderings,
  measureRoles,
  type StarCases,
} from '../../content/engine/testing/star-measures.ts';
import { root } from '../launcher/root.ts';
import type { Figure, Measured } from './figure.ts';
import { interleave, readMedian, readOnce } from './readings.ts';

const turns = 41;

/**
 * How far the scores of answers agree with what our own texts state, and how fast they come. The
 * half that no rule was tuned on counts; the other stands beside it.
 */
export const star: Figure = {
  name: 'star',
  window: false,
  measure: async ({ say }) => {
    const tuned = readCases('tuning');
    const held = readCases('held-out');
    const before = describeCases(tuned);
    const now = describeCases(held);
    for (const line of now.lines) say(line);
    // Not all of these are good: a better one to another question may then rightly stand above.
    const told = measureCrossed([...held.crossed, ...held.told.answers]);
    say(`${told.held} of ${told.all} where answers of every quality are crossed`);
    const { a, b } = await measureSpeed(held);
    const beside = 'the half for tuning';
    const atLeast = (title: string, key: keyof typeof now.shares, bound: number): Measured => ({
      title,
      reading: readOnce(now.shares[key], '%'),
      baseline: { name: beside, reading: readOnce(before.shares[key], '%') },
      limit: { of: 'value', kind: 'at_least', bound },
    });
    return [
      atLeast('orderings of answers that hold', 'orderings', 95),
      atLeast('answers above those to other questions', 'crossed', 85),
      atLeast('answers that must score alike', 'alike', 100),
      atLeast('roles of sentences', 'roles', 85),
      {
        title: '400 words scored',
        reading: readMedian(a, 'ms'),
        baseline: { name: 'their words counted', reading: readMedian(b, 'ms') },
        limit: { of: 'value', kind: 'at_most', bound: 10 },
      },
    ];
  },
};

function readCases(half: 'tuning' | 'held-out'): StarCases {
  const read = (name: string): unknown =>
    parse(readFileSync(join(root, `content/engine/star/cases/${name}.yaml`), 'utf8'));
  return {
    stories: read(`answers-${half}`) as StarCases['stories'],
    roleTexts: read(`roles-${half}`) as StarCases['roleTexts'],
    forAny: read('answers-to-anything') as StarCases['forAny'],
    alike: read('alike') as StarCases['alike'],
    told: joinTold(nameToldFiles(half).map((name) => read(name) as StarCases['told'])),
    crossed: read(`crossed-${half}`) as StarCases['crossed'],
  };
}

function describeCases(cases: StarCases) {
  const orderings = measureOrderings(cases);
  const all = orderings.kinds.reduce((sum, kind) => sum + kind.all, 0);
  const crossed = measureCrossed(cases.crossed);
  const alike = measureAlike(cases);
  const roles = measureRoles(cases);
  const percent = (right: number, of: number): number => Math.round((right / of) * 1000) / 10;
  const width = 11;
  return {
    shares: {
      orderings: percent(all - orderings.failed.length, all),
      crossed: percent(crossed.held, crossed.all),
      alike: percent(alike.all - alike.failed.length, alike.all),
      roles: percent(roles.right, roles.all),
    },
    lines: [
      `${all - orderings.failed.length} of ${all} orderings hold`,
      ...orderings.kinds.map(({ kind, held, all: of }) => `  ${kind.padEnd(20)} ${held} of ${of}`),
      ...orderings.failed.map((name) => `  does not hold: ${name}`),
      `${crossed.held} of ${crossed.all} answers stand above one to another question`,
      `${alike.all - alike.failed.length} of ${alike.all} pairs alike, the widest ${alike.widest.toFixed(2)} apart`,
      ...alike.failed.map((name) => `  not alike: ${name}`),
      `${roles.right} of ${roles.all} sentences of ${roles.texts} texts have the role that was meant`,
      `  ${'meant'.padEnd(width)}${answerRoles.map((role) => role.padStart(width)).join('')}`,
      ...answerRoles.map(
        (meant) =>
          `  ${meant.padEnd(width)}${answerRoles
            .map((role) => String(roles.table[meant][role]).padStart(width))
            .join('')}`,
      ),
    ],
  };
}

/** An answer of 400 words, made of the stories' own sentences, each time another. */
async function measureSpeed({ stories }: StarCases) {
  const words = stories.flatMap((story) => rolesOf(story).flatMap(([, text]) => text.split(' ')));
  let at = 0;
  const next = (): string => {
    at = (at + 131) % Math.max(1, words.length - 400);
    return words.slice(at, at + 400).join(' ');
  };
  const time = (work: (text: string) => unknown): number => {
    const answer = next();
    const begun = performance.now();
    work(answer);
    return performance.now() - begun;
  };
  const [story] = stories;
  if (!story) throw new Error('There are no stories.');
  const { question, principle } = story;
  return interleave(
    turns,
    () => time((answer) => scoreAnswer({ question, principle, answer })),
    () => time((answer) => answer.match(/\p{L}+/gu)?.length),
  );
}
