import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { microphoneCap_ms, MicrophoneGate } from './microphone-gate.ts';

let told = 0;
beforeEach(() => {
  told = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aWindow() {
  const listeners = new Map<string, () => void>();
  const on = (event: string, listener: () => void) => listeners.set(event, listener);
  return { window: { on, webContents: { on } }, fire: (event: string) => listeners.get(event)?.() };
}

describe('The gate to the microphone', () => {
  it('is closed until it is opened, and after it is done with', () => {
    const gate = new MicrophoneGate(() => (told += 1));
    expect(gate.isOpen).toBe(false);
    gate.allow();
    expect(gate.isOpen).toBe(true);
    gate.close();
    expect(gate.isOpen).toBe(false);
    gate.withdraw();
    vi.advanceTimersByTime(microphoneCap_ms);
    expect(told).toBe(0);
  });

  it('closes by itself, counted from when it was opened last', () => {
    const gate = new MicrophoneGate(() => (told += 1));
    gate.allow();
    vi.advanceTimersByTime(microphoneCap_ms - 1);
    expect(gate.isOpen).toBe(true);
    gate.allow();
    vi.advanceTimersByTime(microphoneCap_ms - 1);
    expect(gate.isOpen).toBe(true);
    vi.advanceTimersByTime(1);
    expect(gate.isOpen).toBe(false);
    expect(told).toBe(1);
  });

  it.each(['hide', 'minimize', 'closed', 'did-navigate', 'render-process-gone'])(
    'closes on %s',
    (event) => {
      const gate = new MicrophoneGate(() => (told += 1));
      const { window, fire } = aWindow();
      gate.watch(window);
      gate.allow();
      fire(event);
      fire(event);
      expect(gate.isOpen).toBe(false);
      expect(told).toBe(1);
    },
  );
});
