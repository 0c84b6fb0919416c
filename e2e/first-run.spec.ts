import { expect, test } from './fixtures/app.ts';
import { Keyboard } from './fixtures/hands.ts';
import { goTo } from './pages/app.page.ts';

/** One minute from the first choices into a drill, by keyboard alone, whatever was chosen. */
const choices = ['onboarding', 'interviewing', 'mentoring'] as const;

for (const [index, purpose] of choices.entries()) {
  test(`${purpose} leads into a drill within a minute, by keyboard alone`, async ({ app }) => {
    const { page } = app;
    const begun = performance.now();
    // The first choice has the focus from the first moment.
    await expect(page.locator('input[value=onboarding]')).toBeFocused();
    for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowRight');
    await expect(page.locator(`input[value=${purpose}]`)).toBeChecked();
    await expect(page.getByText(/^First: .+, \d+\smin/).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('#pane-clock .clock')).toBeVisible();
    await expect(page.getByRole('dialog', { name: 'What comes in' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-item]').first()).toBeFocused();
    expect(performance.now() - begun).toBeLessThan(60_000);

    // Asked once: the way back leads to Today, and so does the next start.
    await page.keyboard.press('ControlOrMeta+1');
    await expect(page.getByRole('button', { name: /^Resume drill/ })).toBeVisible();
    await app.relaunch();
    await expect(app.page.getByRole('button', { name: /^Resume drill/ })).toBeVisible();
    await goTo(app.page, '#/settings');
    await expect(app.page.locator(`input[value=${purpose}]`)).toBeChecked();
  });
}

test('skipping loses nothing: what was set holds after a restart, and the way back stays', async ({
  app,
}) => {
  const hands = new Keyboard(app.page);
  await expect(app.page.locator('input[value=onboarding]')).toBeFocused();
  await hands.choose(app.page.getByRole('radio', { name: '130 %' }));
  await hands.choose(app.page.getByRole('radio', { name: '1.5×' }));
  await hands.press(app.page.getByRole('button', { name: 'Look around first' }));
  await expect(app.page.getByRole('button', { name: /^Start drill/ })).toBeVisible();
  // A browser that is closed waits for nobody: only what is said to be saved is promised.
  await expect(app.page.getByRole('contentinfo')).toContainText(/^\s*Saved /);

  await app.relaunch();
  const { page } = app;
  await expect(page.getByRole('button', { name: /^Start drill/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What brings you here?' })).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('style', /--text-size: ?130/);
  await goTo(page, '#/drills');
  await expect(page.getByLabel('Extra time').locator('option:checked')).toHaveText('1.5× the time');

  await goTo(page, '#/welcome');
  await expect(page.getByRole('radio', { name: '130 %' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '1.5×' })).toBeChecked();
});
