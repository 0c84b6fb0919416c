import type { Bridge } from '../../../electron/ipc.ts';
import type { PinnedKeyListing } from '../../../electron/packs/pack-channels.ts';
import { openPackets, type Packets, type PacketsSetup } from '../../state/packets.svelte.ts';

type Channel = Bridge['packets'];

/** Packets over a channel that writes nothing, has no key, and whose dialogs are cancelled. */
export function somePackets(
  setup: Omit<PacketsSetup, 'channel' | 'keys'>,
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
  return openPackets({ ...setup, channel, keys: someKeys() });
}

/** Keys that can be named and forgotten, in memory. */
function someKeys(): PacketsSetup['keys'] {
  let keys: readonly PinnedKeyListing[] = [];
  const ok = <Value>(value: Value) => Promise.resolve({ kind: 'ok' as const, value });
  const change = (next: readonly PinnedKeyListing[]) => {
    keys = next;
    return ok({ packs: [], keys });
  };
  return {
    keys: () => ok(keys),
    pinKey: ({ key, name }) =>
      change([...keys, { key, fingerprint: key, name, since: '2026-11-01T10:00:00.000Z' }]),
    forgetKey: ({ key }) => change(keys.filter((one) => one.key !== key)),
  };
}
