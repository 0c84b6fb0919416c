import type { AttemptEvent, AttemptHeader } from '../../content/engine/drill/attempt-log.ts';
import { prepareDrill } from '../../content/engine/drill/prepared-drill.ts';
import { replay } from '../../content/engine/drill/step.ts';
import { belongsToDrill } from '../../content/engine/format/drill-manifest.ts';
import type { Envelope } from '../../electron/storage/storage-channels.ts';
import { summarise } from '../../renderer/state/attempt-summary.ts';
import { readKitEvidence } from '../../renderer/state/kit-evidence.ts';
import { writeEventId } from '../../renderer/state/store.ts';
import type { BundledDrill } from './bundled-drill.ts';
import { seal } from './prepared-profile.ts';

/** Everything that an attempt keeps of its drill. Path inside the pack → text. */
export interface Kit {
  readonly hash: string;
  readonly slug: string;
  readonly pack: { readonly id: string; readonly version: string };
  readonly texts: Readonly<Record<string, string>>;
}

/** @param changed texts that are to stand in the place of a drill's own, by path */
export function readKit(
  { source, slug }: BundledDrill,
  changed: Readonly<Record<string, string>> = {},
): Kit {
  const own = source.paths.filter((path) => belongsToDrill(path, slug));
  const { id = '', version = '' } = source.pack.header ?? {};
  return {
    // What is not the drill as it ships must not pass for it.
    hash: Object.keys(changed).length === 0 ? source.hashDrill(slug) : `changed-${slug}`,
    slug,
    pack: { id, version },
    texts: {
      ...Object.fromEntries(own.map((path) => [path, source.readText(path)])),
      ...changed,
    },
  };
}

export function storeKit(kit: Kit): Envelope {
  return seal('drills', kit.hash, kit);
}

export interface AttemptToStore {
  readonly id: string;
  readonly drill: BundledDrill;
  readonly kit: Kit;
  /** A legal log; the attempt's id is written into it. */
  readonly events: readonly AttemptEvent[];
  /** When its last event was made, ISO 8601, UTC. */
  readonly at: string;
}

/**
 * The records of an attempt as the app would have stored them.
 *
 * @throws if an event does not fit
 */
export function storeAttempt({ id, drill, kit, events, at }: AttemptToStore): Envelope[] {
  const header: AttemptHeader = {
    kind: 'attempt',
    format: 1,
    attempt: id,
    pack: kit.pack,
    drill: { slug: kit.slug, id: drill.drill.id, hash: kit.hash },
    engine: 1,
    scorer: 'points-1',
    seed: 0,
    levers: drill.prepared.levers,
    accommodations: { extra_time: 1, no_clock: false },
    roles: drill.drill.roles.slice(0, 1).map(({ id: role }) => role),
    started_at: at,
  };
  const evidence = readKitEvidence(kit, drill.drill);
  const prepared = prepareDrill(drill.drill, evidence, 0, header.levers, header.roles);
  const own = events.map((event) => ({ ...event, attempt: id }));
  const { state, refused } = replay(prepared, own);
  if (refused) throw new Error(`Event ${refused.index}: ${refused.refusal.message}`);
  return [
    seal('attempts', id, summarise(prepared, header, state, at)),
    ...own.map((event) => seal('events', writeEventId(event), event)),
  ];
}
