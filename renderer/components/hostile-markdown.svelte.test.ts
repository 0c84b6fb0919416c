import { marked } from 'marked';
import { expect, it } from 'vitest';
import {
  htmlPayloads,
  probeHost,
  type HtmlPayload,
} from '../../content/engine/testing/html-payloads.ts';
import { sharpPayloads } from '../../content/engine/testing/sharp-payloads.ts';
import { renderMarkdown } from './render-markdown.ts';

const atATime = 60;
const payloads: readonly HtmlPayload[] = [...htmlPayloads, ...sharpPayloads];

/** Numbers of the payloads that ran or asked for something. */
const ran = new Set<number>();
const asked = new Set<number>();
Object.assign(globalThis, { run: (number: number) => ran.add(number) });
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) {
    const number = /^https?:\/\/probe\.invalid\/(\d+)/.exec(name)?.[1];
    if (number !== undefined) asked.add(Number(number));
  }
}).observe({ type: 'resource', buffered: true });
performance.setResourceTimingBufferSize(20_000);

/** Unsanitised, these would take the test's own page away: its address, or what a document can do. */
const takesThePage = /name=(?:createElement|body|parentNode)|http-equiv|<base|<plaintext/;

/** Puts payloads into the page, some at a time, and waits until what they start has happened. */
async function show(
  all: readonly HtmlPayload[],
  lay: (text: string) => Promise<DocumentFragment> | DocumentFragment,
): Promise<number> {
  let elements = 0;
  for (let from = 0; from < all.length; from += atATime) {
    const holder = document.createElement('div');
    document.body.append(holder);
    const some = all.slice(from, from + atATime);
    for (const { text } of some) {
      const own = document.createElement('div');
      own.append(await lay(text));
      holder.append(own);
    }
    elements += holder.querySelectorAll('*').length;
    // Errors of pictures, frames and animations come as tasks: two frames and a while for all of them,
    // and another while as long as some still come.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    let heard: number;
    do {
      heard = ran.size + asked.size;
      await new Promise((resolve) => setTimeout(resolve, 300));
    } while (ran.size + asked.size > heard);
    holder.remove();
  }
  return elements;
}

const layRaw = (text: string): DocumentFragment =>
  // eslint-disable-next-line no-unsanitized/method -- what a missing sanitiser would do
  document.createRange().createContextualFragment(marked.parse(text, { async: false, gfm: true }));

it('runs nothing and asks for nothing, whatever a pack writes', { timeout: 300_000 }, async () => {
  expect(htmlPayloads.length).toBeGreaterThanOrEqual(1_000);
  expect(sharpPayloads.length).toBeGreaterThanOrEqual(200);
  const refused: string[] = [];
  const elements = await show(payloads, async (text) => {
    // On a busy machine its worker may be ended for being late, as with a person: then once more.
    const fragment = (await renderMarkdown(text)) ?? (await renderMarkdown(text));
    // A frameset is no text of a page: it is shown as it was written.
    if (fragment === null && !text.includes('<frameset>')) refused.push(text);
    const laid = fragment ?? document.createDocumentFragment();
    for (const element of laid.querySelectorAll('*')) {
      const names = element.getAttributeNames().filter((name) => name !== 'start');
      if (names.length > 0) refused.push(`${element.outerHTML} has ${names.join()}`);
    }
    return laid;
  });
  expect(refused).toEqual([]);
  expect(elements).toBeGreaterThan(1_000);
  expect([...ran]).toEqual([]);
  expect([...asked]).toEqual([]);
  // The same texts without the sanitiser, so that the silence above means something.
  await show(
    payloads.filter(({ text }) => !takesThePage.test(text)),
    layRaw,
  );
  // The sharp ones mostly rest on a sanitiser that errs: they say nothing about the silence.
  const live = htmlPayloads.filter(({ number }) => ran.has(number) || asked.has(number)).length;
  console.log(
    `figure: ${payloads.length} payloads, 0 ran, 0 asked ${probeHost}; without the sanitiser ${ran.size} ran, ${asked.size} asked (${Math.round((100 * live) / htmlPayloads.length)} % of the plain ones live)`,
  );
  expect(live / htmlPayloads.length).toBeGreaterThanOrEqual(0.5);
});
