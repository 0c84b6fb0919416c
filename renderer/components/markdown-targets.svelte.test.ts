import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const count = 500;

const asked: string[] = [];
new PerformanceObserver((list) => {
  asked.push(...list.getEntries().map(({ name }) => name));
}).observe({ type: 'resource', buffered: true });

/** Each target has a word of its own, by which a request for it would be known. */
const starts = [
  ...[
    '',
    './',
    '../',
    '/',
    '//probe.invalid/',
    'https://probe.invalid/',
    'http://probe.invalid:81/',
  ],
  ...['HTTPS://probe.invalid/', 'http://127.0.0.1:9/', 'app://drillbook/', 'pack://core/', 'blob:'],
  ...[
    'file:///etc/',
    'C:/',
    'ftp://probe.invalid/',
    'ws://probe.invalid/',
    'data:image/png;base64,',
  ],
  ...['data:image/svg+xml,', 'javascript:', 'mailto:', `data:image/png;base64,${'A'.repeat(300)}`],
];
const ends = ['', '.png', '.svg', '.webm', '.mp3', '?a=b', '#c', '/d.jpg', ';e', '%20f.png'];

type Form = readonly [kind: 'picture' | 'film' | 'recording' | 'link', write: Write];
type Write = (words: string, target: string) => string;
const forms: readonly Form[] = [
  ['picture', (words, target) => `![${words}](${target})`],
  ['picture', (words, target) => `![${words}](<${target}> "a title")`],
  ['picture', (words, target) => `![${words}][ref]\n\n[ref]: ${target}`],
  ['picture', (words, target) => `# a ![${words}](${target}) b`],
  ['picture', (words, target) => `| a | b |\n| - | - |\n| c | ![${words}](${target}) |`],
  ['picture', (words, target) => `<img alt="${words}" src="${target}">`],
  ['picture', (words, target) => `<img alt="${words}" srcset="${target}">`],
  [
    'picture',
    (words, target) => `<picture><source srcset="x"><img alt="${words}" src='${target}'></picture>`,
  ],
  ['film', (words, target) => `<video alt="${words}" src="${target}" autoplay>none</video>`],
  ['film', (words, target) => `<video alt="${words}" poster="${target}"></video>`],
  ['recording', (words, target) => `<audio alt="${words}" src="${target}" preload="auto"></audio>`],
  ['link', (words, target) => `[${words}](${target})`],
  ['link', (words, target) => `[${words}][ref]\n\n[ref]: <${target}>`],
  ['link', (words, target) => `<a href="${target}" ping="${target}">${words}</a>`],
];

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('shows the targets of pictures, media and links as text, and loads none', async () => {
  const wanted = fc.sample(
    fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...ends), fc.constantFrom(...forms)),
    { numRuns: count, seed: 20_261_128 },
  );
  const faults: string[] = [];
  const holder = document.createElement('div');
  document.body.append(holder);
  for (const [index, [start, end, [kind, write]]] of wanted.entries()) {
    const target = `${start}probe-${index}${end}`;
    const words = `the map ${index}`;
    const text = write(words, target);
    // On a busy machine its worker may be ended for being late, as with a person: then once more.
    const fragment = (await renderMarkdown(text)) ?? (await renderMarkdown(text));
    const own = document.createElement('div');
    if (fragment) own.append(fragment);
    holder.append(own);
    const address = kind !== 'link' && target.length > 200 ? `${target.slice(0, 200)}…` : target;
    const shown =
      kind === 'link' ? `${words} (${address})` : `${words} (${kind}, not loaded: ${address})`;
    if (!own.textContent.includes(shown)) faults.push(`${text} is shown as ${own.textContent}`);
    if (own.querySelector('[src], [srcset], [href], [poster], [ping]')) faults.push(own.innerHTML);
  }
  await rest(300);
  expect(faults).toEqual([]);
  expect(asked.filter((name) => name.includes('probe-'))).toEqual([]);

  // Had one been asked for, it would have been seen.
  const control = ['probe-control.png', 'https://probe.invalid/probe-control'];
  for (const src of control) holder.append(Object.assign(new Image(), { src }));
  await expect
    .poll(() => asked.filter((name) => name.includes('probe-control')).length)
    .toBe(control.length);
  holder.remove();
  console.log(
    `figure: ${count} generated targets of pictures, media and links, 0 asked for, ${count} shown as text (control ${control.length} of ${control.length} seen)`,
  );
});
