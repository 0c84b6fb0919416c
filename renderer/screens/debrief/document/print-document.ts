import { flushSync, mount, unmount } from 'svelte';
import { renderMarkdown } from '../../../components/render-markdown.ts';
import type { Block } from './block.ts';
import PrintedDocument from './PrintedDocument.svelte';

/** Lays out what the author wrote. What cannot be laid out is left out of the map. */
export async function layOutBlocks(
  blocks: readonly Block[],
): Promise<ReadonlyMap<string, DocumentFragment>> {
  const texts = blocks.flatMap((block) => (block.kind === 'markdown' ? [block.text] : []));
  const pairs = await Promise.all(
    texts.map(async (text) => [text, await renderMarkdown(text)] as const),
  );
  return new Map(
    pairs.flatMap(([text, fragment]) => (fragment ? [[text, fragment] as const] : [])),
  );
}

/** Elements as text: of a closed list and already sanitised. */
export function writeFragment(fragment: DocumentFragment | undefined): string | null {
  if (!fragment) return null;
  const holder = document.createElement('div');
  holder.append(fragment.cloneNode(true));
  return holder.innerHTML;
}

/**
 * Puts a document in the place of the app on paper, until the returned function is called. On the
 * screen nothing changes.
 */
export function putOnPaper(
  blocks: readonly Block[],
  laidOut: ReadonlyMap<string, DocumentFragment>,
): () => void {
  const target = document.createElement('div');
  target.className = 'paper';
  // For paper alone: nobody meets it on the screen, whatever they read it with.
  target.setAttribute('aria-hidden', 'true');
  document.body.append(target);
  const printed = mount(PrintedDocument, { target, props: { blocks, laidOut } });
  flushSync();
  document.documentElement.classList.add('on-paper');
  return () => {
    document.documentElement.classList.remove('on-paper');
    void unmount(printed);
    target.remove();
  };
}
