import { describe, expect, it } from 'vitest';
import type { OpenedAttempt } from './attempts.svelte.ts';
import { CurrentAttempt } from './current-attempt.svelte.ts';

describe('CurrentAttempt', () => {
  it('shows the attempt asked for last, however long each takes to open', async () => {
    const answers = new Map<string, (opened: OpenedAttempt) => void>();
    const current = new CurrentAttempt({
      open: (id) => new Promise((resolve) => answers.set(id, resolve)),
    });
    const attempt = (id: string) =>
      ({ kind: 'opened', attempt: { header: { attempt: id } } }) as unknown as OpenedAttempt;
    const first = current.show('a');
    const second = current.show('b');
    answers.get('b')?.(attempt('b'));
    answers.get('a')?.(attempt('a'));
    await Promise.all([first, second]);
    expect(current.attempt?.header.attempt).toBe('b');
  });

  it('says why one cannot be opened, and tries again when asked again', async () => {
    let asked = 0;
    const current = new CurrentAttempt({
      open: () => {
        asked += 1;
        return Promise.resolve({ kind: 'failed', message: 'The drill is missing.' });
      },
    });
    await current.show('a');
    expect(current.problem).toBe('The drill is missing.');
    await current.show('a');
    expect(asked).toBe(2);
  });

  it('says so when storage does not answer, instead of waiting for ever', async () => {
    const current = new CurrentAttempt({ open: () => Promise.reject(new Error('x')) });
    await current.show('a');
    expect(current.problem).toContain('It is stored as it was');
  });
});
