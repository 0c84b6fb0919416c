import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandGroups } from './command.ts';
import { commands } from './commands.ts';
import { shells, writeCompletion } from './write-completion.ts';

describe('every command', () => {
  it('has a name of its own, a form, an example that it can be typed as, and says what it does', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { name, group, about, forms, examples, options } of commands) {
      expect(commandGroups).toContain(group);
      expect({ name, forms: forms.length, examples: examples.length }).not.toMatchObject({
        forms: 0,
      });
      expect(about).toMatch(/^[^A-Z].*[^.]$/);
      for (const { type } of examples) {
        const typed = [...type.matchAll(/(?<= )--([\w-]+)/g)].map(([, option]) => option ?? '');
        expect(typed.filter((option) => !Object.hasOwn(options, option))).toEqual([]);
        expect(type.startsWith(name) || type.startsWith(`--${name}`)).toBe(true);
      }
      const named = [...forms.join(' ').matchAll(/--([\w-]+)/g)].map(([, option]) => option);
      expect({
        name,
        missing: Object.keys(options).filter((option) => !named.includes(option)),
      }).toEqual({ name, missing: name === 'schema' ? ['json'] : [] });
    }
  });
});

describe.each(shells)('the completion of %s', (shell) => {
  const text = writeCompletion(shell, commands);

  it('knows every command and option', () => {
    for (const { name, options } of commands) {
      expect(text).toContain(name.split(' ')[0]);
      for (const option of Object.keys(options)) expect(text).toContain(option);
    }
  });
});

describe('bash', () => {
  const complete = (...words: readonly string[]): readonly string[] => {
    const script = `${writeCompletion('bash', commands)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_drillbook; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  };

  it('completes commands, options and first words', () => {
    expect(complete('drillbook', 'sc')).toEqual([
      'schema',
      'score',
      'score-update',
      'score-answer',
    ]);
    expect(complete('drillbook', 'play', '--se')).toEqual(['--seed']);
    expect(complete('drillbook', 'new', 'dr')).toEqual(['drill']);
    expect(complete('drillbook', 'schema', 'story')).toEqual(['storyline']);
  });
});
