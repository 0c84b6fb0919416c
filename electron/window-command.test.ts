import type { BrowserWindow } from 'electron';
import { expect, it } from 'vitest';
import { windowCommands } from './ipc.ts';
import { runWindowCommand } from './window-command.ts';

it('does each command to the window, and leaves full screen as it came there', () => {
  let level = 1;
  let full = false;
  const done: string[] = [];
  const window = {
    webContents: {
      getZoomLevel: () => level,
      setZoomLevel: (to: number) => {
        level = to;
        done.push(`zoom ${String(to)}`);
      },
    },
    isFullScreen: () => full,
    setFullScreen: (to: boolean) => {
      full = to;
      done.push(`full ${String(to)}`);
    },
    minimize: () => done.push('minimised'),
    close: () => done.push('closed'),
  } as unknown as BrowserWindow;
  for (const command of [...windowCommands, 'full_screen'] as const) {
    runWindowCommand(window, command);
  }
  expect(done).toEqual([
    'zoom 1.5',
    'zoom 1',
    'zoom 0',
    'full true',
    'minimised',
    'closed',
    'full false',
  ]);
});
