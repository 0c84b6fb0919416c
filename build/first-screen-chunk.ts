import type { Rolldown } from 'vite';

/**
 * Names the one chunk of all that a module imports statically, so that the first screen is two scripts
 * and not a dozen: the entry, and this. Each script of its own is a question to the main process.
 *
 * @param first the module whose imports are meant
 * @param entry what it and its imports hold stays where the entry is
 */
export function nameFirstScreen(first: string, entry: string): Rolldown.CodeSplittingNameFunction {
  let wanted: ReadonlySet<string> | null = null;
  return (id, graph) => {
    wanted ??= new Set(
      [...listImports(first, graph)].filter((one) => !listImports(entry, graph).has(one)),
    );
    return wanted.has(id) ? 'first-screen' : null;
  };
}

function listImports(from: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    graph.getModuleInfo(id)?.importedIds.forEach(visit);
  };
  visit(from);
  return found;
}
