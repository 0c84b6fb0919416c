/** A file of a pack with the SHA-256 of its bytes in hex, which the shell computes. */
export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
}

/** What a drill consists of: drill.yaml, its texts and its evidence; not its storyline or golden logs. */
export function belongsToDrill(path: string, slug: string): boolean {
  const own = `drills/${slug}/`;
  if (!path.startsWith(own)) return false;
  const rest = path.slice(own.length);
  return rest === 'drill.yaml' || rest.startsWith('evidence/') || rest.endsWith('.md');
}

/**
 * The text whose SHA-256 is a drill's hash: a line `path, NUL, SHA-256` for each of its files, by
 * path. The engine knows no crypto; shell, command line and app hash this same text.
 */
export function writeDrillManifest(slug: string, files: readonly ListedFile[]): string {
  return files
    .filter(({ path }) => belongsToDrill(path, slug))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${path}\0${sha256}\n`)
    .join('');
}

/** Evidence whose bytes are no text: an attempt keeps it as base64, since it keeps texts only. */
export function isKeptAsBase64(path: string): boolean {
  return /\.(?:png|jpe?g)$/i.test(path);
}
