import { describe, expect, it } from 'vitest';
import { loadPack } from '../format/load-pack.ts';
import { parseYaml } from '../format/parse-yaml.ts';
import { smallDrill, smallFiles, smallPack } from './examples/small-drill.ts';
import { lintPack } from './lint-pack.ts';

/** What lint says of the small drill alone, in a pack of these files. */
function lintAlone(changed: Readonly<Record<string, string>>): readonly string[] {
  const texts = new Map([
    ['pack.yaml', smallPack],
    ['drills/a/drill.yaml', smallDrill],
    ...Object.entries(changed),
  ]);
  const { faults } = lintPack(
    loadPack(texts),
    {
      packYaml: texts.get('pack.yaml') ?? '',
      readEvidence: (_, { evidence }) =>
        new Map(evidence.map(({ id, file }) => [id, smallFiles[file] ?? ''])),
      readFile: () => null,
    },
    { only: 'a' },
  );
  return faults.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

it('reads no file of more than two million characters, however plain it is', () => {
  const read = parseYaml('a.yaml', `a: b\n# ${'x'.repeat(2_000_000)}\n`);
  expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual(['yaml-too-long']);
});

describe('a drill that is linted alone', () => {
  it('is told what is wrong with the pack.yaml by which it is read', () => {
    expect(lintAlone({})).toEqual([]);
    expect(lintAlone({ 'pack.yaml': `${smallPack}foo: 1\n` })).toEqual([
      'unknown-field pack.yaml:10',
    ]);
  });

  it('is not told of terms that a broken glossary may explain', () => {
    const drill = smallDrill.replace('people:', 'terms: [Access key]\npeople:');
    expect(
      lintAlone({ 'drills/a/drill.yaml': drill, 'glossary.yaml': '- { term: Access key\n' }),
    ).toEqual(['yaml glossary.yaml:2']);
    expect(lintAlone({ 'drills/a/drill.yaml': drill })).toEqual([
      'missing-term drills/a/drill.yaml:13',
    ]);
  });
});
