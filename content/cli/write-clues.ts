import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeYaml } from '../engine/format/write-yaml.ts';
import { parseYaml } from '../engine/format/parse-yaml.ts';
import type { ToldFile } from '../engine/evidence/storyline/told-file.ts';

/** The clues of a storyline's events, to be put under `clues` in drill.yaml. */
export function writeClues(folder: string, files: readonly ToldFile[]): string {
  const several = new Set<string>();
  const seen = new Set<string>();
  for (const { event } of files.flatMap(({ clues }) => clues)) {
    (seen.has(event) ? several : seen).add(event);
  }
  const clues = files.flatMap(({ file, clues: own }) => {
    const evidence = nameEvidence(folder, file);
    return own.map(({ event, record, text }) => ({
      // An event that several files tell of is a clue in each.
      id: several.has(event) ? `${event}-${evidence}` : event,
      evidence,
      ...(record === null ? { text } : { record }),
      says: `What ${event} shows.`,
    }));
  });
  return writeYaml({ clues }).trimEnd();
}

/** The id of the evidence that a file is in drill.yaml; the file's own name where it is not there yet. */
export function nameEvidence(folder: string, file: string): string {
  const path = join(folder, 'drill.yaml');
  const own = basename(file).replace(/\.[^.]+$/, '');
  if (!existsSync(path)) return own;
  const source = parseYaml('drill.yaml', readFileSync(path, 'utf8'));
  const data = source.ok ? (source.value.data as { evidence?: unknown } | null) : null;
  const listed: unknown[] = Array.isArray(data?.evidence) ? data.evidence : [];
  for (const one of listed) {
    const { id, file: listedFile } = (one ?? {}) as { id?: unknown; file?: unknown };
    if (listedFile === file && typeof id === 'string') return id;
  }
  return own;
}
