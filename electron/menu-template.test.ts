import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuActions, type MenuAction } from './ipc.ts';
import { writeMenuTemplate } from './menu-template.ts';

function listItems(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? listItems(item.submenu) : []),
  ]);
}

const platforms = ['linux', 'win32', 'darwin'] as const;

function write(platform: NodeJS.Platform, development = false, sent: MenuAction[] = []) {
  return listItems(
    writeMenuTemplate({ platform, development, send: (action) => sent.push(action) }),
  );
}

test.each(platforms)('On %s every action is in the menu once and sends itself', (platform) => {
  const sent: MenuAction[] = [];
  for (const item of write(platform, false, sent)) {
    // The arguments are Electron's and are not used.
    (item.click as (() => void) | undefined)?.();
  }
  expect(sent.sort()).toEqual([...menuActions].sort());
});

test.each(platforms)('On %s no label has a mnemonic and no accelerator an Alt', (platform) => {
  for (const { label, accelerator, type } of write(platform, true)) {
    if (type === 'separator') continue;
    expect(label).toMatch(/^[^&]+$/);
    expect(accelerator ?? '').not.toMatch(/alt|option/i);
  }
});

test.each(platforms)('On %s no key stands for two things', (platform) => {
  const keys = write(platform, true).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(platforms)(
  'On %s the usual roles are there, those for developers only for them',
  (platform) => {
    const roles = write(platform).map(({ role }) => role);
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit']),
    );
    expect(roles).toEqual(expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom', 'minimize']));
    expect(roles).not.toContain('toggleDevTools');
    expect(roles).not.toContain('reload');
    expect(write(platform, true).map(({ role }) => role)).toContain('toggleDevTools');
  },
);
