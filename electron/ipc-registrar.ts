import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { findFault } from './check-payload.ts';
import { contract } from './ipc.ts';
import type { Handlers, Reply } from './ipc.ts';
import type { Call } from './ipc-shape.ts';
import { refuse } from './reply.ts';

type AnyHandler = (payload: unknown) => Promise<Reply<unknown>>;

export interface RegistrarSettings {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly handlers: Handlers;
  /** Whether a call comes from the page that the app itself put into its window. */
  readonly trustsSender: (event: IpcMainInvokeEvent) => boolean;
  /** Told of every handler that threw. */
  readonly report: (channel: string, error: unknown) => void;
}

/**
 * Answers every call of the contract. Sender and payload are checked here and nowhere else; whatever
 * happens, the page gets a reply.
 */
export function registerHandlers({
  ipcMain,
  handlers,
  trustsSender,
  report,
}: RegistrarSettings): void {
  for (const [group, calls] of Object.entries(contract)) {
    for (const [member, call] of Object.entries<Call>(calls)) {
      // Contract and Handlers have the same keys (a mapped type); walking them forgets which.
      const members = handlers[group as keyof Handlers] as Record<string, AnyHandler>;
      const handler = members[member];
      if (handler === undefined) throw new Error(`No handler for ${group}.${member}.`);
      const channel = `${group}.${member}`;
      ipcMain.handle(channel, async (event, ...values: unknown[]) => {
        if (!trustsSender(event)) return refuseSender();
        const fault =
          values.length > 1 ? 'there is more than one payload' : findFault(call.payload, values[0]);
        if (fault !== null) return refusePayload(channel, fault);
        try {
          return await handler(values[0]);
        } catch (error) {
          report(channel, error);
          return refuseFailed(channel);
        }
      });
    }
  }
}

/**
 * Whether a call comes from the top frame of the app's window while that shows the app itself.
 *
 * @param ours identity of the window's contents
 * @param origin the one origin that the app is served from
 */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  ours: unknown,
  origin: string,
): boolean {
  try {
    const frame = event.senderFrame;
    return (
      ours !== null &&
      event.sender === ours &&
      frame !== null &&
      frame.parent === null &&
      frame.origin === origin
    );
  } catch {
    // A frame that is gone throws when it is asked.
    return false;
  }
}

function refuseSender(): Reply<never> {
  return refuse(
    'wrong_sender',
    'Something that is not the Drillbook window asked for one of its services. Nothing was done and nothing was changed. Close Drillbook and start it again.',
  );
}

function refusePayload(channel: string, fault: string): Reply<never> {
  return refuse(
    'bad_payload',
    `The window asked for something that Drillbook does not understand (${channel}: ${fault}). Nothing was changed. Copy the diagnostic from Settings and report it.`,
  );
}

function refuseFailed(channel: string): Reply<never> {
  return refuse(
    'failed',
    `Drillbook could not finish what the window asked for (${channel}). What was saved before is unchanged. Try again; if it happens twice, copy the diagnostic from Settings and report it.`,
  );
}
