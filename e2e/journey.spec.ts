import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { followLog } from './fixtures/follow-log.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Keyboard, Mouse } from './fixtures/hands.ts';
import { readDebrief, startDrill } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

/**
 * A new user's way, whole: first choices, the drill as an expert plays it, killed in the middle and
 * resumed, the debrief.
 */
const journeys = [
  { slug: 'd01-key-in-a-public-repository', by: 'mouse' },
  { slug: 'd18-twelve-pages-in-twenty-minutes', by: 'mouse' },
  { slug: 'd20-two-disks-down', by: 'keyboard' },
] as const;

for (const { slug, by } of journeys) {
  test(`${slug} is played to its debrief by ${by}, through a kill in the middle`, async ({
    app,
  }) => {
    test.setTimeout(by === 'keyboard' ? 600_000 : 300_000);
    const play = readGoldenPlay(slug);
    const handsFor = () => (by === 'keyboard' ? new Keyboard(app.page) : new Mouse());
    await startDrill(app.page, handsFor(), play.drill);

    const middle = Math.floor(play.events.length / 2);
    const before = new RoomPage(app.page, handsFor(), play);
    await before.resume();
    await followLog(before, play.events.slice(1, middle));
    await expectAccessible(app.page);
    const done = await readNotebook(before);
    await expect(app.page.getByRole('contentinfo')).toContainText('Every step saved');
    await app.kill();

    await app.relaunch();
    const room = new RoomPage(app.page, handsFor(), play);
    await room.hands.press(app.page.getByRole('button', { name: /^Resume/ }).first());
    await expect(room.clock).toBeVisible();
    await expect(app.page.getByText('Paused', { exact: true })).toBeVisible();
    expect(await readNotebook(room)).toEqual(done);
    await room.resume();
    await followLog(room, play.events.slice(middle));
    await room.end();

    const parts = await readDebrief(app.page, play.drill.title);
    expect(parts.length).toBeGreaterThanOrEqual(4);
    const share =
      parts.reduce((sum, { earned }) => sum + earned, 0) /
      parts.reduce((sum, { possible }) => sum + possible, 0);
    expect(share).toBeGreaterThan(0.7);
    await expectAccessible(app.page);
  });
}

/** What the person has made so far, as the room shows it. */
async function readNotebook({ page }: RoomPage): Promise<readonly string[]> {
  const lists = page.locator('#pane-notebook input, #pane-notebook textarea');
  const typed = await lists.evaluateAll((fields) =>
    (fields as HTMLInputElement[]).map(({ value }) => value),
  );
  const messages = await page
    .locator('[data-item]')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['item'] ?? ''));
  return [...typed, ...messages];
}
