import type { PrinterInfo, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { printPage } from './print-page.ts';

const aPrinter = { name: 'Office' } as PrinterInfo;

function print(
  outcome: readonly [printed: boolean, reason: string],
  listPrinters: () => Promise<PrinterInfo[]>,
) {
  const asked: unknown[] = [];
  const contents: Pick<WebContents, 'print' | 'getPrintersAsync'> = {
    print: (options, answer) => {
      asked.push(options);
      setTimeout(() => answer?.(...outcome), 0);
    },
    getPrintersAsync: listPrinters,
  };
  return { asked, answer: printPage(contents) };
}

test('What the page puts on paper is printed by way of the system’s own dialog', async () => {
  const { asked, answer } = print([true, ''], () => Promise.resolve([aPrinter]));
  expect(await answer).toEqual({ kind: 'ok', value: { kind: 'printed' } });
  // Not `silent`: nothing is sent to a printer that the person did not choose.
  expect(asked).toEqual([{ printBackground: true }]);
});

test.each(['cancelled', 'Print job canceled'])('“%s” is no fault', async (reason) => {
  const { answer } = print([false, reason], () => Promise.resolve([aPrinter]));
  expect(await answer).toEqual({ kind: 'ok', value: { kind: 'cancelled' } });
});

test('Where there is no printer, that is said, and what else can be done', async () => {
  const { answer } = print([false, 'No printers available on the network'], () =>
    Promise.resolve([]),
  );
  const refused = await answer;
  expect(refused).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(JSON.stringify(refused)).toMatch(/no printer.*Nothing was printed.*save it as PDF/);
});

test.each([
  ['that has printers', () => Promise.resolve([aPrinter])],
  ['that cannot list them', () => Promise.reject(new Error('no spooler'))],
])('A system %s and refuses is quoted', async (_which, listPrinters) => {
  const { answer } = print([false, 'Print job failed'], listPrinters);
  const refused = await answer;
  expect(refused).toMatchObject({ kind: 'refused', code: 'failed' });
  expect(JSON.stringify(refused)).toMatch(/did not print it \(Print job failed\).*save it as PDF/);
});
