import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../launcher/root.ts';

/** Every sentence of our own answers, to make texts of. */
export function readStarSentences(): readonly string[] {
  return ['answers-tuning', 'answers-held-out', 'roles-tuning', 'roles-held-out'].flatMap(
    (name) => {
      const path = join(root, `content/engine/star/cases/${name}.yaml`);
      const texts = parse(readFileSync(path, 'utf8')) as readonly unknown[];
      return texts.flatMap((text) => {
        const parts = Array.isArray(text) ? text : (text as { readonly parts: unknown }).parts;
        return (parts as readonly Readonly<Record<string, string>>[]).flatMap((part) =>
          Object.values(part),
        );
      });
    },
  );
}
