import { basename } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import { writeFileName } from '../../content/engine/format/file-name.ts';
import type { Handlers } from '../ipc.ts';
import { refuse, reply } from '../reply.ts';
import type { InstalledPacks } from './installed-packs.ts';
import { replyWith } from './pack-answer.ts';

export interface EditHandlerSettings {
  readonly open: () => Promise<InstalledPacks>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly window: BrowserWindow;
  /** Where a dialog begins. */
  readonly documents: () => string;
  /** Shows a folder in the system's file manager. */
  readonly showFolder: (folder: string) => Promise<unknown>;
}

type EditHandlers = Pick<Handlers['installed'], 'copyToEdit' | 'offerEdited' | 'dropEdits'>;

/**
 * Local edits of an installed pack: a copy is written to a folder that the person chooses, is edited
 * there with whatever they like, and is taken in again as a whole. Sender and payload have been
 * checked by then.
 */
export function makeEditHandlers(settings: EditHandlerSettings): EditHandlers {
  const { open, dialog, window, documents, showFolder } = settings;

  async function chooseFolder(title: string, buttonLabel: string): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      buttonLabel,
      defaultPath: documents(),
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  }

  return {
    copyToEdit: async ({ id }) => {
      const packs = await open();
      const archive = await packs.findWhole(id);
      if (!archive) return notWhole;
      const parent = await chooseFolder('Where should the copy go?', 'Write the copy here');
      if (parent === null) return reply({ kind: 'cancelled' });
      const { writeEditableCopy } = await import('./edited-folder.ts');
      try {
        const name = `${id}-${archive.manifest.version}`;
        const folder = await writeEditableCopy(archive.files, parent, name);
        void showFolder(folder);
        return reply({ kind: 'written', folder });
      } catch (error) {
        return refuse(
          (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk_full' : 'failed',
          `The copy could not be written to “${writeFileName(basename(parent))}”. Nothing is left of it there, and the pack is unchanged. Choose another folder.`,
        );
      }
    },
    offerEdited: async ({ id }) => {
      const packs = await open();
      const folder = await chooseFolder('Which folder was edited?', 'Take in this folder');
      if (folder === null) return reply({ kind: 'cancelled' });
      const { readEditedFolder } = await import('./edited-folder.ts');
      const safe = 'Nothing was installed, and the folder is as it was.';
      const read = await readEditedFolder(folder).catch(() => null);
      if (read?.ok !== true) {
        const why =
          read === null ? `“${writeFileName(basename(folder))}” could not be read` : read.why;
        return refuse('not_allowed', `${why}. ${safe} Mend that and take it in again.`);
      }
      const offered = await packs.offerEdited(id, read.files);
      return offered.ok
        ? reply({ kind: 'offered', folder: basename(folder), pack: offered.value })
        : refuse(offered.code, offered.message);
    },
    dropEdits: async ({ id }) => replyWith(await (await open()).dropEdits(id)),
  };
}

const notWhole = refuse(
  'not_found',
  'That pack is not installed any more, or its file is damaged. Nothing was written. Install it again.',
);
