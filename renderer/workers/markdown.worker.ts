import { marked } from 'marked';
import { isTooMuchHtml } from '../../content/engine/format/measure-html.ts';
import { loaded } from './loaded.ts';

/** Markdown in, HTML out. The HTML is not to be trusted: Markdown.svelte sanitises it. */
export interface MarkdownRequest {
  readonly id: number;
  readonly text: string;
}

/**
 * marked alone can be stalled by 100 kB of hostile text: so it runs here, and whoever asked ends
 * this worker when the time is up. What it makes is sanitised and laid out in the window's own
 * thread, where nobody can end it: so more than that takes in its stride never leaves this worker.
 */
addEventListener('message', ({ data }: MessageEvent<MarkdownRequest>) => {
  let html: string | null = null;
  try {
    const made = marked.parse(data.text, { async: false, gfm: true });
    if (!isTooMuchHtml(made)) html = made;
  } catch {
    // Very deep nesting overflows the parser's stack: the text is then shown as it was written.
  }
  postMessage({ id: data.id, html });
});

postMessage(loaded);
