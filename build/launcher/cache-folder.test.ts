import { expect, test } from 'vitest';
import { findCacheFolder } from './cache-folder.mjs';

test.each([
  ['linux', {}, '/h', '/h/.cache/drillbook'],
  ['linux', { XDG_CACHE_HOME: '/x' }, '/h', '/x/drillbook'],
  ['linux', { XDG_CACHE_HOME: 'x' }, '/h', '/h/.cache/drillbook'],
  ['darwin', { XDG_CACHE_HOME: '/x' }, '/h', '/h/Library/Caches/drillbook'],
  ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\h', 'C:\\L\\drillbook\\cache'],
  ['win32', {}, 'C:\\h', 'C:\\h\\AppData\\Local\\drillbook\\cache'],
])('On %s with %o it lies where caches lie', (platform, env, home, folder) => {
  expect(findCacheFolder({ platform, env, home })).toBe(folder);
});
