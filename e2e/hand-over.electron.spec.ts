import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { followLog } from './fixtures/follow-log.ts';
import { readGoldenPlay } from './fixtures/golden-play.ts';
import { Mouse } from './fixtures/hands.ts';
import { readDebrief, startDrill } from './pages/app.page.ts';
import { RoomPage } from './pages/room.page.ts';

test('A shift goes to somebody who has only its note, and the debrief counts both halves', async ({
  app,
}) => {
  test.setTimeout(420_000);
  const play = readGoldenPlay('d19-follow-the-sun');
  const hands = new Mouse();
  await startDrill(app.page, hands, play.drill);
  const room = new RoomPage(app.page, hands, play);
  // The clock stands, so that a slow machine closes no decision: time moves by deeds and next events.
  await hands.press(app.page.getByRole('button', { name: 'Pause' }));
  const taken = play.events.findIndex(({ kind }) => kind === 'shift_taken');
  const note = play.events.find((event) => event.kind === 'update_sent');
  expect(taken).toBeGreaterThan(0);
  await followLog(room, play.events.slice(1, taken));
  const written = app.page.getByLabel('Notes');
  await hands.write(written, 'What only the first half knew');

  const cover = app.page.getByRole('button', { name: 'I take over from the note' });
  await room.await(cover);
  await expectAccessible(app.page);
  await expect(room.bench).toHaveCount(0);
  await expect(app.page.locator('[data-item]')).toHaveCount(0);

  // Closed between the two: whoever opens it again is still asked who comes next.
  await expect(app.page.getByRole('contentinfo')).toContainText('Every step saved');
  await app.kill();
  await app.relaunch();
  const next = new RoomPage(app.page, hands, play);
  await hands.press(app.page.getByRole('button', { name: /^Resume/ }).first());
  await next.takeShift();
  const left = app.page.getByRole('region', { name: 'The note you were left' });
  const [firstLine = ''] = (note?.data.text ?? '').split('\n');
  await expect(left).toContainText(firstLine);
  await expect(app.page.getByLabel('Notes')).toHaveValue('');
  await expect(next.bench.getByRole('tab', { name: /^Incident channel/ })).toHaveCount(0);
  await expect(app.page.locator('[data-item="note-asked"]')).toHaveCount(0);
  await expect(app.page.locator('#pane-notebook').getByText('Limit ends by itself')).toHaveCount(0);
  await expectAccessible(app.page);

  await followLog(next, play.events.slice(taken + 1));
  await next.end();
  const parts = await readDebrief(app.page, play.drill.title);
  const share =
    parts.reduce((sum, { earned }) => sum + earned, 0) /
    parts.reduce((sum, { possible }) => sum + possible, 0);
  expect(share).toBeGreaterThan(0.7);
  await expect(app.page.getByText('The first act of the morning shift').first()).toBeVisible();
});
