import type { Bridge, Reply } from '../../../electron/ipc.ts';
import type {
  InstalledPack,
  OfferedPack,
  PacksAtHand,
} from '../../../electron/packs/pack-channels.ts';
import { Packs } from '../../state/packs.svelte.ts';
import type { PackLook, PackMergeResult } from '../../workers/pack-look-messages.ts';

const someKey = { key: 'a2V5', fingerprint: '0123 4567 89ab cdef 0123 4567 89ab cdef' };

export function anInstalledPack(more: Partial<InstalledPack> = {}): InstalledPack {
  return {
    id: 'team',
    version: '1.0.0',
    sha256: '1'.repeat(64),
    signer: { ...someKey, author: 'Nadia', pinnedAs: null },
    installedAt: '2026-11-01T10:00:00.000Z',
    enabled: true,
    base: null,
    versionBefore: null,
    fault: null,
    ...more,
  };
}

export function anOffer(more: Partial<OfferedPack> = {}): OfferedPack {
  return {
    sha256: '2'.repeat(64),
    id: 'team',
    version: '1.1.0',
    signer: { ...someKey, author: 'Nadia', pinnedAs: null },
    standing: 'new',
    key: 'unknown',
    installed: null,
    ...more,
  };
}

export function aLook(more: Partial<PackLook> = {}): PackLook {
  return {
    title: 'Drills of one team',
    about: 'What we met last year.',
    authors: ['Nadia'],
    licence: 'Apache-2.0',
    drills: [{ slug: 'first', title: 'The first night', minutes: 20, decisions: 3 }],
    questions: 0,
    paths: [],
    exercises: [],
    findings: [],
    errors: 0,
    warnings: 0,
    changes: null,
    ...more,
  };
}

/** Packs whose main process is an object in memory; `calls` is what it was asked, in order. */
export function somePacks({
  packs = [],
  offer = anOffer(),
  look = aLook(),
  merge,
  refuse,
}: {
  packs?: readonly InstalledPack[];
  offer?: OfferedPack;
  look?: PackLook;
  merge?: PackMergeResult;
  /** What every call but `list` is refused with. */
  refuse?: string;
} = {}): { readonly packs: Packs; readonly calls: string[] } {
  const calls: string[] = [];
  let hand: PacksAtHand = { packs, keys: [] };
  const ok = <Value>(value: Value): Promise<Reply<Value>> => Promise.resolve({ kind: 'ok', value });
  const refused = refuse === undefined ? null : ({ kind: 'refused', code: 'damaged' } as const);
  const change =
    <Wish>(name: string, next: (wish: Wish) => PacksAtHand) =>
    (wish: Wish): Promise<Reply<PacksAtHand>> => {
      calls.push(`${name} ${JSON.stringify(wish)}`);
      if (refused) return Promise.resolve({ ...refused, message: refuse ?? '' });
      hand = next(wish);
      return ok(hand);
    };
  const edit = (id: string, more: Partial<InstalledPack>): PacksAtHand => ({
    ...hand,
    packs: hand.packs.map((pack) => (pack.id === id ? { ...pack, ...more } : pack)),
  });
  const add = (): PacksAtHand => ({
    ...hand,
    packs: [
      ...hand.packs.filter(({ id }) => id !== offer.id),
      anInstalledPack({
        id: offer.id,
        version: offer.version,
        sha256: offer.sha256,
        base: offer.standing === 'edited' ? '1'.repeat(64) : null,
      }),
    ],
  });
  const installed: Bridge['installed'] = {
    list: () => ok(hand),
    offer: () => (refused ? Promise.resolve({ ...refused, message: refuse ?? '' }) : ok(offer)),
    keys: () => ok(hand.keys),
    readArchived: () => ok(new Uint8Array()),
    listArchived: () => ok([]),
    install: change('install', add),
    installEdited: change('installEdited', add),
    copyToEdit: ({ id }) => {
      calls.push(`copyToEdit ${id}`);
      return ok({ kind: 'written', folder: `/users/you/${id}-1.0.0` });
    },
    offerEdited: ({ id }) => {
      calls.push(`offerEdited ${id}`);
      return ok({ kind: 'offered', folder: `${id}-1.0.0`, pack: offer });
    },
    dropEdits: change('dropEdits', ({ id }: { id: string }) => edit(id, { base: null })),
    goBack: change('goBack', ({ id }: { id: string }) =>
      edit(id, { versionBefore: null, version: '1.0.0', sha256: '1'.repeat(64) }),
    ),
    setEnabled: change('setEnabled', ({ id, enabled }: { id: string; enabled: boolean }) =>
      edit(id, { enabled }),
    ),
    remove: change('remove', ({ id }: { id: string }) => ({
      ...hand,
      packs: hand.packs.filter((pack) => pack.id !== id),
    })),
    bringBack: change('bringBack', () => ({ ...hand, packs })),
    pinKey: change('pinKey', ({ name }: { name: string }) => ({
      ...edit('team', { signer: { ...someKey, author: 'Nadia', pinnedAs: name } }),
      keys: [{ ...someKey, name, since: '2026-11-01T10:00:00.000Z' }],
    })),
    forgetKey: change('forgetKey', () => ({
      ...edit('team', { signer: { ...someKey, author: 'Nadia', pinnedAs: null } }),
      keys: [],
    })),
  };
  const made = new Packs({
    bridge: { installed },
    catalogue: { load: () => Promise.resolve(), entries: [] },
    look: (question) =>
      Promise.resolve(
        question.kind === 'look'
          ? { id: 1, look: { ...look, changes: question.before ? look.changes : null } }
          : { id: 1, ...(merge === undefined ? {} : { merge }) },
      ),
  });
  return { packs: made, calls };
}
