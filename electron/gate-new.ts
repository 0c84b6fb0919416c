import type { Handlers, Reply } from './ipc.ts';

/**
 * Handlers of which those that begin something large are asked only while there is room: a pack, a
 * packet, a recording. What was begun, and what is typed, goes on being saved.
 */
export function gateNew(handlers: Handlers): Handlers {
  const { installed, packets, microphone, storage } = handlers;

  function whenRoom<Wish, Value>(handler: (wish: Wish) => Promise<Reply<Value>>) {
    return async (wish: Wish): Promise<Reply<Value>> => {
      const room = await storage.checkRoom(undefined);
      return room.kind === 'refused' ? room : handler(wish);
    };
  }

  return {
    ...handlers,
    installed: {
      ...installed,
      install: whenRoom(installed.install),
      // The same with local edits: the update and what it becomes with them are written, both whole.
      installEdited: whenRoom(installed.installEdited),
    },
    packets: { ...packets, open: whenRoom(packets.open), read: whenRoom(packets.read) },
    microphone: { ...microphone, allow: whenRoom(microphone.allow) },
  };
}
