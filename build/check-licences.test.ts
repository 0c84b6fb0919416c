import { expect, it } from 'vitest';
import { findUnlicensed } from './check-licences.ts';

const aChunk = (ids: readonly string[], renderedLength = 10) => ({
  type: 'chunk' as const,
  modules: Object.fromEntries(
    ids.map((id) => [id, { code: '', renderedLength, renderedExports: [] }]),
  ),
});

it('names each package that goes out without its licence, once', () => {
  const own = '/drillbook';
  const bundle = {
    'a.js': aChunk([
      `${own}/renderer/main.ts`,
      `${own}/node_modules/svelte/src/index.js`,
      `${own}/node_modules/@other/thing/index.js`,
      `${own}/node_modules/svelte/node_modules/inner/a.js`,
      `${own}/node_modules/only-its-licence/LICENSE?raw`,
    ]),
    'b.js': aChunk([`${own}/node_modules/@other/thing/more.js`]),
    'c.js': aChunk([`${own}/node_modules/shaken-out/index.js`], 0),
    'd.css': { type: 'asset' as const },
  };
  expect(findUnlicensed(bundle)).toEqual(['@other/thing', 'inner']);
});
