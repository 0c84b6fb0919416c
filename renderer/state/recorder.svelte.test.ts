import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordingEntry } from '../../content/engine/story/practice-record.ts';
import { readBase64 } from './base64.ts';
import { Recorder } from './recorder.svelte.ts';
import type { Change } from './store.ts';
import { AMicrophone } from '../screens/testing/a-microphone.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(longest_s = 600) {
  const microphone = new AMicrophone();
  const kept: { entry: RecordingEntry; pieces: Change['puts'] }[] = [];
  let count = 0;
  const recorder = new Recorder({
    microphone,
    now: () => new Date('2026-11-26T10:00:00Z'),
    now_ms: () => Date.now(),
    newId: () => `r${(count += 1)}`,
    longest_s,
    keep: (entry, pieces) => kept.push({ entry, pieces }),
  });
  const words = () =>
    kept.flatMap(({ pieces = [] }) =>
      pieces.map(({ body }) =>
        new TextDecoder().decode(readBase64((body as { data: string }).data) ?? undefined),
      ),
    );
  return { recorder, microphone, kept, words };
}

describe('A recording', () => {
  it('is stored piece by piece, each with what is known of it then', async () => {
    const { recorder, microphone, kept, words } = setUp();
    await recorder.start('answer');
    expect(kept).toMatchObject([{ entry: { id: 'r1', pieces: 0, end: 'broken_off' }, pieces: [] }]);
    vi.advanceTimersByTime(2000);
    microphone.say('one');
    expect(kept.at(-1)).toMatchObject({
      entry: { pieces: 1, bytes: 3, seconds: 2, end: 'broken_off' },
      pieces: [{ table: 'recordings', id: 'r1/0000' }],
    });
    vi.advanceTimersByTime(3000);
    await recorder.stop();
    expect(words()).toEqual(['one', 'end']);
    expect(kept.at(-1)?.entry).toMatchObject({
      part: 'answer',
      mime: 'audio/webm;codecs=opus',
      pieces: 2,
      bytes: 6,
      seconds: 5,
      end: 'stopped',
    });
    expect(kept.at(-1)?.entry.levels).toEqual(Array.from({ length: 10 }, () => 50));
    expect(recorder.busy).toBe(false);
  });

  it('counts no pauses', async () => {
    const { recorder, microphone } = setUp();
    await recorder.start('answer');
    vi.advanceTimersByTime(1000);
    recorder.pause();
    expect(recorder.state).toBe('paused');
    vi.advanceTimersByTime(60_000);
    recorder.resume();
    vi.advanceTimersByTime(1500);
    await recorder.stop();
    expect(recorder.entry?.seconds).toBe(2.5);
    expect(microphone.deeds).toEqual(['open', 'pause', 'resume', 'stop']);
  });

  it('keeps what was said when the microphone goes away, and says so', async () => {
    const { recorder, microphone, words } = setUp();
    await recorder.start('answer');
    vi.advanceTimersByTime(2000);
    microphone.say('one');
    microphone.lose();
    expect(recorder.state).toBe('idle');
    expect(recorder.entry).toMatchObject({ end: 'lost', pieces: 2 });
    expect(words()).toEqual(['one', 'last']);
    expect(recorder.note).toContain('What was recorded until then is kept');
  });

  it('keeps what was said when the app withdraws the microphone', async () => {
    const { recorder, microphone } = setUp();
    await recorder.start('answer');
    recorder.pause();
    microphone.lose('hidden');
    expect(recorder.state).toBe('idle');
    expect(recorder.entry).toMatchObject({ end: 'hidden', pieces: 1 });
  });

  it('ends by itself when it is full, and when the window is put away', async () => {
    const { recorder } = setUp(6);
    await recorder.start('answer');
    await vi.advanceTimersByTimeAsync(5_500);
    expect(recorder.state).toBe('recording');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(recorder.entry).toMatchObject({ end: 'full' });
    expect(recorder.note).toContain('All of it is kept');
    await recorder.start('answer');
    expect(recorder.note).toBeNull();
    await recorder.stop('hidden');
    expect(recorder.entry).toMatchObject({ id: 'r2', end: 'hidden' });
    expect(recorder.note).toContain('only while you see it');
  });

  it('says why there is no sound, and can be tried again', async () => {
    const { recorder, microphone, kept } = setUp();
    microphone.trouble = 'refused';
    await recorder.start('answer');
    expect(recorder.trouble).toBe('No sound: refused.');
    expect(recorder.busy).toBe(false);
    expect(kept).toEqual([]);
    microphone.trouble = null;
    await recorder.start('answer');
    expect(recorder.trouble).toBeNull();
    expect(recorder.state).toBe('recording');
  });

  it('does not begin when it was stopped before the microphone was given', async () => {
    const { recorder, microphone, kept } = setUp();
    const open = microphone.open.bind(microphone);
    let give = (): void => undefined;
    vi.spyOn(microphone, 'open').mockImplementationOnce(async () => {
      await new Promise<void>((resolve) => {
        give = resolve;
      });
      return open();
    });
    const started = recorder.start('answer');
    expect(recorder.state).toBe('opening');
    await recorder.stop();
    expect(recorder.state).toBe('idle');
    give();
    await started;
    expect(recorder.state).toBe('idle');
    expect(kept).toEqual([]);
    expect(microphone.deeds).toEqual(['open', 'stop']);
    await recorder.start('answer');
    expect(recorder.state).toBe('recording');
  });

  it('is one at a time', async () => {
    const { recorder, microphone } = setUp();
    await Promise.all([recorder.start('answer'), recorder.start('answer')]);
    await recorder.start('answer');
    expect(microphone.deeds).toEqual(['open']);
  });
});
