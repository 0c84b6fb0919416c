import { test } from './fixtures/app.ts';
import { playThrough } from './fixtures/play-journey.ts';

// The other drills; journey.spec.ts and journey.electron.spec.ts play three through a kill.
const byKeyboard = ['d19-follow-the-sun', 'd33-a-high-finding-at-dawn'];
const byMouse = [
  'd04-the-firewall-that-fetched',
  'd16-card-numbers-in-debug',
  'd22-patch-by-thursday',
  'd23-the-team-that-wont-patch',
  'd25-someone-elses-children',
  'd28-the-photo-that-gave-orders',
  'd31-say-it-at-t15',
];

for (const slug of byKeyboard) {
  test(`${slug} is played to its debrief by keyboard alone`, async ({ app }) => {
    await playThrough(app, slug, 'keyboard');
  });
}
for (const slug of byMouse) {
  test(`${slug} is played to its debrief by mouse`, async ({ app }) => {
    await playThrough(app, slug, 'mouse');
  });
}
