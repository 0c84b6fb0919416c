import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { levels } from '../engine/format/drill-terms.ts';
import { probeKinds, questionAngles } from '../engine/format/question-terms.ts';
import { listPlainWords } from '../engine/lint/find-alike.ts';
import { lintQuestions } from '../engine/lint/lint-questions.ts';
import { makeQuestionSubject } from '../engine/lint/question-subject.ts';
import { findReadingLevel } from '../engine/lint/reading-level.ts';
import { principles } from '../engine/story/principles.ts';
import { readPackFolder } from './read-pack-folder.ts';

const folder = fileURLToPath(new URL('../packs/interview', import.meta.url));
const loaded = readPackFolder(folder).pack.questions;
const behavioural = loaded.files.flatMap(({ questions }) => questions.questions);
const topics = loaded.competencies?.list ?? [];
const technical = topics.flatMap(({ depths }) =>
  levels.flatMap((depth) => depths[depth].questions),
);
/** Every sentence of the pack. */
const { lines } = makeQuestionSubject(loaded);
const asked = lines.filter(({ kind }) => kind === 'question').map(({ text }) => text);

it('asks after all sixteen principles from eight angles', () => {
  expect(loaded.files.map(({ questions }) => questions.principle).sort()).toEqual(
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

it('loads without a fault and passes every rule for questions', () => {
  const faults = [...loaded.faults, ...lintQuestions(loaded)];
  expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});

describe.each(loaded.files.map((file) => [file.questions.principle, file] as const))(
  '%s',
  (slug, { questions: { questions }, source }) => {
    it('is asked after in a file of its name, with ids of its name', () => {
      expect(source.file).toBe(`questions/${slug}.yaml`);
      expect(questions.map(({ id }) => id)).toEqual(questionAngles.map((one) => `${slug}-${one}`));
    });

    it('has two or three probes each for what, how and why', () => {
      const counts = questions.flatMap(({ probes }) => probeKinds.map((one) => probes[one].length));
      expect(counts).toHaveLength(24);
      expect(counts.filter((count) => count < 2 || count > 3)).toEqual([]);
    });

    it('asks about security with a topic in mind', () => {
      const security = questions.find(({ angle }) => angle === 'security');
      expect(topics.map(({ id }) => id)).toContain(security?.competency);
    });
  },
);

it('opens in many ways, and never more than eight times in the same', () => {
  const openings = behavioural.map(({ text }) => listPlainWords(text).slice(0, 3).join(' '));
  const distinct = [...new Set(openings)];
  const often = distinct.filter((one) => openings.filter((other) => other === one).length > 8);
  expect(often).toEqual([]);
  expect(distinct.length / openings.length).toBeGreaterThanOrEqual(0.6);
});

it('is in plain English on the whole', () => {
  const mean = asked.reduce((sum, text) => sum + findReadingLevel(text), 0) / asked.length;
  expect(asked).toHaveLength(128 + 90);
  expect(mean).toBeLessThanOrEqual(8);
});

it('neither asks riddles nor after what is nobody’s business', () => {
  const improper =
    /\b(?:accents?|nationalit|religio|faith|your age\b|how old|married|pregnan|children do you|your looks|attractive|golf balls?|manhole|piano tuners?)/i;
  expect(lines.filter(({ text, kind }) => kind !== 'note' && improper.test(text))).toEqual([]);
});
