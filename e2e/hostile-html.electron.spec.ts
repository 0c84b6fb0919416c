import { chromium } from '@playwright/test';
import { marked } from 'marked';
import { findChromium } from '../build/find-chromium.ts';
import { htmlPayloads, probeHost } from '../content/engine/testing/html-payloads.ts';
import { expect, test } from './fixtures/app.ts';
import { makeChance } from './fixtures/payloads.ts';
import { startProbeServer } from './fixtures/probe-server.ts';

/**
 * Hostile texts in the real window as if the sanitiser let all of them through: what is left then is
 * the page's own policy, and it has to be enough.
 */
const full = process.env['DRILLBOOK_ENDURANCE'] !== undefined;

interface Laid {
  readonly ran: number[];
  readonly threw: number;
  readonly blocked: number;
  readonly elements: number;
}

/**
 * Runs in a page: lays each text as HTML, some at a time, waits for what it starts, and says what ran.
 * With Trusted Types a sink takes only what a policy made; the one named here lets everything through.
 */
async function lay(texts: readonly string[]): Promise<Laid> {
  const ran = new Set<number>();
  let blocked = 0;
  Object.assign(globalThis, { run: (number: number) => ran.add(number) });
  document.addEventListener('securitypolicyviolation', () => (blocked += 1));
  const guarded = 'trustedTypes' in window;
  const own = globalThis as { lettingThrough?: { createHTML(html: string): unknown } };
  let threw = 0;
  let elements = 0;
  for (let from = 0; from < texts.length; from += 60) {
    const holder = document.createElement('div');
    document.body.append(holder);
    for (const text of texts.slice(from, from + 60)) {
      const place = document.createElement('div');
      holder.append(place);
      if (guarded) {
        try {
          // eslint-disable-next-line no-unsanitized/property -- what a forgotten sanitiser would do
          place.innerHTML = text;
        } catch {
          threw += 1;
        }
      }
      const made = own.lettingThrough?.createHTML(text) ?? text;
      // In this way scripts run too, which innerHTML leaves alone.
      // eslint-disable-next-line no-unsanitized/method -- what a missing sanitiser would do
      place.append(document.createRange().createContextualFragment(made as string));
    }
    elements += holder.querySelectorAll('*').length;
    await new Promise((resolve) => setTimeout(resolve, 400));
    holder.remove();
  }
  return { ran: [...ran], threw, blocked, elements };
}

test('with the sanitiser stubbed out, the policy of the page runs nothing and asks nobody', async ({
  app,
}) => {
  test.setTimeout(full ? 600_000 : 180_000);
  const server = await startProbeServer();
  const host = new URL(server.address).host;
  const chance = makeChance(26);
  const chosen = full
    ? htmlPayloads
    : [...htmlPayloads]
        .map((payload) => ({ payload, at: chance(1_000_000) }))
        .sort((a, b) => a.at - b.at)
        .slice(0, Math.ceil(htmlPayloads.length / 10))
        .map(({ payload }) => payload);
  const texts = chosen.map(({ text }) =>
    marked.parse(text.replaceAll(probeHost, host), { async: false, gfm: true }),
  );
  try {
    // Before the page's own code, so that the name that its policy allows for the sanitiser is taken.
    await app.page.addInitScript(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): unknown };
      };
      const policy = trustedTypes.createPolicy('dompurify', {
        createHTML: (html: string) => html,
      });
      Object.assign(globalThis, { lettingThrough: policy });
    });
    await app.page.reload();
    await expect(app.page.getByRole('heading', { name: 'What brings you here?' })).toBeVisible();
    const laid = await app.page.evaluate(lay, texts);
    expect(laid.threw).toBe(texts.length);
    expect(laid.elements).toBeGreaterThan(texts.length);
    expect(laid.ran).toEqual([]);
    expect(server.visits).toEqual([]);
    // It was the policy, and it said so.
    expect(laid.blocked).toBeGreaterThan(texts.length / 4);
    await expect(app.page).toHaveTitle('Drillbook');
    expect(app.page.url()).toMatch(/^app:\/\/drillbook\//);

    // The same texts in a page without a policy.
    const browser = await chromium.launch(findChromium());
    const bare = await browser.newPage();
    await bare.goto(server.address);
    const control = await bare.evaluate(lay, texts);
    await browser.close();
    const visited = new Set(server.visits.map((path) => path.split('/')[0]));
    const live = chosen.filter(
      ({ number }) => control.ran.includes(number) || visited.has(String(number)),
    );
    const share = live.length / chosen.length;
    console.log(
      `figure: ${texts.length} payloads with the sanitiser stubbed out in the real window, 0 executed, 0 requests, ${laid.threw} refused without a policy; without the page’s policy ${Math.round(share * 100)} % live`,
    );
    expect(share).toBeGreaterThanOrEqual(0.4);
  } finally {
    server.close();
  }
  // What the policy refused is in the console, and some of it as an error of a picture.
  app.faults.length = 0;
});
