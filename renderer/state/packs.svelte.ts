import { writeFileName } from '../../content/engine/format/file-name.ts';
import type { Bridge, Reply } from '../../electron/ipc.ts';
import type {
  InstalledPack,
  OfferedPack,
  PacksAtHand,
  PinnedKeyListing,
} from '../../electron/packs/pack-channels.ts';
import type {
  PackLook,
  PackLookAnswer,
  PackLookQuestion,
  PackMergeResult,
  PackTextsByPath,
} from '../workers/pack-look-messages.ts';
import type { Catalogue } from './catalogue.svelte.ts';

export type { InstalledPack, OfferedPack, PackLook };
export type PackSigner = NonNullable<InstalledPack['signer']>;

export interface PacksSetup {
  readonly bridge: Pick<Bridge, 'installed'>;
  readonly catalogue: Pick<Catalogue, 'load' | 'entries'>;
  /** Asks the worker that looks into packs; rejects where it takes too long. */
  readonly look: (question: PackLookQuestion) => Promise<PackLookAnswer>;
}

/** A file that passed every guard, looked at before anything of it is installed. */
export interface PackOffer {
  /** The name of the file, or of the folder that was edited, as it is shown. */
  readonly name: string;
  readonly pack: OfferedPack;
  readonly look: PackLook;
  /** Why it cannot be installed, for people; null if it can be. */
  readonly blocked: string | null;
}

/** An update of a pack that holds local edits, with the choices made so far. */
export interface PackMerging {
  readonly result: PackMergeResult;
  /** Ids of the conflicts in which the local edit is kept. */
  readonly keepMine: readonly string[];
}

/** What is done to packs; each has its button. */
type PackAction = keyof Pick<
  Packs,
  | 'offerFile'
  | 'copyToEdit'
  | 'offerEdited'
  | 'choose'
  | 'install'
  | 'setEnabled'
  | 'remove'
  | 'bringBack'
  | 'dropEdits'
  | 'goBack'
  | 'pinKey'
  | 'forgetKey'
>;

const text = /\.(?:ya?ml|md|txt|jsonl?|csv|tsv|log|eml|diff|patch|conf|cfg|ini|toml|tf|xml)$/i;
const decoder = new TextDecoder();

/** The packs of this machine: what is installed, whose keys are known, and what is being looked at. */
export class Packs {
  #packs = $state.raw<readonly InstalledPack[]>([]);
  #keys = $state.raw<readonly PinnedKeyListing[]>([]);
  #offer = $state.raw<PackOffer | null>(null);
  #merging = $state.raw<PackMerging | null>(null);
  #looks = $state.raw<Readonly<Record<string, PackLook>>>({});
  #underWay = $state.raw<readonly PackAction[]>([]);
  /** What went wrong last, for people. */
  #problem = $state.raw<string | null>(null);
  readonly #setup: PacksSetup;
  #last: Promise<void> = Promise.resolve();

  constructor(setup: PacksSetup) {
    this.#setup = setup;
  }

  get packs(): readonly InstalledPack[] {
    return this.#packs;
  }
  get keys(): readonly PinnedKeyListing[] {
    return this.#keys;
  }
  get offer(): PackOffer | null {
    return this.#offer;
  }
  get merging(): PackMerging | null {
    return this.#merging;
  }
  get problem(): string | null {
    return this.#problem;
  }

  /** Whether this is under way or waits for what is. Another action may be asked for meanwhile. */
  isDoing(action: PackAction): boolean {
    return this.#underWay.includes(action);
  }

  /** What is in an installed pack; null until it was looked at. */
  findLook(sha256: string): PackLook | null {
    return this.#looks[sha256] ?? null;
  }

  /** Rejects where they cannot be read. */
  async load(): Promise<void> {
    this.#take(demand(await this.#setup.bridge.installed.list()));
  }

