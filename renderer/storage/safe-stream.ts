import type { Reply, RefusalCode, WindowBridge } from '../../electron/ipc.ts';
import type { Envelope } from '../../electron/storage/storage-channels.ts';

/** The main process's part of storage, as the page is handed it. */
export type SafeChannel = WindowBridge['storage'];

/** The main process did not do what it was asked; the message is for the person. */
export class StorageRefused extends Error {
  override readonly name = 'StorageRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** @throws StorageRefused */
export async function ask<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply;
  if (answer.kind === 'refused') throw new StorageRefused(answer.code, answer.message);
  return answer.value;
}

/** Records of one copy; `readBegin` was called before. */
export async function* readSafe(channel: SafeChannel): AsyncGenerator<readonly Envelope[], void> {
  for (let done = false; !done;) {
    const chunk = await ask(channel.readNext());
    done = chunk.done;
    const lines = chunk.lines.split('\n').filter((line) => line !== '');
    if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as Envelope);
  }
}

/** UTF-16 units that are handed over at once. */
const chunkLength = 1024 * 1024;

/** Hands records to the main process, which waits with them until `replaceEnd`. Returns how many. */
export async function sendRecords(
  channel: SafeChannel,
  chunks: AsyncIterable<readonly Envelope[]>,
): Promise<number> {
  let records = 0;
  let lines = '';
  for await (const chunk of chunks) {
    for (const record of chunk) {
      lines += `${JSON.stringify(record)}\n`;
      records += 1;
      if (lines.length < chunkLength) continue;
      await ask(channel.replaceAdd({ lines }));
      lines = '';
    }
  }
  if (lines !== '') await ask(channel.replaceAdd({ lines }));
  return records;
}

export async function* inChunks(
  records: readonly Envelope[],
): AsyncGenerator<readonly Envelope[], void> {
  for (let from = 0; from < records.length; from += 1000) yield records.slice(from, from + 1000);
  await Promise.resolve();
}
