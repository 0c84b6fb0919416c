import { parseLog } from '../../content/engine/drill/attempt-log.ts';
import { listBranches, preparePlayed } from '../../content/engine/packet/read-packet.ts';
import { writeReviewFiles } from '../../content/engine/packet/write-packet.ts';
import type { Bridge } from '../../electron/ipc.ts';
import type { PacketFileOpened } from '../../electron/packets/packet-channels.ts';
import type { DrillKit } from './catalogue.svelte.ts';
import type { ParsePack } from './read-packs.ts';
import { bankId, CommentBankDesk } from './comment-bank.svelte.ts';
import { PacketComments } from './packet-comments.svelte.ts';
import {
  prefixes,
  readPacketRecords,
  readUnkeptComments,
  writeUnkeptId,
  type CommentsDraft,
  type ReceivedPacket,
  type ReceivedReview,
  type UnkeptComment,
} from '../../content/engine/packet/packet-records.ts';
import { ReceivedReviews } from './received-reviews.svelte.ts';
import type { SaveStatus } from './save-status.svelte.ts';
import { sentAttempt, type SentAttempt } from './sent-attempt.ts';
import {
  nameId,
  SentPackets,
  type Sender,
  type Sending,
  type SentPacketsSetup,
} from './sent-packets.svelte.ts';
import { SignerKeys } from './signer-keys.svelte.ts';
import type { Store } from './store.ts';

export interface PacketsSetup extends SentPacketsSetup {
  readonly store: Pick<Store, 'get' | 'list'>;
  readonly saves: Pick<SaveStatus, 'save' | 'problem' | 'addWriter'>;
  readonly parse: ParsePack;
  readonly channel: Bridge['packets'];
  readonly keys: Pick<Bridge['installed'], 'keys' | 'pinKey' | 'forgetKey'>;
}

