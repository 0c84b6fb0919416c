import type { LintHit, TextSubject } from './rule.ts';

type Path = readonly (string | number)[];

/**
 * What `find` finds in a drill or an exercise: in every text of its YAML, whoever reads it, and in
 * every file beside it but images. Each thing that is found counts once a text; `describe` says what
 * is wrong.
 */
export function findInTexts(
  { data, files }: TextSubject,
  find: (text: string) => Iterable<string>,
  describe: (found: string) => string,
): readonly LintHit[] {
  const hits: LintHit[] = [];
  for (const { path, text } of listStrings(data, [])) {
    for (const found of new Set(find(text))) {
      hits.push({ path, words: found, message: `${describe(found)}.` });
    }
  }
  for (const { path, text } of files) {
    for (const found of new Set(find(text))) {
      hits.push({ path, words: found, message: `${describe(found)}.` });
    }
  }
  return hits;
}

function* listStrings(
  value: unknown,
  path: Path,
): Generator<{ readonly path: Path; readonly text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* listStrings(member, [...path, index]);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) yield* listStrings(member, [...path, name]);
  }
}
