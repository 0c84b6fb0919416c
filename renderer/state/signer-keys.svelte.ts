import type { Signer } from '../../content/engine/packet/packet-records.ts';
import type { Bridge } from '../../electron/ipc.ts';
import type { PinnedKeyListing } from '../../electron/packs/pack-channels.ts';

type KeyChannel = Pick<Bridge['installed'], 'keys' | 'pinKey' | 'forgetKey'>;

/** The keys whose holders are known, and under which names. */
export class SignerKeys {
  #all = $state.raw<readonly PinnedKeyListing[]>([]);
  readonly #channel: KeyChannel;

  constructor(channel: KeyChannel) {
    this.#channel = channel;
  }

  /** Reads them anew: they may have been named in another place. */
  async load(): Promise<void> {
    const found = await this.#channel.keys();
    if (found.kind === 'ok') this.#all = found.value;
  }

  /** Who signed, under the name that their key has now. */
  nameSigner(signer: Signer): Signer {
    if (signer === null) return null;
    const pinnedAs = this.#all.find(({ key }) => key === signer.key)?.name ?? null;
    return { ...signer, pinnedAs };
  }

  /** Knows the holder of a key by this name from now on. Null, or what the person is to read. */
  pin(key: string, name: string): Promise<string | null> {
    return this.#change(this.#channel.pinKey({ key, name }));
  }
  forget(key: string): Promise<string | null> {
    return this.#change(this.#channel.forgetKey({ key }));
  }

  async #change(change: ReturnType<KeyChannel['pinKey']>): Promise<string | null> {
    const changed = await change;
    if (changed.kind === 'refused') return changed.message;
    this.#all = changed.value.keys;
    return null;
  }
}
