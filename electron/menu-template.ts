import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from './ipc.ts';

export interface MenuSettings {
  readonly platform: NodeJS.Platform;
  /** Adds reload and developer tools. */
  readonly development: boolean;
  readonly send: (action: MenuAction) => void;
}

/**
 * The menu of the app. Labels carry no mnemonic: Alt with a letter belongs to the page. Keys reach the
 * page first, so what it handles itself is not done twice.
 */
export function writeMenuTemplate(settings: MenuSettings): MenuItemConstructorOptions[] {
  const { platform, development, send } = settings;
  const mac = platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const ask = (label: string, action: MenuAction, accelerator?: string) => ({
    id: action,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(action),
  });
  const about = ask('About Drillbook', 'show_about');
  const preferences = ask('Settings', 'go_settings', 'CommandOrControl+,');
  const quit: MenuItemConstructorOptions = { role: 'quit', label: 'Quit Drillbook' };

  const appMenu: MenuItemConstructorOptions = {
    label: 'Drillbook',
    submenu: [
      about,
      separator,
      preferences,
      separator,
      { role: 'services', label: 'Services' },
      separator,
      { role: 'hide', label: 'Hide Drillbook' },
      { role: 'hideOthers', label: 'Hide others' },
      { role: 'unhide', label: 'Show all' },
      separator,
      quit,
    ],
  };
  return [
    ...(mac ? [appMenu] : []),
    {
      label: 'File',
      submenu: [
        ask('Import data…', 'import_data'),
        ask('Export data…', 'export_data'),
        ask('Open data folder', 'open_data_folder'),
        ...(mac ? [] : [separator, preferences]),
        separator,
        mac ? { role: 'close', label: 'Close window' } : quit,
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo', label: 'Undo' },
        { role: 'redo', label: 'Redo' },
        separator,
        { role: 'cut', label: 'Cut' },
        { role: 'copy', label: 'Copy' },
        { role: 'paste', label: 'Paste' },
        { role: 'pasteAndMatchStyle', label: 'Paste as plain text' },
        { role: 'selectAll', label: 'Select all' },
      ],
    },
    {
      label: 'Go',
      submenu: [
        ask('Today', 'go_today', 'CommandOrControl+1'),
        ask('Drills', 'go_drills', 'CommandOrControl+2'),
        ask('Stories', 'go_stories', 'CommandOrControl+3'),
        ask('History of attempts', 'go_history'),
        ask('Packs', 'go_packs'),
        ask('Mentor reviews', 'go_reviews'),
        separator,
        ask('Find a place or an action…', 'open_palette', 'CommandOrControl+K'),
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn', label: 'Zoom in' },
        { role: 'zoomOut', label: 'Zoom out' },
        { role: 'resetZoom', label: 'Actual size' },
        separator,
        { role: 'togglefullscreen', label: 'Full screen' },
        ...(development
          ? ([
              separator,
              { role: 'reload', label: 'Reload' },
              { role: 'toggleDevTools', label: 'Developer tools' },
            ] satisfies MenuItemConstructorOptions[])
          : []),
      ],
    },
    {
      label: 'Window',
      role: 'window',
      submenu: [
        { role: 'minimize', label: 'Minimise' },
        ...(mac ? ([{ role: 'front', label: 'Bring to front' }] as const) : []),
      ],
    },
    {
      label: 'Help',
      role: 'help',
      submenu: [
        ask('Glossary', 'show_glossary', 'F1'),
        ask('Keyboard shortcuts', 'show_shortcuts'),
        ...(mac ? [] : [separator, about]),
      ],
    },
  ];
}
