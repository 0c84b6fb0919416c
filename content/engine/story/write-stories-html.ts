import {
  describeStory,
  lengthWords,
  listTexts,
  metricHead,
  oneLine,
  sortMetrics,
  writeMetricCells,
  writeMetricLine,
  writeWatermark,
} from './story-export-parts.ts';
import { findCribText } from './write-stories-markdown.ts';
import type { Metric, Story } from './story.ts';

/** For screen and paper; nothing is fetched. A watermark keeps its frame where colours are not printed. */
const style = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1.2rem; font: 400 15px/1.6 "IBM Plex Sans", system-ui, sans-serif; color: #1a1b1d; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
article + article { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid #82837f; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .6rem 0; color: #45474b; } dd { margin: 0; }
.told { white-space: pre-wrap; margin: 0; } .mark { border: 2px solid #1a1b1d; padding: .3rem .7rem; font-weight: 600; }
table { width: 100%; border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #dcdcd7; } th { font-weight: 600; }
.crib { max-width: 60rem; columns: 2; column-gap: 2rem; font-size: 12px; line-height: 1.45; } .crib h1 { font-size: 1.2rem; column-span: all; margin: 0 0 .6rem; } .crib h2 { font-size: 1.05rem; margin: 0; }
.crib article { break-inside: avoid; margin: 0 0 .9rem; padding: 0 0 .6rem; border-top: 0; border-bottom: 1px solid #dcdcd7; } .crib p, .crib ul { margin: .2rem 0; } .crib ul { padding-left: 1.1rem; } .crib .mark { padding: .1rem .4rem; }
@page { size: A4; margin: 16mm; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } .crib { font-size: 8.5pt; } article.page { break-after: page; border: 0; margin: 0; padding: 0; } article.page:last-child { break-after: auto; } h1, h2 { break-after: avoid; } tr, .mark { break-inside: avoid; } }
`;

/** A whole document, a story a page on paper. Every text is escaped; a policy forbids script and fetching. */
export function writeStoriesHtml(
  stories: readonly Story[],
  mayLeave: readonly Metric['may_tell'][],
): string {
  const [only] = stories;
  const title = stories.length === 1 && only ? oneLine(only.title) || 'A story' : 'Stories';
  return writePage(title, '', stories.map((story) => writeStory(story, mayLeave)).join('\n'));
}

function writeStory(story: Story, mayLeave: readonly Metric['may_tell'][]): string {
  const { told } = sortMetrics(story, mayLeave);
  const cells = (tag: string, row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const about = describeStory(story)
    .map(([label, value]) => `<dt>${label}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  return [
    '<article class="page">',
    `<h1>${escapeHtml(oneLine(story.title) || 'Without a title')}</h1>`,
    writeMark(story),
    about === '' ? '' : `<dl>${about}</dl>`,
    ...listTexts(story).map(
      ({ length, text }) =>
        `<h2>${lengthWords[length]}</h2>\n<p class="told">${escapeHtml(text)}</p>`,
    ),
    told.length === 0
      ? ''
      : `<h2>Metrics</h2>\n<table><thead>${cells('th', metricHead)}</thead><tbody>${told
          .map((metric) => cells('td', writeMetricCells(metric)))
          .join('')}</tbody></table>`,
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function writeMark(story: Story): string {
  const watermark = writeWatermark(story);
  return watermark === null ? '' : `<p class="mark">${escapeHtml(watermark)}</p>`;
}

/** About ten stories on one sheet: title, principles, the 30-second version, metrics that may be told. */
export function writeCribHtml(
  stories: readonly Story[],
  mayLeave: readonly Metric['may_tell'][],
): string {
  const articles = stories.map((story) => {
    const served = describeStory(story).find(([label]) => label === 'Principles');
    const { told } = sortMetrics(story, mayLeave);
    const lines = told.map((metric) => `<li>${escapeHtml(writeMetricLine(metric))}</li>`).join('');
    return [
      '<article>',
      `<h2>${escapeHtml(oneLine(story.title) || 'Without a title')}</h2>`,
      writeMark(story),
      served ? `<p><strong>${escapeHtml(served[1])}</strong></p>` : '',
      `<p class="told">${escapeHtml(findCribText(story))}</p>`,
      lines === '' ? '' : `<ul>${lines}</ul>`,
      '</article>',
    ]
      .filter((line) => line !== '')
      .join('\n');
  });
  return writePage('Crib', 'crib', `<h1>Crib</h1>\n${articles.join('\n')}`);
}

function writePage(title: string, name: string, body: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body${name === '' ? '' : ` class="${name}"`}>
${body}
</body>
</html>
`;
}

/** Also without what a reader's program might take for a command: control characters become marks. */
function escapeHtml(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
