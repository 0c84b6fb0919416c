import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStoryline } from '../../engine/evidence/storyline/read-storyline.ts';
import { writeFiles } from '../../engine/evidence/storyline/write-files.ts';
import { writeJsonSchema } from '../../engine/format/json-schema.ts';
import { schemaNames } from '../../engine/format/schema-names.ts';
import { findPrinciple } from '../../engine/story/principles.ts';

/** Path inside a pack → text. */
export type NewFiles = ReadonlyMap<string, string>;

/** The schema of each file, for the comment on its first line: editors complete and check with it. */
export function writeSchemaFiles(): NewFiles {
  return new Map(
    schemaNames.map((name) => [
      `.schema/${name}.schema.json`,
      `${JSON.stringify(writeJsonSchema(name), null, 2)}\n`,
    ]),
  );
}

/** pack.yaml of a new pack; `id` is its folder's name. */
export function writePackFile(id: string): NewFiles {
  const text = fillTemplate('pack.yaml', { PACK: id, TITLE: writeTitle(id) });
  return new Map([['pack.yaml', text]]);
}

/** A drill of a quarter of an hour, with its storyline and the evidence that follows from it. */
export function writeDrillFiles(slug: string): NewFiles {
  const storyline = readTemplate('storyline.yaml');
  const read = readStoryline('storyline.yaml', storyline);
  if (!read.ok)
    throw new Error(`the storyline of a new drill is at fault: ${read.faults[0]?.message ?? ''}`);
  const told = writeFiles(read.value);
  const places = told.flatMap(({ clues }) =>
    clues.map(
      ({ event, record }) => [event.replaceAll('-', '_').toUpperCase(), record ?? ''] as const,
    ),
  );
  const words = { DRILL_ID: slug, TITLE: writeTitle(slug), ...Object.fromEntries(places) };
  return new Map(
    [
      ['drill.yaml', fillTemplate('drill.yaml', words)],
      ['storyline.yaml', storyline],
      ['brief.md', readTemplate('brief.md')],
      ['debrief.md', readTemplate('debrief.md')],
      ...told.map(({ file, text }) => [file, text] as const),
    ].map(([path = '', text = '']) => [`drills/${slug}/${path}`, text]),
  );
}

/** A file with one question; its principle is the file's name where that is one. */
export function writeQuestionFile(slug: string): NewFiles {
  const principle = findPrinciple(slug)?.slug ?? 'ownership';
  const text = fillTemplate('question.yaml', { PRINCIPLE: principle, SLUG: slug });
  return new Map([[`questions/${slug}.yaml`, text]]);
}

/** An exercise with its material. */
export function writeExerciseFiles(slug: string): NewFiles {
  const own = `exercises/code-review/${slug}`;
  const text = fillTemplate('exercise.yaml', { SLUG: slug, TITLE: writeTitle(slug) });
  return new Map([
    [`${own}.yaml`, text],
    [`${own}/refund.py.txt`, readTemplate('refund.py.txt')],
  ]);
}

/** A path through the drills of a pack, by their folders. */
export function writePathFile(slug: string, drills: readonly string[]): NewFiles {
  const steps = drills.map((drill, index) => {
    const why = index === 0 ? 'The shortest way in.' : 'It builds on the one before.';
    return `  - { drill: ${drill}, why: ${why} }`;
  });
  const words = { SLUG: slug, TITLE: writeTitle(slug), ' STEPS': `\n${steps.join('\n')}` };
  return new Map([[`paths/${slug}.yaml`, fillTemplate('path.yaml', words)]]);
}

/** `first-drill` → `First drill` */
function writeTitle(slug: string): string {
  const words = slug.replaceAll(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function readTemplate(name: string): string {
  return readFileSync(fileURLToPath(new URL(`template/${name}`, import.meta.url)), 'utf8');
}

/** Puts each word of a template, in capitals, in the place of its value. */
function fillTemplate(name: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce(
    (text, [word, value]) => text.replaceAll(word, value),
    readTemplate(name),
  );
}
