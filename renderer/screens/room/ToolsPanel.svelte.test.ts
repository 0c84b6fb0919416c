import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { usualLevers } from '../../../content/engine/drill/attempt-terms.ts';
import { prepareDrill } from '../../../content/engine/drill/prepared-drill.ts';
import { aDrill, someEvidence } from '../../../content/engine/testing/a-drill.ts';
import { Room } from '../../state/room.svelte.ts';
import '../../styles/tokens.css';
import '../../styles/base.css';
import { findBarriers, someAttempt, someParts } from '../testing/some-parts.ts';
import ToolsPanel from './ToolsPanel.svelte';

const drill = aDrill({
  assistant: {
    name: 'Copilot',
    about: 'Has read the runbooks.',
    answers: [
      {
        id: 'used',
        question: 'Has the key been used?',
        ask: ['key used'],
        says: 'No, never.',
        wrong: true,
        check: ['first-use'],
        why: 'It was used at 08:51.',
      },
    ],
  },
});

async function showRoom(levers = {}) {
  const parts = someParts();
  const prepared = prepareDrill(drill, someEvidence, 0, { ...usualLevers, ...levers });
  const attempt = someAttempt(parts, { prepared });
  attempt.start();
  const room = new Room({
    ...parts,
    attempt,
    letterKeys: () => true,
  });
  const main = document.createElement('main');
  document.body.replaceChildren(main);
  const comeBack = () => render(ToolsPanel, { room }, { baseElement: main });
  let shown = await comeBack();
  return {
    room,
    setHeight: (height: string) => {
      shown.container.style.height = height;
    },
    leave: async () => shown.unmount(),
    comeBack: async () => {
      shown = await comeBack();
    },
  };
}
const show = async (levers = {}) => (await showRoom(levers)).room.attempt;

describe('the tools', () => {
  it.each(['light', 'dark'])('are used from a terminal as from the list, %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const attempt = await show();
    await page.getByRole('radio', { name: 'Terminal' }).click({ force: true });
    const line = page.getByLabelText('Terminal: a tool and its arguments');
    await line.click();
    await userEvent.keyboard('k{Tab}k{Tab}AKIALEAKEDEXAMPLE{Enter}');
    expect(attempt.events.at(-1)).toMatchObject({
      kind: 'tool_used',
      data: { tool: 'key-off', args: { key: 'AKIALEAKEDEXAMPLE' } },
    });
    await expect.element(page.getByText('It is off.')).toBeVisible();
    await userEvent.keyboard('key-off{Enter}');
    await expect.element(page.getByText(/Key is missing: key=VALUE/)).toBeVisible();
    await userEvent.keyboard('w{Tab}');
    await expect.element(page.getByRole('status')).toHaveTextContent('who-owns wipe');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(line).toHaveValue('key-off key=AKIALEAKEDEXAMPLE');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(line).toHaveValue('w');
    await line.fill('man wipe');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/wipe: Delete the user\./)).toBeVisible();
    expect(attempt.events.filter(({ kind }) => kind === 'tool_used')).toHaveLength(1);
    expect(await findBarriers()).toEqual([]);
  });

  it('let no one be caught in the terminal: Tab goes on where nothing is to complete', async () => {
    await show();
    await page.getByRole('radio', { name: 'Terminal' }).click({ force: true });
    await page.getByLabelText('Terminal: a tool and its arguments').fill('key-off --key x');
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.tagName).not.toBe('INPUT');
  });

  it('keep the focus in the terminal as long as Tab has something to offer, until Esc', async () => {
    await show();
    await page.getByRole('radio', { name: 'Terminal' }).click({ force: true });
    const line = page.getByLabelText('Terminal: a tool and its arguments');
    await line.fill('w');
    await userEvent.keyboard('{Tab}{Tab}{Tab}');
    await expect.element(line).toHaveFocus();
    await expect.element(page.getByRole('status')).toHaveTextContent('who-owns wipe');
    await userEvent.keyboard('{Escape}{Tab}');
    await expect.element(line).not.toHaveFocus();
    await expect.element(line).toHaveValue('w');
    await line.fill('help');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/^Tab completes what is typed/)).toBeVisible();
  });

  it('are found and not offered where help is off', async () => {
    await show({ structure_check: false });
    await expect.element(page.getByText(/played without help/)).toBeVisible();
    await page.getByLabelText('Find a tool').fill('delete');
    await expect.element(page.getByRole('button', { name: /Delete the user/ })).toBeVisible();
  });

  it('have an assistant beside them that is asked by words or by its questions', async () => {
    const attempt = await show();
    await page.getByRole('radio', { name: 'Ask Copilot' }).click({ force: true });
    await page.getByRole('button', { name: 'Has the key been used?' }).click();
    await expect.element(page.getByText('No, never.')).toBeVisible();
    await page.getByLabelText('Ask Copilot', { exact: true }).last().fill('What is the weather?');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('I found nothing about that.')).toBeVisible();
    expect(attempt.state.asked.map(({ answer }) => answer)).toEqual(['used', null]);
    expect(await findBarriers()).toEqual([]);
  });

  it('stay as they were while one looks elsewhere', async () => {
    const { room, leave, comeBack } = await showRoom();
    await page.getByLabelText('Find a tool').fill('deactivate');
    await page.getByRole('button', { name: /Deactivate access key/ }).click();
    await page.getByLabelText('Key', { exact: true }).fill('AKIALEAK');
    await leave();
    await comeBack();
    await expect.element(page.getByLabelText('Key', { exact: true })).toHaveValue('AKIALEAK');
    await expect.element(page.getByLabelText('Find a tool')).toHaveValue('deactivate');
    await page.getByRole('radio', { name: 'Terminal' }).click({ force: true });
    await page.getByLabelText('Terminal: a tool and its arguments').fill('man wipe');
    await userEvent.keyboard('{Enter}who');
    await leave();
    await comeBack();
    await expect.element(page.getByText('> man wipe')).toBeVisible();
    const line = page.getByLabelText('Terminal: a tool and its arguments');
    await expect.element(line).toHaveValue('who');
    await page.getByRole('radio', { name: 'Ask Copilot' }).click({ force: true });
    await leave();
    await comeBack();
    await expect.element(page.getByRole('log', { name: /Copilot/ })).toBeVisible();
    expect(room.attempt.state.uses).toEqual([]);
  });

  it('show the last exchange with the assistant from its question on', async () => {
    const { setHeight } = await showRoom();
    setHeight('420px');
    await page.getByRole('radio', { name: 'Ask Copilot' }).click({ force: true });
    const log = page.getByRole('log', { name: /Copilot/ });
    for (let asked = 1; asked <= 6; asked += 1) {
      const field = page.getByLabelText('Ask Copilot', { exact: true }).last();
      await field.fill(`What of number ${String(asked)}?`);
      await userEvent.keyboard('{Enter}');
      await expect.element(page.getByText('I found nothing about that.')).toHaveLength(asked);
    }
    const { top, bottom } = log.element().getBoundingClientRect();
    const answer = page.getByText('I found nothing about that.').last();
    await expect
      .poll(() => answer.element().getBoundingClientRect().bottom)
      .toBeLessThanOrEqual(bottom);
    const question = log
      .getByText(/number 6/)
      .element()
      .getBoundingClientRect();
    expect(question.top).toBeGreaterThanOrEqual(top);
    expect(log.element().scrollTop).toBeGreaterThan(0);
  });
});
