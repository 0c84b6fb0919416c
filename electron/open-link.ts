import type { BrowserWindow, Dialog, Shell } from 'electron';
import type { LinkOpened, Reply } from './ipc.ts';
import { readLink } from './link.ts';
import { refuse, reply } from './reply.ts';

/** Hands a web address to the person's browser once they have seen where it leads and agreed. */
export async function openLink(
  dialog: Pick<Dialog, 'showMessageBox'>,
  shell: Pick<Shell, 'openExternal'>,
  window: BrowserWindow,
  address: string,
): Promise<Reply<LinkOpened>> {
  const link = readLink(address);
  if (link === null) {
    return refuse(
      'not_allowed',
      'Drillbook opens plain https addresses only, and this is none. Nothing was opened. Copy the text if you know and trust where it leads.',
    );
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${link.host} in your browser?`,
    detail: `${link.url}\n\nDrillbook itself stays off the network; your browser will go there.`,
    buttons: ['Stay here', `Open ${link.host}`],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return reply({ kind: 'declined' });
  await shell.openExternal(link.url);
  return reply({ kind: 'opened' });
}
