import { join } from 'node:path';
import type { HtmlTagDescriptor, Rolldown } from 'vite';

/**
 * What the page loads before it shows anything: its entry, which asks for what is stored, and the screens,
 * which the entry imports so that it need not wait for them.
 */

/** Scripts, sorted. */
export function findFirstScripts(root: string, bundle: Rolldown.OutputBundle): string[] {
  const entries = Object.values(bundle)
    .filter(isChunk)
    .filter(({ isEntry }) => isEntry);
  const found = [...entries, findScreens(root, bundle)];
  return [...new Set(found.flatMap((chunk) => listNeeded(bundle, chunk)))].sort();
}

/**
 * Tags by which scripts and styles of the screens are fetched with the entry and not after it.
 *
 * @param html what the page names already
 */
export function writePreloads(
  root: string,
  bundle: Rolldown.OutputBundle,
  html: string,
): HtmlTagDescriptor[] {
  const scripts = listNeeded(bundle, findScreens(root, bundle));
  const styles = scripts.flatMap((name) => {
    const chunk = bundle[name];
    return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
  });
  const tag = (rel: string, name: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `/${name}` },
    injectTo: 'head',
  });
  return [
    ...scripts
      .filter((name) => !html.includes(`"/${name}"`))
      .map((name) => tag('modulepreload', name)),
    ...new Set(styles.map((name) => tag('stylesheet', name))),
  ];
}

function findScreens(root: string, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk {
  const id = join(root, 'renderer/main.ts').replaceAll('\\', '/');
  const chunk = Object.values(bundle)
    .filter(isChunk)
    .find(({ moduleIds }) => moduleIds.includes(id));
  if (!chunk) throw new Error('The build has no chunk of renderer/main.ts.');
  return chunk;
}

/** The chunk and all that it imports statically. */
function listNeeded(bundle: Rolldown.OutputBundle, chunk: Rolldown.OutputChunk): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const one = bundle[name];
    if (found.has(name) || one?.type !== 'chunk') return;
    found.add(name);
    one.imports.forEach(visit);
  };
  visit(chunk.fileName);
  return [...found];
}

function isChunk(file: Rolldown.OutputBundle[string]): file is Rolldown.OutputChunk {
  return file.type === 'chunk';
}
