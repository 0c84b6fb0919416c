// What no tracked file may hold: a package registry's host, a path of somebody's machine, an
// unfinished corner, a test that is switched off or that switches off the others.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Evidence quotes other people's files word for word. */
const evidence = /^content\/packs\/.*\/evidence\//;
const test = /\.(test|spec)\.(ts|mjs)$/;

/** @type {{ pattern: RegExp, advice: string, applies?: (file: string) => boolean }[]} */
const rules = [
  {
    pattern: /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\bpypi\.[o]rg\b|pythonh[o]sted/i,
    advice: 'Leave the registry to npm and pip: a mirror may stand in for it.',
  },
  {
    pattern: /(?<![\w.])\/w[o]rk\/|\/home\/[a-z]+\/|\/opt\/n[0-9]+\//,
    advice: 'Name paths relative to the repository.',
    applies: (file) => !evidence.test(file),
  },
  {
    pattern: /\b(T[O]DO|F[I]XME)\b/,
    advice: 'Finish it, or open an issue.',
    applies: (file) => !evidence.test(file),
  },
  {
    pattern: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:[o]nly|[s]kip|[f]ixme|[t]odo)\(/,
    advice: 'Every test runs. What cannot run here is decided by a fixture, and counted.',
    applies: (file) => test.test(file),
  },
];

/** @param {string} file */
function readText(file) {
  try {
    const bytes = readFileSync(file);
    return bytes.includes(0) ? '' : bytes.toString('utf8');
  } catch {
    return ''; // deleted but still in the index
  }
}

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);

let found = 0;
for (const file of tracked) {
  const applicable = rules.filter((rule) => rule.applies?.(file) ?? true);
  const text = readText(file);
  if (!applicable.some((rule) => rule.pattern.test(text))) continue;
  for (const [index, line] of text.split('\n').entries()) {
    for (const rule of applicable) {
      const match = rule.pattern.exec(line);
      if (match === null) continue;
      found += 1;
      console.log(`${file}:${index + 1}:${match.index + 1} "${match[0]}". ${rule.advice}`);
    }
  }
}
process.exitCode = found === 0 ? 0 : 1;
