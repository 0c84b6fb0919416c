import { beforeEach } from 'vitest';

/** Every test of a component begins in the light theme, whatever the one before it chose. */
beforeEach(() => {
  document.documentElement.dataset['theme'] = 'light';
});
