import { markdownLimits } from './markdown-limits.ts';

/** Tags exactly as they are written for Markdown that stand in a line of text, and may be open together. */
const inLine =
  /^<(?:(?<start>strong|em|code|del)>|code class="[^"<>]*">|(?<link>a) href="[^"<>]*"(?: title="[^"<>]*")?>|\/(?<end>strong|em|code|del|a)>)/;
/** Likewise, with nothing inside. */
const single =
  /^<(?:br>|img src="[^"<>]*" alt="[^"<>]*"(?: title="[^"<>]*")?>|input (?:checked="" )?disabled="" type="checkbox">)/;
/** Elements that a browser opens again in each block that follows, where they were left open. */
const lasting = /^<(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![a-z0-9-])/i;

/**
 * Whether HTML made from Markdown is more than a page can take in without a stop. It counts tags, not
 * elements: those in HTML that somebody wrote may be left open, and each then comes back in every
 * block behind it, so each counts for as much as all the rest.
 */
export function isTooMuchHtml(html: string): boolean {
  if (html.length > markdownLimits.htmlCharacters) return true;
  let tags = 0;
  let left = 0;
  let open: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > markdownLimits.tags) return true;
    const tag = html.slice(at, at + longestTag(html, at));
    if (single.test(tag)) continue;
    const groups = inLine.exec(tag)?.groups;
    if (groups && groups['end'] === undefined) {
      open.push(groups['start'] ?? groups['link'] ?? 'code');
    } else if (groups?.['end'] !== undefined && open.at(-1) === groups['end']) {
      open.pop();
    } else {
      left += open.length + (lasting.test(tag) ? 1 : 0);
      open = [];
    }
  }
  return tags * (1 + left + open.length) > markdownLimits.tags;
}

/** How far a tag can go: to the next one. */
function longestTag(html: string, at: number): number {
  const next = html.indexOf('<', at + 1);
  return (next < 0 ? html.length : next) - at;
}
