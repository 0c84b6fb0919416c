// After a change to a bundled drill: writes its new hash and the pack's version into the first line
// of its golden logs. Whether the logs still earn what they must is for bundled-packs.test.ts.
//   node content/cli/refresh-golden.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttemptHeader } from '../engine/drill/attempt-log.ts';
import { readBundledPacks } from './find-packs.ts';
import type { PackFolder } from './read-pack-folder.ts';

let changed = 0;
for (const source of readBundledPacks()) {
  for (const path of source.paths) {
    const slug = /^drills\/([^/]+)\/golden\/[^/]+\.jsonl$/.exec(path)?.[1];
    if (slug === undefined || !refresh(source, slug, path)) continue;
    changed += 1;
    console.log(`refreshed ${path}`);
  }
}
console.log(`${changed} golden logs refreshed`);

function refresh(source: PackFolder, slug: string, path: string): boolean {
  const text = source.readText(path);
  const end = text.indexOf('\n');
  const header = JSON.parse(text.slice(0, end)) as AttemptHeader;
  const { id, version } = source.pack.header ?? header.pack;
  const fresh: AttemptHeader = {
    ...header,
    pack: { id, version },
    drill: { ...header.drill, slug, hash: source.hashDrill(slug) },
  };
  const line = JSON.stringify(fresh);
  if (line === text.slice(0, end)) return false;
  writeFileSync(join(source.folder, path), line + text.slice(end));
  return true;
}
