import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flushSync, mount, unmount } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { usualLevers } from '../../../content/engine/drill/attempt-terms.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { aLog } from '../../../content/engine/testing/a-log.ts';
import { citeRecord } from '../../../content/engine/drill/citation.ts';
import { matchKeys, isBareKey, mayActBare } from '../../components/match-keys.ts';
import { SaveStatus } from '../../state/save-status.svelte.ts';
import type { Attempt } from '../../state/attempt.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import DrillRoom from './DrillRoom.svelte';

type Parts = ReturnType<typeof someParts>;

/** What the shell does with the keys of actions. */
let listen: ((event: KeyboardEvent) => void) | null = null;

let main: HTMLElement;

beforeEach(() => {
  main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
});
afterEach(() => {
  if (listen) removeEventListener('keydown', listen);
  listen = null;
});

async function show(
  setup: Parameters<typeof someAttempt>[1] = {},
  more: Parameters<typeof someParts>[0] = {},
): Promise<{ parts: Parts; attempt: Attempt; unmount: () => Promise<void> }> {
  const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 }, ...more });
  const attempt = someAttempt(parts, setup);
  if (attempt.state.phase === 'ready') attempt.start();
  listen = (event) => {
    if (event.defaultPrevented) return;
    const action = parts.actions.all.findLast(
      ({ keys }) =>
        keys !== undefined && matchKeys(event, keys) && (!isBareKey(keys) || mayActBare(event)),
    );
    if (!action) return;
    event.preventDefault();
    action.run();
  };
  addEventListener('keydown', listen);
  const shown = await render(DrillRoom, { parts, attempt }, { baseElement: main });
  shown.container.style.height = '100%';
  await expect
    .element(page.getByRole('heading', { name: 'A key in the open' }))
    .toBeInTheDocument();
  return { parts, attempt, unmount: async () => shown.unmount() };
}

/** One file for each viewer. */
const moreEvidence: NonNullable<NonNullable<Parameters<typeof aDrill>[0]>['evidence']> = [
  {
    id: 'trail',
    title: 'CloudTrail',
    file: 'evidence/trail.json',
    format: 'cloudtrail',
    key: 'eventID',
  },
  { id: 'mail', title: 'Notice', file: 'evidence/mail.eml', format: 'mail' },
  { id: 'late', title: 'Later', file: 'evidence/late.txt', format: 'text' },
  { id: 'policy', title: 'Policy', file: 'evidence/policy.json', format: 'json' },
  { id: 'runbook', title: 'Runbook', file: 'evidence/runbook.md', format: 'markdown' },
];
const moreTexts = new Map([
  ...someEvidence,
  ['policy', '{ "Statement": [{ "Effect": "Deny" }] }'],
  ['runbook', '# Keys\n\n1. Switch it off.'],
]);

const kindsOf = (attempt: Attempt): string[] => attempt.events.map(({ kind }) => kind);

