import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPacket } from '../content/archive/open-packet.ts';
import { followGuide } from '../content/cli/follow-guide.ts';
import { App, expect, test } from './fixtures/app.ts';
import { beginExample, readExample } from './fixtures/play-example.ts';
import { goTo } from './pages/app.page.ts';
import { PacksPage } from './pages/packs.page.ts';
import { commentOn, openForReview, sendBack, sendToMentor } from './pages/reviews.page.ts';

/** From the guide's first line to a mentor's comment in the learner's debrief, by files alone. */
test('the guide, word for word, ends in a pack that another profile installs, plays and sends back', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-guide-'));
  const mentorFolder = await mkdtemp(join(tmpdir(), 'drillbook-mentor-'));
  const mentor = new App('electron', { profileDir: mentorFolder, launchArguments: [] });
  const packet = join(folder, 'ana.drillpacket');
  const review = join(folder, 'ada.drillreview');
  try {
    const typed = followGuide(folder);
    const key = typed.find(({ command }) => command.startsWith('pack key new'));
    const groups = /^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/m.exec(key?.stdout ?? '')?.[0] ?? 'no key';
    const play = readExample(join(folder, 'my-pack'), 'first-drill');

    // The learner compares the key, installs, plays, and sends.
    const learner = app.page;
    await learner.getByRole('button', { name: 'Look around first' }).click();
    const packs = new PacksPage(learner);
    await packs.open();
    await packs.offer(join(folder, 'my-pack-1.0.0.drillpack'));
    await expect(packs.preview).toContainText(groups);
    await packs.preview.getByRole('button', { name: 'Install', exact: true }).click();
    await expect(packs.chosen).toContainText('1.0.0');
    await goTo(learner, '#/drills');
    const room = await beginExample(app, play);
    await room.end();
    await expect(learner.getByRole('heading', { name: play.drill.title, level: 1 })).toBeVisible();
    const message = 'Was that the right first move?';
    await sendToMentor(app, { name: 'Ana Beltran', message, path: packet });
    const sent = await openPacket(await readFile(packet));
    if (!sent.ok) throw new Error(sent.fault.message);
    expect(sent.value.signature).toMatchObject({ kind: 'valid', author: 'Ana Beltran' });

    // The mentor's own profile knows neither the attempt nor the pack.
    await mentor.launch();
    await mentor.page.getByRole('button', { name: 'Look around first' }).click();
    await openForReview(mentor, packet);
    await expect(mentor.page.getByText(message)).toBeVisible();
    await mentor.page.getByText('Debrief', { exact: true }).click();
    const words = 'You asked for the record before you acted: keep that.';
    const decision = await commentOn(mentor.page, /^Comment on (?!sentence)/, words);
    await sendBack(mentor, { name: 'Ada Marlow', button: /^Send 1 comment back/, path: review });

    // It stands where it belongs.
    await openForReview(app, review);
    await learner.getByRole('button', { name: /^Open debrief of / }).click();
    const place = learner.getByRole('list', { name: `Comments of a mentor: ${decision}` });
    await expect(place.getByText(words)).toBeVisible();
  } finally {
    await mentor.close();
    await rm(folder, { recursive: true, force: true });
    await rm(mentorFolder, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(mentor.faults).toEqual([]);
});