  /** Looks into an installed pack, once. */
  async lookInto({ sha256, fault }: InstalledPack): Promise<void> {
    if (fault !== null || sha256 in this.#looks) return;
    try {
      const { texts, hashes } = await this.#readArchive(sha256);
      const { look } = await this.#setup.look({ kind: 'look', texts, hashes, before: null });
      if (look) this.#looks = { ...this.#looks, [sha256]: look };
    } catch {
      this.#problem =
        'The pack could not be looked through. It stays as it is. Try again, or remove it.';
    }
  }

  /** Opens a file behind every guard and looks into it. Nothing is installed by this. */
  offerFile(name: string, bytes: Uint8Array): Promise<void> {
    return this.#work('offerFile', async () => {
      this.dismiss();
      const opened = await this.#setup.bridge.installed.offer({ bytes });
      if (opened.kind === 'refused') {
        this.#problem = `“${writeFileName(name)}”: ${opened.message}`;
        return;
      }
      await this.#showOffer(name, opened.value);
    });
  }

  /** Asks where, and writes a copy of a pack's files there. Resolves to its folder, or null. */
  async copyToEdit(id: string): Promise<string | null> {
    let folder: string | null = null;
    await this.#work('copyToEdit', async () => {
      const copied = await this.#setup.bridge.installed.copyToEdit({ id });
      this.#problem = copied.kind === 'refused' ? copied.message : null;
      if (copied.kind === 'ok' && copied.value.kind === 'written') folder = copied.value.folder;
    });
    return folder;
  }

  /** Asks which folder was edited, and looks into it like into a file. Nothing is installed by this. */
  offerEdited(id: string): Promise<void> {
    return this.#work('offerEdited', async () => {
      this.dismiss();
      const opened = await this.#setup.bridge.installed.offerEdited({ id });
      if (opened.kind === 'refused') this.#problem = opened.message;
      else if (opened.value.kind === 'offered') {
        await this.#showOffer(opened.value.folder, opened.value.pack);
      }
    });
  }

  dismiss(): void {
    this.#offer = null;
    this.#merging = null;
    this.#problem = null;
  }

  /** In one conflict of the update at hand: keeps the local edit, or takes the update's. */
  choose(conflict: string, side: 'mine' | 'theirs'): Promise<void> {
    return this.#work('choose', async () => {
      const others = (this.#merging?.keepMine ?? []).filter((id) => id !== conflict);
      try {
        await this.#merge(side === 'mine' ? [...others, conflict] : others);
      } catch (error) {
        // What stands there is no longer what was chosen, and must not be installed.
        this.#merging = null;
        throw error;
      }
    });
  }

  /** Puts what was looked at in force. Resolves to its id, or null where nothing changed. */
  async install(): Promise<string | null> {
    const offer = this.#offer;
    if (!offer || offer.blocked !== null) return null;
    const { sha256, id } = offer.pack;
    const { installed } = this.#setup.bridge;
    const done = await this.#run('install', () => {
      // It may have had to wait for a merge, and was given up meanwhile.
      if (this.#offer !== offer) return null;
      const files = this.#merging?.result.files;
      if (files) return installed.installEdited({ sha256, files });
      if (this.#needsMerge(offer.pack)) {
        this.#problem =
          'The update could not be joined with your local edits, so nothing was installed, and they are as they were. Choose its file again; if it happens twice, write a copy of your edits first, return to the author’s files, and update then.';
        return null;
      }
      return installed.install({ sha256 });
    });
    if (!done) return null;
    this.#offer = null;
    this.#merging = null;
    return id;
  }

  setEnabled(id: string, enabled: boolean): Promise<boolean> {
    return this.#run('setEnabled', () => this.#setup.bridge.installed.setEnabled({ id, enabled }));
  }
  remove(id: string): Promise<boolean> {
    return this.#run('remove', () => this.#setup.bridge.installed.remove({ id }));
  }
  bringBack(id: string): Promise<boolean> {
    return this.#run('bringBack', () => this.#setup.bridge.installed.bringBack({ id }));
  }
  dropEdits(id: string): Promise<boolean> {
    return this.#run('dropEdits', () => this.#setup.bridge.installed.dropEdits({ id }));
  }
  goBack(id: string): Promise<boolean> {
    return this.#run('goBack', () => this.#setup.bridge.installed.goBack({ id }));
  }
  pinKey(key: string, name: string): Promise<boolean> {
    return this.#run('pinKey', () => this.#setup.bridge.installed.pinKey({ key, name }));
  }
  forgetKey(key: string): Promise<boolean> {
    return this.#run('forgetKey', () => this.#setup.bridge.installed.forgetKey({ key }));
  }

  async #showOffer(name: string, pack: OfferedPack): Promise<void> {
    const own = await this.#readArchive(pack.sha256);
    const before = pack.installed && (await this.#readArchive(pack.installed.sha256));
    const { look } = await this.#setup.look({ kind: 'look', ...own, before });
    if (!look) return;
    this.#offer = { name: writeFileName(name), pack, look, blocked: this.#block(pack, look) };
    if (this.#needsMerge(pack)) await this.#merge([]);
  }

  /** An update of a pack that holds local edits. */
  #needsMerge({ id, standing }: OfferedPack): boolean {
    return standing === 'update' && this.#packs.some((one) => one.id === id && one.base !== null);
  }

  /** Why an offered pack cannot be installed; null where it can. */
  #block({ standing, key, id }: OfferedPack, { title }: PackLook): string | null {
    if (standing === 'bundled') {
      return `The id “${id}” belongs to a pack that comes with Drillbook, which no file replaces. Its author has to choose another id.`;
    }
    if (key === 'changed') {
      return 'The installed pack was signed with another key, so this may come from somebody else. Ask its author, in person or by telephone, whether the key has changed. If it has, remove the installed pack first.';
    }
    if (title === null) return 'Its pack.yaml does not load, so there is nothing to install.';
    return null;
  }

  async #merge(keepMine: readonly string[]): Promise<void> {
    const offer = this.#offer;
    const installed = this.#packs.find(({ id }) => id === offer?.pack.id);
    if (!offer || !installed || installed.base === null) return;
    const [base, mine, theirs] = await Promise.all(
      [installed.base, installed.sha256, offer.pack.sha256].map((hash) => this.#readArchive(hash)),
    );
    const { merge } = await this.#setup.look({
      kind: 'merge',
      base: base?.texts ?? {},
      mine: mine?.texts ?? {},
      theirs: theirs?.texts ?? {},
      keepMine,
    });
    if (merge && this.#offer === offer) this.#merging = { result: merge, keepMine };
  }

  async #readArchive(
    sha256: string,
  ): Promise<{ readonly texts: PackTextsByPath; readonly hashes: PackTextsByPath }> {
    const { installed } = this.#setup.bridge;
    const files = demand(await installed.listArchived({ sha256 }));
    const texts = await Promise.all(
      files
        .filter(({ path }) => text.test(path))
        .map(async ({ path }): Promise<[string, string]> => {
          const bytes = demand(await installed.readArchived({ sha256, path }));
          return [path, decoder.decode(bytes)];
        }),
    );
    return {
      texts: Object.fromEntries(texts),
      hashes: Object.fromEntries(files.map(({ path, sha256: own }) => [path, own])),
    };
  }

  /** One action, or null where nothing is left to do; the drills follow it. */
  async #run(name: PackAction, action: () => Promise<Reply<PacksAtHand>> | null): Promise<boolean> {
    let done = false;
    await this.#work(name, async () => {
      const answer = await action();
      if (answer === null) return;
      if (answer.kind === 'refused') {
        this.#problem = answer.message;
        return;
      }
      this.#problem = null;
      this.#take(answer.value);
      await this.#setup.catalogue.load();
      done = true;
    });
    return done;
  }

  /** One after another: what is asked for while another is under way waits, and is not lost. */
  #work(name: PackAction, work: () => Promise<void>): Promise<void> {
    this.#underWay = [...this.#underWay, name];
    this.#last = this.#last.then(async () => {
      try {
        await work();
      } catch (error) {
        this.#problem =
          error instanceof PackRefused
            ? error.message
            : 'The pack could not be looked through in time. Nothing was installed, and what is installed is unchanged. Ask its author to check it with “drillbook pack check”.';
      } finally {
        this.#underWay = this.#underWay.toSpliced(this.#underWay.indexOf(name), 1);
      }
    });
    return this.#last;
  }

  #take({ packs, keys }: PacksAtHand): void {
    this.#packs = packs;
    this.#keys = keys;
  }
}

/** The main process did not do what it was asked; the message is for the person. */
class PackRefused extends Error {
  override readonly name = 'PackRefused';
}

/** @throws PackRefused */
function demand<Value>(answer: Reply<Value>): Value {
  if (answer.kind === 'refused') throw new PackRefused(answer.message);
  return answer.value;
}
