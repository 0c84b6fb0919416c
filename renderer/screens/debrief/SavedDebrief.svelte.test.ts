import { page } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { usualLevers } from '../../../content/engine/drill/attempt-terms.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { aHeader, aLog } from '../../../content/engine/testing/a-log.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { someAttempt, someParts } from '../testing/some-parts.ts';
import Debrief from './Debrief.svelte';

const base = aDrill({
  hypotheses: [
    { id: 'stranger', text: 'A stranger used the key.', true: true, any: ['stranger'] },
    { id: 'ci', text: 'It was the build.', true: false, any: ['build'] },
  ],
  assistant: {
    name: 'Copilot',
    about: 'Has read the runbooks.',
    part: 'scoping',
    weight: 2,
    answers: [
      {
        id: 'used',
        question: 'Has the key been used?',
        ask: ['key used'],
        says: 'No. The key was never used.',
        wrong: true,
        check: ['first-use'],
        acted: { decided: 'key' },
        why: 'It was used at 08:51.',
      },
    ],
  },
});
const drill = {
  ...base,
  feed: base.feed.map((item) =>
    item.id === 'notice'
      ? { ...item, red_herring: { valve: 'The mail named it at once.', clues: ['owner'] } }
      : item,
  ),
  debrief: { ...base.debrief, next: ['Read the runbook.'], story: 'I switched it off.' },
};
const events = aLog(
  [10, 'feed_opened', { item: 'notice' }],
  [20, 'wrote', { item: 'notice', text: 'It will be fixed by 10:00.' }],
  [
    30,
    'decided',
    { decision: 'severity', option: 'p3', confidence: 80, citations: [], reason: 'Public key' },
  ],
  [40, 'hypothesis_added', { id: 'h', text: 'A stranger did it', confidence: 40 }],
  [45, 'hypothesis_changed', { id: 'h', text: 'A stranger did it', confidence: 80 }],
  [50, 'timeline_added', { id: 'b', at: null, text: 'They came in by mail', citations: [] }],
  [60, 'asked', { text: 'Was the key used?' }],
  [70, 'evidence_opened', { evidence: 'trail' }],
  [190, 'feed_opened', { item: 'demo' }],
  [220, 'tool_used', { tool: 'who-owns', args: {} }],
  [
    // Its second half tells the status, which nobody could know yet.
    400,
    'update_sent',
    {
      update: 't15',
      text: 'No data was accessed, and the password is Summer!2026. The key is off. The SSRF is gone. It was a minor glitch.',
      citations: [],
    },
  ],
  [500, 'ended', {}],
);

const squash = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

async function show() {
  await page.viewport(1440, 900);
  const parts = someParts();
  const attempt = someAttempt(parts, {
    prepared: prepareDrill(drill, someEvidence),
    events,
    header: aHeader({
      levers: { ...usualLevers, hints: false },
      accommodations: { extra_time: 2, no_clock: false },
    }),
  });
  await render(Debrief, { parts, attempt });
  await expect.element(page.getByText('I switched it off.')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: /^Save as HTML/ }).click();
  await expect.poll(() => parts.saved.size).toBe(1);
  const html = [...parts.saved.values()][0] ?? '';
  return { html, saved: new DOMParser().parseFromString(html, 'text/html').body };
}

it('saves every sentence of the screen as it stands there', async () => {
  const { saved } = await show();
  const words = squash(saved.textContent);
  const blocks = 'h1, h2, h3, p, li, td, th';
  const shown = [...document.querySelectorAll<HTMLElement>('.debrief :is(h1, h3, p, li, td, th)')]
    // What is written into and what is pressed; what a table of the document has in columns.
    .filter((one) => !one.querySelector(`${blocks}, input, button:not([aria-expanded])`))
    .filter((one) => !one.closest('[aria-label="Timeline"], [aria-label="After-action review"]'))
    // The update's own text has the numbers of its marks in it.
    .filter((one) => !one.matches('[aria-label="Update at T+15"] p'))
    .map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '))
    .filter((text) => !/^What you did becomes a draft/.test(text));
  expect(shown.length).toBeGreaterThan(60);
  expect(shown.filter((text) => !words.includes(squash(text)))).toEqual([]);
});

it('has a heading for each part of the screen', async () => {
  const { saved } = await show();
  const headings = [...saved.querySelectorAll('h2, caption')].map(({ textContent }) => textContent);
  for (const heading of [
    'Your times',
    'Your timeline, graded',
    'Hypotheses over time',
    'Interrupted work',
    'What led away',
    'What Copilot said',
    'In your own words',
    'Update at T+15',
    'Calibration',
    'Next',
    'Rehearsal story, of a good play of drill T01, not your experience',
  ])
    expect(headings).toContain(heading);
});

it('says how it was played, what an update cost, and what of it is advice', async () => {
  const { html } = await show();
  expect(html).toContain('Played: no hints, 2× the time.');
  expect(html).toMatch(
    /<li>No proof \(\d\): No data was accessed\. Not yet proven\. It costs [\d.]+\.<\/li>/,
  );
  expect(html).toMatch(/<li>A secret \(\d\): [^<]* It costs [\d.]+\.<\/li>/);
  expect(html).toMatch(/<li>Not known yet \(\d\): [^<]* It costs [\d.]+\.<\/li>/);
  expect(html).toMatch(/<li>The reader would have to ask \(\d\): [^<]* It costs [\d.]+\.<\/li>/);
  expect(html).toMatch(
    /<li>Smaller or larger than it is \(\d, \d\): [^<]* Advice: it costs nothing here\.<\/li>/,
  );
  expect(html).toContain('What Tomas Reuter asked. (Feed: Two more hours?, T+00:03:00)');
});

it('lists no fact that nobody could know yet', async () => {
  const { html } = await show();
  expect(html).toContain('Missing: When we write again');
  expect(html).not.toMatch(/<li>(Said|Missing)[^<]*The key is off/);
});
