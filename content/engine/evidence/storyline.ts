import type { Checked } from '../format/fault.ts';
import { checkShape, parseYaml } from '../format/parse-yaml.ts';
import { StorylineSchema, type Storyline } from './storyline-schema.ts';

/** Reads storyline.yaml; what is wrong comes back with its place and a remedy. */
export function readStoryline(file: string, text: string): Checked<Storyline> {
  const source = parseYaml(file, text);
  return source.ok ? checkShape(source.value, StorylineSchema) : source;
}
