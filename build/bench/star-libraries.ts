import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { root } from '../launcher/root.ts';
import type { Figure, Measured } from './figure.ts';
import { languageReaders, type LanguageReader } from './language-libraries.ts';
import { readMedian, readOnce } from './readings.ts';

type RoleTexts = readonly (readonly Readonly<Record<string, string>>[])[];

/** What each would add to the app: the files that would be bundled, for ours its sources. */
const files: Readonly<Record<string, readonly string[]>> = {
  'own rules': ['split-answer', 'answer-words', 'word-forms', 'deeds'].map(
    (name) => `content/engine/star/${name}.ts`,
  ),
  compromise: ['node_modules/compromise/builds/three/compromise-three.mjs'],
  'wink-nlp': ['node_modules/wink-eng-lite-web-model/dist', 'node_modules/wink-nlp/src'],
};

/**
 * Our reading of sentences and of own past deeds beside two language libraries, on the half of our texts
 * that no rule was tuned on. The labels are ours, and those of deeds were set with our rules' answer before
 * us, so the figures orient, no more.
 */
export const starLibraries: Figure = {
  name: 'star-libraries',
  window: false,
  measure: ({ say }) => {
    const texts = (readCases('roles-held-out') as RoleTexts).map((parts) =>
      parts.flatMap((part) => Object.values(part)),
    );
    const hard = readCases('hard-splits') as readonly (readonly string[])[];
    const deeds = new Set(readCases('own-deeds-held-out') as readonly string[]);
    const found = languageReaders.map((reader) => ({
      reader,
      ...judge(reader, texts, deeds),
      hard: cutShare(reader, hard),
    }));
    for (const { reader, sentences, hard: harder, acts, kilobytes, wrong } of found) {
      say(
        `${reader.name}: sentences ${sentences} %, hard ones ${harder} %, own deeds ${acts} %, ${kilobytes} kB packed; not as labelled: ${wrong.slice(0, 6).join(' / ')}`,
      );
    }
    const [ours, ...others] = found;
    if (!ours) throw new Error('There is nothing to measure.');
    return Promise.resolve(
      others.flatMap(({ reader, sentences, hard: harder, acts, times, kilobytes }): Measured[] => [
        compare('sentences cut as they were written', ours.sentences, reader, sentences, '%'),
        compare('hard ones', ours.hard, reader, harder, '%'),
        compare('own past deeds told apart', ours.acts, reader, acts, '%'),
        {
          title: '400 words read',
          reading: readMedian(ours.times, 'ms'),
          baseline: { name: reader.name, reading: readMedian(times, 'ms') },
          limit: { of: 'ratio', kind: 'at_most', bound: 3 },
        },
        {
          title: 'carried by the app, packed',
          reading: readOnce(ours.kilobytes, 'kB'),
          baseline: { name: reader.name, reading: readOnce(kilobytes, 'kB') },
          limit: { of: 'ratio', kind: 'at_most', bound: 1 },
        },
      ]),
    );
  },
};

function readCases(name: string): unknown {
  return parse(readFileSync(join(root, `content/engine/star/cases/${name}.yaml`), 'utf8'));
}

function listFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(name).isFile());
}

/** Ours may be a point behind: then a library would have to be weighed again. */
function compare(
  title: string,
  ours: number,
  reader: LanguageReader,
  theirs: number,
  unit: string,
): Measured {
  return {
    title,
    reading: readOnce(ours, unit),
    baseline: { name: reader.name, reading: readOnce(theirs, unit) },
    limit: { of: 'ratio', kind: 'at_least', bound: 0.99 },
  };
}

function percent(right: number, all: number): number {
  return Math.round((right / all) * 1000) / 10;
}

/** Sentences that are found as they were written, of texts whose lists stand in lines. */
function cutShare(reader: LanguageReader, texts: readonly (readonly string[])[]): number {
  const right = texts.reduce((sum, text) => {
    const stopped = text.every((sentence) => /[.!?…”]$/.test(sentence));
    const found = new Set(reader.split(text.join(stopped ? ' ' : '\n')));
    return sum + text.filter((sentence) => found.has(sentence)).length;
  }, 0);
  return percent(right, texts.flat().length);
}

function judge(
  reader: LanguageReader,
  texts: readonly (readonly string[])[],
  deeds: ReadonlySet<string>,
) {
  const sentences = texts.flat();
  const wrong = sentences.filter((one) => reader.tellsOwnDeed(one) !== deeds.has(one));
  const words = sentences.join(' ').split(' ');
  const times: number[] = [];
  for (let turn = -3; turn < 15; turn += 1) {
    const from = ((turn + 3) * 97) % Math.max(1, words.length - 400);
    const text = words.slice(from, from + 400).join(' ');
    const begun = performance.now();
    reader.readAll(text);
    if (turn >= 0) times.push(performance.now() - begun);
  }
  const bytes = (files[reader.name] ?? [])
    .flatMap((path) => listFiles(join(root, path)))
    .reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  return {
    sentences: cutShare(reader, texts),
    acts: percent(sentences.length - wrong.length, sentences.length),
    wrong,
    times,
    kilobytes: Math.round(bytes / 102.4) / 10,
  };
}
