import { test } from './fixtures/app.ts';
import { playJourney } from './fixtures/play-journey.ts';

test('Twelve pages in twenty minutes is played to its debrief by mouse, through a kill in the middle', async ({
  app,
}) => {
  await playJourney(app, 'd18-twelve-pages-in-twenty-minutes', 'mouse');
});

test('Two disks down is played to its debrief by keyboard alone, through a kill in the middle', async ({
  app,
}) => {
  await playJourney(app, 'd20-two-disks-down', 'keyboard');
});
