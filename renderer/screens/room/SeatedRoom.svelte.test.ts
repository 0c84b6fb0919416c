import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { aHeader } from '../../../content/engine/testing/a-log.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import SeatedRoom from './SeatedRoom.svelte';

const base = aDrill({
  roles: [
    { id: 'early', name: 'Early shift', private: 'You are tired.' },
    { id: 'late', name: 'Late shift', private: 'You are rested.' },
  ],
});
const header = aHeader({ roles: ['early', 'late'] });

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function show(changes: Partial<typeof base>) {
  const parts = someParts({ hash: '#/room/a1', more: { steadyNow_ms: () => 0 } });
  const prepared = prepareDrill({ ...base, ...changes }, someEvidence);
  const attempt = someAttempt(parts, { prepared, header });
  attempt.start();
  const main = document.createElement('main');
  main.style.height = '100vh';
  document.body.replaceChildren(main);
  await render(SeatedRoom, { parts, attempt }, { baseElement: main });
  return attempt;
}

describe('a room with seats', () => {
  it.each(['light', 'dark'])(
    'covers what is private until the next confirms, %s',
    async (theme) => {
      document.documentElement.dataset['theme'] = theme;
      const attempt = await show({});
      await expect
        .element(page.getByRole('heading', { name: 'It is the turn of: Early shift' }))
        .toHaveFocus();
      await expect.element(page.getByText('You are tired.')).not.toBeInTheDocument();
      expect(await findBarriers()).toEqual([]);
      await page.getByRole('button', { name: 'I am Early shift, show it' }).click();
      await expect.element(page.getByText('You are tired.')).toBeInViewport();
      await expect.element(page.getByRole('tab', { name: 'Brief' })).toHaveFocus();
      await expect.element(page.getByText('T01 · Early shift')).toBeVisible();
      await page.getByRole('button', { name: 'Give the turn to Late shift' }).click();
      await expect.element(page.getByText('You are tired.')).not.toBeInTheDocument();
      expect(attempt.running).toBe(false);
      await page.getByRole('button', { name: 'I am Late shift, show it' }).click();
      await expect.element(page.getByText('You are rested.')).toBeVisible();
      await expect.element(page.getByText('T01 · Late shift')).toBeVisible();
      await expect.element(page.getByText('You are tired.')).not.toBeInTheDocument();
      expect(attempt.running).toBe(true);
      expect(attempt.perform({ kind: 'acknowledged', data: { item: 'notice' } })).toBe(true);
      expect(attempt.events.at(-1)?.actor).toBe('late');
    },
  );

  it('has a way back from a turn that was given by mistake, which shows nothing either', async () => {
    const attempt = await show({});
    const back = page.getByRole('button', { name: /^Back to/ });
    await expect.element(back).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'I am Early shift, show it' }).click();
    await page.getByRole('button', { name: 'Give the turn to Late shift' }).click();
    await expect.element(back).toHaveTextContent('Back to Early shift');
    await back.click();
    await expect
      .element(page.getByRole('heading', { name: 'It is the turn of: Early shift' }))
      .toHaveFocus();
    await expect.element(page.getByText(/^You are (?:tired|rested)/)).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'I am Early shift, show it' }).click();
    await expect.element(page.getByText('T01 · Early shift')).toBeVisible();
    expect(attempt.events.some(({ kind }) => kind === 'seat_taken')).toBe(false);
  });

  it('says when the other shift comes, where the note is sent before its time', async () => {
    const attempt = await show({
      updates: base.updates.map((update) => ({ ...update, audience: 'handover' as const })),
      handover: { update: 't15', to: 'late', when: { after: 600 } },
    });
    await page.getByRole('button', { name: /^Update at T\+15/ }).click();
    attempt.perform({
      kind: 'update_sent',
      data: { update: 't15', text: 'The key is on. Ask Tomas.', citations: [] },
    });
    await expect.element(page.getByText(/^\s*Late shift takes over at 09:22 UTC, T\+10:00/)).toBeVisible(); // oxfmt-ignore
    await page.getByRole('button', { name: 'Fold' }).click();
    await expect.element(page.getByText('Late shift takes over in 10:00')).toBeVisible();
  });

  it('gives the shift to somebody who sees the note and what is open, nothing else', async () => {
    const attempt = await show({
      updates: base.updates.map((update) => ({ ...update, audience: 'handover' as const })),
      handover: { update: 't15', to: 'late', about: 'You come in late.' },
    });
    const notes = page.getByRole('textbox', { name: 'Notes' });
    await notes.fill('What I alone know');
    attempt.perform({ kind: 'acknowledged', data: { item: 'notice' } });
    const [first] = attempt.state.decisions.keys();
    const option = attempt.prepared.byId.decisions.get(first ?? '')?.options[0]?.id ?? '';
    const grounds = { confidence: 80 as const, citations: [], reason: '' };
    attempt.perform({ kind: 'decided', data: { decision: first ?? '', option, ...grounds } });
    attempt.perform({
      kind: 'update_sent',
      data: { update: 't15', text: 'The key is on. Ask Tomas.', citations: [] },
    });
    const cover = page.getByRole('heading', { name: /The shift goes to: Late shift/ });
    await expect.element(cover).toBeVisible();
    expect(await findBarriers()).toEqual([]);
    expect(attempt.running).toBe(false);
    await page.getByRole('button', { name: 'I take over from the note' }).click();
    const left = page.getByRole('region', { name: 'The note you were left' });
    await expect.element(left.getByText('The key is on. Ask Tomas.')).toBeVisible();
    await expect.element(left.getByText('You come in late.')).toBeVisible();
    await expect.element(notes).toHaveValue('');
    // The brief is of the shift before: it can be read, and is not told as one's own.
    await expect.element(page.getByText('What the shift before you began with')).toBeVisible();
    expect(document.querySelector('.brief details')?.hasAttribute('open')).toBe(false);
    expect(attempt.decisionCounts).toEqual({
      made: 0,
      all: attempt.prepared.drill.decisions.length - 1,
    });
    await expect.element(page.getByText(/Key AKIA.* is public/)).not.toBeInTheDocument();
    expect(attempt.running).toBe(true);
    expect(attempt.events.map(({ kind }) => kind)).toContain('shift_taken');
    expect(await findBarriers()).toEqual([]);
  });
});
