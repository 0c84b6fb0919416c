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
  const notes = () => app.page.locator('#field-notes');
  await startDrill(app.page, hands, play.drill);
  const room = new RoomPage(app.page, hands, play);
  // The clock stands, so that a slow machine loses no time: it moves by deeds and next events.
  await hands.press(app.page.getByRole('button', { name: 'Pause' }));

  const note = play.events.flatMap((event) => (event.kind === 'update_sent' ? [event.data] : []));
  const [{ update, text } = { update: '', text: '' }] = note;
  await room.acknowledge('note-asked');
  await room.openEvidence('rule');
  await hands.write(notes(), 'What only the first half knew');
  await room.sendUpdate(update, text, []);
  const take = app.page.getByRole('button', { name: 'I take over from the note' });
  await room.await(take);
  await expect(room.bench).toHaveCount(0);
  await expect(app.page.locator('[data-item]')).toHaveCount(0);
  await expectAccessible(app.page);

  // Closed between the two: whoever opens it again is still asked who comes next.
  await expect(app.page.getByRole('contentinfo')).toContainText('Every step saved');
  await app.kill();
  await app.relaunch();
  const next = new RoomPage(app.page, hands, play);
  await hands.press(app.page.getByRole('button', { name: /^Resume/ }).first());
  await next.takeShift();
  // It says that the app was not closed in order, until it is read.
  await hands.press(app.page.getByRole('region', { name: 'Notices' }).getByRole('button').first());
  const left = app.page.getByRole('region', { name: 'The note you were left' });
  await expect(left).toContainText(text.slice(0, 60));
  // Whoever waits for the second half stands beside the note that it reads first, not over it.
  const cards = app.page.getByRole('region', { name: 'Interrupts' }).locator('section');
  await expect(cards.first()).toBeVisible();
  await cards.first().getByRole('button', { name: 'Take it' }).click({ trial: true });
  const [card, read] = [await cards.first().boundingBox(), await left.boundingBox()];
  expect(card?.y).toBeGreaterThanOrEqual((read?.y ?? 0) + (read?.height ?? 0));
  await expect(notes()).toHaveValue('');
  await expect(next.bench.getByRole('tab', { name: /^Rule EDGE/ })).toHaveCount(0);
  await expect(app.page.locator('[data-item="note-asked"]')).toHaveCount(0);
  await expectAccessible(app.page);

  const taken = play.events.findIndex(({ kind }) => kind === 'shift_taken');
  await followLog(next, play.events.slice(taken + 1));
  await next.end();
  const parts = await readDebrief(app.page, play.drill.title);
  expect(parts.reduce((sum, { earned }) => sum + earned, 0)).toBeGreaterThan(0);
  // Both halves: the note of the first, the decision of the second, and who took what.
  await expect(app.page.getByText(text.slice(0, 24)).first()).toBeVisible();
  await expect(
    app.page.getByRole('heading', { name: 'The first act of the morning shift' }),
  ).toBeVisible();
});
