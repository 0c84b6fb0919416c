import type { Bridge } from '../../../electron/ipc.ts';
import { openPackets, type Packets, type PacketsSetup } from '../../state/packets.svelte.ts';

type Channel = Bridge['packets'];

/** Packets over a channel that writes nothing, has no key, and whose dialogs are cancelled. */
export function somePackets(
  setup: Omit<PacketsSetup, 'channel'>,
  changes: Partial<Channel> = {},
): Promise<Packets> {
  const cancelled = () =>
    Promise.resolve({ kind: 'ok' as const, value: { kind: 'cancelled' as const } });
  const channel: Channel = {
    open: cancelled,
    read: cancelled,
    save: ({ suggestedName }) =>
      Promise.resolve({
        kind: 'ok',
        value: { kind: 'saved', path: `/users/you/${suggestedName}`, sha256: 'a'.repeat(64) },
      }),
    ownKey: () => Promise.resolve({ kind: 'ok', value: null }),
    makeKey: () =>
      Promise.resolve({ kind: 'ok', value: { key: 'key', fingerprint: '0f2c 71aa 9d3e 55b0' } }),
    ...changes,
  };
  return openPackets({ ...setup, channel });
}
