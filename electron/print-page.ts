import type { WebContents } from 'electron';
import type { PagePrinted, Reply } from './ipc.ts';
import { refuse, reply } from './reply.ts';

/**
 * Asks in the system's own dialog which printer, then prints what the page puts on paper. The page's
 * style sheet says what that is.
 */
export async function printPage(
  contents: Pick<WebContents, 'print' | 'getPrintersAsync'>,
): Promise<Reply<PagePrinted>> {
  const { printed, reason } = await print(contents);
  if (printed) return reply({ kind: 'printed' });
  // The only word for it: "cancelled" on older runtimes, "Print job canceled" on newer ones.
  if (/cancel/i.test(reason)) return reply({ kind: 'cancelled' });
  const printers = await contents.getPrintersAsync().catch(() => null);
  return printers?.length === 0
    ? refuse(
        'not_found',
        'This computer has no printer that Drillbook can see. Nothing was printed. Set one up in the system settings, or save it as PDF and print that elsewhere.',
      )
    : refuse(
        'failed',
        `The system did not print it${reason === '' ? '' : ` (${reason})`}. Look whether the printer is on and what waits in its queue, then print again, or save it as PDF.`,
      );
}

function print(
  contents: Pick<WebContents, 'print'>,
): Promise<{ readonly printed: boolean; readonly reason: string }> {
  return new Promise((resolve) => {
    contents.print({ printBackground: true }, (printed, reason) => resolve({ printed, reason }));
  });
}
