import { stringify } from 'yaml';

/** Plain data as YAML, with no line broken. */
export function writeYaml(value: object): string {
  return stringify(value, { lineWidth: 0 });
}
