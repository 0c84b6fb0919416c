import type { Fault } from './fault.ts';
import { checkShape, parseYaml, placeFindings } from './parse-yaml.ts';
import { PathSchema, type LearningPath } from './path-schema.ts';

export interface LoadedPaths {
  readonly list: readonly LearningPath[];
  readonly faults: readonly Fault[];
}

/**
 * Reads paths/*.yaml of a pack. A step that names no drill of the pack is a fault; so is a drill that
 * a path names twice. `slugs` are the folders of the pack's drills.
 */
export function loadPaths(
  texts: ReadonlyMap<string, string>,
  slugs: ReadonlySet<string>,
): LoadedPaths {
  const list: LearningPath[] = [];
  const faults: Fault[] = [];
  for (const file of [...texts.keys()].filter((path) => /^paths\/[^/]+\.yaml$/.test(path)).sort()) {
    const source = parseYaml(file, texts.get(file) ?? '');
    const read = source.ok ? checkShape(source.value, PathSchema) : source;
    if (!source.ok || !read.ok) {
      faults.push(...(read.ok ? [] : read.faults));
      continue;
    }
    const seen = new Set<string>();
    const findings = read.value.steps.flatMap(({ drill }, index) => {
      const path = ['steps', index, 'drill'];
      const again = seen.has(drill);
      seen.add(drill);
      if (!slugs.has(drill)) {
        const message = `There is no drill "${drill}" in this pack.`;
        const remedy = 'Name the folder of a drill, or take the step out.';
        return [{ code: 'unknown-drill', path, message, remedy }];
      }
      if (!again) return [];
      const message = `The path comes to "${drill}" twice.`;
      return [{ code: 'repeated-step', path, message, remedy: 'Take one of the steps out.' }];
    });
    if (findings.length > 0) faults.push(...placeFindings(source.value, findings));
    else list.push(read.value);
  }
  return { list, faults };
}
