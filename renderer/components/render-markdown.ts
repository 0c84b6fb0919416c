import DOMPurify, { type Config } from 'dompurify';
import { AskedWorker } from '../workers/ask-worker.ts';

/** Longer texts are shown as they were written. Characters. */
const longest = 32_768;
const deadline_ms = 500;
const kept = 200;

const worker = new AskedWorker<{ text: string }, { id: number; html: string | null }>('markdown', {
  deadline_ms,
  keepsNothing: true,
});
const cache = new Map<string, DocumentFragment>();

const allowed: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [
    'p',
    'br',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'blockquote',
    'pre',
    'code',
    'strong',
    'em',
    'del',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
  ],
  ALLOWED_ATTR: ['href', 'start'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/**
 * Renders Markdown: in a worker, within 32 kB and 500 ms, then sanitised by a closed list of
 * elements. Links become text with their address behind it, and images their description: nothing
 * in a drill leads out of the app. Resolves to null where the text should be shown as it is.
 */
export async function renderMarkdown(text: string): Promise<DocumentFragment | null> {
  const known = cache.get(text);
  if (known) return known.cloneNode(true) as DocumentFragment;
  if (text.length > longest) return null;
  const html = await worker.ask({ text }).then(
    (answer) => answer.html,
    () => null,
  );
  if (html === null) return null;
  const fragment = sanitise(html);
  if (!fragment) return null;
  if (cache.size >= kept) cache.clear();
  cache.set(text, fragment);
  return fragment.cloneNode(true) as DocumentFragment;
}

/** What of untrusted HTML may be shown; null for what takes the place of the page's body. */
function sanitise(html: string): DocumentFragment | null {
  // Its types promise a fragment: for a frameset there is none.
  const fragment = DOMPurify.sanitize(html, allowed) as DocumentFragment | null;
  if (!fragment) return null;
  for (const link of fragment.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    const said = link.textContent;
    const shown =
      address === '' || address === said || `mailto:${said}` === address
        ? said
        : `${said} (${address})`;
    link.replaceWith(shown);
  }
  return fragment;
}
