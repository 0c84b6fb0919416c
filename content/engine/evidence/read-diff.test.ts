import { describe, expect, it } from 'vitest';
import { diffLines, readDiff as read } from './read-diff.ts';

const readDiff = (lines: readonly string[]) => {
  const all = read(lines);
  return { ...all, lines: Array.from(all.lines, (one) => diffLines[one]) };
};

const diff = `diff --git a/deploy.yaml b/deploy.yaml
index 1..2 100644
--- a/deploy.yaml
+++ b/deploy.yaml
@@ -1,3 +1,4 @@ job
 name: deploy
-key: AKIA
+key: vault
+--- not a head
 end: 1
--- a/gone.txt
+++ /dev/null
@@ -1 +0,0 @@
-last
\\ No newline at end of file`.split('\n');

describe('a unified diff', () => {
  it('knows what each line is, also where content looks like a head', () => {
    const { lines, added, removed } = readDiff(diff);
    expect(lines).toEqual([
      ...['head', 'head', 'head', 'head', 'head'],
      ...['same', 'removed', 'added', 'added', 'same'],
      ...['head', 'head', 'head', 'removed', 'same'],
    ]);
    expect([added, removed]).toEqual([2, 2]);
  });

  it('names its files, a deleted one as it was called', () => {
    expect(readDiff(diff).files).toEqual([
      { name: 'deploy.yaml', line: 3 },
      { name: 'gone.txt', line: 11 },
    ]);
  });

  it('ends a hunk whose counts say too much where another file begins', () => {
    const lies = ['--- a/x', '+++ b/x', '@@ -1,9999 +1,9999 @@', '-a', '+b', '', ' c'];
    const evil = [
      'diff --git a/evil b/evil',
      '--- a/evil',
      '+++ b/evil',
      '@@ -1 +1 @@',
      '-1',
      '+2',
    ];
    const { lines, files, added, removed } = readDiff([...lies, ...evil]);
    expect(files.map(({ name }) => name)).toEqual(['x', 'evil']);
    expect(lines.slice(3, 7)).toEqual(['removed', 'added', 'same', 'same']);
    expect(lines.slice(7)).toEqual(['head', 'head', 'head', 'head', 'removed', 'added']);
    expect([added, removed]).toEqual([2, 2]);
  });

  it('takes what is no diff as it is', () => {
    expect(readDiff(['+ a list', '- of points'])).toEqual({
      lines: ['same', 'same'],
      files: [],
      allFiles: 0,
      added: 0,
      removed: 0,
    });
  });
});
