import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { loadPack } from '../content/engine/format/load-pack.ts';
import {
  nameParsedDrill,
  parsedPackFile,
  parsedQuestionsFile,
} from '../content/engine/format/parsed-files.ts';
import { readHeads, stripSources } from '../content/engine/format/parsed-pack.ts';
import { holdsQuestions } from '../content/engine/format/question-files.ts';
import { stripQuestionSources } from '../content/engine/format/question-load.ts';
import type { AppFile } from '../electron/app-files.ts';
import type { PackListing } from '../electron/ipc.ts';
import { checkListedFile, type ListedFile } from '../electron/listed-files.ts';

/** Every kind of file that the page may be sent, with the type it is served with. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** What a player gets of a pack; golden logs, storylines and the like stay with its author. */
const shipped =
  /^(?:pack\.yaml|glossary\.yaml|competencies\.yaml|[\w-]+\.md)$|^questions\/[\w-]+\.yaml$|^drills\/[^/]+\/(?:drill\.yaml$|[^/]+\.md$|evidence\/)/;

export function belongsToShippedPack(path: string): boolean {
  return shipped.test(path);
}

/**
 * The list that electron/app-files.ts reads: every file of the built page.
 *
 * @throws if one has a kind that the page is not sent
 */
export function listAppFiles(folder: string): AppFile[] {
  return listFiles(folder).map((file) => {
    const type = types[extname(file.path)];
    if (type === undefined)
      throw new Error(`The built page has a file of no known type: ${file.path}`);
    return { ...file, type };
  });
}

/**
 * Copies what ships of each pack, leaves it parsed beside that, and lists both for electron/packs.ts.
 *
 * @param from one folder a pack, named by its id
 */
export function copyPacks(from: string, to: string): PackListing[] {
  rmSync(to, { recursive: true, force: true });
  const ids = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return ids.map((id) => {
    const files = listFiles(join(from, id)).filter(({ path }) => belongsToShippedPack(path));
    for (const { path } of files) {
      const copy = join(to, id, path);
      mkdirSync(dirname(copy), { recursive: true });
      cpSync(join(from, id, path), copy);
    }
    const loaded = parsePack(join(to, id), files);
    const leave = (name: string, value: unknown): void => {
      const path = join(to, id, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(value));
    };
    const pack = stripSources(loaded);
    leave(parsedPackFile, readHeads(pack));
    for (const entry of pack.drills)
      if (entry.kind === 'ready') leave(nameParsedDrill(entry.slug), entry.drill);
    if (files.some(({ path }) => holdsQuestions(path)))
      leave(parsedQuestionsFile, stripQuestionSources(loaded.questions));
    return { id, files: listFiles(join(to, id)) };
  });
}

function parsePack(folder: string, files: readonly ListedFile[]) {
  const read = files.filter(
    ({ path }) => /\.(?:ya?ml|md)$/.test(path) && !path.includes('/evidence/'),
  );
  const texts = read.map(({ path }) => [path, readFileSync(join(folder, path), 'utf8')] as const);
  return loadPack(new Map(texts));
}

/** All files below a folder, sorted by path. */
function listFiles(folder: string): ListedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => {
      const bytes = readFileSync(join(folder, path));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return checkListedFile({ path, size: bytes.length, sha256 });
    });
}
