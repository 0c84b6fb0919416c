import { isKeptAsBase64 } from '../content/engine/format/drill-manifest.ts';
import type { ParsedPack } from '../content/engine/format/parsed-pack.ts';
import type { ParsedQuestions } from '../content/engine/format/question-load.ts';
import type { Bridge } from '../electron/ipc.ts';
import { writeBase64 } from './state/base64.ts';
import { readPacks } from './state/read-packs.ts';
import { openStore } from './storage/open-store.ts';
import { AskedWorker } from './workers/ask-worker.ts';

/**
 * What the first screen waits for, asked for while the code that shows it is still being loaded. With
 * main.ts the composition root: nothing else touches the bridge, the clock and chance.
 */

declare global {
  interface Window {
    readonly drillbook: Bridge;
  }
}

export const bridge = window.drillbook;
export const now = () => new Date();
export const openingStore = openStore({ bridge, now });
export const askedInfo = bridge.app.info();
export const packWorker = new AskedWorker<
  { readonly texts: Readonly<Record<string, string>> },
  { readonly id: number; readonly pack: ParsedPack; readonly questions: ParsedQuestions }
>('pack', { keepsNothing: true });
export const packs = packSource();
export const readingPacks = readPacks({ source: packs, parse: parsePack });
// The catalogue says so when it comes to it.
readingPacks.catch(() => undefined);

function packSource() {
  const decoder = new TextDecoder();
  return {
    list: async () => {
      const listed = await bridge.packs.list();
      if (listed.kind === 'refused') throw new Error(listed.message);
      return listed.value;
    },
    readText: async (pack: string, path: string) => {
      const read = await bridge.packs.read({ pack, path });
      if (read.kind === 'refused') throw new Error(read.message);
      return isKeptAsBase64(path) ? writeBase64(read.value) : decoder.decode(read.value);
    },
  };
}

export async function parsePack(texts: Readonly<Record<string, string>>): Promise<ParsedPack> {
  return (await packWorker.ask({ texts })).pack;
}
