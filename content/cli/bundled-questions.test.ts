import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { levels } from '../engine/format/primitives.ts';
import type { Probe } from '../engine/format/question-schema.ts';
import { probeKinds, questionAngles } from '../engine/format/question-terms.ts';
import { starDimensions } from '../engine/star/star-rule.ts';
import { principles } from '../engine/story/principles.ts';
import { readPackFolder } from './read-pack-folder.ts';

const folder = fileURLToPath(new URL('../packs/interview', import.meta.url));
const { files, competencies, faults } = readPackFolder(join(folder)).pack.questions;
const behavioural = files.flatMap(({ questions }) => questions.questions);
const topics = competencies?.list ?? [];
const technical = topics.flatMap(({ depths }) =>
  levels.flatMap((depth) => depths[depth].questions),
);

it('loads without a fault', () => {
  expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

describe.each(files.map((file) => [file.questions.principle, file] as const))(
  '%s',
  (slug, file) => {
    const { questions } = file.questions;

    it('asks once from each angle, in a file of its name', () => {
      expect(file.source.file).toBe(`questions/${slug}.yaml`);
      expect(questions.map(({ angle }) => angle)).toEqual([...questionAngles]);
      expect(questions.map(({ id }) => id)).toEqual(questionAngles.map((one) => `${slug}-${one}`));
    });

    it.each(questions.map((question) => [question.id, question] as const))(
      '%s has a tree of probes that reaches every part of the score',
      (_, { probes }) => {
        const counts = probeKinds.map((kind) => probes[kind].length);
        expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
        expect(Math.max(...counts)).toBeLessThanOrEqual(3);
        const all = probeKinds.flatMap((kind) => probes[kind]);
        expect(all.some(({ then }) => then !== undefined)).toBe(true);
        const reached = new Set(all.flatMap((probe) => [probe, probe.then ?? probe]).map(lacks));
        expect(starDimensions.filter((dimension) => !reached.has(dimension))).toEqual([]);
      },
    );

    it('asks about security with somebody in mind', () => {
      const security = questions.find(({ angle }) => angle === 'security');
      expect(security?.competency ?? security?.roles.find((role) => role !== 'any')).toBeDefined();
    });
  },
);

it('asks after all sixteen principles from eight angles', () => {
  expect(files.map(({ questions }) => questions.principle).sort()).toEqual(
    principles.map(({ slug }) => slug).sort(),
  );
  expect(behavioural).toHaveLength(128);
});

it('describes fifteen topics at three depths, each with two questions', () => {
  expect(topics).toHaveLength(15);
  expect(technical).toHaveLength(90);
  const few = technical.filter(({ probes }) => probes.length < 2 || probes.length > 3);
  expect(few.map(({ id }) => id)).toEqual([]);
  const flat = technical.filter(({ probes }) => probes.every(({ then }) => then === undefined));
  expect(flat.map(({ id }) => id)).toEqual([]);
});

/** Every sentence that is said, by where it stands. */
const asked: readonly (readonly [string, string])[] = [
  ...behavioural.flatMap((question) => [
    [question.id, question.text] as const,
    ...probeKinds.flatMap((kind) => listProbes(question.id, question.probes[kind])),
  ]),
  ...technical.flatMap((question) => [
    [question.id, question.text] as const,
    ...listProbes(question.id, question.probes),
  ]),
];

it('says nothing twice', () => {
  const told = [...behavioural, ...technical].flatMap(({ id, strong, weak }) =>
    [...strong, ...weak].map((line) => [id, line] as const),
  );
  const traps = behavioural.flatMap(({ id, traps: all }) => all.map((line) => [id, line] as const));
  const seen = new Map<string, string>();
  const copied = [...asked, ...told, ...traps].flatMap(([place, text]) => {
    const words = listWords(text).join(' ');
    const before = seen.get(words);
    seen.set(words, place);
    return before === undefined ? [] : [`${before} and ${place}: ${text}`];
  });
  expect(copied).toEqual([]);
});

it('asks nothing twice in other words', () => {
  const shingles = asked.map(([place, text]) => ({ place, text, parts: listShingles(text) }));
  const alike = shingles.flatMap((one, index) =>
    shingles
      .slice(index + 1)
      .filter((other) => findOverlap(one.parts, other.parts) >= 0.4)
      .map((other) => `${one.place} and ${other.place}: ${one.text} | ${other.text}`),
  );
  expect(alike).toEqual([]);
});

it('opens in many ways, and never more than eight times in the same', () => {
  const openings = behavioural.map(({ text }) => listWords(text).slice(0, 3).join(' '));
  const counts = Map.groupBy(openings, (opening) => opening);
  expect([...counts].filter(([, all]) => all.length > 8).map(([opening]) => opening)).toEqual([]);
  expect(counts.size / openings.length).toBeGreaterThanOrEqual(0.6);
});

it('can be said in one breath and understood at once', () => {
  const questions = asked.filter(([place]) => !place.includes('/'));
  const hard = questions.filter(([, text]) => findGrade(text) > 12);
  expect(hard.map(([place, text]) => `${place}: ${text}`)).toEqual([]);
  const mean = questions.reduce((sum, [, text]) => sum + findGrade(text), 0) / questions.length;
  expect(mean).toBeLessThanOrEqual(8);
  const lengths = asked.filter(([place, text]) => {
    const [least, most] = place.includes('/') ? [12, 170] : [40, 260];
    return text.length < least || text.length > most;
  });
  expect(lengths).toEqual([]);
});

it('neither asks riddles nor after what is nobody’s business', () => {
  const improper =
    /\b(?:accents?|nationalit|religio|faith|your age\b|how old|married|pregnan|children do you|your looks|attractive|golf balls?|manhole|piano tuners?)/i;
  expect(asked.filter(([, text]) => improper.test(text))).toEqual([]);
});

function lacks({ lacks: dimension }: { readonly lacks: string }): string {
  return dimension;
}

function listProbes(id: string, probes: readonly Probe[]) {
  return probes.flatMap(({ id: probe, text, then }) => [
    [`${id}/${probe}`, text] as const,
    ...(then ? [[`${id}/${probe}/then`, then.text] as const] : []),
  ]);
}

function listWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}

/** All runs of three words. */
function listShingles(text: string): ReadonlySet<string> {
  const words = listWords(text);
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** Share of the runs of both that they have in common. */
function findOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = one.intersection(other).size;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

/** Years of school, by Flesch and Kincaid (1975), with groups of vowels for syllables. */
function findGrade(text: string): number {
  const sentences = text.split(/[.?!:;]+/).filter((sentence) => listWords(sentence).length > 0);
  const words = listWords(text);
  const syllables = words.map((word) =>
    Math.max(1, word.replace(/(?<=[^aeiouyl])e$/, '').match(/[aeiouy]+/g)?.length ?? 0),
  );
  const perWord = syllables.reduce((sum, count) => sum + count, 0) / words.length;
  return 0.39 * (words.length / sentences.length) + 11.8 * perWord - 15.59;
}
