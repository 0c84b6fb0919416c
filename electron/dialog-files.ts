import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { writeFileName } from '../content/engine/format/file-name.ts';
import type { FileOpened, FileSaved, Handlers, Reply } from './ipc.ts';
import { refuse, reply } from './reply.ts';
import { writeAtomically } from './write-atomically.ts';

type SaveWish = Parameters<Handlers['files']['save']>[0];
type PdfWish = Parameters<Handlers['files']['savePdf']>[0];
type OpenWish = Parameters<Handlers['files']['open']>[0];

/** A plain file name of what the page suggests, whatever that holds. */
function cleanFileName(suggested: string): string {
  const clean = suggested
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 120);
  return clean === '' ? 'drillbook' : clean;
}

/** Asks where to, then writes the whole file or nothing. */
export async function saveFile(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow,
  folder: string,
  wish: SaveWish,
): Promise<Reply<FileSaved>> {
  return saveWhere(dialog, window, folder, wish, () => Promise.resolve(wish.bytes));
}

/**
 * Asks where to, then writes what the window's page puts on paper. The page's own style sheet says
 * how: size and margins of the paper are there.
 */
export async function savePdf(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow,
  folder: string,
  { suggestedName }: PdfWish,
): Promise<Reply<FileSaved>> {
  const filters = [{ name: 'PDF', extensions: ['pdf'] }];
  return saveWhere(dialog, window, folder, { suggestedName, filters }, () =>
    window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }),
  );
}

async function saveWhere(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow,
  folder: string,
  wish: Pick<SaveWish, 'suggestedName' | 'filters'>,
  make: () => Promise<Uint8Array>,
): Promise<Reply<FileSaved>> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, cleanFileName(wish.suggestedName)),
    filters: copyFilters(wish.filters),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || !chosen.filePath) return reply({ kind: 'cancelled' });
  try {
    await writeAtomically(chosen.filePath, await make());
    return reply({ kind: 'saved', path: chosen.filePath });
  } catch (error) {
    return explainSave((error as NodeJS.ErrnoException).code, basename(chosen.filePath));
  }
}

function explainSave(code: string | undefined, name: string): Reply<never> {
  const safe = 'What Drillbook keeps is unchanged, and so is a file that was there before.';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return refuse(
      'disk_full',
      `There is no room left on that disk for “${writeFileName(name)}”. ${safe} Free some space, or save it to another disk.`,
    );
  }
  return refuse(
    code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'read_only' : 'failed',
    `“${writeFileName(name)}” could not be written there${code === undefined ? '' : ` (${code})`}. ${safe} Save it to another folder.`,
  );
}

/** Asks which file, then reads it. */
export async function openFile(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow,
  wish: OpenWish,
): Promise<Reply<FileOpened>> {
  const chosen = await dialog.showOpenDialog(window, {
    filters: copyFilters(wish.filters),
    properties: ['openFile'],
  });
  const path = chosen.filePaths[0];
  if (chosen.canceled || path === undefined) return reply({ kind: 'cancelled' });
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return refuseOpen('not_allowed', name, 'is no regular file');
    if (found.size > wish.maxBytes) {
      return refuseOpen(
        'too_large',
        name,
        `is larger than the ${wish.maxBytes} bytes that fit here`,
      );
    }
    return reply({ kind: 'opened', name, bytes: new Uint8Array(await readFile(path)) });
  } catch {
    return refuseOpen('failed', name, 'could not be read');
  }
}

function refuseOpen(code: 'failed' | 'not_allowed' | 'too_large', name: string, why: string) {
  return refuse(
    code,
    `“${writeFileName(name)}” ${why}. It is unchanged, and so is what Drillbook keeps. Choose another file.`,
  );
}

function copyFilters(filters: SaveWish['filters']) {
  return filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));
}
