import type { LintHit, LintSubject } from './rule.ts';

type Path = readonly (string | number)[];

/**
 * What `find` finds in a drill: in every text of drill.yaml, whoever reads it, and in every evidence
 * file but images. Each thing that is found counts once a text; `describe` says what is wrong.
 */
export function findInTexts(
  { drill, prepared }: LintSubject,
  find: (text: string) => Iterable<string>,
  describe: (found: string) => string,
): readonly LintHit[] {
  const hits: LintHit[] = [];
  for (const { path, text } of listStrings(drill, [])) {
    for (const found of new Set(find(text))) hits.push({ path, message: `${describe(found)}.` });
  }
  for (const [index, { id, file, format }] of drill.evidence.entries()) {
    const text = prepared.evidence.get(id);
    if (text === undefined || format === 'image') continue;
    for (const found of new Set(find(text))) {
      const line = text.slice(0, text.indexOf(found)).split('\n').length;
      const message = `${describe(found)}, in line ${line} of ${file}.`;
      hits.push({ path: ['evidence', index, 'file'], message });
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
