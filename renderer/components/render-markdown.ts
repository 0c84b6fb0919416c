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

/** What a picture or recording is called where it would stand. */
const media: Readonly<Record<string, string>> = {
  img: 'picture',
  video: 'film',
  audio: 'recording',
};
/** Longer addresses are cut: one of `data:` is all of a picture. Characters. */
const longestAddress = 200;

/** Addresses of links as they were written: the sanitiser takes those away that it does not know. */
const addresses = new WeakMap<Element, string>();

DOMPurify.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (!(node instanceof Element)) return;
  if (tagName === 'a') addresses.set(node, node.getAttribute('href') ?? '');
  const name = media[tagName];
  // The element itself goes, as it is in no list.
  if (name !== undefined) node.before(describeMedia(node, name));
});

/** The description of a picture, that it is not loaded, and where it would be from. */
function describeMedia(element: Element, name: string): string {
  const words = element.getAttribute('alt') ?? '';
  const address = ['src', 'srcset', 'poster']
    .map((from) => element.getAttribute(from))
    .find(Boolean);
  const from = address ? `: ${cut(address)}` : '';
  return `${words}${words === '' ? '' : ' '}(${name}, not loaded${from})`;
}

function cut(address: string): string {
  return address.length > longestAddress ? `${address.slice(0, longestAddress)}…` : address;
}

/**
 * Renders Markdown: in a worker, within 32 kB and 500 ms, then sanitised by a closed list of
 * elements. Links become text with their address behind it, and pictures their description, with
 * theirs: nothing in a drill leads out of the app, and nothing is loaded. Resolves to null where the
 * text should be shown as it is.
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
    const address = addresses.get(link) ?? '';
    const said = link.textContent;
    const shown =
      address === '' || address === said || `mailto:${said}` === address
        ? said
        : `${said} (${address})`;
    link.replaceWith(shown);
  }
  return fragment;
}