export type Opening =
  | { readonly kind: 'packet'; readonly sha256: string }
  | { readonly kind: 'review'; readonly review: ReceivedReview; readonly known: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** Reads what is stored. Rejects where the store cannot be read. */
export async function openPackets(setup: PacketsSetup): Promise<Packets> {
  const [rows, bank, name] = await Promise.all([
    setup.store.list('packets'),
    setup.store.get('settings', bankId),
    setup.store.get('settings', nameId),
  ]);
  const packets = new Packets(setup, rows, bank, name);
  await Promise.all([packets.keys.load(), packets.loadUnkept()]);
  return packets;
}

/** Packets from learners with what is written to them; those sent are `sent`, their answers `reviews`. */
export class Packets {
  readonly bank: CommentBankDesk;
  readonly sent: SentPackets;
  readonly reviews: ReceivedReviews;
  readonly keys: SignerKeys;
  #received = $state.raw<readonly ReceivedPacket[]>([]);
  #handed = $state.raw<Uint8Array | null>(null);
  /** As they were stored, until somebody looks at their packet. */
  readonly #drafts: Map<string, CommentsDraft>;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, like the drafts
  readonly #unkept = new Map<string, readonly UnkeptComment[]>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- each is made once and reactive itself
  readonly #comments = new Map<string, PacketComments>();
  readonly #setup: PacketsSetup;

  constructor(
    setup: PacketsSetup,
    rows: readonly { readonly id: string; readonly body: unknown }[],
    bank: unknown,
    name: unknown,
  ) {
    this.#setup = setup;
    const { received, drafts, sent, reviews } = readPacketRecords(rows);
    const newest = <T extends { opened_at: string }>(list: T[]): T[] =>
      list.sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1));
    this.#received = newest(received);
    this.keys = new SignerKeys(setup.keys);
    this.reviews = new ReceivedReviews(newest(reviews), setup.saves, (signer) =>
      this.keys.nameSigner(signer),
    );
    this.sent = new SentPackets(setup, sent, name);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
    this.#drafts = new Map(drafts.map((draft) => [draft.packet, draft]));
    this.bank = new CommentBankDesk(setup, bank);
    setup.saves.addWriter(() => {
      for (const comments of this.#comments.values()) comments.flush();
    });
  }

  /** Packets that were opened here, the newest leading. */
  get received(): readonly ReceivedPacket[] {
    return this.#received;
  }
  /** Reads what was being written to the packets that are here. */
  async loadUnkept(): Promise<void> {
    await Promise.all(
      this.#received.map(async ({ sha256 }) => {
        const body = await this.#setup.store.get('drafts', writeUnkeptId(sha256));
        this.#unkept.set(sha256, readUnkeptComments(body));
      }),
    );
  }

  find(sha256: string): ReceivedPacket | null {
    return this.#received.find((one) => one.sha256 === sha256) ?? null;
  }

  /** Whether a review answers a packet that was sent from here. */
  isOwn({ review }: ReceivedReview): boolean {
    return this.sent.all.some(({ sha256 }) => sha256 === review.answers);
  }

  /** Asks for a file and takes it in. */
  async open(): Promise<Opening> {
    const opened = await this.#setup.channel.open();
    return opened.kind === 'refused'
      ? { kind: 'failed', message: opened.message }
      : this.#take(opened.value);
  }

  /** Takes in a file that was dropped. */
  async read(bytes: Uint8Array): Promise<Opening> {
    const opened = await this.#setup.channel.read({ bytes });
    return opened.kind === 'refused'
      ? { kind: 'failed', message: opened.message }
      : this.#take(opened.value);
  }

  /** Keeps a file that the system opened the app with until its place is shown. */
  hand(bytes: Uint8Array): void {
    this.#handed = bytes;
  }
  get isHanded(): boolean {
    return this.#handed !== null;
  }
  /** Takes in the file that was handed over, once. */
  async readHanded(): Promise<Opening> {
    const bytes = this.#handed;
    this.#handed = null;
    return bytes === null ? { kind: 'cancelled' } : this.read(bytes);
  }

  /** What is being written to a packet. */
  commentsOn(sha256: string): PacketComments {
    const known = this.#comments.get(sha256);
    if (known) return known;
    const draft = this.#drafts.get(sha256) ?? {
      format: 1 as const,
      packet: sha256,
      message: '',
      comments: [],
      sent_at: null,
    };
    const comments = new PacketComments(this.#setup, draft, this.#unkept.get(sha256));
    this.#comments.set(sha256, comments);
    return comments;
  }

  /** Makes an attempt of a packet ready to be looked at. Null where its drill is not at hand. */
  async openAttempt({ logs }: ReceivedPacket, id: string): Promise<SentAttempt | null> {
    const log = parseLog(logs.find(({ attempt }) => attempt === id)?.text ?? '');
    if ('fault' in log) return null;
    const { hash, slug } = log.header.drill;
    const kit = (await this.#setup.store.get('drills', hash)) as DrillKit | undefined;
    if (!kit) return null;
    const parsed = await this.#setup.parse(kit.texts);
    const entry = parsed.drills.find((one) => one.slug === slug);
    if (entry?.kind !== 'ready') return null;
    const prepared = preparePlayed(entry.drill, { slug, texts: kit.texts }, log.header);
    return sentAttempt({ id, log, prepared, branches: listBranches(log) });
  }

  /** Writes the comments on a packet where the person says. */
  async sendReview({ sha256, packet }: ReceivedPacket, { name, sign }: Sender): Promise<Sending> {
    const comments = this.commentsOn(sha256);
    const at = this.#setup.now().toISOString();
    const id = this.#setup.newId();
    const files = writeReviewFiles({
      format: 1,
      id,
      answers: sha256,
      packet: packet.id,
      from: name,
      message: comments.message,
      at,
      comments: comments.all.map((one) => ({ ...one, author: name })),
    });
    const saved = await this.sent.write('review', id, files, { name, sign }, at);
    if (saved.kind === 'saved') comments.markSent();
    return saved.kind === 'saved' ? { kind: 'saved', path: saved.path } : saved;
  }

  /** Takes a packet and the comments on it away, and returns how to bring them back. */
  async removeReceived(sha256: string): Promise<(() => Promise<void>) | null> {
    const gone = this.find(sha256);
    if (!gone) return null;
    const open = this.#comments.get(sha256);
    open?.flush();
    const draft = open?.draft ?? this.#drafts.get(sha256);
    const unkept = open?.unkept ?? this.#unkept.get(sha256) ?? [];
    const [receivedId, draftId] = [prefixes.received + sha256, prefixes.draft + sha256];
    const unkeptId = writeUnkeptId(sha256);
    const removed = await this.#setup.saves.save({
      deletes: [
        ...[receivedId, draftId].map((id) => ({ table: 'packets' as const, id })),
        { table: 'drafts', id: unkeptId },
      ],
    });
    if (!removed) return null;
    open?.forgetWaiting();
    this.#received = this.#received.filter((one) => one !== gone);
    // Opened again, it has no comments: those here are not stored any more.
    this.#comments.delete(sha256);
    this.#drafts.delete(sha256);
    this.#unkept.delete(sha256);
    return async () => {
      const again = this.find(sha256) !== null;
      // What was written to it since it was opened again stays.
      const fresh = this.#comments.has(sha256);
      const kept = fresh ? undefined : draft;
      const begun = fresh ? [] : unkept;
      if (kept) this.#drafts.set(sha256, kept);
      this.#unkept.set(sha256, begun);
      if (!again) this.#received = [gone, ...this.#received];
      const bodies = [
        ...(again ? [] : [{ table: 'packets' as const, id: receivedId, body: gone as unknown }]),
        ...(kept ? [{ table: 'packets' as const, id: draftId, body: kept as unknown }] : []),
        ...(begun.length > 0
          ? [{ table: 'drafts' as const, id: unkeptId, body: { format: 1, comments: begun } }]
          : []),
      ];
      if (bodies.length > 0) await this.#setup.saves.save({ puts: bodies });
    };
  }

  async #take(opened: PacketFileOpened): Promise<Opening> {
    if (opened.kind === 'cancelled') return opened;
    const { sha256, signer } = opened;
    const opened_at = this.#setup.now().toISOString();
    if (opened.kind === 'review') {
      const review: ReceivedReview = {
        format: 1,
        sha256,
        signer,
        opened_at,
        review: opened.review,
      };
      if (!(await this.reviews.add(review))) return this.#notKept();
      return { kind: 'review', review, known: this.isOwn(review) };
    }
    const { packet, logs, drills } = opened;
    const received: ReceivedPacket = {
      format: 1,
      sha256,
      signer,
      opened_at,
      packet,
      logs: [...logs],
    };
    const fresh = await this.#listNewKits(drills);
    const kept = await this.#setup.saves.save({
      puts: [
        ...fresh.map((kit) => ({ table: 'drills' as const, id: kit.hash, body: kit as unknown })),
        { table: 'packets', id: prefixes.received + sha256, body: received },
      ],
    });
    if (!kept) return this.#notKept();
    this.#received = [received, ...this.#received.filter((one) => one.sha256 !== sha256)];
    return { kind: 'packet', sha256 };
  }

  async #listNewKits(kits: readonly DrillKit[]): Promise<readonly DrillKit[]> {
    const there = await Promise.all(kits.map(({ hash }) => this.#setup.store.get('drills', hash)));
    return kits.filter((_, index) => there[index] === undefined);
  }

  #notKept(): Opening {
    const why = this.#setup.saves.problem ?? 'It could not be kept.';
    return { kind: 'failed', message: why };
  }
}
