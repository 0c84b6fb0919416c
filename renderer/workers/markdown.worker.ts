import { marked } from 'marked';

/** Markdown in, HTML out. The HTML is not to be trusted: Markdown.svelte sanitises it. */
export interface MarkdownRequest {
  readonly id: number;
  readonly text: string;
}

/**
 * marked alone can be stalled by 100 kB of hostile text: so it runs here, and whoever asked ends
 * this worker when the time is up.
 */
addEventListener('message', ({ data }: MessageEvent<MarkdownRequest>) => {
  let html: string | null = null;
  try {
    html = marked.parse(data.text, { async: false, gfm: true });
  } catch {
    // Very deep nesting overflows the parser's stack: the text is then shown as it was written.
  }
  postMessage({ id: data.id, html });
});
