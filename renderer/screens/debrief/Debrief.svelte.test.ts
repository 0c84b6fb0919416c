import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { citeRecord } from '../../../content/engine/drill/citation.ts';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { beginAttempt } from '../../../content/engine/drill/step.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import type { ParsedPack } from '../../../content/engine/format/parsed-pack.ts';
import { aHeader, aLog } from '../../../content/engine/testing/a-log.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { aPack, findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import Debrief from './Debrief.svelte';
import { describeEvent } from './describe-event.ts';

const events = aLog(
  [5, 'feed_opened', { item: 'notice' }],
  [10, 'acknowledged', { item: 'notice' }],
  [
    30,
    'decided',
    { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: 'Public key' },
  ],
  [
    200,
    'update_sent',
    { update: 't15', text: 'No data was accessed. Next update at 10:00.', citations: [] },
  ],
  [300, 'ended', {}],
);

async function show(settings = {}) {
  const parts = someParts({ settings });
  const attempt = someAttempt(parts, { events });
  expect(attempt.ended).toBe(true);
  await render(Debrief, { parts, attempt });
  await expect.element(page.getByRole('heading', { name: 'A key in the open' })).toBeVisible();
  return { parts, attempt };
}

describe('Debrief', () => {
  it.each(['light', 'dark'])('has no barrier that axe finds, %s', async (theme) => {
    await page.viewport(1440, 900);
    document.documentElement.dataset['theme'] = theme;
    await show();
    await userEvent.keyboard('t');
    expect(await findBarriers()).toEqual([]);
  });

  it('opens a line to its rule, its step and its evidence, and keeps a note of disagreement', async () => {
    await page.viewport(1440, 900);
    const { attempt } = await show();
    const line = page.getByRole('button', { name: /Key .* is public/ });
    await line.click();
    await expect.element(line.getByText('answer:notice')).toBeVisible();
    await expect.element(page.getByText(/You acknowledged/)).toBeVisible();
    await page.getByText(/^What Ines Holm asked\./).click();
    await expect.element(page.getByText('Please look.')).toBeVisible();
    await page.getByRole('button', { name: 'I see it differently' }).click();
    await page.getByLabelText('How do you see it?').fill('The mail came late.');
    await page.getByRole('button', { name: 'Keep note' }).click();
    expect([...attempt.state.disputes.values()]).toEqual(['The mail came late.']);
    await expect.element(page.getByText(/You see it differently/)).toBeVisible();
  });

  /** The trail opened, and the key switched off because of what it says. */
  const switchedOff = aLog(
    [20, 'evidence_opened', { evidence: 'trail' }],
    [
      100,
      'decided',
      {
        decision: 'key',
        option: 'off',
        confidence: 80,
        citations: [citeRecord('trail', 'e-1')],
        reason: '',
      },
    ],
    [300, 'ended', {}],
  );
  const showEvidenceOf = async (title: string) => {
    const review = page
      .getByRole('listitem')
      .filter({ hasText: title })
      .filter({ hasText: 'The other options' });
    await review.getByText('The other options and the evidence').click();
    await review.getByText(/^First use by a stranger\./).click();
    return review.getByRole('button', { name: /^See it in the drill room/ });
  };

  it('says who set the severity, and when', async () => {
    const parts = someParts({});
    const attempt = someAttempt(parts, { events: switchedOff });
    const { unmount } = await render(Debrief, { parts, attempt });
    await expect.element(page.getByText(/Severity P2, set by you at T\+00:01:40\./)).toBeVisible();
    await unmount();
    const none = someAttempt(parts, { events: aLog([300, 'ended', {}]) });
    await render(Debrief, { parts, attempt: none });
    await expect.element(page.getByText(/Severity P3, .*as the drill began\./)).toBeVisible();
  });

  it('leads to the place in the room that a choice rests on', async () => {
    await page.viewport(1440, 900);
    const parts = someParts({});
    const attempt = someAttempt(parts, { events: switchedOff });
    await render(Debrief, { parts, attempt });
    await (await showEvidenceOf('What do you do with the key?')).click();
    expect(parts.navigation.place).toEqual({ kind: 'room', attempt: attempt.header.attempt });
    expect(parts.current.takeWish()).toEqual(citeRecord('trail', 'e-1'));
    expect(parts.current.takeWish()).toBeNull();
  });

  it('leads to the next drill of the path, and not to itself', async () => {
    await page.viewport(1440, 900);
    const own = aPack();
    const other = { ...aDrill(), id: 'T02', title: 'Another night', minutes: 5 };
    const next = page.getByRole('region', { name: 'Next drill' });
    const show = async (parsed: ParsedPack) => {
      const parts = someParts({ parsed });
      await parts.catalogue.load();
      const attempt = someAttempt(parts, { events });
      return { parts, shown: await render(Debrief, { parts, attempt }) };
    };
    const alone = await show(own);
    await expect.element(page.getByRole('heading', { name: 'Tell it as a story' })).toBeVisible();
    await expect.element(next).not.toBeInTheDocument();
    await alone.shown.unmount();
    const two = await show({
      ...own,
      drills: [...own.drills, { kind: 'ready', slug: 'another', drill: other }],
    });
    await expect.element(next.getByText('Another night')).toBeVisible();
    await next.getByRole('button', { name: 'Look at it' }).click();
    expect(two.parts.navigation.place).toEqual({ kind: 'drills', slug: 'another' });
  });

  it('leads from a point to the message that it answers', async () => {
    await page.viewport(1440, 900);
    const { parts } = await show();
    await page.getByRole('button', { name: /Key .* is public/ }).click();
    await page.getByText(/^What Ines Holm asked\./).click();
    await page.getByRole('button', { name: /^See it in the drill room/ }).click();
    expect(parts.current.takeWish()).toEqual(citeRecord('feed', 'notice'));
  });

  it('leads to no place that this attempt never opened', async () => {
    await page.viewport(1440, 900);
    await show();
    const button = await showEvidenceOf('What do you do with the key?');
    await expect.element(page.getByText(/e-1/).first()).toBeVisible();
    await expect.element(button).not.toBeInTheDocument();
  });

  it('marks what was said and what had no proof', async () => {
    await show();
    await expect.element(page.getByText(/No proof \(1\)/)).toBeVisible();
    await expect.element(page.getByText(/Said \(2\)/)).toBeVisible();
  });

  it('blames nobody for an update that was not due when the drill was ended', async () => {
    await page.viewport(1440, 900);
    const parts = someParts({});
    const attempt = (end_s: number) => someAttempt(parts, { events: aLog([end_s, 'ended', {}]) });
    const early = await render(Debrief, { parts, attempt: attempt(300) });
    await expect.element(page.getByText('not due yet', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/before it was due, so it does not count/)).toBeVisible();
    await expect.element(page.getByText(/Nobody heard from you/)).not.toBeInTheDocument();
    await early.unmount();
    await render(Debrief, { parts, attempt: attempt(901) });
    await expect
      .element(page.getByText('Nobody heard from you. What the reader needed:'))
      .toBeVisible();
  });

  it('sets what a claim says apart from why it has no proof', async () => {
    await page.viewport(1440, 900);
    await show();
    const claim = page.getByRole('listitem').filter({ hasText: 'No proof' });
    expect(claim.element().textContent).toContain('No data was accessed. Not yet proven.');
  });

  it('marks the words that spoil an update, and says why', async () => {
    const parts = someParts({});
    const text =
      'The SSRF is closed, the password is Summer!2026. This minor glitch is over. Next update at 10:00.';
    const sent = aLog(
      [200, 'update_sent', { update: 't15', text, citations: [] }],
      [300, 'ended', {}],
    );
    await render(Debrief, { parts, attempt: someAttempt(parts, { events: sent }) });
    await expect.element(page.getByText(/^A secret \(\d\)$/)).toBeVisible();
    await expect.element(page.getByText(/a second leak/).first()).toBeVisible();
    await expect.element(page.getByText('SSRF', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^It costs [\d.]+\.$/).first()).toBeVisible();
    await expect.element(page.getByText(/Advice: it costs nothing here/).first()).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('tells points by other rules than the log names as a second score', async () => {
    await page.viewport(1440, 900);
    const parts = someParts({});
    const header = aHeader({ scorer: 'points-99' });
    const attempt = someAttempt(parts, { header, events: aLog([300, 'ended', {}]) });
    await render(Debrief, { parts, attempt });
    await expect
      .element(page.getByText(/scored by points-99.*a second score, by points-1/))
      .toBeVisible();
  });

  it('shows the rules on R, and not while letters are switched off', async () => {
    await show();
    await userEvent.keyboard('r');
    await expect
      .element(page.getByRole('dialog', { name: 'The rules of this score' }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('plays the drill again on Enter, unless it presses what has the focus', async () => {
    const { parts } = await show();
    const begun = () => parts.notices.list.length + parts.attempts.summaries.length;
    const before = begun();
    const rules = page.getByRole('button', { name: /^Rules/ });
    (rules.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('dialog', { name: 'The rules of this score' }))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(begun()).toBe(before);
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('{Enter}');
    await expect.poll(begun).toBeGreaterThan(before);
  });

  it('does nothing on letters that are switched off', async () => {
    await show({ letterKeys: false });
    await userEvent.keyboard('r');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('exports the log as JSON lines with its header first', async () => {
    const { parts } = await show();
    await page.getByRole('button', { name: 'Send to a mentor' }).click();
    await page.getByRole('button', { name: 'Save the log alone' }).click();
    await expect.poll(() => [...parts.saved.keys()]).toEqual(['a-key-2026-11-01.jsonl']);
    const lines = [...parts.saved.values()][0]?.trim().split('\n') ?? [];
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'attempt' });
    expect(lines).toHaveLength(events.length + 1);
  });

  it('becomes tabs on a small window', async () => {
    await page.viewport(1024, 700);
    await show();
    await expect.element(page.getByRole('heading', { name: /^Decisions/ })).not.toBeInTheDocument();
    await page.getByRole('tab', { name: 'Decisions' }).click();
    await expect.element(page.getByRole('heading', { name: /^Decisions/ })).toBeVisible();
    await userEvent.keyboard('j');
    await expect
      .poll(() => document.activeElement?.matches('[data-part]') && document.activeElement)
      .toBe(document.querySelector('[data-part]'));
  });

  it('shows the update that was sent behind what was true, ahead of what comes next', async () => {
    await page.viewport(1440, 900);
    const base = aDrill();
    const debrief = { ...base.debrief, next: ['Play it once more.'] };
    const prepared = prepareDrill({ ...base, debrief }, someEvidence);
    const parts = someParts();
    await render(Debrief, { parts, attempt: someAttempt(parts, { prepared, events }) });
    const column = page.getByRole('region', { name: 'What was true, update, next' }).element();
    const names = [...column.children].map((one) => one.getAttribute('aria-label'));
    expect(names.slice(0, 3)).toEqual(['What was true', base.updates[0]?.title, 'Next']);
  });

  it('tells what interrupted and what led away, and how long each took', async () => {
    await page.viewport(1440, 900);
    const parts = someParts();
    const base = aDrill();
    const prepared = prepareDrill(
      {
        ...base,
        feed: base.feed.map((item) =>
          item.id === 'notice'
            ? { ...item, red_herring: { valve: 'The mail named it at once.', clues: ['owner'] } }
            : item,
        ),
      },
      someEvidence,
    );
    const attempt = someAttempt(parts, {
      prepared,
      events: aLog(
        [10, 'feed_opened', { item: 'notice' }],
        [20, 'wrote', { item: 'notice', text: 'It will be fixed by 10:00.' }],
        [70, 'evidence_opened', { evidence: 'trail' }],
        [190, 'feed_opened', { item: 'demo' }],
        [220, 'tool_used', { tool: 'who-owns', args: {} }],
        [300, 'ended', {}],
      ),
    });
    await render(Debrief, { parts, attempt });
    const interrupted = page.getByRole('region', { name: 'Interrupted work' });
    await expect.element(interrupted.getByText(/Once you left your work/)).toBeVisible();
    await expect.element(interrupted.getByText(/30 seconds in all/)).toBeVisible();
    const away = page.getByRole('region', { name: 'What led away' });
    await expect.element(away.getByText(/you spent 1 minute on it/)).toBeVisible();
    await expect.element(away.getByText(/The mail named it at once\./)).toBeVisible();
    const words = page.getByRole('region', { name: 'In your own words' });
    await expect.element(words.getByText(/A promise: “will be fixed by”\./)).toBeVisible();
    await expect.element(away.getByText(/You had it open at T\+00:03:40\./)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });
});

it('ends a step with one full stop, also where the option that was chosen has one', () => {
  const base = aDrill();
  const decisions = base.decisions.map((decision) => ({
    ...decision,
    options: decision.options.map((option) => ({ ...option, text: 'Call it P2.' })),
  }));
  const [, decided] = aLog([
    30,
    'decided',
    { decision: 'severity', option: 'p2', confidence: 80, citations: [], reason: '' },
  ]);
  if (!decided) throw new Error('The log is empty.');
  const prepared = prepareDrill({ ...base, decisions }, someEvidence);
  expect(describeEvent(prepared, beginAttempt(prepared), decided)).toMatch(/Call it P2$/);
});

describe('a debrief as a file', () => {
  it('is saved as HTML and Markdown, whole and without a script', async () => {
    await page.viewport(1440, 900);
    const { parts } = await show();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^Save as HTML/ }).click();
    await expect.poll(() => [...parts.saved.keys()]).toEqual(['debrief-a-key-2026-11-01.html']);
    const html = [...parts.saved.values()][0] ?? '';
    expect(html).toContain('<h1>Debrief: A key in the open</h1>');
    // Laid out by the worker, sanitised, and put in as elements.
    expect(html).toContain('<div><p>What was true.</p>');
    expect(html).not.toContain('<script');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^Save as Markdown/ }).click();
    await expect.poll(() => parts.saved.size).toBe(2);
    expect([...parts.saved.values()][1]).toContain('# Debrief: A key in the open');
  });

  it('is put on paper for the time of printing alone', async () => {
    await page.viewport(1440, 900);
    const { parts } = await show();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^Save as PDF/ }).click();
    await expect.poll(() => [...parts.saved.keys()]).toEqual(['debrief-a-key-2026-11-01.pdf']);
    expect([...parts.saved.values()][0]).toContain('Debrief: A key in the open');
    expect(document.querySelector('.paper')).toBeNull();
    expect(document.documentElement.classList.contains('on-paper')).toBe(false);
    expect(parts.notices.list.at(-1)?.text).toContain('The debrief was saved to');
  });
});

describe('judgement', () => {
  it('grades the timeline, and shows a claim without evidence as such', async () => {
    await page.viewport(1440, 900);
    const parts = someParts();
    const attempt = someAttempt(parts, {
      events: aLog(
        [
          10,
          'timeline_added',
          {
            id: 'a',
            at: '2026-03-10T08:51:09Z',
            text: 'First use',
            citations: [{ file: 'trail', locator: { kind: 'record', id: 'e-1' } }],
          },
        ],
        [20, 'timeline_added', { id: 'b', at: null, text: 'They came in by mail', citations: [] }],
        [30, 'hypothesis_added', { id: 'h', text: 'A stranger', confidence: 40 }],
        [60, 'hypothesis_changed', { id: 'h', text: 'A stranger', confidence: 80 }],
        [300, 'ended', {}],
      ),
    });
    await render(Debrief, { parts, attempt });
    const graded = page.getByRole('region', { name: 'Your timeline, graded' });
    await expect.element(graded.getByText('1 of 2 true events are on it')).toBeVisible();
    await expect.element(graded.getByText('a claim without evidence')).toBeVisible();
    const believed = page.getByRole('region', { name: 'Hypotheses over time' });
    await expect.element(believed.getByText(/T\+00:00:30 40 % → T\+00:01:00 80 %/)).toBeVisible();
    expect(await findBarriers()).toEqual([]);
  });

  it('becomes a story to rehearse with, once, that says where it comes from', async () => {
    await page.viewport(1440, 900);
    const { parts, attempt } = await show();
    const button = page.getByRole('button', { name: 'Rehearse as a story' });
    await button.click();
    await expect.poll(() => parts.navigation.place.kind).toBe('stories');
    const stories = await parts.openStories();
    expect(stories.all).toHaveLength(1);
    expect(stories.all[0]?.origin).toMatchObject({
      kind: 'drill',
      attempt: attempt.header.attempt,
      code: 'T01',
    });
    expect(stories.all[0]?.texts.middle.text).not.toBe('');
    parts.navigation.go({ kind: 'today' });
    await button.click();
    await expect.poll(() => parts.navigation.place.kind).toBe('stories');
    expect(stories.all).toHaveLength(1);
  });
});
