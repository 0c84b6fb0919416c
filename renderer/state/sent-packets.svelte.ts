import type { Packet } from '../../content/engine/packet/packet-schema.ts';
import { prefixes, type SentPacket } from '../../content/engine/packet/packet-records.ts';
import { writePacketFiles } from '../../content/engine/packet/write-packet.ts';
import type { PracticeRecord } from '../../content/engine/story/practice-record.ts';
import type { Story } from '../../content/engine/story/story.ts';
import type { Bridge } from '../../electron/ipc.ts';
import type { OwnKeyListing } from '../../electron/packets/packet-channels.ts';
import type { Attempts } from './attempts.svelte.ts';
import type { AttemptSummary } from './attempt-summary.ts';
import type { DrillKit } from './catalogue.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import type { Store } from './store.ts';

export interface SentPacketsSetup {
  readonly store: Pick<Store, 'get'>;
  readonly saves: Pick<SaveStatus, 'save'>;
  readonly attempts: Pick<Attempts, 'readLog'>;
  readonly channel: Pick<Bridge['packets'], 'save' | 'ownKey' | 'makeKey'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The person's own key, as it is shown. */
export type OwnKey = OwnKeyListing;

/** What a learner chose to send. */
export interface PacketChoice {
  readonly attempts: readonly AttemptSummary[];
  readonly stories: readonly Story[];
  readonly practices: readonly PracticeRecord[];
  readonly message: string;
}

/** Under which name, and whether with the own key. */
export interface Sender {
  readonly name: string;
  readonly sign: boolean;
}

/** How something ended: a path where a file was written, null where the person did not want it. */
export type Sending =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** The id in the settings under which what the person calls themselves lies. */
export const nameId = 'own-name';

/** Packets to mentors: what was sent, under which name, with which key. */
export class SentPackets {
  #all = $state.raw<readonly SentPacket[]>([]);
  #name = $state('');
  readonly #setup: SentPacketsSetup;

  constructor(setup: SentPacketsSetup, sent: readonly SentPacket[], name: unknown) {
    this.#setup = setup;
    this.#all = [...sent].sort((a, b) => (a.at < b.at ? 1 : -1));
    this.#name = typeof name === 'string' ? name : '';
  }

  /** Those that were sent from here, the newest leading. */
  get all(): readonly SentPacket[] {
    return this.#all;
  }
  /** What the person called themselves last. */
  get name(): string {
    return this.#name;
  }

  /** The own key; null while there is none, or none can be kept. */
  async findKey(): Promise<OwnKey | null> {
    const found = await this.#setup.channel.ownKey();
    return found.kind === 'ok' ? found.value : null;
  }

  /** @throws what the person is to read, where it cannot be made */
  async makeKey(): Promise<OwnKey> {
    const made = await this.#setup.channel.makeKey();
    if (made.kind === 'refused') throw new Error(made.message);
    return made.value;
  }

  /** Writes a packet where the person says, and remembers that it was sent. */
  async send(choice: PacketChoice, { name, sign }: Sender): Promise<Sending> {
    const kits = await this.#readKits(choice.attempts);
    if (typeof kits === 'string') return { kind: 'failed', message: kits };
    const logs = await Promise.all(
      choice.attempts.map(async ({ header }) => ({
        header,
        events: await this.#setup.attempts.readLog(header.attempt),
      })),
    );
    const packet: Packet = {
      format: 1,
      id: this.#setup.newId(),
      from: name,
      message: choice.message,
      at: this.#setup.now().toISOString(),
      attempts: choice.attempts.map(({ id, header, title }) => ({
        id,
        drill: header.drill.hash,
        title,
      })),
      stories: [...choice.stories],
      // Sound stays here.
      practices: choice.practices.map((practice) => ({ ...practice, recordings: [] })),
    };
    const files = writePacketFiles({ packet, logs, drills: kits });
    const saved = await this.write('packet', packet.id, files, { name, sign }, packet.at);
    if (saved.kind !== 'saved') return saved;
    const record: SentPacket = {
      format: 1,
      id: packet.id,
      sha256: saved.sha256,
      at: packet.at,
      attempts: choice.attempts.map(({ id, title }) => ({ id, title })),
      stories: choice.stories.map(({ id, title }) => ({ id, title })),
      practices: choice.practices.length,
    };
    this.#all = [record, ...this.#all];
    await this.#setup.saves.save({
      puts: [{ table: 'packets', id: prefixes.sent + record.id, body: record }],
    });
    return { kind: 'saved', path: saved.path };
  }

  /** The drills of attempts as they were played, or why one cannot be sent. */
  async #readKits(attempts: readonly AttemptSummary[]): Promise<readonly DrillKit[] | string> {
    const kits: DrillKit[] = [];
    for (const { header, title } of attempts) {
      const { hash } = header.drill;
      if (kits.some((kit) => kit.hash === hash)) continue;
      const kit = (await this.#setup.store.get('drills', hash)) as DrillKit | undefined;
      if (!kit) {
        return `The drill that "${title}" was played with is missing here, so nobody could replay it. Nothing was written. Leave this attempt out.`;
      }
      kits.push(kit);
    }
    return kits;
  }

  /** Asks where, writes a packet or a review there, and keeps the name for the next time. */
  async write(
    kind: 'packet' | 'review',
    id: string,
    files: ReadonlyMap<string, string>,
    { name, sign }: Sender,
    at: string,
  ) {
    this.#keepName(name);
    const who = name === '' ? '' : `-${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    const written = await this.#setup.channel.save({
      kind,
      id,
      suggestedName: `${kind}${who}-${at.slice(0, 10)}.drill${kind}`,
      files: [...files].map(([path, text]) => ({ path, text })),
      sign,
      author: name,
    });
    return written.kind === 'refused'
      ? { kind: 'failed' as const, message: written.message }
      : written.value;
  }

  #keepName(name: string): void {
    if (name === this.#name) return;
    this.#name = name;
    void this.#setup.saves.save({ puts: [{ table: 'settings', id: nameId, body: name }] });
  }
}