describe('the drill room', () => {
  it('loses no deed that is done in the moment the room is left', async () => {
    const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 } });
    const attempt = someAttempt(parts);
    attempt.start();
    const shown = mount(DrillRoom, { target: main, props: { parts, attempt } });
    flushSync();
    attempt.finish();
    // In one go, as a place does that follows what was done.
    await unmount(shown);
    expect(attempt.state.phase).toBe('ended');
    expect(attempt.events.map(({ kind }) => kind)).toEqual(['started', 'ended']);
  });

  it('shows what the debrief leads to, after the end too', async () => {
    await page.viewport(1440, 900);
    const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 } });
    const attempt = someAttempt(parts, {
      events: aLog([20, 'evidence_opened', { evidence: 'trail' }], [300, 'ended', {}]),
    });
    parts.current.wish(citeRecord('trail', 'e-1'));
    await render(DrillRoom, { parts, attempt }, { baseElement: main });
    await expect
      .element(page.getByRole('tab', { name: /CloudTrail/ }))
      .toHaveAttribute('aria-selected', 'true');
    await expect
      .element(page.getByRole('row', { name: /e-1 open/ }))
      .toHaveAttribute('aria-selected', 'true');
    expect(parts.current.takeWish()).toBeNull();
    expect(attempt.events.at(-1)?.kind).toBe('ended');
  });

  it.each([
    ['light', 1440, 900],
    ['dark', 1440, 900],
    ['light', 1024, 700],
    ['light', 720, 450],
  ] as const)('has no barrier that axe finds, %s at %i × %i', async (theme, width, height) => {
    await page.viewport(width, height);
    document.documentElement.dataset['theme'] = theme;
    const { attempt } = await show();
    attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
    attempt.perform({ kind: 'jumped', data: { to_s: 200 } });
    await expect.element(page.getByRole('region', { name: 'Interrupts' })).toBeInTheDocument();
    expect(await findBarriers()).toEqual([]);
  });

  it.each(['light', 'dark'])('has no barrier in any viewer that axe finds, %s', async (theme) => {
    await page.viewport(1440, 900);
    document.documentElement.dataset['theme'] = theme;
    const { attempt } = await show({
      prepared: prepareDrill(aDrill({ evidence: moreEvidence }), moreTexts),
    });
    for (const { id, title } of attempt.choices.evidence) {
      await page.getByRole('tab', { name: /^Evidence/ }).click();
      await page.getByRole('button', { name: `Open ${title}, costs no time` }).click();
      await expect.element(page.getByRole('tabpanel', { name: title })).toBeVisible();
      if (id === 'trail') {
        await page.getByRole('row', { name: /GetCallerIdentity/ }).click();
        await page.getByLabelText('Filter CloudTrail').fill('e-1');
      }
      await expect.element(page.getByText(/Reading the/)).not.toBeInTheDocument();
      expect(await findBarriers(), title).toEqual([]);
    }
    await page.getByRole('tab', { name: /^Tools/ }).click();
    await page.getByRole('button', { name: /^Deactivate access key/ }).click();
    expect(await findBarriers()).toEqual([]);
    await page.getByRole('button', { name: /Update at T/ }).click();
    await page.getByLabelText('Your update').fill('No data was accessed.');
    expect(await findBarriers()).toEqual([]);
  });

  it('is played by mouse: read, answer, look, link, decide, write, send', async () => {
    await page.viewport(1440, 900);
    const { attempt } = await show();
    await expect.element(page.getByText('ends at T+20:00')).toBeVisible();
    await page.getByRole('button', { name: /Key AKIALEAKEDEXAMPLE is public/ }).click();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    await page.getByRole('button', { name: 'Open CloudTrail, costs 1 min' }).click();
    expect(attempt.state.at_s).toBe(60);
    await page.getByRole('row', { name: /GetCallerIdentity/ }).click();
    const grid = page.getByRole('grid');
    await grid.getByRole('button', { name: 'To timeline' }).click();
    await page.getByRole('button', { name: /^Open: What do you do with the key/ }).click();
    await grid.getByRole('button', { name: 'Link to decision' }).click();
    await page.getByRole('radio', { name: /Do off/ }).click();
    await page.getByText('80 %', { exact: true }).click();
    await page.getByLabelText('Why, in a line').fill('It can be switched on again.');
    await page.getByRole('button', { name: 'Decide' }).click();
    await expect.element(page.getByText('You decided: Do off')).toBeVisible();
    expect(attempt.state.decisions.get('key')?.choice).toMatchObject({
      option: 'off',
      confidence: 80,
      citations: [citeRecord('trail', 'e-1')],
      reason: 'It can be switched on again.',
    });
    await page.getByRole('button', { name: /Update at T\+15/ }).click();
    await page.getByLabelText('Your update').fill('The key is off. Next update at 10:00.');
    await page.getByRole('button', { name: 'Send update' }).click();
    await page.getByRole('button', { name: 'Send it now' }).click();
    expect(attempt.state.updates.get('t15')?.sent?.text).toContain('The key is off');
    expect(kindsOf(attempt)).toEqual([
      'started',
      'feed_opened',
      'acknowledged',
      'evidence_opened',
      'timeline_added',
      'decided',
      'update_sent',
    ]);
  });

  it('makes room for an update in a low window, with the decision a click away', async () => {
    await page.viewport(1024, 700);
    await show();
    const decision = page.getByRole('radio', { name: /Do p2/ });
    await expect.element(decision).toBeVisible();
    await page.getByRole('button', { name: /Update at T\+15/ }).click();
    const box = page.getByLabelText('Your update');
    await expect.element(box).toBeVisible();
    expect(decision.query()).toBeNull();
    // Its whole first lines lie in the window, above what stands under it.
    const { top } = box.element().getBoundingClientRect();
    const dock = document.querySelector('#pane-dock')?.getBoundingClientRect();
    expect((dock?.top ?? 0) - top).toBeGreaterThan(120);
    await page.getByRole('button', { name: /^Open: .* · closes in / }).click();
    await expect.element(decision).toBeVisible();
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    await expect.element(decision).toBeVisible();
  });

  it('links to an update that is due where no decision is open, and says where neither is', async () => {
    await page.viewport(1440, 900);
    const { parts, attempt, unmount: leave } = await show();
    await page.getByRole('tab', { name: /^Evidence/ }).click();
    await page.getByRole('button', { name: 'Open CloudTrail, costs 1 min' }).click();
    for (const { decision, choice } of attempt.state.decisions.values()) {
      const option = attempt.prepared.byId.decisions.get(decision)?.options[0]?.id ?? '';
      const data = { decision, option, confidence: 80 as const, citations: [], reason: '' };
      if (!choice) attempt.perform({ kind: 'decided', data });
    }
    await page.getByRole('row', { name: /GetCallerIdentity/ }).click();
    const told = () => parts.notices.list.map(({ text }) => text);
    await page
      .getByRole('grid')
      .getByRole('button', { name: /^Link to/ })
      .click();
    expect(told()).toEqual([]);
    await page.getByRole('button', { name: /Update at T\+15/ }).click();
    await page.getByLabelText('Your update').fill('The key is off. Next update at 10:00.');
    await page.getByRole('button', { name: 'Send update' }).click();
    await page.getByRole('button', { name: 'Send it now' }).click();
    expect(attempt.state.updates.get('t15')?.sent?.citations).toEqual([citeRecord('trail', 'e-1')]);
    await page
      .getByRole('tab', { name: /CloudTrail/ })
      .first()
      .click();
    await page
      .getByRole('grid')
      .getByRole('button', { name: /^Link to/ })
      .click();
    await expect.poll(told).toEqual([expect.stringContaining('no update is due')]);
    // It is of this room, and goes with it.
    await leave();
    await expect.poll(told).toEqual([]);
  });

  it('moves no label where somebody says how sure they are', async () => {
    await page.viewport(1440, 900);
    await show();
    const lefts = () =>
      [...document.querySelectorAll('#pane-dock [data-grounds] label')].map(
        (label) => label.getBoundingClientRect().left,
      );
    await expect.element(page.getByRole('radio', { name: '50 %' })).toBeInTheDocument();
    const before = lefts();
    expect(before).toHaveLength(6);
    for (const sure of ['50 %', '90 %']) {
      await page.getByText(sure, { exact: true }).click();
      await expect.element(page.getByRole('radio', { name: sure })).toBeChecked();
      expect(lefts()).toEqual(before);
    }
  });

  it('is played by keyboard alone', async () => {
    await page.viewport(1440, 900);
    const { attempt } = await show();
    await userEvent.keyboard('f');
    await expect.element(page.getByRole('button', { name: /Key AKIALEAKED/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(attempt.state.feed.get('notice')?.seen).toBe(true);
    await userEvent.keyboard('e');
    await expect.element(page.getByRole('tab', { name: 'Brief' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('grid')).toBeVisible();
    page.getByRole('grid').element().focus();
    await userEvent.keyboard('pt');
    expect(attempt.state.pins.size).toBe(1);
    expect(attempt.state.timeline.size).toBe(1);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(attempt.state.timeline.size).toBe(0);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(attempt.state.timeline.size).toBe(1);
    await userEvent.keyboard('d');
    const dock = page.getByRole('region', { name: 'Decision' });
    await expect.element(dock.getByRole('radio').first()).toHaveFocus();
    await userEvent.keyboard('b');
    const order = attempt.orderOptions(attempt.prepared.drill.decisions[0]!);
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await expect.element(page.getByText(/Say how sure you are first/)).toBeVisible();
    page.getByRole('radio', { name: '70 %' }).element().focus();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    expect(attempt.state.decisions.get('severity')?.choice?.option).toBe(order[1]?.id);
    await expect.element(page.getByRole('button', { name: 'Dismiss', exact: true })).toHaveFocus();
  });

  it('leads on by letters from an option, which takes Space and no typing', async () => {
    await page.viewport(1440, 900);
    const { attempt } = await show();
    await userEvent.keyboard('d');
    await userEvent.keyboard('b ');
    expect(attempt.running).toBe(true);
    await userEvent.keyboard('n');
    await expect.element(page.getByRole('region', { name: 'Notebook' })).toHaveFocus();
    await userEvent.keyboard('d');
    const dock = page.getByRole('region', { name: 'Decision' });
    await expect.element(dock.getByRole('radio', { checked: true })).toHaveFocus();
    await userEvent.keyboard('e');
    await expect.element(page.getByRole('tab', { name: 'Brief' })).toHaveFocus();
  });

  it('chooses by letters where the dock itself has the focus, as after a decision that was dismissed', async () => {
    await page.viewport(1440, 900);
    await show();
    const dock = page.getByRole('region', { name: 'Decision' });
    dock.element().focus();
    await userEvent.keyboard('b');
    await expect.element(dock.getByRole('radio').nth(1)).toHaveFocus();
    await expect.element(dock.getByRole('radio').nth(1)).toBeChecked();
  });

  it('lets an interrupt wait at the edge, and never takes the focus for it', async () => {
    await page.viewport(1440, 900);
    const { attempt } = await show();
    await page.getByRole('textbox', { name: 'Notes' }).fill('thinking');
    attempt.perform({ kind: 'jumped', data: { to_s: 181 } });
    await expect
      .element(page.getByRole('heading', { name: 'Tomas Reuter is calling' }))
      .toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Notes' })).toHaveFocus();
    // Who is to choose between it and the work at hand reads what it is about.
    const card = page.getByRole('region', { name: 'Interrupts' });
    await expect.element(card.getByText('Two more hours?')).toBeVisible();
    await expect.element(card.getByText('The demo runs on that key.')).toBeVisible();
    await userEvent.keyboard('{Alt>}2{/Alt}');
    expect(attempt.state.feed.get('demo')?.parked_until_s).toBe(181 + 300);
    await expect.element(page.getByText('Tomas Reuter is calling')).not.toBeInTheDocument();
    attempt.perform({ kind: 'jumped', data: { to_s: 500 } });
    await expect
      .element(page.getByRole('heading', { name: 'Tomas Reuter is calling' }))
      .toBeVisible();
    await userEvent.keyboard('{Alt>}1{/Alt}');
    await expect
      .element(page.getByRole('button', { name: /“No, it goes off now.”/ }))
      .toBeVisible();
  });

  it('lets the card of an interrupt stand beside a notebook that is open over the middle', async () => {
    await page.viewport(1024, 700);
    const { attempt } = await show();
    attempt.perform({ kind: 'jumped', data: { to_s: 181 } });
    await page.getByRole('button', { name: /^Notebook/ }).click();
    const notebook = page.getByRole('region', { name: 'Notebook' });
    await expect.element(notebook).toBeVisible();
    const card = page.getByRole('region', { name: 'Tomas Reuter is calling' });
    const [right, left] = [card, notebook].map((one) => one.element().getBoundingClientRect());
    expect(right?.right).toBeLessThanOrEqual(left?.left ?? 0);
    expect(right?.width).toBeGreaterThan(280);
  });

  it('shows the message that was taken where a room is opened again, however far below', async () => {
    await page.viewport(1440, 900);
    const { attempt, parts, unmount } = await show();
    await page.getByRole('button', { name: /Key AKIA.* is public/ }).click();
    attempt.perform({ kind: 'jumped', data: { to_s: 181 } });
    await unmount();
    await page.viewport(720, 450);
    const again = await render(DrillRoom, { parts, attempt }, { baseElement: main });
    again.container.style.height = '100%';
    await page.getByRole('tab', { name: /^Feed/ }).click();
    await expect.element(page.getByText('Please look.')).toBeInViewport();
  });

  it('says beside an option what it costs, and says a title of an interrupt once', async () => {
    await page.viewport(1440, 900);
    const demo = aDrill().feed.map((item) =>
      item.id === 'demo' ? { ...item, subject: 'Tomas Reuter is calling' } : item,
    );
    const prepared = prepareDrill({ ...aDrill(), feed: demo }, someEvidence);
    const { attempt } = await show({ prepared });
    attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
    attempt.perform({ kind: 'jumped', data: { to_s: 181 } });
    await page.getByRole('button', { name: 'Open: What do you do with the key?' }).click();
    await expect
      .element(page.getByRole('radio', { name: /Do off costs 2 min$/ }))
      .toBeInTheDocument();
    const card = page.getByRole('region', { name: 'Interrupts' });
    await expect.element(card.getByText('The demo runs on that key.')).toBeVisible();
    expect(card.getByText('Tomas Reuter is calling').elements()).toHaveLength(1);
  });

  it('pauses by Space only where no control has the focus', async () => {
    await page.viewport(1440, 900);
    const { attempt } = await show();
    await page.getByRole('textbox', { name: 'Notes' }).fill('a b');
    await userEvent.keyboard(' ');
    expect(attempt.running).toBe(true);
    document.getElementById('pane-feed')?.focus();
    await userEvent.keyboard(' ');
    expect(attempt.running).toBe(false);
    await expect.element(page.getByText('Paused')).toBeVisible();
  });

  it('keeps what was being written through a crash, at most a second behind', async () => {
    await page.viewport(1440, 900);
    const { parts, unmount } = await show();
    await page.getByLabelText('Why, in a line').fill('half a reason');
    await expect
      .poll(() => parts.store.get('drafts', 'draft/a1/decision.severity'))
      .toMatchObject({ reason: 'half a reason' });
    await unmount();
    const again = someAttempt({
      saves: new SaveStatus(parts.store, () => parts.now()),
      now: () => parts.now(),
    });
    again.start();
    await render(DrillRoom, { parts, attempt: again }, { baseElement: main });
    await expect.element(page.getByLabelText('Why, in a line')).toHaveValue('half a reason');
  });

  it('pauses when it is left, and asks first where the attempt is timed', async () => {
    const { attempt, unmount } = await show();
    await unmount();
    expect(attempt.events.at(-1)).toMatchObject({ kind: 'paused', data: { reason: 'left' } });

    const timed = await show({
      prepared: prepareDrill(aDrill(), someEvidence, 0, { ...usualLevers, timed: true }),
    });
    timed.parts.navigation.go({ kind: 'today' });
    expect(timed.parts.navigation.place.kind).toBe('room');
    await page.getByRole('button', { name: 'Stay' }).click();
    timed.parts.navigation.go({ kind: 'today' });
    await page.getByRole('button', { name: 'Leave' }).click();
    expect(timed.parts.navigation.place.kind).toBe('today');
  });

  it('says what an early end counts, then leads to the debrief', async () => {
    await page.viewport(1440, 900);
    const { parts, attempt } = await show();
    await page.getByRole('button', { name: 'End drill' }).click();
    await expect.element(page.getByText('1 open decision counts as doing nothing.')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'End drill' }).click();
    expect(attempt.ended).toBe(true);
    const read = page.getByRole('button', { name: 'Read the debrief' });
    await expect.element(read).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(parts.navigation.place).toEqual({ kind: 'debrief', attempt: 'a1' });
  });

  it('shows the guided start once, with the clock standing, and can show it again', async () => {
    await page.viewport(1440, 900);
    const { parts, attempt } = await show({}, { settings: { guidedStartSeen: false } });
    await expect.element(page.getByRole('dialog', { name: 'What comes in' })).toBeVisible();
    expect(attempt.running).toBe(false);
    expect(await findBarriers()).toEqual([]);
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('dialog', { name: 'What you can look at' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(parts.settings.values.guidedStartSeen).toBe(true);
    expect(attempt.running).toBe(true);
    parts.actions.runById('room/guide');
    await expect.element(page.getByRole('dialog', { name: 'What comes in' })).toBeVisible();
  });

  it('saves what was typed when everything is to be settled, such as on closing the window', async () => {
    await page.viewport(1440, 900);
    const { parts, attempt } = await show();
    await page.getByRole('textbox', { name: 'Notes' }).fill('seen at 08:51');
    expect(await parts.saves.settle()).toBe(true);
    expect(attempt.state.notes).toBe('seen at 08:51');
  });

  it('asks and offers in the words of the moment, and keeps a reply as it was given', async () => {
    await page.viewport(1440, 900);
    const base = aDrill();
    const when = { var: 'key_off', is: true } as const;
    const prepared = prepareDrill(
      {
        ...base,
        feed: base.feed.map((item) => ({
          ...item,
          replies: item.replies.map((reply) =>
            reply.id === 'no'
              ? { ...reply, reword: [{ when, text: 'No. It is off already.' }] }
              : reply,
          ),
        })),
        decisions: base.decisions.map((decision) => ({
          ...decision,
          reword: [{ when, text: 'It is off. What else?' }],
        })),
      },
      someEvidence,
    );
    const { attempt } = await show({ prepared });
    attempt.perform({ kind: 'evidence_opened', data: { evidence: 'trail' } });
    attempt.perform({ kind: 'jumped', data: { to_s: 181 } });
    await page.getByRole('button', { name: 'Open: What do you do with the key?' }).click();
    const prompt = page.getByText('Choose.', { exact: true });
    await expect.element(prompt).toBeVisible();
    await page.getByRole('button', { name: 'Take it' }).click();
    const feed = page.getByRole('region', { name: 'Feed' });
    await expect.element(feed.getByRole('button', { name: /No, it goes off now/ })).toBeVisible();
    const args = { key: 'AKIALEAKEDEXAMPLE' };
    attempt.perform({ kind: 'tool_used', data: { tool: 'key-off', args } });
    await expect.element(page.getByText('It is off. What else?')).toBeVisible();
    await expect.element(prompt).not.toBeInTheDocument();
    await feed.getByRole('button', { name: /No\. It is off already/ }).click();
    await expect
      .element(page.getByText(/You replied at .*: “No\. It is off already\.”/).first())
      .toBeVisible();
  });

  it('takes own words to a person, keeps what is being written, and shows how they are', async () => {
    await page.viewport(1440, 900);
    const base = aDrill();
    const moods = [{ when: { delivered: 'notice' }, text: 'Short of breath.' }];
    const prepared = prepareDrill(
      { ...base, people: base.people.map((one) => (one.id === 'ines' ? { ...one, moods } : one)) },
      someEvidence,
    );
    const { attempt, parts, unmount } = await show({ prepared });
    await page.getByRole('button', { name: /Key AKIA.* is public/ }).click();
    const feed = page.getByRole('region', { name: 'Feed' });
    await expect.element(feed.getByText('Ines Holm: Short of breath.')).toBeVisible();
    const write = feed.getByRole('button', { name: 'Write in your own words…' });
    const box = feed.getByLabelText('To Ines Holm, in your own words');
    await write.click();
    await expect.element(box).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(write).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('We look into it.{Escape}');
    await expect.element(box).toHaveValue('We look into it.');
    expect(await findBarriers()).toEqual([]);
    await unmount();
    await expect
      .poll(() => parts.store.get('drafts', 'draft/a1/words.notice'))
      .toEqual({ text: 'We look into it.' });
    // It still waits: the room opens with it.
    await render(DrillRoom, { parts, attempt }, { baseElement: main });
    await page.getByRole('button', { name: 'Drop', exact: true }).click();
    const back = page.getByRole('button', { name: 'Bring back what you dropped' });
    await expect.element(back).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('To Ines Holm, in your own words')).toHaveFocus();
    await page.getByRole('button', { name: 'Send words' }).click();
    expect(attempt.events.at(-1)).toMatchObject({
      kind: 'wrote',
      data: { item: 'notice', text: 'We look into it.' },
    });
    await expect.element(page.getByText('We look into it.', { exact: false })).toBeVisible();
    await expect.poll(() => parts.store.get('drafts', 'draft/a1/words.notice')).toBeUndefined();
  });

  it.each([
    ['call', 'light'],
    ['chat', 'dark'],
    ['mail', 'light'],
  ] as const)(
    'keeps the prepared answers of a %s after own words, and says that these count, %s',
    async (kind, theme) => {
      await page.viewport(1440, 900);
      document.documentElement.dataset['theme'] = theme;
      const base = aDrill();
      const feed = base.feed.map((item) => (item.id === 'demo' ? { ...item, kind } : item));
      const { attempt } = await show({ prepared: prepareDrill({ ...base, feed }, someEvidence) });
      attempt.perform({ kind: 'jumped', data: { to_s: 181 } });
      await page.getByRole('button', { name: 'Take it' }).click();
      const pane = page.getByRole('region', { name: 'Feed' });
      const about = pane.getByText(
        'Your words are kept and checked; they earn nothing by themselves. What counts is the prepared answer that comes nearest, above.',
      );
      await pane.getByRole('button', { name: 'Write in your own words…' }).click();
      await pane.getByLabelText('To Tomas Reuter, in your own words').fill('I call you back.');
      await expect.element(about).not.toBeInTheDocument();
      await page.getByRole('button', { name: 'Send words' }).click();
      await expect.element(about).toBeVisible();
      await expect
        .element(pane.getByRole('button', { name: 'Write in your own words…' }))
        .toHaveFocus();
      expect(await findBarriers()).toEqual([]);
      await pane.getByRole('button', { name: /No, it goes off now/ }).click();
      expect(attempt.state.feed.get('demo')?.answer).toMatchObject({
        kind: 'replied',
        reply: 'no',
      });
      await expect.element(about).not.toBeInTheDocument();
    },
  );
});
