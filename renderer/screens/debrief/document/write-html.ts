import type { Block } from './block.ts';

/** Looks like the printed page; no font, picture or script is fetched. */
const style = `
:root { color-scheme: light; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1.2rem; font: 400 15px/1.55 "IBM Plex Sans", system-ui, sans-serif; color: #1a1b1d; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2rem; border-bottom: 1px solid #dcdcd7; padding-bottom: .2rem; } h3 { font-size: 1rem; margin-top: 1.4rem; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0; } caption { text-align: left; font-weight: 600; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #dcdcd7; } th { font-weight: 600; }
blockquote, pre { margin: .6rem 0; padding: .5rem .8rem; border-left: 3px solid #1a1b1d; background: #f1f1ee; white-space: pre-wrap; }
pre { font: 12px/1.5 "JetBrains Mono", ui-monospace, monospace; border-left-color: #82837f; } figure { margin: .8rem 0; } figcaption { color: #45474b; }
@page { size: A4; margin: 16mm; } @media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } tr, figure, blockquote { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;

/**
 * One HTML file that stands for itself: no script, nothing fetched, and a policy that forbids both.
 * Every text is escaped. `layOut` gives safe HTML for what the author wrote as Markdown, or null to
 * show it as it was written.
 */
export function writeHtml(
  title: string,
  blocks: readonly Block[],
  layOut: (markdown: string) => string | null,
): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${blocks.map((block) => writeBlock(block, layOut)).join('\n')}
</main>
</body>
</html>
`;
}

function writeBlock(block: Block, layOut: (markdown: string) => string | null): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'markdown':
      return `<div>${layOut(block.text) ?? `<pre>${escapeHtml(block.text)}</pre>`}</div>`;
    case 'quote':
      return `<blockquote>${escapeHtml(block.text)}</blockquote>`;
    case 'evidence':
      return `<figure><figcaption>${escapeHtml(block.place)}</figcaption><pre>${escapeHtml(block.text)}</pre></figure>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const cells = (row: readonly string[], tag: string) =>
        `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
      return `<table><caption>${escapeHtml(block.caption)}</caption><thead>${cells(block.head, 'th')}</thead><tbody>${block.rows
        .map((row) => cells(row, 'td'))
        .join('')}</tbody></table>`;
    }
  }
}

/** Also without what a reader's program might take for a command: control characters become marks. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
