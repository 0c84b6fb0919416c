import type { Checked } from '../../format/fault.ts';
import { checkShape, parseYaml, placeFindings } from '../../format/parse-yaml.ts';
import { checkStoryline } from './check-storyline.ts';
import { StorylineSchema, type Storyline } from './schema.ts';

/** Reads storyline.yaml; what is wrong comes back with its place and a remedy. */
export function readStoryline(file: string, text: string): Checked<Storyline> {
  const source = parseYaml(file, text);
  if (!source.ok) return source;
  const shape = checkShape(source.value, StorylineSchema);
  if (!shape.ok) return shape;
  const findings = checkStoryline(shape.value);
  return findings.length === 0
    ? shape
    : { ok: false, faults: placeFindings(source.value, findings) };
}
