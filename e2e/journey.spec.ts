import { test } from './fixtures/app.ts';
import { playJourney } from './fixtures/play-journey.ts';

test('Key in a public repository is played to its debrief by mouse, through a kill in the middle', async ({
  app,
}) => {
  await playJourney(app, 'd01-key-in-a-public-repository', 'mouse');
});
