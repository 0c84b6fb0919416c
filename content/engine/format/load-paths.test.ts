import { expect, it } from 'vitest';
import { loadPaths } from './load-paths.ts';

const slugs = new Set(['one', 'two']);
const read = (text: string) => loadPaths(new Map([['paths/start.yaml', text]]), slugs);
const head = 'format: 1\nid: start\ntitle: To begin with\nsteps:\n';

it('reads a path', () => {
  const { list, faults } = read(
    `${head}  - { drill: two, why: Short. }\n  - { drill: one, why: Then. }\n`,
  );
  expect(faults).toEqual([]);
  expect(list).toMatchObject([{ id: 'start', steps: [{ drill: 'two' }, { drill: 'one' }] }]);
});

it.each([
  [`${head}  - { drill: three, why: No. }\n`, 'unknown-drill', 5],
  [`${head}  - { drill: one, why: A. }\n  - { drill: one, why: B. }\n`, 'repeated-step', 6],
  [`${head}  []\n`, 'wrong-value', 4],
  ['format: 2\n', 'missing-field', 1],
  ['a: [', 'yaml', 1],
])('names the place of a fault in %j', (text, code, line) => {
  const { list, faults } = read(text);
  expect(list).toEqual([]);
  expect(faults).toContainEqual(expect.objectContaining({ code, line, file: 'paths/start.yaml' }));
});

it('leaves other files alone', () => {
  expect(loadPaths(new Map([['paths/deep/x.yaml', 'a: [']]), slugs)).toEqual({
    list: [],
    faults: [],
  });
});
