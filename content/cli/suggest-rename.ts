import { existsSync, readdirSync } from 'node:fs';

/** What to do where a file is not there and one lies in its place that is called alike; else nothing. */
export function suggestRename(folder: string, name: string): string {
  if (!existsSync(folder)) return '';
  const stem = name.replace(/\.yaml$/, '');
  const found = readdirSync(folder).find(
    (one) => one !== name && one.replace(/\.ya?ml$/i, '').toLowerCase() === stem && one !== stem,
  );
  return found === undefined ? '' : ` Rename ${found} to ${name}.`;
}
