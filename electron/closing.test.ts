import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Closing } from './closing.ts';

let closeListener: (event: { preventDefault: () => void }) => void;
const preventDefault = vi.fn();
const destroy = vi.fn();
const askPage = vi.fn();
const finish = vi.fn<() => Promise<void>>();
const askPerson = vi.fn<() => Promise<'wait' | 'close'>>();
let closing: Closing;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  finish.mockResolvedValue();
  const window = {
    on: (_event: 'close', listener: typeof closeListener) => void (closeListener = listener),
    destroy,
  };
  closing = new Closing(window, { askPage, askPerson, finish, patience: 5000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const close = () => closeListener({ preventDefault });

test('The page saves, the main process finishes, then the window goes', async () => {
  close();
  expect(preventDefault).toHaveBeenCalled();
  expect(askPage).toHaveBeenCalledOnce();
  expect(destroy).not.toHaveBeenCalled();
  await closing.confirmSaved();
  expect(finish.mock.invocationCallOrder[0]).toBeLessThan(destroy.mock.invocationCallOrder[0]!);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(askPerson).not.toHaveBeenCalled();
});

test('A page that confirms unasked closes nothing', async () => {
  await closing.confirmSaved();
  expect(finish).not.toHaveBeenCalled();
  expect(destroy).not.toHaveBeenCalled();
});

test('Closing twice asks once, confirming twice finishes once', async () => {
  close();
  close();
  expect(askPage).toHaveBeenCalledOnce();
  await Promise.all([closing.confirmSaved(), closing.confirmSaved()]);
  expect(finish).toHaveBeenCalledOnce();
  expect(destroy).toHaveBeenCalledOnce();
});

test('A page that does not answer is waited for as long as the person says', async () => {
  askPerson.mockResolvedValueOnce('wait').mockResolvedValueOnce('close');
  close();
  await vi.advanceTimersByTimeAsync(5000);
  expect(askPerson).toHaveBeenCalledOnce();
  expect(destroy).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5000);
  expect(askPerson).toHaveBeenCalledTimes(2);
  expect(destroy).toHaveBeenCalledOnce();
});

test('An answer while the person is asked closes without asking again', async () => {
  let answer: (value: 'wait') => void = () => undefined;
  askPerson.mockReturnValueOnce(new Promise((resolve) => void (answer = resolve)));
  close();
  await vi.advanceTimersByTimeAsync(5000);
  await closing.confirmSaved();
  answer('wait');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(askPerson).toHaveBeenCalledOnce();
  expect(destroy).toHaveBeenCalledOnce();
});

test('The window goes even if the last work fails', async () => {
  finish.mockRejectedValueOnce(new Error('disk'));
  close();
  await expect(closing.confirmSaved()).rejects.toThrow('disk');
  expect(destroy).toHaveBeenCalledOnce();
});
